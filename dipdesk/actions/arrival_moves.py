"""An arrival moved: which items of the programme, cars and duties follow it, and what will not fit then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions import programme_changes as changes
from dipdesk.actions import visit_programme
from dipdesk.actions.clashes import clashes_of, is_open, plan_of
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.i18n import N_, _, format_time, ngettext
from dipdesk.model import DelegationMember, Duty, Ride, Travel, Visit
from dipdesk.rules.arrival_service import Service, services
from dipdesk.rules.clashes_plan import Finding, Plan
from dipdesk.rules.programme_arrival import Arrival, follow_arrival
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_stop import Who
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News, OfficeFile

_ARRIVES = "arrives"


@dataclass(frozen=True)
class ArrivalMove:
    """A journey gets to a visit at ``now``, not as it ``was``; the ``programme`` has not followed yet."""

    travel_id: str
    visit_id: str
    journey: str
    was: Moment
    now: Moment
    arrival: Arrival
    programme: VisitProgramme
    plan: Plan

    def foresee(self, *, with_fixed: bool = False) -> Ripple:
        """What moves if the programme follows."""
        return follow_arrival(self.programme.stops, self.arrival, with_fixed=with_fixed)

    def services(self, found: Ripple) -> tuple[Service, ...]:
        """The cars and duties that go along if the programme moves so."""
        items = {f"programme_item/{one.stop.id}": one.minutes for one in found.moves}
        return services(self.plan, f"travel/{self.travel_id}", self.was, items)

    def said(self) -> str:
        """What happened and what is offered, as a question."""
        found = self.foresee()
        count, others = len(found.moves), len(self.services(found))
        if not count:
            text = ngettext(
                "{journey} now arrives at {now} instead of {was}. Move {count} car or duty with it?",
                "{journey} now arrives at {now} instead of {was}. Move {count} cars and duties with it?",
                others,
            )
            return text.format(journey=self.journey, count=others, **self._hours())
        text = ngettext(
            "{journey} now arrives at {now} instead of {was}. Move {count} item of the programme with it?",
            "{journey} now arrives at {now} instead of {was}. Move {count} items of the programme with it?",
            count,
        )
        asked = text.format(journey=self.journey, count=count, **self._hours())
        more = ngettext("{count} car or duty goes along.", "{count} cars and duties go along.", others)
        return f"{asked} {more.format(count=others)}" if others else asked

    def _hours(self) -> dict[str, str]:
        moments = {"now": self.now, "was": self.was}
        if self.now.local.date() == self.was.local.date():
            return {name: format_time(one.local) for name, one in moments.items()}
        return {name: one.format() for name, one in moments.items()}


def moved(news: News) -> tuple[str, Moment] | None:
    """The journey whose arrival, and no other one's, was moved by a person, and when it was before."""
    if news.is_replay or news.touches("programme_item"):
        return None
    found = list(_moved(news))
    return found[0] if len(found) == 1 else None


def _moved(news: News) -> Iterator[tuple[str, Moment]]:
    for row in news.changes:
        was = (row.before or {}).get(_ARRIVES, {}).get(_ARRIVES)
        now = (row.after or {}).get(_ARRIVES, {}).get(_ARRIVES)
        if row.entity == "travel" and was and now and was != now:
            yield row.row_id, Moment.kept(str(was))


def read(session: Session, travel_id: str, was: Moment) -> ArrivalMove | None:
    """What follows the arrival of a journey that was to arrive before; None if nothing does."""
    travel = session.get(Travel, travel_id)
    if travel is None or travel.direction != "arrival" or travel.arrives is None or travel.visit is None:
        return None
    visit = travel.visit
    programme = visit_programme.read(session, visit.id) if is_open(visit) else None
    if programme is None:
        return None
    title = travel.title() or _("The journey")
    arrival = _arrival(session, travel, was, travel.arrives)
    plan = plan_of(session, visit)
    move = ArrivalMove(travel_id, visit.id, title, was, travel.arrives, arrival, programme, plan)
    found = move.foresee()
    return move if found.moves or move.services(found) else None


def keep(
    office: OfficeFile, move: ArrivalMove, found: Ripple, chosen: Sequence[Service], origin: object = None
) -> bool:
    """Store what moved and the cars and duties chosen to go along, as one step; False if nothing did.

    Raises Invalid if an item is gone meanwhile; a car or duty that is gone is left out.
    """
    if not chosen:
        first = move.programme.titles.get(found.moves[0].stop.id, "") if found.moves else ""
        return changes.keep(office, found, first, origin)
    with office.change(_label(found), origin=origin) as session:
        changes.put(session, found)
        put(session, chosen)
    return True


def _label(found: Ripple) -> str:
    if found.moves:
        return N_("Programme, cars and duties moved with the arrival")
    return N_("Cars and duties moved with the arrival")


def put(session: Session, chosen: Sequence[Service]) -> None:
    """Give cars and duties the times that they move to."""
    for one in chosen:
        name, _slash, row_id = one.id.partition("/")
        served = session.get(Ride, row_id) if name == "ride" else session.get(Duty, row_id)
        if served is not None:
            served.starts, served.ends = one.starts, one.ends


def _arrival(session: Session, travel: Travel, was: Moment, now: Moment) -> Arrival:
    """The arrival for the rules; others count if at least as many people arrive then."""
    aboard = session.scalars(
        select(DelegationMember.id).where(DelegationMember.arrival_id == travel.id)
    ).all()
    query = (
        select(Travel, func.count(DelegationMember.id))
        .outerjoin(DelegationMember, DelegationMember.arrival_id == Travel.id)
        .where(Travel.visit_id == travel.visit_id, Travel.direction == "arrival", Travel.id != travel.id)
        .group_by(Travel.id)
    )
    others = tuple(
        one.arrives.instant for one, count in session.execute(query) if one.arrives and count >= len(aboard)
    )
    who = Who("named", frozenset(aboard)) if aboard else Who()
    left = travel.leaves.instant if travel.leaves else None
    return Arrival(was.instant, now.instant, left, who, others)


def clashes_that_come(
    session: Session, move: ArrivalMove, found: Ripple, chosen: Sequence[Service] = ()
) -> tuple[Finding, ...]:
    """What clashes once the programme and what was chosen followed, and did not before the arrival moved.

    Overlaps of what moves are left out; the ripple names them. The session must be one that keeps nothing.
    """
    visit, travel = session.get_one(Visit, move.visit_id), session.get_one(Travel, move.travel_id)
    travel.arrives = move.was
    before = {(one.kind, frozenset(one.records)) for one in clashes_of(session, visit)}
    travel.arrives = move.now
    changes.put(session, found)
    put(session, chosen)
    told = {frozenset((f"programme_item/{one.first}", f"programme_item/{one.second}")) for one in found.came}
    return tuple(
        one
        for one in clashes_of(session, visit)
        if (one.kind, frozenset(one.records)) not in before and frozenset(one.records) not in told
    )
