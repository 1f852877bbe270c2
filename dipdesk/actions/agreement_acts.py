"""What may follow an agreement: its renewal, an amendment, its termination; each an agreement of its own."""

from typing import Literal, get_args

from sqlalchemy.orm import Session

from dipdesk.model import Agreement

Act = Literal["renewal", "amendment", "termination"]
ACTS: tuple[Act, ...] = get_args(Act)
"""The acts in the order in which they are offered; see ``AGREEMENT_ACTS`` for their names."""
_FIRST_STATE = "in_talks"
_CARRIED: dict[Act, tuple[str, ...]] = {
    "renewal": ("subject_tr", "subject_en", "themes", "renews_itself", "renewal_years", "notice_months"),
    "amendment": ("ends_on", "renews_itself", "renewal_years", "notice_months"),
    "termination": (),
}
"""What each act starts with from the agreement it follows, besides partner, kind and whose it is."""


def follow_agreement(session: Session, agreement: Agreement, act: Act) -> Agreement:
    """Add the agreement by which ``agreement`` is renewed, amended or terminated.

    It starts in talks, without days, numbers and signatories: its chain of approval begins anew.
    """
    made = Agreement(
        partner_id=agreement.partner_id,
        kind=agreement.kind,
        municipality_id=agreement.municipality_id,
        state=_FIRST_STATE,
        act=act,
        follows_id=agreement.id,
    )
    for name in _CARRIED[act]:
        setattr(made, name, getattr(agreement, name))
    session.add(made)
    return made
