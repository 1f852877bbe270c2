"""The flag plan of a ceremony: each row as the hall and as the stage sees it, and what must be fetched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import flag_rows
from dipdesk.actions.flag_rows import FlagRow
from dipdesk.errors import Invalid
from dipdesk.i18n import _, language
from dipdesk.model import Ceremony, FlagPlan
from dipdesk.papers.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Figure,
    Heading,
    KeepTogether,
    Label,
    Line,
    Paragraph,
    Row,
    Shape,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.ceremony.hall import Hall, source_line
from dipdesk.papers.flags import RATIO, flag_shapes
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.papers.reading import record, said
from dipdesk.papers.style import COLUMN
from dipdesk.rules.flags import flag_name

_WIDEST = 96.0
_GAP = 14.0
_POLE = 40.0
_NAME = 26.0


@dataclass(frozen=True)
class FlagOptions(Marks):
    """The usual marks."""


def build(session: Session, ceremony: Ceremony, options: FlagOptions, occasion: Occasion) -> Document:
    """All rows of flags of a ceremony."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Flag plan")
    blocks = (*hall.head(title), *rows(hall))
    return hall.document(title, title, options, "office", blocks)


def rows(hall: Hall) -> Iterator[Block]:
    """All rows of flags of a ceremony, each under its name."""
    plans = hall.flag_plans
    if not plans:
        yield Paragraph(_("There is no flag plan yet."), Tone.MUTED)
    for plan in plans:
        yield Heading(f"{said(plan, 'name')} · {hall.value(plan, 'setting')}", 2)
        try:
            row = flag_rows.read(hall.session, plan, hall.occasion.alphabet)
        except Invalid as trouble:
            yield Callout(Status.AMBER, _("Not possible"), trouble.sentence)
            continue
        yield from _row(hall, plan, row)


def _row(hall: Hall, plan: FlagPlan, row: FlagRow) -> Iterator[Block]:
    if not row.answer.hall:
        yield Paragraph(_("No flag has been chosen yet."), Tone.MUTED)
        return
    for title, codes in (
        (_("Seen from the hall"), row.answer.hall),
        (_("Seen from the stage"), row.answer.stage),
    ):
        yield KeepTogether((Heading(title, 3), row_figure(codes, language())))
    yield Bullets(row.answer.because)
    for warning in row.answer.warnings:
        yield Callout(Status.AMBER, _("To be looked at"), warning)
    yield Heading(_("To be fetched"), 3)
    yield _fetch(row)
    yield Paragraph(
        f"{hall.value(plan, 'policy')}. {source_line(row.answer.source)}", Tone.MUTED, record=record(plan)
    )


def row_figure(codes: Sequence[str], spoken: str) -> Figure:
    """Flags on poles side by side, as wide as the column lets them be, several lines if they are many."""
    most = max(1, int((COLUMN + _GAP) // (36 + _GAP)))
    lines = [codes[i : i + most] for i in range(0, len(codes), most)]
    longest = max((len(line) for line in lines), default=1)
    width = min(_WIDEST, (COLUMN - (longest - 1) * _GAP) / longest)
    height = width * RATIO + _POLE + _NAME
    shapes = [
        shape
        for number, line in enumerate(lines)
        for place, code in enumerate(line)
        for shape in _flag(code, place * (width + _GAP), number * height, width, spoken)
    ]
    return Figure(longest * (width + _GAP) - _GAP, len(lines) * height, tuple(shapes))


def _flag(code: str, x: float, y: float, width: float, spoken: str) -> Iterator[Shape]:
    """A flag at its pole, with its name below."""
    foot = y + width * RATIO + _POLE
    yield Line(x, y - 2 if y else y, x, foot, thickness=1.5)
    yield from flag_shapes(code, x, y, width, spoken)
    name = flag_name(code, spoken)
    yield Label(x + width / 2, foot + 10, name, size=8, align=Align.CENTRE, room=width + _GAP - 4)


def _fetch(row: FlagRow) -> Table:
    columns = (
        Column(_("Flag"), 3),
        Column(_("Needed"), 1, Align.RIGHT),
        Column(_("In stock"), 1, Align.RIGHT),
        Column(_("State"), 2),
    )
    rows = []
    for one in row.fetch:
        state = _("not counted") if one.in_stock is None else _("too few") if one.is_short else _("enough")
        stock = "–" if one.in_stock is None else str(one.in_stock)
        rows.append(
            Row((flag_name(one.code, language()), str(one.needed), stock, state), strong=one.is_short)
        )
    return Table(columns, tuple(rows))
