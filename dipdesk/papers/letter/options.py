"""What can be chosen for an official letter."""

from dataclasses import dataclass
from datetime import date

from dipdesk.i18n import N_
from dipdesk.model.kinds import Day, Flag, Text
from dipdesk.papers.letter.templates import offered
from dipdesk.papers.options import SHOWN, Marks, option

_HEAD = N_("Head of the letter")
_BELOW = N_("Below the text")
_USUAL = N_("Left empty, as the template says")
_LINES = N_("One on each line")


@dataclass(frozen=True)
class LetterOptions(Marks):
    """The template, by its key, id or name, and what stands above and below its text.

    ``olur`` letters end with room for an approval, by the ``approver``. ``passports`` are sensitive, so only
    when chosen, and never in a public letter.
    """

    template: str = option(
        Text(most=300), N_("Letter template"), "", hint=N_("Left empty, the first that fits"), offers=offered
    )
    number: str = option(Text(most=80), N_("Document number"), "", group=_HEAD)
    dated: date | None = option(  # noqa: RUF009 - it makes a field
        Day(), N_("Date"), None, group=_HEAD, hint=N_("Left empty, today")
    )
    concerning: str = option(Text(), N_("Concerning"), "", group=_HEAD, hint=_USUAL)
    references: str = option(Text(long=True), N_("References"), "", group=_HEAD, hint=_LINES)
    salutation: str = option(
        Text(), N_("Form of address"), "", group=_HEAD, hint=N_("Left empty, that of the post if it is known")
    )
    signatory: str = option(
        Text(long=True),
        N_("Signed by"),
        "",
        group=_BELOW,
        hint=N_("Name and post, a line each; left empty, the head of our office"),
    )
    enclosures: str = option(Text(long=True), N_("Enclosures"), "", group=_BELOW, hint=_USUAL)
    distribution: str = option(Text(long=True), N_("Distribution"), "", group=_BELOW, hint=_USUAL)
    olur: bool = option(Flag(), N_("With an approval (olur)"), False, group=_BELOW)
    approver: str = option(
        Text(long=True),
        N_("Approved by"),
        "",
        group=_BELOW,
        hint=N_("Name and post, a line each; left empty, the head of our office"),
    )
    passports: bool = option(
        Flag(),
        N_("Passport numbers"),
        False,
        group=SHOWN,
        hint=N_("Only in letters that list guests who need a visa"),
    )
