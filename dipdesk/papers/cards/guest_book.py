"""The page of the guest book for a visit or a ceremony: for whom, what and when, and room to write."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_date, format_interval
from dipdesk.model import Ceremony, Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Align, Boxed, Document, Figure, Ink, Leaves, Line, Shape
from dipdesk.papers.cards.bearer import Bearer, drawn
from dipdesk.papers.cards.people import Company, One, post_said, reading_of
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record
from dipdesk.papers.style import MILLIMETRE, PAGE_HEIGHT, PAGE_WIDTH
from dipdesk.rules.card_layouts import Element

_EDGE, _WIDE = 28.0, 210.0
_ROOM = _WIDE - 2 * _EDGE
_HEADS = ("Head of delegation", "Guest of honour")
"""The roles of those who are asked to write, as source texts."""


@dataclass(frozen=True)
class GuestBookOptions(Marks):
    """Whether lines to write on are drawn."""

    ruled: bool = option(Flag(), N_("Lines to write on"), True, group=SHOWN)


def build(
    session: Session, subject: Visit | Ceremony, options: GuestBookOptions, occasion: Occasion
) -> Document:
    """A page for every head of a guest delegation or guest of honour; one without a name if there is none."""
    reading = reading_of(session, occasion, options.public, subject)
    company = Company(reading)
    found = [one for one in company.people if one.role in _HEADS and one.side != "host"]
    writers: tuple[One | None, ...] = tuple(found) or (None,)
    pages = tuple(_page(company, one, options) for one in writers)
    title = _("Page of the guest book")
    block = Leaves(pages, width=PAGE_WIDTH, height=PAGE_HEIGHT)
    return reading.document(title, title, options, "open", (block,))


def _page(company: Company, one: One | None, options: GuestBookOptions) -> Figure:
    shapes = tuple(_shapes(company, one, options.ruled))
    return Figure(PAGE_WIDTH, PAGE_HEIGHT, shapes, record=record(one.source if one else company.subject))


def _shapes(company: Company, one: One | None, ruled: bool) -> Iterator[Shape]:
    reading = company.reading
    country = one.country if one else ""
    bearer = Bearer(lambda _kind: "", country)
    for place in (Element("logo", _EDGE, 24, 26, 22), Element("flag", _WIDE - _EDGE - 26, 26, 26, 18)):
        yield from drawn(place, bearer, reading.logo(), reading.occasion.alphabet)
    yield _text(26, 18, reading.office_name(), 12, ink=Ink.MUTED, inset=32)
    yield _text(56, 16, _("Guest book"), 26, ink=Ink.ACCENT, bold=True)
    yield _text(76, 16, company.event(), 14, bold=True)
    yield _text(93, 8, _when(company.subject), 11, ink=Ink.MUTED)
    if ruled:
        for number in range(11):
            y = (118 + number * 11) * MILLIMETRE
            yield Line(_EDGE * MILLIMETRE, y, (_EDGE + _ROOM) * MILLIMETRE, y, Ink.LINE, 0.35)
    name = one.person.title() if one else ""
    yield _text(243, 10, name, 13, bold=True)
    yield _text(253, 14, lines(post_said(one.post), company.body(one)) if one else "", 10.5, ink=Ink.MUTED)


def _when(of: Visit | Ceremony) -> str:
    """The day, or from when to when."""
    if isinstance(of, Ceremony):
        return format_date(of.starts.local.date()) if of.starts else ""
    if of.starts and of.ends and of.ends > of.starts:
        return format_interval(of.starts, of.ends)
    return format_date(of.starts) if of.starts else ""


def _text(
    y: float,
    height: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    ink: Ink = Ink.TEXT,
    inset: float = 0,
) -> Boxed:
    """A text across the page, its lengths in millimetres."""
    left, wide = (_EDGE + inset) * MILLIMETRE, (_ROOM - 2 * inset) * MILLIMETRE
    return Boxed(left, y * MILLIMETRE, wide, height * MILLIMETRE, words, size, bold, Align.CENTRE, ink)
