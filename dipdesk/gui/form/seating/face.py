"""How a guest looks in a plan: rank, name, and the colour of the delegation or area."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from dipdesk.actions.guest_order import Attendee
from dipdesk.actions.seating_plans import Seated
from dipdesk.model.colours import SHADES

GUEST_MIME = "application/x-dipdesk-guest"
"""What is dragged from the list of guests to a chair."""
BY_SIDE, BY_COUNTRY = "side", "country"
_SIDES = {"guest": "blue", "host": "teal"}


@dataclass(frozen=True)
class Face:
    """What stands at a chair; ``called`` are given and family name, as they stand beside it."""

    guest_id: str
    rank: int
    name: str
    called: tuple[str, str]
    colour: QColor


def faces(seated: Seated, by: str = BY_SIDE) -> Mapping[str, Face]:
    """The face at every seat that is taken; guests are coloured by their side or by their country."""
    colours = _colours(seated, by)
    known = {one.guest.id: one for one in seated.order.attendees}
    return {seat: face_of(known[guest], colours[guest]) for seat, guest in seated.seating.items()}


def face_of(one: Attendee, colour: QColor) -> Face:
    """How one guest looks."""
    person = one.person
    return Face(one.guest.id, one.place, person.title(), (person.given_name, person.family_name), colour)


def _colours(seated: Seated, by: str) -> Mapping[str, QColor]:
    if by == BY_SIDE:
        names = {one.guest.id: _SIDES.get(one.guest.side, "grey") for one in seated.order.attendees}
    else:
        countries = list(dict.fromkeys(one.standing.country for one in seated.order.attendees))
        shades = list(SHADES)
        names = {
            one.guest.id: shades[countries.index(one.standing.country) % len(shades)]
            for one in seated.order.attendees
        }
    return {guest: QColor(*SHADES[name]) for guest, name in names.items()}
