"""Mixed tables with couples (S5): host and hostess at the ends (English) or in the middle (French)."""

from collections import deque
from collections.abc import Sequence

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Chain, Frame, Guest, Request, lines, needed, without


def alternation_possible(total: int) -> bool:
    """Whether men and women alternate all round while host and hostess face each other: 6, 10, 14 …"""
    return total % 4 == 2 and total > 2


def couples(request: Request) -> Frame:
    """Seats of a ring, 0 the host and then to the host's right; men sit on even seats, women on odd ones.

    Where alternation is impossible (total a multiple of four) the hostess sits one place to the host's
    right of the foot and the first man takes the foot. Raises Invalid if host, co-host or a sex is missing.
    """
    if not request.guests:
        return Frame((), ())
    host, hostess = needed(request.guests, "host"), needed(request.guests, "cohost")
    _check(request, host, hostess)
    size = max(_ring_size(request), 4)
    rows, mirrored = (_french(size), True) if request.switches.style == "french" else (_english(size), False)
    found, seat_of = lines(rows, mirrored=mirrored)
    rest = without(request.guests, host, hostess)
    chains = [
        Chain((host.id,), (seat_of[0],), (_("The host's own place."),)),
        Chain(
            (hostess.id,),
            (seat_of[hostess_seat(size)],),
            (_("The hostess, facing the host as far as alternation allows."),),
        ),
    ]
    same, other = designated(size)
    for sex, ranks in ((hostess.sex, same), (host.sex, other)):
        people = [guest for guest in rest if guest.sex == sex]
        reasons = [_reason(rank, of_hostess_sex=sex == hostess.sex) for rank in range(1, len(ranks) + 1)]
        chains.append(Chain(tuple(g.id for g in people), tuple(seat_of[s] for s in ranks), tuple(reasons)))
    ends = [] if mirrored else [(0, 1), (0, size - 1), (size // 2, size // 2 - 1), (size // 2, size // 2 + 1)]
    corners = tuple((seat_of[one], seat_of[two]) for one, two in ends)
    return Frame(found, tuple(chains), spill=True, corners=corners)


def _check(request: Request, host: Guest, hostess: Guest) -> None:
    for i, guest in enumerate(request.guests):
        if not guest.sex:
            raise Invalid(
                _("This layout needs to know whether a guest is a woman or a man."), f"guests[{i}].sex"
            )
    if host.sex == hostess.sex:
        raise Invalid(_("Host and co-host of a mixed table are a man and a woman."), "guests")


def _ring_size(request: Request) -> int:
    """An even number of seats that holds everyone, alternating if possible."""
    if request.shape.seats is not None:
        return request.shape.seats + request.shape.seats % 2
    return request.places_needed + request.places_needed % 2


def hostess_seat(size: int) -> int:
    """The foot, or the place before it where facing each other would break the alternation."""
    return size // 2 if size % 4 == 2 else size // 2 - 1


def designated(size: int) -> tuple[list[int], list[int]]:
    """Seats in order of honour for those of the hostess's sex and for those of the host's.

    Ladies: host's right, host's left, right of M1, left of M2 …; men: hostess's right, hostess's left,
    right of W1, left of W2 …; a seat that is taken is passed over.
    """
    hostess = hostess_seat(size)
    taken = {0, hostess}
    ladies: list[int] = []
    men: list[int] = []
    next_lady = deque([1, size - 1])
    next_man = deque([(hostess + 1) % size, hostess - 1])
    while next_lady or next_man:
        for seats, queue, opposite in ((ladies, next_lady, next_man), (men, next_man, next_lady)):
            for _turn in range(2):
                _seat_next(seats, queue, opposite, taken, size)
    return ladies, men


def _seat_next(
    seats: list[int], queue: "deque[int]", opposite: "deque[int]", taken: set[int], size: int
) -> None:
    """Give the next free designated seat; the one beside it becomes the next for the other sex."""
    while queue:
        seat = queue.popleft() % size
        if seat in taken:
            continue
        taken.add(seat)
        seats.append(seat)
        opposite.append(seat + 1 if len(seats) % 2 else seat - 1)
        return


def _english(size: int) -> list[Sequence[int]]:
    """Host's right side and left side, each from head to foot, then the two ends."""
    foot = size // 2
    return [range(1, foot), range(size - 1, foot, -1), [0], [foot]]


def _french(size: int) -> list[Sequence[int]]:
    """The host's long side and the other one, each as somebody facing it sees it."""
    half = size // 2
    first = -(half // 2)
    host_side = [seat % size for seat in range(first, first + half)]
    other = [seat % size for seat in range(first + half, first + size)]
    return [host_side[::-1], other[::-1]]


def _reason(rank: int, *, of_hostess_sex: bool) -> str:
    fixed = {
        (1, True): _("Beside the host, to the right."),
        (2, True): _("Beside the host, to the left."),
        (1, False): _("Beside the hostess, to the right."),
        (2, False): _("Beside the hostess, to the left."),
    }
    if found := fixed.get((rank, of_hostess_sex)):
        return found
    if rank % 2:
        return _("Place {rank}: to the right of the next higher of the other sex.").format(rank=rank)
    return _("Place {rank}: to the left of the next higher of the other sex.").format(rank=rank)
