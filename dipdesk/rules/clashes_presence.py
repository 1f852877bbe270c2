"""Items of the programme that begin before their people have arrived, or are over after they have left.

A proposal of ours. An item for everybody waits for the head of the guests and for most of them, not for a few
who come later or leave earlier; one for some waits for each of them. Who has no journey, such as our own
staff, is there; who has a car of their own to an item joins it later as it is meant. The journey itself is no
clash, nor a welcome shortly before it, nor what a delegation of ours does at home before it leaves and after
it is back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from dipdesk.i18n import N_, _
from dipdesk.rules.clashes_plan import Event, Finding, Journey, Plan, Traveller, instant
from dipdesk.rules.clashes_said import people, span
from dipdesk.rules.programme_arrival import ON_THE_WAY, WELCOMING
from dipdesk.rules.timing import Moment

_MANY = ("all", "guests")
_FEW = ("named", "heads", "spouses")
_TOO_EARLY = N_(
    "“{what}” ({when}) begins before {journey} is there ({then}): {who}."
    " Move it after the arrival, or let these not take part."
)
_TOO_LATE = N_(
    "“{what}” ({when}) is over only after {journey} has left ({then}): {who}."
    " Let it end before they leave, or let these not take part."
)
_JOINING = N_("“{what}” ({when}) is under way when {journey} is there ({then}): {who} can only join it then.")
_LEAVING = N_("“{what}” ({when}) is not over when {journey} leaves ({then}): {who} must go before its end.")


@dataclass(frozen=True)
class Party:
    """Those who travel together, and the hours of their journey: ``at`` is when they are there, or leave."""

    journey: Journey
    at: Moment
    members: tuple[Traveller, ...]

    @property
    def arrives(self) -> bool:
        """Whether they come; else they leave."""
        return self.journey.direction != "departure"

    def of(self, members: frozenset[str]) -> "Party":
        """The part of them that is among ``members``."""
        return Party(self.journey, self.at, tuple(one for one in self.members if one.id in members))

    @cached_property
    def hours(self) -> tuple[datetime, datetime]:
        """From when to when they are on the way."""
        leaves, arrives = self.journey.leaves, self.journey.arrives
        begins = instant(leaves) if leaves else instant(self.at) - ON_THE_WAY
        return begins, instant(arrives) if arrives else instant(self.at) + ON_THE_WAY


def not_there(plan: Plan) -> Iterator[Finding]:
    """Items of a plan whose people are not there yet, or not any more."""
    presence = Presence(plan)
    for event in plan.events:
        yield from presence.at(event)


class Presence:
    """Who of a plan arrives and leaves when; tells of an item whether its people are there."""

    def __init__(self, plan: Plan) -> None:
        self._names = plan.names
        self._abroad = {one.id for one in plan.stays if one.abroad}
        journeys = {one.id: one for one in plan.journeys}
        self._come = tuple(_parties(plan, journeys, lambda one: one.arrival, lambda one: one.arrives))
        self._go = tuple(_parties(plan, journeys, lambda one: one.departure, lambda one: one.leaves))
        self._driven = {(ride.towards, one) for ride in plan.rides for one in ride.passengers}
        self._guests: dict[str, list[str]] = {}
        for one in plan.travellers:
            if one.guest:
                self._guests.setdefault(one.visit, []).append(one.id)

    def at(self, event: Event) -> Iterator[Finding]:
        """Who is not there at an item, its begin and its end apart."""
        if event.takes_part not in (*_MANY, *_FEW):
            return
        is_for_all = event.takes_part in _MANY
        wanted = frozenset(self._guests.get(event.visit, ())) if is_for_all else event.members
        for parties in (self._come, self._go):
            found = [mine for one in parties if (mine := one.of(wanted)).members and self._misses(event, one)]
            if found and is_for_all:
                yield from self._of_all(event, found, len(wanted))
            else:
                yield from (self._finding(event, [one]) for one in found if not _is_welcome(event, one))

    def _of_all(self, event: Event, found: Sequence[Party], count: int) -> Iterator[Finding]:
        """What an item for everybody waits for together, and which few others come or go during it."""
        first = found[0].arrives
        line = sorted(found, key=lambda one: instant(one.at), reverse=not first)
        needed = 0
        while _are_needed(line[needed:], count):
            needed += 1
        if needed and not _is_welcome(event, line[needed - 1]):
            yield self._finding(event, line[:needed])
        begins, ends = _hours(event)
        for one in line[needed:]:
            if begins < instant(one.at) < ends and not self._is_driven(event, one):
                yield self._finding(event, [one], is_needed=False)

    def _misses(self, event: Event, party: Party) -> bool:
        """Whether an item begins before a party is there, or is over after it has left."""
        (begins, ends), (leaves, arrives) = _hours(event), party.hours
        if _is_journey(event, party) or event.visit != party.journey.visit:
            return False
        at_home = event.visit in self._abroad
        if party.arrives:
            return begins < arrives and not (at_home and ends <= leaves)
        return ends > leaves and not (at_home and begins >= arrives)

    def _is_driven(self, event: Event, party: Party) -> bool:
        """Whether those who come during an item have a car of their own to it: it is meant so."""
        return party.arrives and all((event.id, one.id) in self._driven for one in party.members)

    def _finding(self, event: Event, parties: Sequence[Party], *, is_needed: bool = True) -> Finding:
        last = parties[-1]
        needed, some = (_TOO_EARLY, _JOINING) if last.arrives else (_TOO_LATE, _LEAVING)
        sentence = _(needed if is_needed else some).format(
            what=event.what,
            when=span(event.starts, event.ends),
            journey=last.journey.what,
            then=span(last.at, None),
            who=people(self._names, (one.person for party in parties for one in party.members)),
        )
        kind = "not_there" if is_needed else "partly_there"
        records, visits = (event.id, last.journey.id), frozenset({event.visit})
        return Finding(kind, sentence, records, visits, instant(event.starts), mild=not is_needed)


def _parties(
    plan: Plan,
    journeys: dict[str, Journey],
    link: Callable[[Traveller], str],
    hour: Callable[[Journey], Moment | None],
) -> Iterator[Party]:
    members: dict[str, list[Traveller]] = {}
    for one in plan.travellers:
        members.setdefault(link(one), []).append(one)
    for row_id, aboard in members.items():
        journey = journeys.get(row_id)
        at = hour(journey) if journey is not None else None
        if journey is not None and at is not None:
            yield Party(journey, at, tuple(aboard))


def _are_needed(parties: Sequence[Party], count: int) -> bool:
    """Whether the head is among those who are not there, or they are more than half of ``count``."""
    missing = [one for party in parties for one in party.members]
    return 2 * len(missing) > count or any(one.head for one in missing)


def _is_journey(event: Event, party: Party) -> bool:
    """Whether an item is the journey of a party, maybe with the ways: it begins or ends with it."""
    if event.spoken:
        return False
    (begins, ends), (leaves, arrives) = _hours(event), party.hours
    is_at_once = begins < arrives and leaves < ends
    return is_at_once and (abs(begins - leaves) <= WELCOMING or abs(ends - arrives) <= WELCOMING)


def _is_welcome(event: Event, party: Party) -> bool:
    """Whether an item begins so shortly before an arrival that one waits for it there."""
    (begins, ends), arrives = _hours(event), instant(party.at)
    return party.arrives and arrives - begins <= WELCOMING and (event.ends is None or ends > arrives)


def _hours(event: Event) -> tuple[datetime, datetime]:
    begins = instant(event.starts)
    return begins, max(begins, instant(event.ends)) if event.ends else begins
