"""A seating plan: who sits where and why, as seen from both sides, and what it breaks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.rules.seating.adjusting import adjusted
from dipdesk.rules.seating.couples import alternation_possible, couples
from dipdesk.rules.seating.filling import Seating, check, check_seats, fill
from dipdesk.rules.seating.hall import hall, hall_frame
from dipdesk.rules.seating.horseshoes import hollow_square, horseshoe, stem
from dipdesk.rules.seating.long_tables import bilateral, long_cohost, long_opposite
from dipdesk.rules.seating.pairs import armchairs, signing
from dipdesk.rules.seating.parts import Frame, Layout, Line, Request
from dipdesk.rules.seating.queues import receiving_line, wreath
from dipdesk.rules.seating.rounds import round_table
from dipdesk.rules.seating.rows import head_table, photo, theatre
from dipdesk.rules.seating.vehicles import car, minibus
from dipdesk.rules.seating.wishes import Broken, Room, broken, share_fulfilled
from dipdesk.rules.sources import Source, shipped

Row = tuple[str | None, ...]

LAYOUTS: Mapping[Layout, Callable[[Request], Frame]] = {
    "head_table": head_table,
    "theatre": theatre,
    "long_cohost": long_cohost,
    "long_opposite": long_opposite,
    "couples": couples,
    "bilateral": bilateral,
    "armchairs": armchairs,
    "u": horseshoe,
    "t": stem,
    "hollow_square": hollow_square,
    "round": round_table,
    "hall": hall_frame,
    "signing": signing,
    "car": car,
    "minibus": minibus,
    "photo": photo,
    "receiving_line": receiving_line,
    "wreath": wreath,
}
"""Every layout and the function that gives its frame."""


@dataclass(frozen=True)
class Seat:
    """A seat that is taken, by whom, and why."""

    seat: str
    guest: str
    because: str


@dataclass(frozen=True)
class Plan:
    """The answer. ``observer`` and ``own`` hold one list per row, side or table, None for an empty chair.

    ``score`` is the share of the wishes' weight that is fulfilled, None without wishes. ``frame`` is what the
    plan was made on, for drawing and for :func:`dipdesk.rules.seating.rescue.rescue`.
    """

    seats: tuple[Seat, ...]
    observer: tuple[Row, ...]
    own: tuple[Row, ...]
    empty: tuple[str, ...]
    unseated: tuple[str, ...]
    score: float | None
    broken: tuple[Broken, ...]
    source: Source
    frame: Frame


def plan(request: Request, progress: Progress | None = None) -> Plan:
    """Seat the guests of ``request``; sentences in the language spoken now.

    Raises Invalid, with the place, for ids, seats or wishes that fit nothing. A search that is cancelled
    gives the best so far.
    """
    check(request)
    frame = LAYOUTS[request.layout](request)
    check_seats(request, frame.seats)
    if request.layout == "hall":
        return judged(frame, request, hall(request, frame, progress))
    seating = fill(frame, request)
    return judged(frame, request, adjusted(frame, request, seating, progress), seating)


def judged(frame: Frame, request: Request, seating: Seating, by_rank: Seating | None = None) -> Plan:
    """The plan of a given seating, however it was made; ``by_rank`` is what rank alone would have given."""
    rank = {guest.id: i for i, guest in enumerate(request.guests)}
    room = Room.of(frame)
    seat_of = {guest: seat for seat, guest in seating.items()}
    reasons = _reasons(frame, request, seating, by_rank)
    taken = sorted(seating.items(), key=lambda pair: rank[pair[1]])
    observer = tuple(tuple(seating.get(seat) for seat in line.seats) for line in frame.lines)
    return Plan(
        seats=tuple(Seat(seat, guest, reasons[seat]) for seat, guest in taken),
        observer=observer,
        own=tuple(_own(line, row) for line, row in zip(frame.lines, observer, strict=True)),
        empty=tuple(seat for seat in frame.seats if seat not in seating and seat not in request.blocked),
        unseated=tuple(guest.id for guest in request.guests if guest.id not in seat_of),
        score=share_fulfilled(request.wishes, seat_of, room),
        broken=(*broken(request, seat_of, room), *_customs(request, seat_of, room)),
        source=layout_source(request.layout),
        frame=frame,
    )


def layout_source(layout: Layout) -> Source:
    """Where the rule of a layout comes from."""
    rows = shipped("seating", "layouts.toml")
    return Source.read({"date": rows["date"], **rows[layout]}, layout)


def _own(line: Line, row: Row) -> Row:
    return row[::-1] if line.mirrored else row


def _reasons(frame: Frame, request: Request, seating: Seating, by_rank: Seating | None) -> dict[str, str]:
    """Why each guest has the seat: locked, moved for a wish, or the rule of the layout."""
    of_layout = {
        seat: text for chain in frame.chains for seat, text in zip(chain.seats, chain.because, strict=False)
    }
    locked = {lock.seat for lock in request.locked}
    reasons = {}
    for seat, guest in seating.items():
        if seat in frame.told:
            reasons[seat] = frame.told[seat]
        elif seat in locked:
            reasons[seat] = _("Locked to this seat.")
        elif by_rank is not None and by_rank.get(seat) != guest:
            reasons[seat] = _("Moved from the place of the rank so that wishes are kept.")
        elif seat in of_layout:
            reasons[seat] = of_layout[seat]
        else:
            table, _slash, chair = seat.rpartition("/")
            text = _("Table {table}, chair {chair}: by precedence and wishes.")
            reasons[seat] = text.format(table=table, chair=chair)
    return reasons


def _customs(request: Request, seat_of: Mapping[str, str], room: Room) -> list[Broken]:
    """Customs of the layout that this plan breaks."""
    if request.layout != "couples":
        return []
    found = []
    if not alternation_possible(len(request.guests)):
        text = _("With {number} at table, women and men cannot alternate while the hosts face each other.")
        hosts = tuple(guest.id for guest in request.guests if guest.role in ("host", "cohost"))
        found.append(Broken("alternation", hosts, text.format(number=len(request.guests))))
    called = {guest.id: guest.called for guest in request.guests}
    for guest in request.guests:
        other = guest.spouse_of
        if other and guest.id in seat_of and seat_of.get(other) in room.beside[seat_of[guest.id]]:
            text = _("{a} and {b} are a couple and sit side by side.")
            found.append(Broken("couple", (guest.id, other), text.format(a=guest.called, b=called[other])))
    return found
