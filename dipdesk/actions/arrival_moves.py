"""An arrival moved: which items of the programme follow it, and what will not fit once they do."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions import visit_programme
from dipdesk.actions.clashes import clashes_of, is_open
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.i18n import _, format_time, ngettext
from dipdesk.model import DelegationMember, ProgrammeItem, Travel, Visit
from dipdesk.rules.clashes_plan import Finding
from dipdesk.rules.programme_ripple import Arrival, Ripple, follow_arrival
from dipdesk.rules.programme_stop import Who
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News

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

    def foresee(self, *, with_fixed: bool = False) -> Ripple:
        """What moves if the programme follows."""
        return follow_arrival(self.programme.stops, self.arrival, with_fixed=with_fixed)

    def said(self) -> str:
        """What happened and what is offered, as a question."""
        count = len(self.foresee().moves)
        text = ngettext(
            "{journey} now arrives at {now} instead of {was}. Move {count} item of the programme with it?",
            "{journey} now arrives at {now} instead of {was}. Move {count} items of the programme with it?",
            count,
        )
        return text.format(journey=self.journey, count=count, **self._hours())

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
    move = ArrivalMove(travel_id, visit.id, title, was, travel.arrives, arrival, programme)
    return move if move.foresee().moves else None


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


def clashes_that_come(session: Session, move: ArrivalMove, found: Ripple) -> tuple[Finding, ...]:
    """What clashes once the programme has followed and did not before the arrival moved.

    Overlaps of what moves are left out; the ripple names them. The session must be one that keeps nothing.
    """
    visit, travel = session.get_one(Visit, move.visit_id), session.get_one(Travel, move.travel_id)
    travel.arrives = move.was
    before = {(one.kind, frozenset(one.records)) for one in clashes_of(session, visit)}
    travel.arrives = move.now
    for one in found.moves:
        item = session.get_one(ProgrammeItem, one.stop.id)
        item.starts, item.ends = one.stop.starts, one.stop.ends
    told = {frozenset((f"programme_item/{one.first}", f"programme_item/{one.second}")) for one in found.came}
    return tuple(
        one
        for one in clashes_of(session, visit)
        if (one.kind, frozenset(one.records)) not in before and frozenset(one.records) not in told
    )
