"""Two delegations face to face, counterparts opposite each other (S6): who has which chair, and the gaps.

The guests sit by their order of precedence; each host takes the chair opposite his or her counterpart, so
that the second of the hosts may sit to the left of the head. That counterparts face each other is a
proposal of ours, for talks in which they speak with each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dipdesk.rules.seating.geometry import room
from dipdesk.rules.seating.long_tables import bilateral
from dipdesk.rules.seating.parts import Frame, Request

Pair = tuple[str, str]
"""The ids of a guest and of the host opposite; one of them is empty where there is nobody."""


@dataclass(frozen=True)
class FaceToFace:
    """The guest of each seat, how many pairs face each other, and who has an empty chair opposite."""

    seating: Mapping[str, str]
    pairs: int
    alone: tuple[str, ...]


def chairs_for(pairs: Sequence[Pair]) -> int:
    """How many chairs each side needs: as many as the larger side, and an odd number with the head amid."""
    size = max(sum(1 for pair in pairs if pair[side]) for side in (0, 1)) if pairs else 0
    return size + (size % 2 == 0) if size else 0


def face_to_face(request: Request, pairs: Sequence[Pair]) -> FaceToFace:
    """Seat the pairs, in the order of the guests, heads first; interpreters where the layout puts them.

    Who is locked keeps the seat, and blocked seats stay empty. Hosts without a counterpart take the best
    chairs that are left. Those who find no chair are left out.
    """
    frame = bilateral(request)
    seating = _aside(frame, request)
    taken = set(seating) | set(request.blocked)
    seated = set(seating.values())
    hosts, guests = ([seat for seat in _delegates(frame, line) if seat not in taken] for line in ("1", "2"))
    across = _distances(request, frame)
    wanted = {host: guest for guest, host in pairs if guest and host}
    for guest in (one for one, _host in pairs if one and one not in seated):
        if guests:
            seating[guests.pop(0)] = guest
    place = {guest: seat for seat, guest in seating.items()}
    paired = [host for host in wanted if host not in seated and wanted[host] in place]
    for host in paired:
        if hosts:
            seating[_nearest(hosts, across, place[wanted[host]])] = host
    for host in (one for guest, one in pairs if one and one not in seated and one not in paired):
        if hosts:
            seating[hosts.pop(0)] = host
    return _told(seating, pairs, across)


def _aside(frame: Frame, request: Request) -> dict[str, str]:
    """Who sits where whatever the pairs are: those who are locked, then the interpreters."""
    found = {one.seat: one.guest for one in request.locked}
    delegates = {_first(frame, line) for line in ("1", "2")}
    for chain in frame.chains:
        if chain.seats and chain.seats[0] not in delegates:
            free = zip(chain.seats, chain.guests, strict=False)
            found |= {seat: who for seat, who in free if seat not in found and who not in found.values()}
    return found


def _delegates(frame: Frame, line: str) -> tuple[str, ...]:
    """The chairs of the delegates of a side, the head's first."""
    return next((one.seats for one in frame.chains if one.seats and one.seats[0].startswith(f"{line}/")), ())


def _first(frame: Frame, line: str) -> str:
    return next(iter(_delegates(frame, line)), "")


def _distances(request: Request, frame: Frame) -> dict[str, float]:
    """How far along the table each chair stands from the heads, in centimetres, as seen from above."""
    return {chair.seat: chair.x for chair in room(replace(request, layout="bilateral"), frame).chairs}


def _nearest(free: list[str], across: Mapping[str, float], seat: str) -> str:
    """Take out the free chair that is nearest to being opposite a seat."""
    best = min(free, key=lambda chair: (abs(across[chair] - across[seat]), free.index(chair)))
    free.remove(best)
    return best


def _told(seating: Mapping[str, str], pairs: Sequence[Pair], across: Mapping[str, float]) -> FaceToFace:
    """Which pairs really face each other, and who looks at nobody."""
    place = {who: seat for seat, who in seating.items()}
    facing = {
        round(across[seat]): who for seat, who in seating.items() if seat.startswith("1/") and _at_table(seat)
    }
    count = sum(
        1
        for guest, host in pairs
        if guest in place and host in place and facing.get(round(across[place[guest]])) == host
    )
    guests = [guest for guest, _host in pairs if guest in place]
    alone = tuple(guest for guest in guests if round(across[place[guest]]) not in facing)
    return FaceToFace(dict(seating), count, alone)


def _at_table(seat: str) -> bool:
    return "behind" not in seat
