"""One round table (S8): the host, then odd ranks to the right and even ranks to the left."""

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Frame, Request, chain, lines, with_role, without


def round_table(request: Request) -> Frame:
    """Seats run counter-clockwise from the host as seen from above; without a host the first sits there."""
    size = request.shape.seats if request.shape.seats is not None else request.places_needed
    row, seat_of = lines([range(size)], mirrored=False, ring=True)
    host = with_role(request.guests, "host")
    rest = without(request.guests, host)
    guest = with_role(rest, "guest_of_honour")
    guests = [*(g for g in (host, guest) if g), *without(rest, guest)]
    order = round_order(size)
    return Frame(row, (chain(guests, order, seat_of, [_reason(rank) for rank in range(size)]),))


def round_order(size: int) -> list[int]:
    """Chairs to the host's right in the order of honour: 0, 1, -1, 2, -2 …"""
    order = [0] if size else []
    for rank in range(1, size):
        order.append((rank + 1) // 2 if rank % 2 else size - rank // 2)
    return order


def _reason(rank: int) -> str:
    if rank == 0:
        return _("The host's place at the round table, or that of the first where there is no host.")
    if rank % 2:
        return _("Place {rank}: chair {chair} to the host's right.").format(rank=rank, chair=(rank + 1) // 2)
    return _("Place {rank}: chair {chair} to the host's left.").format(rank=rank, chair=rank // 2)
