"""The register of gifts of a year: what was given and received, by whom and to whom, its value and place."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_number, ngettext
from dipdesk.model import Gift
from dipdesk.model.gifts import GIFT_DIRECTIONS
from dipdesk.model.kinds import Choice, Year
from dipdesk.papers.blocks import Block, Document, Paragraph, Tone
from dipdesk.papers.gifts import entries
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import Reading, head


@dataclass(frozen=True)
class RegisterOptions(Marks):
    """Which year and which direction; ``direction`` is empty for both."""

    year: int | None = option(Year(), N_("Year"), None, group=SHOWN, hint=N_("Left empty, the present one"))
    direction: str = option(Choice(GIFT_DIRECTIONS), N_("Direction"), "", group=SHOWN)


def build(session: Session, _subject: None, options: RegisterOptions, occasion: Occasion) -> Document:
    """The register of the whole office in one year."""
    reading = Reading(session, occasion, options.public)
    year = entries.year_of(reading, options.year)
    title = _("Register of gifts, {year}").format(year=year)
    blocks = (*head(reading, title), *_blocks(reading, year, options.direction))
    return reading.document(title, _("Register of gifts"), options, "office", blocks)


def _blocks(reading: Reading, year: int, direction: str) -> Iterator[Block]:
    found = entries.of_year(reading, year, direction)
    if not found:
        yield Paragraph(_("No gift of {year} is on file.").format(year=year), Tone.MUTED)
        return
    widths = (1.9, 1.9, 2.2, 2.2, 1.9, 1.9, 2.0)
    yield entries.table(reading, found, widths, lambda one: _sides(reading, one))
    text = ngettext("{count} gift.", "{count} gifts.", len(found))
    yield Paragraph(text.format(count=format_number(len(found))), Tone.MUTED)


def _sides(reading: Reading, gift: Gift) -> tuple[str, ...]:
    """From which side it comes, and its state where it has not changed hands yet."""
    state = "" if gift.state == "done" else reading.value(gift, "state")
    return reading.value(gift, "direction"), state
