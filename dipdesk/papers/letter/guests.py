"""What a letter about a visit says of the guests who need a visa: who they are, and who pays for them.

Passport data are sensitive and stand only where they were chosen. A public letter does not see who needs a
visa, and so names nobody.
"""

from collections.abc import Sequence
from typing import Any

from dipdesk.actions.attendance import Attendance
from dipdesk.actions.visit_logistics import visit_logistics
from dipdesk.i18n import N_, _, format_date, join_words
from dipdesk.model import DelegationMember, field_of
from dipdesk.papers import gaps
from dipdesk.papers.letter.desk import Writer, person_name
from dipdesk.papers.reading import post_name

_ASKING = ("needed", "applied")
_PAID = {
    "us": N_("We bear the costs of the stay of {who}."),
    "them": N_("Their own institution bears the costs of the stay of {who}."),
    "other": N_("Another institution bears the costs of the stay of {who}."),
}
_ALL_PAID = {
    "us": N_("We bear the costs of their stay."),
    "them": N_("Their own institution bears the costs of their stay."),
    "other": N_("Another institution bears the costs of their stay."),
}


def visa_guests(writer: Writer, visit: Any) -> str:
    """The guests who need a visa, a numbered line each: name, post, and the passport if it was chosen."""
    found = _asking(writer, visit)
    return "\n".join(f"{place}. {_line(writer, one)}" for place, one in enumerate(found, 1))


def visa_costs(writer: Writer, visit: Any) -> str:
    """Who bears the costs of the guests who need a visa, by name if it differs; empty if nobody said it."""
    found = _asking(writer, visit)
    paid = {code: [one for one in found if one.member.payer == code] for code in _PAID}
    said = {code: who for code, who in paid.items() if who}
    for code, who in said.items():
        if len(who) == len(found):
            return _(_ALL_PAID[code])
    return " ".join(_(_PAID[code]).format(who=_names(who)) for code, who in said.items())


def _asking(writer: Writer, visit: Any) -> list[Attendance]:
    logistics = visit_logistics(writer.session, visit, writer.occasion.alphabet)
    return [one for one in logistics.guests if one.member.visa in _ASKING]


def _names(who: Sequence[Attendance]) -> str:
    return join_words([person_name(one.person, one.post) for one in who])


def _line(writer: Writer, one: Attendance) -> str:
    name, post = person_name(one.person, one.post), post_name(one.post)
    passport = _passport(one.member) if writer.options.passports else ""
    return ", ".join(part for part in (name, post, passport) if part)


def _passport(member: DelegationMember) -> str:
    """Kind, number and last day of a passport; a mark of the number if it is not on file."""
    number = field_of(DelegationMember, "passport")
    if not member.passport:
        gaps.missed(member, number.label)
        return f"[… {number.title()}]"
    kind = field_of(DelegationMember, "passport_kind").kind.format(member.passport_kind) or _("Passport")
    if not member.passport_until:
        return _("{kind} no. {number}").format(kind=kind, number=member.passport)
    until = format_date(member.passport_until)
    text = _("{kind} no. {number}, valid until {day}")
    return text.format(kind=kind, number=member.passport, day=until)
