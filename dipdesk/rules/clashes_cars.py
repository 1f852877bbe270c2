"""Cars: one in two rides, more people than seats, rides that miss the flight, arrivals nobody meets.

A proposal of ours; the order in a car and in a convoy is in practice S10 of protocol, and not judged here.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from dipdesk.i18n import _, ngettext
from dipdesk.rules.arrival_ways import AFTER_ARRIVAL
from dipdesk.rules.clashes_plan import Finding, Journey, Plan, Ride, instant
from dipdesk.rules.clashes_said import people, span

BEFORE_DEPARTURE = timedelta(hours=6)
"""How soon before a departure a ride must be over to count as the way to it."""


def car_twice(plan: Plan, visit: str = "") -> Iterator[Finding]:
    """The same car in two rides at the same time; with a ``visit``, one of them is of that visit."""
    rides = sorted(
        ((instant(one.starts), one) for one in plan.rides if one.car and one.starts),
        key=lambda pair: (pair[0], pair[1].id),
    )
    running: list[Ride] = []
    for starts, later in rides:
        running = [one for one in running if _end(one) > starts]
        for earlier in running:
            if visit and visit not in (earlier.visit, later.visit):
                continue
            if earlier.car == later.car and earlier.starts and later.starts:
                text = _("{car} has two rides at the same time: {first} ({when}) and {second} ({then}).")
                sentence = text.format(
                    car=later.car_name,
                    first=earlier.what,
                    when=span(earlier.starts, earlier.ends),
                    second=later.what,
                    then=span(later.starts, later.ends),
                )
                visits = frozenset({earlier.visit, later.visit})
                yield Finding("car_twice", sentence, (later.id, earlier.id), visits, starts)
        running.append(later)


def car_full(plan: Plan) -> Iterator[Finding]:
    """More passengers than seats."""
    for one in plan.rides:
        if one.seats is None or one.starts is None or len(one.passengers) <= one.seats:
            continue
        text = ngettext(
            "{car} has {seats} seat for guests, but {count} ride in it: {ride} ({when}).",
            "{car} has {seats} seats for guests, but {count} ride in it: {ride} ({when}).",
            one.seats,
        )
        sentence = text.format(
            car=one.car_name,
            seats=one.seats,
            count=len(one.passengers),
            ride=one.what,
            when=span(one.starts, one.ends),
        )
        yield _of_ride("car_full", sentence, one)


def missed(plan: Plan) -> Iterator[Finding]:
    """Rides that leave before the passenger's journey is over, or reach the next one too late."""
    journeys = {one.id: one for one in plan.journeys}
    members = {one.id: one for one in plan.travellers}
    for ride in plan.rides:
        early: dict[str, list[str]] = {}
        late: dict[str, list[str]] = {}
        for member in (members[one] for one in ride.passengers if one in members):
            arrival, departure = journeys.get(member.arrival), journeys.get(member.departure)
            if arrival and _before(ride, arrival):
                early.setdefault(arrival.id, []).append(member.person)
            if departure and _after(ride, departure):
                late.setdefault(departure.id, []).append(member.person)
        yield from _missed(plan, ride, journeys, early, _EARLY)
        yield from _missed(plan, ride, journeys, late, _LATE)


_EARLY = "ride_too_early"
_LATE = "ride_too_late"


def _missed(
    plan: Plan, ride: Ride, journeys: dict[str, Journey], found: dict[str, list[str]], kind: str
) -> Iterator[Finding]:
    for row_id, who in found.items():
        journey = journeys[row_id]
        moment = journey.arrives if kind == _EARLY else journey.leaves
        if moment is None or ride.starts is None:
            continue
        text = {
            _EARLY: _("{ride} ({when}) leaves before {journey} is there ({then}): {who}."),
            _LATE: _("{ride} ({when}) is too late for {journey} ({then}): {who}."),
        }[kind]
        sentence = text.format(
            ride=ride.what,
            when=span(ride.starts, ride.ends),
            journey=journey.what,
            then=span(moment, None),
            who=people(plan.names, who),
        )
        yield _of_ride(kind, sentence, ride, row_id)


def unmet(plan: Plan) -> Iterator[Finding]:
    """Arrivals that nobody meets, and journeys to or from which no car is planned; not on visits abroad."""
    abroad = {one.id for one in plan.stays if one.abroad}
    for journey in plan.journeys:
        on_board = [
            one for one in plan.travellers if one.guest and journey.id in (one.arrival, one.departure)
        ]
        if not on_board or journey.visit in abroad:
            continue
        if journey.direction == "arrival" and journey.arrives and not journey.met:
            text = _("Nobody meets {journey} ({when}): {who}.")
            yield _of_journey(plan, "not_met", text, journey, [one.person for one in on_board])
        carried = {
            member
            for ride in plan.rides
            if _belongs(ride, journey) or _misses(ride, journey)
            for member in ride.passengers
        }
        left = [one.person for one in on_board if one.id not in carried]
        if left and (journey.arrives if journey.direction == "arrival" else journey.leaves):
            from_there = _("No car is planned from {journey} ({when}): {who}.")
            to_there = _("No car is planned to {journey} ({when}): {who}.")
            text = from_there if journey.direction == "arrival" else to_there
            yield _of_journey(plan, "no_ride", text, journey, left)


def _of_journey(plan: Plan, kind: str, text: str, journey: Journey, who: list[str]) -> Finding:
    moment = journey.arrives if journey.direction == "arrival" else journey.leaves
    assert moment is not None
    sentence = text.format(journey=journey.what, when=span(moment, None), who=people(plan.names, who))
    return Finding(kind, sentence, (journey.id,), frozenset({journey.visit}), instant(moment))


def _of_ride(kind: str, sentence: str, ride: Ride, *others: str) -> Finding:
    assert ride.starts is not None
    return Finding(kind, sentence, (ride.id, *others), frozenset({ride.visit}), instant(ride.starts))


def _belongs(ride: Ride, journey: Journey) -> bool:
    """Whether a ride is the way from an arrival, or to a departure."""
    if ride.starts is None or ride.visit != journey.visit:
        return False
    if journey.direction == "arrival" and journey.arrives:
        return timedelta() <= instant(ride.starts) - instant(journey.arrives) <= AFTER_ARRIVAL
    if journey.direction == "departure" and journey.leaves:
        return timedelta() <= instant(journey.leaves) - _end(ride) <= BEFORE_DEPARTURE
    return False


def _misses(ride: Ride, journey: Journey) -> bool:
    """Whether a ride of the same day is too early or too late for a journey; that is told elsewhere."""
    moment = journey.arrives if journey.direction == "arrival" else journey.leaves
    if ride.starts is None or moment is None or ride.visit != journey.visit:
        return False
    if ride.starts.local.date() != moment.local.date():
        return False
    return _before(ride, journey) if journey.direction == "arrival" else _after(ride, journey)


def _before(ride: Ride, arrival: Journey) -> bool:
    return bool(ride.starts and arrival.arrives and instant(ride.starts) < instant(arrival.arrives))


def _after(ride: Ride, departure: Journey) -> bool:
    return bool(ride.starts and departure.leaves and _end(ride) > instant(departure.leaves))


def _end(ride: Ride) -> datetime:
    assert ride.starts is not None
    starts = instant(ride.starts)
    return max(instant(ride.ends), starts) if ride.ends else starts
