"""What nobody is listed for: journeys, cars and drivers, and who is too early for an arrival all the same.

A proposal of ours. Before a guest is known, a plan is a draft, and nothing is told; nor of a car that nobody
chose yet for nobody. These findings are mild, for an office may well know who it is for; a car that is to go
and that nobody drives is not.
"""

from collections.abc import Iterator
from datetime import timedelta

from dipdesk.i18n import _
from dipdesk.rules.arrival_ways import arrival_of
from dipdesk.rules.clashes_plan import Duty, Finding, Journey, Plan, Ride, instant
from dipdesk.rules.clashes_said import people, span

WAITING = timedelta(minutes=90)
"""So long before an arrival somebody who meets or escorts may begin; a planning value of ours."""
WAITING_FOR = ("escort", "interpreter", "greeter", "photographer", "security")
"""Duties that somebody may have because of an arrival."""


def journeys(plan: Plan) -> Iterator[Finding]:
    """Arrivals and departures with a time that no member of a delegation travels with."""
    hosted = _with_guests(plan)
    taken = {row_id for one in plan.travellers for row_id in (one.arrival, one.departure)}
    for one in plan.journeys:
        moment = one.leaves if one.direction == "departure" else one.arrives
        if one.visit not in hosted or one.direction == "between" or one.id in taken or moment is None:
            continue
        sentence = _("Nobody is listed for {journey} ({when}).").format(
            journey=one.what, when=span(moment, None)
        )
        yield Finding(
            "journey_empty", sentence, (one.id,), frozenset({one.visit}), instant(moment), mild=True
        )


def rides(plan: Plan) -> Iterator[Finding]:
    """Cars without passengers: too early for the arrival they stand for, or with nobody to take along."""
    hosted = _with_guests(plan)
    for one in plan.rides:
        if one.passengers or one.starts is None or one.visit not in hosted:
            continue
        arrival = arrival_of(one, plan.journeys)
        if arrival and arrival.arrives and instant(one.starts) < instant(arrival.arrives):
            yield _too_early(one, arrival)
        elif one.car and one.carries:
            text = _("Nobody is listed in {car} for {ride} ({when}).")
            sentence = text.format(car=one.car_name, ride=one.what, when=span(one.starts, one.ends))
            at = instant(one.starts)
            yield Finding("ride_empty", sentence, (one.id,), frozenset({one.visit}), at, mild=True)


def drivers(plan: Plan) -> Iterator[Finding]:
    """Rides that nobody drives: of a car, ours or hired, or of people who still wait for one.

    Who drives himself is named as the driver. On visits abroad the hosts know who drives their cars.
    """
    hosted = _with_guests(plan)
    abroad = {one.id for one in plan.stays if one.abroad}
    for one in plan.rides:
        if one.driver or one.starts is None or one.visit not in hosted:
            continue
        named = {"ride": one.what, "when": span(one.starts, one.ends)}
        if one.car:
            text = _(
                "Nobody drives {car} for {ride} ({when})."
                " Name the driver of the ride or of the car; who drives himself stands as the driver."
            )
            sentence = text.format(car=one.car_name, **named)
        elif one.passengers and one.visit not in abroad:
            text = _("{ride} ({when}) has neither a car nor a driver. Choose a car, or name who drives.")
            sentence = text.format(**named)
        else:
            continue
        yield Finding("no_driver", sentence, (one.id,), frozenset({one.visit}), instant(one.starts))


def _too_early(ride: Ride, arrival: Journey) -> Finding:
    assert ride.starts is not None
    text = (
        _("{ride} ({when}) leaves before {journey} is there ({then}); nobody is listed in the car.")
        if ride.carries
        else _("{ride} ({when}) leaves before {journey} is there ({then}).")
    )
    sentence = text.format(
        ride=ride.what,
        when=span(ride.starts, ride.ends),
        journey=arrival.what,
        then=span(arrival.arrives, None) if arrival.arrives else "",
    )
    records, visits = (ride.id, arrival.id), frozenset({ride.visit})
    return Finding("ride_too_early", sentence, records, visits, instant(ride.starts), mild=True)


def duties(plan: Plan) -> Iterator[Finding]:
    """Who is to be there for an arrival, and is over before it or begins long before it, on the same day."""
    arrivals = {one.id: one for one in plan.journeys if one.direction == "arrival"}
    members = {one.id: one for one in plan.travellers}
    for one in plan.duties:
        member = members.get(one.member)
        own = arrivals.get(member.arrival) if member else meeting(one, tuple(arrivals.values()))
        if own and own.arrives and one.starts and not one.event and one.kind in WAITING_FOR:
            there, begins = instant(own.arrives), instant(one.starts)
            is_over = one.ends is not None and instant(one.ends) <= there
            is_day = own.arrives.local.date() == one.starts.local.date()
            if is_day and begins < there and (is_over or there - begins > WAITING):
                yield _duty_too_early(plan, one, own)


def meeting(duty: Duty, arrivals: tuple[Journey, ...]) -> Journey | None:
    """The arrival of the visit at which the person of a duty meets the guests, nearest to its start."""
    mine = [
        one
        for one in arrivals
        if one.arrives and duty.person and one.met_by == duty.person and one.visit == duty.visit
    ]
    if not mine or duty.starts is None:
        return None
    begins = instant(duty.starts)
    return min(mine, key=lambda one: abs(instant(one.arrives) - begins) if one.arrives else timedelta.max)


def _duty_too_early(plan: Plan, duty: Duty, arrival: Journey) -> Finding:
    assert duty.starts is not None
    assert arrival.arrives is not None
    sentence = _("{duty}, {who} ({when}): too early for {journey} ({then}).").format(
        duty=duty.what,
        who=people(plan.names, [duty.person]),
        when=span(duty.starts, duty.ends),
        journey=arrival.what,
        then=span(arrival.arrives, None),
    )
    records, visits = (duty.id, arrival.id), frozenset({duty.visit})
    return Finding("duty_too_early", sentence, records, visits, instant(duty.starts), mild=True)


def _with_guests(plan: Plan) -> frozenset[str]:
    """The visits of which a guest is known."""
    return frozenset(one.visit for one in plan.travellers if one.guest)
