"""Which arrival a car stands for, as its way says: for cars in which nobody is listed.

A proposal of ours, from the names of places as an office types them: a car that begins where a journey ends,
or at any airport or station, is the way from an arrival.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from dipdesk.i18n import fold
from dipdesk.rules.clashes_plan import Journey, Ride, instant

AFTER_ARRIVAL = timedelta(hours=3)
"""How soon after an arrival a ride must begin to count as the way from it."""
_GATES = (
    *("airport", "aeroport", "aerodrom", "flughafen", "havaalani", "havalimani", "terminal"),
    *(
        "station",
        "bahnhof",
        "gar",
        "gari",
        "otogar",
        "port",
        "harbour",
        "liman",
        "limani",
        "iskele",
        "iskelesi",
    ),
)
"""Words, folded, for places where journeys end."""


def arrival_of(ride: Ride, journeys: Iterable[Journey]) -> Journey | None:
    """The arrival of the same visit and day that a ride is the way from; None if its way tells of none.

    One that was there up to three hours before counts first, the latest; else the first that comes after it.
    """
    found = _from_there(ride, journeys)
    if ride.starts is None or not found:
        return None
    begins = instant(ride.starts)
    there = [one for one in found if timedelta() <= begins - _there(one) <= AFTER_ARRIVAL]
    if there:
        return max(there, key=_there)
    coming = [one for one in found if _there(one) > begins]
    return min(coming, key=_there) if coming else None


def _from_there(ride: Ride, journeys: Iterable[Journey]) -> list[Journey]:
    """The arrivals of the day that end where a ride begins: of the nearest name, else all if it is a gate."""
    if ride.starts is None:
        return []
    day = ride.starts.local.date()
    arrivals = [
        one
        for one in journeys
        if one.direction == "arrival" and one.arrives and one.visit == ride.visit
        if one.arrives.local.date() == day
    ]
    likeness = {one.id: _likeness(ride, one) for one in arrivals}
    best = max(likeness.values(), default=0)
    if best:
        return [one for one in arrivals if likeness[one.id] == best]
    return arrivals if _is_gate(ride.origin) and not _is_gate(ride.destination) else []


def _likeness(ride: Ride, journey: Journey) -> int:
    """How many words the beginning of a ride and the end of a journey share; 0 if they are two places."""
    here, goal, end = _words(ride.origin), _words(ride.destination), _words(journey.destination)
    if not here or not end or end <= goal or _is_gate(ride.destination):
        return 0
    return len(here & end) if here <= end or end <= here else 0


def _is_gate(place: str) -> bool:
    return not _words(place).isdisjoint(_GATES)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text)))


def _there(journey: Journey) -> datetime:
    assert journey.arrives is not None
    return instant(journey.arrives)
