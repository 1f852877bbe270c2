"""The list of January: the gifts received in a year, as they are reported by its end.

After protocol practice, 8: the duty is known, the text of the rule was not verified, and the paper says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from dipdesk.actions import gift_advice
from dipdesk.i18n import N_, _, format_date, format_number, ngettext
from dipdesk.model import Gift
from dipdesk.model.kinds import Flag, Year
from dipdesk.papers.approval_blocks import signature_lines
from dipdesk.papers.blocks import Block, Callout, Document, Paragraph, Status, Tone
from dipdesk.papers.gifts import entries
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, SHOWN, Marks, option
from dipdesk.papers.reading import Reading, head
from dipdesk.rules import gifts


@dataclass(frozen=True)
class JanuaryOptions(Marks):
    """Of which year, and whether there is room for signatures."""

    year: int | None = option(
        Year(), N_("Gifts received in the year"), None, group=SHOWN, hint=N_("Left empty, the last one")
    )
    signatures: bool = option(Flag(), N_("Signature lines"), True, group=SECTIONS)


def build(session: Session, _subject: None, options: JanuaryOptions, occasion: Occasion) -> Document:
    """The list of the whole office."""
    reading = Reading(session, occasion, options.public)
    year = options.year or reading.today.year - 1
    title = _("Gifts received in {year}").format(year=year)
    about = _("To be reported by {day}").format(day=format_date(gifts.list_by(year)))
    blocks = (*head(reading, title, about), *_blocks(reading, year, options))
    return reading.document(title, _("List of January"), options, "office", blocks)


def _blocks(reading: Reading, year: int, options: JanuaryOptions) -> Iterator[Block]:
    found = [one for one in entries.of_year(reading, year, "received") if one.state == "done"]
    source = gifts.source_of("january").said()
    yield Callout(Status.AMBER, _("Not verified"), source)
    if not found:
        yield Paragraph(_("No gift was received in {year}.").format(year=year), Tone.MUTED)
    else:
        yield entries.table(reading, found, (1.4, 2.4, 2.6, 2.2, 2, 1.7, 2.4))
        yield Paragraph(_count(reading, found), Tone.MUTED)
    if options.signatures:
        yield from signature_lines(_("Prepared by"), _("Checked by"), _("Declared by"))


def _count(reading: Reading, found: list[Gift]) -> str:
    """How many, and what they are worth together as far as that is known in lira."""
    count = ngettext("{count} gift.", "{count} gifts.", len(found)).format(count=format_number(len(found)))
    values = [value for one in found if (value := gift_advice.in_lira(one)) is not None]
    if reading.public or not values:
        return count
    total = format_number(float(sum(values, Decimal())), 2)
    missing = len(found) - len(values)
    if not missing:
        return " ".join((count, _("Worth {total} lira together.").format(total=total)))
    text = ngettext(
        "Worth {total} lira together; the value of {count} is not known.",
        "Worth {total} lira together; the values of {count} are not known.",
        missing,
    )
    return " ".join((count, text.format(total=total, count=format_number(missing))))
