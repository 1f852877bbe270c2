"""Host and guest of honour side by side: armchairs (S7) and the signing table (S9)."""

from collections.abc import Sequence

from dipdesk.i18n import _
from dipdesk.rules.seating.long_tables import interpreters_behind
from dipdesk.rules.seating.parts import (
    Chain,
    Frame,
    Guest,
    Request,
    chain,
    is_host_side,
    lines,
    with_role,
    without,
)

Sides = tuple[list[Guest], list[Guest], list[Guest]]


def armchairs(request: Request) -> Frame:
    """The guest to the host's own right, each delegation down its own side, interpreters behind."""
    hosts, others, interpreters = _sides(request.guests)
    more = len(request.blocked)
    row = [
        *(("guest", i) for i in reversed(range(len(others) + more))),
        *(("host", i) for i in range(len(hosts))),
    ]
    rows, seat_of = lines([row])
    behind = interpreters_behind(interpreters, 1)
    host_slots = [slot for slot in row if slot[0] == "host"]
    guest_slots = [slot for slot in reversed(row) if slot[0] == "guest"]
    return Frame(
        rows,
        (
            chain(others, guest_slots, seat_of, _side_reasons(len(guest_slots), _first_guest(), guests=True)),
            chain(hosts, host_slots, seat_of, _side_reasons(len(host_slots), _host(), guests=False)),
            behind,
        ),
        behind.seats,
    )


def signing(request: Request) -> Frame:
    """Both sit facing the audience, the guest to the host's own right; delegations stand behind in order."""
    hosts, others, interpreters = _sides(request.guests)
    seated = [*(["guest"] if others else []), *(["host"] if hosts else [])]
    standing: list[tuple[str, int]] = [
        *(("guest", i) for i in reversed(range(1, len(others)))),
        *(("host", i) for i in range(1, len(hosts))),
    ]
    rows, seat_of = lines([row for row in (seated, standing) if row])
    guest_slots = [*(["guest"] if others else []), *(("guest", i) for i in range(1, len(others)))]
    host_slots = [*(["host"] if hosts else []), *(("host", i) for i in range(1, len(hosts)))]
    behind = interpreters_behind(interpreters, 1)
    chains: tuple[Chain, ...] = (
        chain(others, guest_slots, seat_of, _signing_reasons(len(others), _signing_guest())),
        chain(hosts, host_slots, seat_of, _signing_reasons(len(hosts), _signing_host())),
        behind,
    )
    return Frame(rows, chains, behind.seats)


def _sides(guests: Sequence[Guest]) -> Sides:
    """Hosts with the host first, guests with the guest of honour first, interpreters."""
    people = [guest for guest in guests if guest.role != "interpreter"]
    hosts = [guest for guest in people if is_host_side(guest)]
    others = [guest for guest in people if not is_host_side(guest)]
    return (
        _first(hosts, "host"),
        _first(others, "guest_of_honour"),
        [guest for guest in guests if guest.role == "interpreter"],
    )


def _first(guests: list[Guest], role: str) -> list[Guest]:
    found = with_role(guests, role)
    return [*([found] if found else []), *without(guests, found)]


def _host() -> str:
    return _("The host, side by side with the guest of honour.")


def _first_guest() -> str:
    return _("The guest of honour, to the host's own right.")


def _side_reasons(number: int, first: str, *, guests: bool) -> list[str]:
    text = _("Place {rank} down the guests' side.") if guests else _("Place {rank} down the hosts' side.")
    return [first if rank == 1 else text.format(rank=rank) for rank in range(1, number + 1)]


def _signing_host() -> str:
    return _("The host signs to the own left of the guest.")


def _signing_guest() -> str:
    return _("The guest signs to the host's own right.")


def _signing_reasons(number: int, first: str) -> list[str]:
    text = _("Stands behind the own signatory, place {rank} of the delegation.")
    return [first if rank == 1 else text.format(rank=rank) for rank in range(1, number + 1)]
