"""Papers of gifts."""

from dipdesk.i18n import N_
from dipdesk.papers.gifts import january as january_list
from dipdesk.papers.gifts import register as gift_register
from dipdesk.papers.gifts import slip as gift_slip
from dipdesk.papers.paper import FORMATS, Paper

PAPERS = (
    Paper(
        "gift_register",
        N_("Register of gifts"),
        (),
        gift_register.RegisterOptions,
        gift_register.build,
        formats=tuple(FORMATS),
    ),
    Paper("gift_slip", N_("Hand-over slip"), ("gift",), gift_slip.SlipOptions, gift_slip.build),
    Paper("january_list", N_("List of January"), (), january_list.JanuaryOptions, january_list.build),
)
