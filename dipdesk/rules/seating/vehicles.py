"""Cars and minibuses (S10), driven by a chauffeur who sits on the left."""

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Frame, Request, chain, lines

_CAR_SEATS = 4


def car(request: Request) -> Frame:
    """Rear right first, rear left second, front passenger third, the middle of the rear last."""
    wanted = request.shape.seats if request.shape.seats is not None else request.places_needed
    middle = wanted >= _CAR_SEATS
    rear = ["right", "middle", "left"] if middle else ["right", "left"]
    rows, seat_of = lines([["front"], rear])
    order = ["right", "left", "front", *(["middle"] if middle else [])]
    reasons = [
        _("Rear right, on the kerb side: the first place."),
        _("Rear left: the second place."),
        _("Beside the driver: the third place."),
        _("The middle of the rear: the last place."),
    ]
    return Frame(rows, (chain(request.guests, order, seat_of, reasons[: len(order)]),))


def minibus(request: Request) -> Frame:
    """Row by row from the driver, in each row from the door side (right) inward."""
    left = 1 if request.shape.left is None else request.shape.left
    right = 2 if request.shape.right is None else request.shape.right
    width = left + right
    number = request.shape.rows
    if number is None:
        number = -(-request.places_needed // width) if width else 0
    slots = [(row, place) for row in range(number) for place in range(width)]
    rows, seat_of = lines([slots[row * width : (row + 1) * width] for row in range(number)])
    text = _("Row {row} behind the driver, seat {seat} from the door side.")
    reasons = [text.format(row=row + 1, seat=place + 1) for row, place in slots]
    return Frame(rows, (chain(request.guests, slots, seat_of, reasons),))
