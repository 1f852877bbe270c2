"""Which day it is here."""

from datetime import date, datetime


def today() -> date:
    """The day by the clock and the zone of this computer."""
    return datetime.now().astimezone().date()
