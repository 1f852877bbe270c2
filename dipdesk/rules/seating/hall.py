"""Several round tables in a hall: tables in order of precedence, wishes met inside the freedom left (S8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.rules.seating.annealing import Problem, divide
from dipdesk.rules.seating.filling import Seating, check_seats
from dipdesk.rules.seating.parts import Chain, Frame, Guest, Line, Request, Table
from dipdesk.rules.seating.rounds import round_order
from dipdesk.rules.seating.table_order import Likings, arrange
from dipdesk.rules.seating.units import first_division, groups
from dipdesk.rules.seating.worths import pairs_of, scale_of, table_worths

_TABLE_FOR = 10


def tables_of(request: Request) -> tuple[Table, ...]:
    """The tables of the hall; without any, as many tables of ten (or of ``seats``) as are needed."""
    if request.shape.tables:
        return request.shape.tables
    size = request.shape.seats if request.shape.seats is not None else _TABLE_FOR
    number = -(-request.places_needed // size) if size else 0
    return tuple(Table(str(i), size) for i in range(1, number + 1))


def hall_frame(request: Request) -> Frame:
    """The chairs of every table, counter-clockwise, honoured table by table.

    Raises Invalid if a table is named twice.
    """
    tables = tables_of(request)
    for i, table in enumerate(tables):
        if any(table.id == other.id for other in tables[:i]):
            text = _("The id “{id}” is used twice.").format(id=table.id)
            raise Invalid(text, f"shape.tables[{i}].id")
    seats = [tuple(f"{table.id}/{chair}" for chair in range(1, table.seats + 1)) for table in tables]
    honoured = tuple(row[chair] for row in seats for chair in round_order(len(row)))
    chain = Chain(tuple(guest.id for guest in request.guests), honoured, ())
    return Frame(tuple(Line(row, mirrored=False, ring=True) for row in seats), (chain,))


def hall(request: Request, frame: Frame, progress: Progress | None = None) -> Seating:
    """Divide the guests over the tables and seat each table; best so far if ``progress`` is cancelled."""
    check_seats(request, frame.seats)
    found = Hall.of(request)
    where = found.relabelled(found.divided(progress))
    seating: Seating = {}
    at_table: list[list[int]] = [[] for _table in found.tables]
    for unit, number in zip(found.units, where, strict=True):
        at_table[number] += unit
    for table, indices in zip(found.tables, at_table, strict=True):
        people = [found.guests[i] for i in sorted(indices)]
        chairs = _chairs(request, table)
        ring = arrange(people, table.seats, Likings.of(people, request.wishes), *chairs)
        seating.update((f"{table.id}/{chair}", guest) for chair, guest in enumerate(ring, 1) if guest)
    return seating


def _chairs(request: Request, table: Table) -> tuple[dict[int, str], list[int]]:
    """Locked and blocked chairs of a table, counted from 0."""
    places = {f"{table.id}/{chair + 1}": chair for chair in range(table.seats)}
    locked = {places[lock.seat]: lock.guest for lock in request.locked if lock.seat in places}
    return locked, [places[seat] for seat in request.blocked if seat in places]


@dataclass(frozen=True)
class Hall:
    """A hall as the search sees it: seated guests, units of guests, free chairs of each table."""

    request: Request
    tables: tuple[Table, ...]
    room: list[int]
    guests: list[Guest]
    units: list[list[int]]
    start: list[int]
    fixed: dict[int, int]

    @classmethod
    def of(cls, request: Request) -> "Hall":
        """Seat as many as there are chairs, in order of precedence; those with a locked seat in any case."""
        tables = tables_of(request)
        room = [table.seats - len(set(_chairs(request, table)[1])) for table in tables]
        number = {table.id: i for i, table in enumerate(tables)}
        table_of = {lock.guest: number[lock.seat.rpartition("/")[0]] for lock in request.locked}
        others = [guest for guest in request.guests if guest.id not in table_of]
        kept = {guest.id for guest in others[: max(0, sum(room) - len(table_of))]} | set(table_of)
        guests = [guest for guest in request.guests if guest.id in kept]
        names = [guest.id for guest in guests]
        units = groups(names, request.wishes, table_of, max(room, default=0))
        for attempt in (units, [[i] for i in range(len(guests))]):
            fixed = {
                u: table_of[names[i]] for u, unit in enumerate(attempt) for i in unit if names[i] in table_of
            }
            start = first_division(attempt, room, fixed)
            if start is not None:
                return cls(request, tables, room, guests, attempt, start, fixed)
        raise Invalid(_("The guests do not fit the tables."), "shape.tables")

    def problem(self) -> Problem:
        """The search problem: empty chairs are units without wishes."""
        worths = table_worths(self.request, self.guests, self.tables, self.room)
        unit_of = {i: u for u, unit in enumerate(self.units) for i in unit}
        left = list(self.room)
        for unit, table in zip(self.units, self.start, strict=True):
            left[table] -= len(unit)
        empty = [table for table, chairs in enumerate(left) for _chair in range(chairs)]
        large, small = scale_of(self.request)
        return Problem(
            sizes=[*(len(unit) for unit in self.units), *(1 for _chair in empty)],
            tables=self.room,
            pairs=[(unit_of[a], unit_of[b], worth) for a, b, worth in pairs_of(self.request, self.guests)],
            worth=[
                *(
                    [sum(column) for column in zip(*(worths[i] for i in unit), strict=True)]
                    for unit in self.units
                ),
                *([0.0] * len(self.tables) for _chair in empty),
            ],
            start=[*self.start, *empty],
            fixed=frozenset(self.fixed),
            large=large,
            small=small,
        )

    def divided(self, progress: Progress | None) -> list[int]:
        """The table of each unit: by precedence alone, or searched for where anything is wished."""
        problem = self.problem()
        doors = any(table.near_door for table in self.tables) and any(g.needs for g in self.guests)
        if not problem.pairs and not doors:
            return self.start
        return divide(problem, self.request.seed, self.request.seconds, progress).where[: len(self.units)]

    def relabelled(self, where: Sequence[int]) -> list[int]:
        """Equal tables change names so that the highest rank comes first, if that is worth it."""
        worths = table_worths(self.request, self.guests, self.tables, self.room)
        firsts = {t: min(u[0] for u, w in zip(self.units, where, strict=True) if w == t) for t in set(where)}
        bound = set(self.fixed.values())
        new_name = {t: t for t in range(len(self.tables))}
        kinds = [(chairs, table.near_door) for chairs, table in zip(self.room, self.tables, strict=True)]
        for kind in set(kinds):
            equal = [t for t, k in enumerate(kinds) if k == kind and t not in bound]
            ranked = sorted(equal, key=lambda t: firsts.get(t, len(self.guests) + t))
            new_name.update(zip(ranked, equal, strict=True))
        renamed = [new_name[t] for t in where]
        return renamed if self._worth(renamed, worths) > self._worth(where, worths) else list(where)

    def _worth(self, where: Sequence[int], worths: Sequence[Sequence[float]]) -> float:
        return sum(worths[i][t] for unit, t in zip(self.units, where, strict=True) for i in unit)
