"""The running order of a ceremony: its points timed forwards and backwards, in fair and in bad weather."""

from dataclasses import dataclass
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Ceremony, Phase
from dipdesk.rules.programme import Item, Schedule, Timed, schedule
from dipdesk.rules.timing import USUAL_ZONE


@dataclass(frozen=True)
class TimedPhase:
    """A point with its times; None if the ceremony has no day or no time yet."""

    phase: Phase
    timed: Timed | None


@dataclass(frozen=True)
class RunningOrder:
    """The points that take place in one kind of weather, and what the sums say."""

    phases: tuple[TimedPhase, ...]
    schedule: Schedule | None
    minutes: int


def running_order(session: Session, ceremony: Ceremony, *, rain: bool = False) -> RunningOrder:
    """The points of a ceremony in their order; timed from its start if no point has a fixed one."""
    query = select(Phase).where(Phase.ceremony_id == ceremony.id).order_by(Phase.place, Phase.id)
    apart = "fair" if rain else "rain"
    phases = [one for one in session.scalars(query) if one.variant != apart]
    minutes = sum(one.minutes or 0 for one in phases)
    timed = _timed(ceremony, phases)
    if timed is None:
        return RunningOrder(tuple(TimedPhase(one, None) for one in phases), None, minutes)
    by_id = {one.id: one for one in timed.items}
    return RunningOrder(tuple(TimedPhase(one, by_id[one.id]) for one in phases), timed, minutes)


def _timed(ceremony: Ceremony, phases: list[Phase]) -> Schedule | None:
    """The sums; a ceremony whose start is known begins with its first point unless one is fixed."""
    moment = ceremony.starts or next((one.starts for one in phases if one.starts), None)
    if moment is None or not phases:
        return None
    fixed = {one.id: one.starts.local.time() for one in phases if one.starts}
    if not fixed and ceremony.starts is not None:
        fixed = {phases[0].id: ceremony.starts.local.time()}
    items = [Item(one.id, one.minutes or 0, start=fixed.get(one.id)) for one in phases]
    end: time | None = ceremony.ends.local.time() if ceremony.ends else None
    return schedule(moment.local.date(), moment.zone or USUAL_ZONE, items, end)
