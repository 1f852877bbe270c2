"""The ways to the places of a visit on paper: codes that a phone reads and opens in its own map."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dipdesk.i18n import _
from dipdesk.model import ProgrammeItem, field_of
from dipdesk.model.kinds import Position
from dipdesk.papers.blocks import Block, Figure, Grid, Heading, Ink, KeepTogether, Label, Shape
from dipdesk.papers.pdf import qr
from dipdesk.papers.reading import record, said
from dipdesk.papers.style import COLUMN

_ACROSS = 4
_SIDE, _GAP, _LINE = 72.0, 12.0, 11.0
_ROOM = (COLUMN - (_ACROSS - 1) * _GAP) / _ACROSS
_HIGH = _SIDE + 5 * _LINE


@dataclass(frozen=True)
class _Way:
    """A place that items are at: what it is called, and where it is."""

    item: ProgrammeItem
    position: Position

    @property
    def name(self) -> str:
        return said(self.item, "place") or said(self.item, "title")


def ways(items: Iterable[ProgrammeItem], level: int = 2) -> Iterator[Block]:
    """A heading and a code for each place whose position is known, once; nothing if none is."""
    found: dict[str, _Way] = {}
    for one in items:
        if one.position is not None:
            found.setdefault(one.position.geo, _Way(one, one.position))
    every = list(found.values())
    rows = [_row(every[first : first + _ACROSS]) for first in range(0, len(every), _ACROSS)]
    if rows:
        yield KeepTogether((Heading(_("Ways to the places"), level), rows[0]))
        yield from rows[1:]


def _row(places: list[_Way]) -> Figure:
    shapes = tuple(shape for at, one in enumerate(places) for shape in _drawn(one, at * (_ROOM + _GAP)))
    return Figure(COLUMN, _HIGH, shapes, record=record(places[0].item))


def _drawn(way: _Way, x: float) -> Iterator[Shape]:
    shown = field_of(ProgrammeItem, "position").kind.format(way.position)
    yield Grid(x, 0, _SIDE, qr.rows(way.position.geo))
    yield Label(x, _SIDE + _LINE, shown, 7, ink=Ink.MUTED, room=_ROOM)
    yield Label(x, _SIDE + 2.2 * _LINE, way.name, 8.5, True, room=_ROOM)
