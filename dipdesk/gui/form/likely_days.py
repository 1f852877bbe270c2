"""On which day a moment or day of a record most likely lies, so that only the hour or no year is typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.model import Ceremony, Delegation, Field, ProgrammeItem, Record, Travel, Visit, fields
from dipdesk.model.kinds import Kind, WallClock
from dipdesk.rules.timing import Moment

_OCCASIONS = ("item_id", ProgrammeItem), ("ceremony_id", Ceremony)
Known = Mapping[str, Any]


def likely_day(session: Session, kind: type[Record], known: Known, of: Kind[Any]) -> date | None:
    """The likely day of the field of ``kind`` whose kind of value is ``of``; None if nothing says.

    It is that of another moment or day beside it, else of the item or ceremony, else the first day of
    the visit, for a journey home the last.
    """
    near = [known.get(one.name) for one in _beside(kind, of)]
    near += [_starts(session, one, known.get(name)) for name, one in _OCCASIONS]
    days = (one.local.date() if isinstance(one, Moment) else one for one in near)
    day = next((one for one in days if isinstance(one, date)), None)
    visit = visit_of(session, known)
    if day is not None or visit is None:
        return day
    is_return = kind is Travel and known.get("direction") == "departure"
    return (visit.ends or visit.starts) if is_return else visit.starts


def _beside(kind: type[Record], of: Kind[Any]) -> list[Field]:
    """The other moments of a record; of a day those that stand beside it."""
    own = next((one for one in fields(kind) if one.kind is of), None)
    others = [one for one in fields(kind) if type(one.kind) is type(of) and one is not own]
    if isinstance(of, WallClock) or own is None:
        return others
    return [one for one in others if one.together and one.together == own.together]


def _starts(session: Session, kind: type[Record], row_id: Any) -> Moment | None:
    found = session.get(kind, row_id) if row_id else None
    return found.starts if isinstance(found, ProgrammeItem | Ceremony) else None


def visit_of(session: Session, known: Known) -> Visit | None:
    """The visit of a record or of its delegation."""
    side = session.get(Delegation, known["delegation_id"]) if known.get("delegation_id") else None
    visit_id = side.visit_id if side is not None else known.get("visit_id")
    return session.get(Visit, visit_id) if visit_id else None
