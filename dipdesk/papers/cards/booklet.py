"""The programme of a visit as a booklet of A5 to be folded; it is for the public: nothing personal in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from dipdesk.i18n import _, format_date, format_interval
from dipdesk.model import Visit
from dipdesk.papers import programme_paper
from dipdesk.papers.blocks import (
    Block,
    Booklet,
    Boxed,
    Document,
    Figure,
    Ink,
    Line,
    PageBreak,
    Paragraph,
    Shape,
    Tone,
)
from dipdesk.papers.cards.bearer import Bearer, drawn
from dipdesk.papers.cards.people import spoken
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.papers.programme_agenda import Agenda, ProgrammeOptions
from dipdesk.papers.reading import lines, record
from dipdesk.papers.style import MILLIMETRE
from dipdesk.rules.card_layouts import Element
from dipdesk.rules.countries import HOME

_WIDE, _HIGH = 118.0, 174.0
"""The room of a page, in millimetres."""


@dataclass(frozen=True)
class BookletOptions(Marks):
    """The usual marks."""


def build(session: Session, visit: Visit, options: BookletOptions, occasion: Occasion) -> Document:
    """A cover, the days of the programme, and the office on the back."""
    marks = replace(options, public=True)
    agenda = Agenda(session, occasion, True, visit, ProgrammeOptions(public=True, plan_b=False))
    title = _("Programme")
    booklet = Booklet((_cover(agenda), PageBreak(), *programme_paper.days(agenda), *_back(agenda)))
    return agenda.document(title, _("Programme booklet"), marks, "open", (booklet,))


def _cover(agenda: Agenda) -> Figure:
    shapes = tuple(_front(agenda))
    return Figure(_WIDE * MILLIMETRE, _HIGH * MILLIMETRE, shapes, record=record(agenda.visit))


def _front(agenda: Agenda) -> Iterator[Shape]:
    visit, first = agenda.visit, agenda.occasion.alphabet
    partner = visit.partner
    guest = partner.country.code if partner and partner.country else ""
    nobody = Bearer(lambda _kind: "")
    yield from drawn(Element("logo", (_WIDE - 24) / 2, 6, 24, 24), nobody, agenda.logo(), first)
    yield _text(33, 10, agenda.office_name(), 11, ink=Ink.MUTED)
    yield _text(54, 36, spoken(visit, "title"), 24, bold=True, ink=Ink.ACCENT)
    yield _text(92, 9, _("Programme"), 13)
    rule = 104 * MILLIMETRE
    yield Line(_WIDE * 0.35 * MILLIMETRE, rule, _WIDE * 0.65 * MILLIMETRE, rule, Ink.ACCENT, 0.9)
    yield _text(108, 8, _days(visit), 11.5)
    yield _text(116, 8, visit.place, 11.5)
    flags = ((HOME, _WIDE / 2 - 30), (guest, _WIDE / 2 + 6)) if guest and guest != HOME else ()
    for code, x in flags:
        yield from drawn(Element("flag", x, 138, 24, 18), Bearer(lambda _kind: "", code), None, first)
    yield _text(162, 9, partner.title() if partner else "", 11)


def _back(agenda: Agenda) -> Iterator[Block]:
    """The office and where to find it."""
    office = agenda.office
    yield PageBreak()
    yield Paragraph(agenda.office_name(), Tone.LEAD)
    if found := lines(office.address, agenda.value(office, "website")):
        yield Paragraph(found, Tone.MUTED)


def _days(visit: Visit) -> str:
    if visit.starts and visit.ends and visit.ends > visit.starts:
        return format_interval(visit.starts, visit.ends)
    return format_date(visit.starts) if visit.starts else ""


def _text(
    y: float, height: float, words: str, size: float, *, bold: bool = False, ink: Ink = Ink.TEXT
) -> Boxed:
    """A text across the page, its lengths in millimetres."""
    return Boxed(0, y * MILLIMETRE, _WIDE * MILLIMETRE, height * MILLIMETRE, words, size, bold, ink=ink)
