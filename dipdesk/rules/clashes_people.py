"""People who would have to be in two places: duties, rides, the programme, other visits, leave.

A proposal of ours, from what coordinators check by hand. Who accompanies a delegation (an escort, an
interpreter for one member) goes along with it and clashes only with other visits; an item for everybody
does not hold somebody who is named for another one at the same time.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Literal

from dipdesk.i18n import _, fold, ngettext
from dipdesk.rules.clashes_plan import Absence, Duty, Event, Finding, Plan, Stay, instant, start_of
from dipdesk.rules.clashes_said import nights, people, span
from dipdesk.rules.timing import Moment

Hold = Literal["along", "side", "some", "own"]
"""How firmly somebody is held: goes along, is one of a whole side, of a few, or is named."""
_HOLDS: dict[str, Hold] = {"all": "side", "guests": "side", "hosts": "side"}
_ACCOMPANY = ("escort", "interpreter", "security", "doctor", "photographer", "other")


@dataclass(frozen=True)
class Engagement:
    """People are bound from ``starts`` to ``ends``; ``spot`` names the occasion that it is part of."""

    id: str
    visit: str
    people: frozenset[str]
    what: str
    begins: Moment
    finishes: Moment | None
    hold: Hold
    spot: str
    place: str = ""
    minutes_there: int = 0

    @cached_property
    def starts(self) -> datetime:
        return instant(self.begins)

    @cached_property
    def ends(self) -> datetime:
        return max(instant(self.finishes), self.starts) if self.finishes else self.starts

    def said(self) -> str:
        """What it is and when, for a sentence."""
        return _("“{what}” ({when})").format(what=self.what, when=span(self.begins, self.finishes))


def engagements(plan: Plan) -> list[Engagement]:
    """All that binds people to a time, by its start."""
    persons = {one.id: one.person for one in plan.travellers}
    events = {one.id: one for one in plan.events}
    found = [*_of_events(plan, persons), *_of_rides(plan, persons)]
    found += [made for one in plan.duties if (made := _of_duty(one, events))]
    return sorted(found, key=lambda one: (one.starts, one.ends, one.id, one.hold))


def concerning(engaged: Sequence[Engagement], visit: str) -> list[Engagement]:
    """The engagements of a visit, and those of others that bind its people."""
    own = frozenset[str]().union(*(one.people for one in engaged if one.visit == visit))
    return [one for one in engaged if one.visit == visit or one.people & own]


def _of_events(plan: Plan, persons: dict[str, str]) -> Iterator[Engagement]:
    for one in plan.events:
        who = frozenset(persons[member] for member in one.members if member in persons)
        hold = _HOLDS.get(one.takes_part, "some")
        if one.responsible:
            yield _at(one, frozenset({one.responsible}), "own")
        if rest := who - {one.responsible}:
            yield _at(one, rest, hold)


def _at(one: Event, who: frozenset[str], hold: Hold) -> Engagement:
    return Engagement(
        one.id, one.visit, who, one.what, one.starts, one.ends, hold, one.id, one.place, one.minutes_there
    )


def _of_rides(plan: Plan, persons: dict[str, str]) -> Iterator[Engagement]:
    for one in plan.rides:
        who = {persons[member] for member in one.passengers if member in persons} | {one.driver} - {""}
        who.discard("")
        if one.starts and who:
            yield Engagement(
                one.id,
                one.visit,
                frozenset(who),
                one.what,
                one.starts,
                one.ends,
                "own",
                one.towards or one.id,
            )


def _of_duty(one: Duty, events: dict[str, Event]) -> Engagement | None:
    event = events.get(one.event)
    starts = one.starts or (event.starts if event else None)
    ends = one.ends or (event.ends if event and not one.starts else None)
    if starts is None or not one.person:
        return None
    along = event is None and one.kind in _ACCOMPANY
    place = event.place if event else ""
    minutes = event.minutes_there if event else 0
    who = frozenset({one.person})
    hold: Hold = "along" if along else "own"
    return Engagement(
        one.id, one.visit, who, one.what, starts, ends, hold, one.event or one.id, place, minutes
    )


def in_two_places(plan: Plan, engaged: Sequence[Engagement]) -> Iterator[Finding]:
    """Everybody who would have to be at two things at the same time."""
    running: list[Engagement] = []
    for later in engaged:
        running = [one for one in running if one.ends > later.starts]
        for earlier in running:
            who = earlier.people & later.people
            if who and _exclude(earlier, later):
                text = _("{who}: {first} and {second} at the same time.")
                yield _about(
                    "person_twice",
                    text.format(who=people(plan.names, who), first=earlier.said(), second=later.said()),
                    earlier,
                    later,
                )
        running.append(later)


def _exclude(one: Engagement, other: Engagement) -> bool:
    """Whether nobody can be at both: not if one is part of the other, or only goes along."""
    if one.visit != other.visit:
        return True
    if one.spot == other.spot and not (one.id != other.id and _is_ride(one) and _is_ride(other)):
        return False
    if "along" in (one.hold, other.hold):
        return False
    return (one.hold == "side") == (other.hold == "side")


def _is_ride(one: Engagement) -> bool:
    return one.id.startswith("ride/")


def too_soon(plan: Plan, engaged: Sequence[Engagement]) -> Iterator[Finding]:
    """Less time between two things than the programme plans for the way to the second."""
    by_end = sorted(engaged, key=lambda one: one.ends)
    ends = [one.ends for one in by_end]
    for later in engaged:
        if later.minutes_there <= 0:
            continue
        first = bisect_left(ends, later.starts - timedelta(minutes=later.minutes_there))
        for earlier in by_end[first : bisect_right(ends, later.starts)]:
            free = round((later.starts - earlier.ends).total_seconds() / 60)
            who = earlier.people & later.people
            if who and 0 <= free < later.minutes_there and _must_move(earlier, later):
                text = ngettext(
                    "{who}: {free} minute from {first} to {second}; the way takes {minutes}.",
                    "{who}: {free} minutes from {first} to {second}; the way takes {minutes}.",
                    free,
                )
                sentence = text.format(
                    who=people(plan.names, who),
                    free=free,
                    first=earlier.said(),
                    second=later.said(),
                    minutes=later.minutes_there,
                )
                yield _about("too_soon", sentence, earlier, later)


def _must_move(earlier: Engagement, later: Engagement) -> bool:
    if _is_ride(earlier) or _is_ride(later) or earlier.spot == later.spot:
        return False
    if earlier.visit == later.visit and "along" in (earlier.hold, later.hold):
        return False
    return not earlier.place or fold(earlier.place) != fold(later.place)


def away(plan: Plan, engaged: Sequence[Engagement]) -> Iterator[Finding]:
    """Who is abroad with one visit, or on leave, and is needed elsewhere."""
    stays = {one.id: one for one in plan.stays}
    for one in plan.travellers:
        stay = stays.get(one.visit)
        if stay and one.guest and stay.abroad and stay.starts:
            days = stay.starts, stay.ends or stay.starts
            for needed in _needed(one.person, days, [e for e in engaged if e.visit != stay.id]):
                yield _abroad(plan, one.person, stay, needed)
    for leave in plan.absences:
        for needed in _needed(leave.person, (leave.starts, leave.ends), engaged):
            yield _on_leave(plan, leave, needed)


def _needed(
    person: str, days: tuple[date, date], engaged: Sequence[Engagement]
) -> Iterator[list[Engagement]]:
    """What a person is needed for on these days, each visit together."""
    found: dict[str, list[Engagement]] = {}
    for one in engaged:
        first = one.begins.local.date()
        last = one.finishes.local.date() if one.finishes else first
        if person in one.people and first <= days[1] and last >= days[0]:
            found.setdefault(one.visit, []).append(one)
    yield from found.values()


def _abroad(plan: Plan, person: str, stay: Stay, needed: list[Engagement]) -> Finding:
    who, first, others = people(plan.names, [person]), needed[0], len(needed) - 1
    if others:
        text = ngettext(
            "{who} travels with “{visit}”, but is needed for {what} and {count} more thing.",
            "{who} travels with “{visit}”, but is needed for {what} and {count} more things.",
            others,
        )
    else:
        text = _("{who} travels with “{visit}”, but is needed for {what}.")
    sentence = text.format(who=who, visit=stay.what, what=first.said(), count=others)
    records = *(one.id for one in needed), stay.id
    return Finding("abroad", sentence, records, frozenset({first.visit, stay.id}), first.starts)


def _on_leave(plan: Plan, leave: Absence, needed: list[Engagement]) -> Finding:
    who, first, others = people(plan.names, [leave.person]), needed[0], len(needed) - 1
    if others:
        text = ngettext(
            "{who} is on leave, but is needed for {what} and {count} more thing.",
            "{who} is on leave, but is needed for {what} and {count} more things.",
            others,
        )
    else:
        text = _("{who} is on leave, but is needed for {what}.")
    sentence = text.format(who=who, what=first.said(), count=others)
    records = *dict.fromkeys(one.id for one in needed), leave.id
    return Finding("on_leave", sentence, records, frozenset({first.visit}), first.starts)


def officers(plan: Plan) -> Iterator[Finding]:
    """Lead officers of two visits on the same days."""
    led = [one for one in plan.stays if one.officer and one.starts]
    led.sort(key=lambda one: (one.starts or date.max, one.id))
    for at, later in enumerate(led):
        for earlier in led[:at]:
            if earlier.officer != later.officer or not earlier.starts or not later.starts:
                continue
            last = earlier.ends or earlier.starts
            if last >= later.starts:
                shared = min(last, later.ends or later.starts)
                text = _("{who} leads “{first}” and “{second}” at the same time ({days}).")
                days = [later.starts + timedelta(days=n) for n in range((shared - later.starts).days + 1)]
                sentence = text.format(
                    who=people(plan.names, [later.officer]),
                    first=earlier.what,
                    second=later.what,
                    days=nights(days),
                )
                visits = earlier.id, later.id
                yield Finding("officer_twice", sentence, visits, frozenset(visits), start_of(later.starts))


def _about(kind: str, sentence: str, earlier: Engagement, later: Engagement) -> Finding:
    visits = frozenset({earlier.visit, later.visit})
    records = tuple(dict.fromkeys((later.id, earlier.id)))
    return Finding(kind, sentence, records, visits, later.starts)
