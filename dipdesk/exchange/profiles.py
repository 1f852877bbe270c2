"""The published shapes of lists that dipdesk knows; a new one is added here."""

from functools import cache

from dipdesk.exchange.collaborations import Collaborations
from dipdesk.exchange.contacts import Contacts
from dipdesk.exchange.shapes import Shape
from dipdesk.exchange.sister_cities import SisterCities


@cache
def profiles() -> tuple[Shape, ...]:
    """All of them, in the order in which a table is tried."""
    return SisterCities(), Collaborations(), Contacts()
