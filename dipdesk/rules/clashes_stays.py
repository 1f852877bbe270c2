"""Where people sleep and how they may travel: full rooms, nights without a room, passports that end soon.

The six months of a passport: protocol practice 7.1, outbound visits; the rest is a proposal of ours.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dipdesk.i18n import ngettext
from dipdesk.rules.clashes_plan import Finding, Journey, Plan, Stay, Traveller, start_of
from dipdesk.rules.clashes_said import nights, people
from dipdesk.rules.spans import months_after

PASSPORT_MONTHS = 6
_MOST_NIGHTS = 90


def nights_of(one: Traveller, stay: Stay, journeys: dict[str, Journey]) -> tuple[date, ...]:
    """The nights a guest sleeps there, each by its evening: from the arrival to the day before leaving."""
    arrival, departure = journeys.get(one.arrival), journeys.get(one.departure)
    first = arrival.arrives.local.date() if arrival and arrival.arrives else stay.starts
    last = departure.leaves.local.date() if departure and departure.leaves else stay.ends or stay.starts
    if first is None or last is None:
        return ()
    count = min((last - first).days, _MOST_NIGHTS)
    return tuple(first + timedelta(days=n) for n in range(count))


def room_of(one: Traveller, night: date) -> str:
    """The room a guest sleeps in that night: the last one moved to by then, else the first."""
    return next((room for starts, room in sorted(one.moves, reverse=True) if starts <= night), one.room)


def sleepers(plan: Plan) -> dict[str, dict[date, list[Traveller]]]:
    """Who sleeps in which room in which night."""
    stays = {one.id: one for one in plan.stays}
    journeys = {one.id: one for one in plan.journeys}
    found: dict[str, dict[date, list[Traveller]]] = {}
    for one in plan.travellers:
        if (one.room or one.moves) and one.visit in stays:
            for night in nights_of(one, stays[one.visit], journeys):
                found.setdefault(room_of(one, night), {}).setdefault(night, []).append(one)
    return found


def room_full(plan: Plan) -> Iterator[Finding]:
    """Rooms with more people than beds, by the people who are too many together."""
    found = sleepers(plan)
    for room in plan.rooms:
        crowds: dict[tuple[str, ...], list[date]] = {}
        for night, who in found.get(room.id, {}).items():
            if room.beds is not None and len(who) > room.beds:
                crowds.setdefault(tuple(one.id for one in who), []).append(night)
        persons = {one.id: one.person for who in found.get(room.id, {}).values() for one in who}
        for crowd, days in crowds.items():
            text = ngettext(
                "{room} has {beds} bed, but {count} sleep there ({nights}): {who}.",
                "{room} has {beds} beds, but {count} sleep there ({nights}): {who}.",
                room.beds or 0,
            )
            sentence = text.format(
                room=room.what,
                beds=room.beds,
                count=len(crowd),
                nights=nights(days),
                who=people(plan.names, (persons[one] for one in crowd)),
            )
            at = start_of(min(days))
            yield Finding("room_full", sentence, (room.id, *crowd), frozenset({room.visit}), at)


def no_room(plan: Plan) -> Iterator[Finding]:
    """Guests who have no room on a night, those with the same nights together."""
    journeys = {one.id: one for one in plan.journeys}
    rooms = {one.id for one in plan.rooms}
    for stay in plan.stays:
        left: dict[tuple[date, ...], list[Traveller]] = {}
        for one in plan.travellers:
            if not one.guest or one.visit != stay.id:
                continue
            days = tuple(day for day in nights_of(one, stay, journeys) if room_of(one, day) not in rooms)
            if days:
                left.setdefault(days, []).append(one)
        for days, who in left.items():
            text = ngettext(
                "No room for the night of {nights}: {who}.",
                "No room for the nights of {nights}: {who}.",
                len(days),
            )
            named = people(plan.names, (one.person for one in who))
            sentence = text.format(nights=nights(days), who=named)
            members = tuple(one.id for one in who)
            yield Finding("no_room", sentence, members, frozenset({stay.id}), start_of(days[0]))


def passports(plan: Plan) -> Iterator[Finding]:
    """Passports of our travellers that end within six months; neither number nor day is told."""
    for stay in plan.stays:
        if not stay.abroad or not (stay.ends or stay.starts):
            continue
        needed = months_after(stay.ends or stay.starts or date.max, PASSPORT_MONTHS)
        short = [
            one
            for one in plan.travellers
            if one.guest and one.visit == stay.id and one.passport_until and one.passport_until < needed
        ]
        if short:
            text = ngettext(
                "This passport is valid for less than six months after the journey: {who}.",
                "These passports are valid for less than six months after the journey: {who}.",
                len(short),
            )
            sentence = text.format(who=people(plan.names, (one.person for one in short)))
            members = tuple(one.id for one in short)
            yield Finding("passport", sentence, members, frozenset({stay.id}), start_of(stay.starts))
