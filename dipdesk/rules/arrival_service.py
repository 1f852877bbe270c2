"""Cars and duties that go along when an arrival moves: which, how far, and why; which better stay.

A proposal of ours. A car goes along if it takes those who arrive on from there, or is for an item that moves;
a duty if it is for one of them, for such an item, or its person meets the journey. What is also for others is
told and left to whoever decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from dipdesk.i18n import _, join_words
from dipdesk.rules.arrival_ways import AFTER_ARRIVAL, arrival_of
from dipdesk.rules.clashes_empty import WAITING_FOR, meeting
from dipdesk.rules.clashes_plan import Duty, Event, Journey, Plan, Ride, instant
from dipdesk.rules.clashes_said import people
from dipdesk.rules.programme_stop import between
from dipdesk.rules.timing import Moment


@dataclass(frozen=True)
class Service:
    """A car or duty with its times before and then; sentences say the ``reason``, and a ``doubt``."""

    id: str
    what: str
    was: Moment
    starts: Moment
    ends: Moment | None
    reason: str
    doubt: str = ""


def services(plan: Plan, journey: str, was: Moment, items: Mapping[str, int]) -> tuple[Service, ...]:
    """What goes along with a journey of the plan that was to arrive at ``was``, by time.

    ``items`` are the minutes by which events move that follow the arrival, by their ids.
    """
    moved = next((one for one in plan.journeys if one.id == journey), None)
    if moved is None or moved.arrives is None:
        return ()
    late = _Late(plan, moved, was, items)
    return tuple(sorted([*late.rides(), *late.duties()], key=lambda one: (instant(one.was), one.id)))


class _Late:
    """A journey that arrives at another time than planned, and what was planned for the old one."""

    def __init__(self, plan: Plan, journey: Journey, was: Moment, items: Mapping[str, int]) -> None:
        assert journey.arrives is not None
        self._plan, self._journey, self._was, self._items = plan, journey, was, items
        self._minutes = between(was.instant, instant(journey.arrives))
        self._travellers = {one.id: one for one in plan.travellers}
        self._events = {one.id: one for one in plan.events}
        before = replace(journey, arrives=was)
        self._before = tuple(before if one.id == journey.id else one for one in plan.journeys)

    def rides(self) -> Iterator[Service]:
        for ride in self._plan.rides:
            minutes, reason = self._of_ride(ride)
            if ride.starts is not None and minutes:
                ends = ride.ends.after(minutes) if ride.ends else None
                starts = ride.starts.after(minutes)
                what = " · ".join(filter(None, (ride.car_name, ride.what)))
                yield Service(ride.id, what, ride.starts, starts, ends, reason, self._doubt(ride))

    def duties(self) -> Iterator[Service]:
        for duty in self._plan.duties:
            minutes, reason = self._of_duty(duty)
            if duty.starts is not None and minutes:
                who = people(self._plan.names, [duty.person]) if duty.person else ""
                what = " · ".join(filter(None, (duty.what, who)))
                starts = duty.starts.after(minutes)
                yield Service(duty.id, what, duty.starts, starts, self._end(duty, minutes), reason)

    def _of_ride(self, ride: Ride) -> tuple[int, str]:
        """By how many minutes a ride moves, and why; none for one that has nothing to do with it."""
        if ride.starts is None or ride.visit != self._journey.visit:
            return 0, ""
        if timedelta() <= instant(ride.starts) - self._was.instant <= AFTER_ARRIVAL:
            mine = [one for one in ride.passengers if self._is_aboard(one)]
            if mine:
                text = _("Takes on those who arrive then: {who}.")
                return self._minutes, text.format(who=self._people(mine))
            arrival = arrival_of(ride, self._before) if not ride.passengers else None
            if arrival is not None and arrival.id == self._journey.id:
                return self._minutes, _("Begins where the journey ends; nobody is listed in it.")
        return self._of_event(ride.towards)

    def _of_event(self, row_id: str) -> tuple[int, str]:
        event: Event | None = self._events.get(row_id)
        if event is None or not self._items.get(event.id):
            return 0, ""
        return self._items[event.id], _("Belongs to “{item}”, which moves.").format(item=event.what)

    def _doubt(self, ride: Ride) -> str:
        """Who rides along on the way from another arrival that has not moved."""
        others = [one for one in ride.passengers if self._comes_otherwise(one, ride)]
        if not others:
            return ""
        journeys = [self._travellers[one].arrival for one in others]
        names = [one.what for one in self._plan.journeys if one.id in journeys]
        return _("It also takes on {who}, arriving with {journey}.").format(
            who=self._people(others), journey=join_words(names)
        )

    def _comes_otherwise(self, member: str, ride: Ride) -> bool:
        traveller = self._travellers.get(member)
        other = next((one for one in self._before if traveller and one.id == traveller.arrival), None)
        if other is None or other.arrives is None or ride.starts is None or self._is_aboard(member):
            return False
        return timedelta() <= instant(ride.starts) - instant(other.arrives) <= AFTER_ARRIVAL

    def _of_duty(self, duty: Duty) -> tuple[int, str]:
        """By how many minutes a duty with hours of its own moves, and why."""
        if duty.starts is None or duty.visit != self._journey.visit:
            return 0, ""
        if duty.event:
            return self._of_event(duty.event)
        if duty.kind not in WAITING_FOR or abs(instant(duty.starts) - self._was.instant) > AFTER_ARRIVAL:
            return 0, ""
        if duty.member:
            text = _("For {who}, who arrives then.") if self._is_aboard(duty.member) else ""
            return (self._minutes, text.format(who=self._people([duty.member]))) if text else (0, "")
        met = meeting(duty, tuple(one for one in self._before if one.direction == "arrival"))
        if met is None or met.id != self._journey.id:
            return 0, ""
        return self._minutes, _("Meets those who arrive then.")

    def _end(self, duty: Duty, minutes: int) -> Moment | None:
        """A duty that is over soon after the arrival ends as much later; a longer one ends when it did."""
        if duty.ends is None or duty.starts is None:
            return None
        is_short = instant(duty.ends) - self._was.instant <= AFTER_ARRIVAL
        would_be_over = instant(duty.ends) <= instant(duty.starts.after(minutes))
        return duty.ends.after(minutes) if is_short or duty.event or would_be_over else duty.ends

    def _is_aboard(self, member: str) -> bool:
        found = self._travellers.get(member)
        return found is not None and found.arrival == self._journey.id

    def _people(self, members: list[str]) -> str:
        return people(self._plan.names, (self._travellers[one].person for one in members))
