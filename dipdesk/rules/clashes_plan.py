"""What the logistics of visits consist of, as plain values: who travels, sleeps, rides, serves, and when.

Ids name records (``ride/0190…``), people are named by the ids of their records without the entity.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from dipdesk.rules.timing import Moment

SPOKEN = frozenset({"meeting", "call", "ceremony", "tour", "meal", "press"})
"""Kinds of items at which people talk with each other."""


@dataclass(frozen=True)
class Stay:
    """A visit: its first and last day; ``abroad`` if our own delegation travels."""

    id: str
    what: str
    starts: date | None = None
    ends: date | None = None
    officer: str = ""
    abroad: bool = False


@dataclass(frozen=True)
class Traveller:
    """A member of a delegation; ``guest`` for those who travel to the visit and sleep there.

    The ``head`` leads the delegation. ``visa`` is not_needed, needed, applied, granted, or empty.
    """

    id: str
    visit: str
    person: str
    guest: bool = True
    arrival: str = ""
    departure: str = ""
    room: str = ""
    moves: tuple[tuple[date, str], ...] = ()
    languages: tuple[str, ...] = ()
    needs_interpreter: bool = False
    interprets: tuple[str, ...] = ()
    passport_until: date | None = None
    has_passport: bool = True
    visa: str = ""
    head: bool = False


@dataclass(frozen=True)
class Journey:
    """A flight or other way to the visit (``arrival``), from it (``departure``) or ``between``.

    ``met_by`` names who meets or sees off those on board, ``destination`` is the town as it was typed.
    """

    id: str
    visit: str
    what: str
    direction: str = "arrival"
    leaves: Moment | None = None
    arrives: Moment | None = None
    met: bool = True
    met_by: str = ""
    destination: str = ""


@dataclass(frozen=True)
class Room:
    """A room of a hotel; ``beds`` is how many people can sleep in it, None if nobody said."""

    id: str
    visit: str
    what: str
    beds: int | None = None


@dataclass(frozen=True)
class Ride:
    """A car takes ``passengers`` (ids of travellers); ``seats`` without the driver's, None if unknown.

    ``origin`` and ``destination`` are places as they were typed; escort and luggage cars carry nobody.
    """

    id: str
    visit: str
    what: str
    starts: Moment | None = None
    ends: Moment | None = None
    car: str = ""
    car_name: str = ""
    seats: int | None = None
    driver: str = ""
    passengers: tuple[str, ...] = ()
    towards: str = ""
    origin: str = ""
    destination: str = ""
    carries: bool = True


@dataclass(frozen=True)
class Event:
    """An item of the programme; ``takes_part`` as the programme says it, ``members`` are travellers' ids.

    ``spoken`` if people talk with each other there, so that an interpreter may be needed;
    ``minutes_there`` is the time on the way to it.
    """

    id: str
    visit: str
    what: str
    starts: Moment
    ends: Moment | None = None
    place: str = ""
    minutes_there: int = 0
    takes_part: str = "all"
    members: frozenset[str] = frozenset()
    responsible: str = ""
    spoken: bool = False


@dataclass(frozen=True)
class Duty:
    """Somebody serves: at an ``event``, or along with a ``member`` from ``starts`` to ``ends``."""

    id: str
    visit: str
    what: str
    kind: str = "interpreter"
    person: str = ""
    starts: Moment | None = None
    ends: Moment | None = None
    event: str = ""
    member: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Absence:
    """A person is on leave from a day to a day."""

    id: str
    person: str
    starts: date
    ends: date


@dataclass(frozen=True)
class Plan:
    """The logistics of one or several visits; ``names`` says what people are called.

    ``today`` is the day that it is; without it nothing is told that depends on how long there still is.
    """

    stays: tuple[Stay, ...] = ()
    travellers: tuple[Traveller, ...] = ()
    journeys: tuple[Journey, ...] = ()
    rooms: tuple[Room, ...] = ()
    rides: tuple[Ride, ...] = ()
    events: tuple[Event, ...] = ()
    duties: tuple[Duty, ...] = ()
    absences: tuple[Absence, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None

    @property
    def size(self) -> int:
        """How many things bind people and cars to a time."""
        return len(self.events) + len(self.rides) + len(self.duties)

    def of(self, visit: str) -> "Plan":
        """The part that belongs to one visit."""
        return replace(
            self,
            stays=tuple(one for one in self.stays if one.id == visit),
            travellers=tuple(one for one in self.travellers if one.visit == visit),
            journeys=tuple(one for one in self.journeys if one.visit == visit),
            rooms=tuple(one for one in self.rooms if one.visit == visit),
            rides=tuple(one for one in self.rides if one.visit == visit),
            events=tuple(one for one in self.events if one.visit == visit),
            duties=tuple(one for one in self.duties if one.visit == visit),
        )


@dataclass(frozen=True)
class Finding:
    """What cannot be as it is planned: a sentence, the records it is about, those to go to first in front.

    ``kind`` names the rule; ``visits`` are the visits it concerns; ``at`` orders findings by time; a ``mild``
    one may be as it is meant.
    """

    kind: str
    sentence: str
    records: tuple[str, ...]
    visits: frozenset[str]
    at: datetime
    mild: bool = False


def instant(moment: Moment) -> datetime:
    """The moment as one that compares rightly with moments of other places."""
    return moment.instant


def start_of(day: date | None) -> datetime:
    """Where a finding of a whole day stands among the others; days that nobody knows come last."""
    known = day or date.max
    return datetime(known.year, known.month, known.day, tzinfo=UTC)
