"""The journeys of a visit as its programme tells them: at which hour of which day, and in words."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import ceremonies_apart
from dipdesk.i18n import _, format_time, language, zone_city
from dipdesk.model import Ceremony, ProgrammeItem, Travel, Visit, best_text
from dipdesk.model.travel import DIRECTIONS, MEANS
from dipdesk.rules.programme_stop import moment_at
from dipdesk.rules.timing import Moment
from dipdesk.rules.two_clocks import clock_in, hours_in, is_elsewhere

_USUAL_START = time(9, 0)
_OUT_OF_THERE = timedelta(minutes=30)
"""So long after an arrival one is on the way to the first item; a planning value of ours."""
_QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Passage:
    """A journey at the hour at which somebody must be there, by the clocks of the visit; ``at`` is that hour.

    ``words`` are few, ``more`` are all; both tell each hour by the clock of its place.
    """

    travel_id: str
    at: Moment
    words: str
    more: str
    entity: str = "travel"
    """Of which the id is: a journey, or a ceremony for which no item stands."""

    @property
    def day(self) -> date:
        """The day in the place of the visit."""
        return self.at.local.date()


def passages(session: Session, visit_id: str, zone: str) -> tuple[Passage, ...]:
    """The journeys of a visit whose hours are known, and the ceremonies for which no item stands, in order.

    ``zone`` is that of the visit.
    """
    found = session.scalars(select(Travel).where(Travel.visit_id == visit_id))
    made = [_passage(one, at, zone) for one in found if (at := one.moment()) is not None]
    made += _ceremonies(session, visit_id, zone)
    return tuple(sorted(made, key=lambda one: (one.at.instant, one.travel_id)))


def _ceremonies(session: Session, visit_id: str, zone: str) -> list[Passage]:
    """The ceremonies of a visit that have an hour and for which no item of its programme stands."""
    items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id)).all()
    wanted = select(Ceremony).where(Ceremony.visit_id == visit_id, Ceremony.state != "cancelled")
    made = []
    for one in ceremonies_apart.apart(items, session.scalars(wanted)):
        if one.starts is not None:
            hour, place = hours_in(one.starts, None, zone), best_text(one, "place", language())
            hours = hours_in(one.starts, one.ends, zone)
            more = "\n".join(part for part in (one.title(), hours, place) if part)
            words = f"{hour} {one.title()}"
            made.append(Passage(one.id, one.starts.seen_in(zone), words, more, "ceremony"))
    return made


def first_start(session: Session, visit: Visit, zone: str) -> Moment | None:
    """When a programme most likely begins, by the clock of ``zone``; None if the visit has no day yet.

    At nine on the first day; if the first of them are not there by then, on the quarter of an hour by which
    they are out of the airport.
    """
    if visit.starts is None:
        return None
    usual = Moment(datetime.combine(visit.starts, _USUAL_START), zone)
    arrivals = select(Travel.arrives).where(Travel.visit_id == visit.id, Travel.direction == "arrival")
    known = [one.instant for one in session.scalars(arrivals) if one is not None]
    if not known or min(known) + _OUT_OF_THERE <= usual.instant:
        return usual
    late = moment_at(min(known) + _OUT_OF_THERE, zone)
    since = timedelta(minutes=late.local.minute) % _QUARTER
    return Moment(late.local + (_QUARTER - since) % _QUARTER, zone)


def _passage(one: Travel, at: Moment, zone: str) -> Passage:
    hour = format_time(at.local)
    if is_elsewhere(at, zone):
        hour = f"{hour} {zone_city(at.zone)}"
    means = _(MEANS[one.means]) if one.means in MEANS else ""
    way = f"→ {one.destination}" if one.direction == "departure" else f"{one.origin} →"
    known = one.destination if one.direction == "departure" else one.origin
    words = " ".join(part for part in (hour, one.number or means, way if known else "") if part)
    leaves, starts = one.leaves, one.leaves or at
    hours = hours_in(starts, one.arrives, zone) if leaves and one.arrives else clock_in(at, zone)
    direction = _(DIRECTIONS[one.direction]) if one.direction in DIRECTIONS else ""
    more = ": ".join(part for part in (direction, one.title()) if part)
    return Passage(one.id, at.seen_in(zone), words, "\n".join(part for part in (more, hours) if part))
