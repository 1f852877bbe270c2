"""Badges for the people of a visit or a ceremony, on sheets of labels or cut from paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _
from dipdesk.model import Ceremony, Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Document, Paragraph, Tone
from dipdesk.papers.cards import choices, layouts
from dipdesk.papers.cards.bearer import card, on_sheets
from dipdesk.papers.cards.people import Company, reading_of
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option

USE = "badge"


@dataclass(frozen=True)
class BadgeOptions(Marks):
    """How the badges look, whose they are, and on which sheet they are printed from which place on."""

    layout: str = choices.layout(USE)
    side: str = choices.side()
    contact: bool = option(
        Flag(),
        N_("Phone and e-mail in the QR code"),
        False,
        group=SHOWN,
        hint=N_("Never in a public version"),
    )
    sheet: str = choices.sheet()
    start: int = choices.start()


def build(session: Session, subject: Visit | Ceremony, options: BadgeOptions, occasion: Occasion) -> Document:
    """The badges of a visit or a ceremony."""
    reading = reading_of(session, occasion, options.public, subject)
    title = _("Badges")
    blocks = tuple(_badges(Company(reading, options.contact), options))
    return reading.document(title, title, options, "office", blocks)


def _badges(company: Company, options: BadgeOptions) -> Iterator[Block]:
    reading = company.reading
    layout = layouts.chosen(reading.session, USE, options.layout, USE)
    sheet = layouts.sheet_of(layout, options.sheet)
    wanted = [one for one in company.people if options.side in ("", one.side)]
    if not wanted:
        yield Paragraph(_("There is nobody who could wear a badge yet."), Tone.MUTED)
    logo, first = reading.logo(), reading.occasion.alphabet
    cards = (card(layout, company.bearer(one), logo, first, (sheet.width, sheet.height)) for one in wanted)
    yield on_sheets(tuple(cards), sheet, options.start)
