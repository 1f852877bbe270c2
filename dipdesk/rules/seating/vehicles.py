"""Cars and minibuses (S10); the driver sits on the left."""

from collections.abc import Collection

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Frame, Line, Request, chain, lines

WHEEL = "1/wheel"
"""The seat at the wheel of a car; it is there only if a guest is locked to it, who then drives."""
_TWO = 2


def car(request: Request) -> Frame:
    """With a chauffeur rear right, rear left, front passenger; the middle of the rear is always last.

    If somebody is locked to :data:`WHEEL` and so drives, the place beside the driver is the first.
    """
    drives = any(lock.seat == WHEEL for lock in request.locked)
    wanted = request.shape.seats if request.shape.seats is not None else request.places_needed - drives
    rear = _rear(wanted - 1)
    rows, seat_of = lines([["front"], rear])
    if drives:
        rows = (Line((seat_of["front"], WHEEL)), *rows[1:])
    honoured = _with_host_driving() if drives else _with_chauffeur()
    order = [place for place in honoured if place in seat_of]
    found = chain(request.guests, order, seat_of, [honoured[place] for place in order])
    return Frame(rows, (found,), told={WHEEL: _("Drives the car.")} if drives else {})


def car_place(seat: str, seats: Collection[str]) -> str:
    """Where a seat of a car is, given all its ``seats``: wheel, front, right, middle or left; else empty."""
    if seat in (WHEEL, "1/1"):
        return "wheel" if seat == WHEEL else "front"
    row, _slash, place = seat.partition("/")
    rear = _rear(sum(one.startswith("2/") for one in seats))
    number = int(place) if place.isdigit() else 0
    return rear[number - 1] if row == "2" and 0 < number <= len(rear) else ""


def _rear(count: int) -> list[str]:
    """The places of the rear as they are numbered."""
    return ["right", "middle", "left"] if count > _TWO else ["right", "left"]


def _with_chauffeur() -> dict[str, str]:
    """The places from the first on, with their reasons."""
    return {
        "right": _("Rear right, on the kerb side: the first place."),
        "left": _("Rear left: the second place."),
        "front": _("Beside the driver: the third place."),
        "middle": _("The middle of the rear: the last place."),
    }


def _with_host_driving() -> dict[str, str]:
    return {
        "front": _("Beside the host, who drives: the first place."),
        "right": _("Rear right: the second place."),
        "left": _("Rear left: the third place."),
        "middle": _("The middle of the rear: the last place."),
    }


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
