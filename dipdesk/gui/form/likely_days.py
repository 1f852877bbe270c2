"""On which day a moment of a record most likely lies, so that only the hour must be typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.model import Ceremony, Delegation, ProgrammeItem, Record, Travel, Visit, fields
from dipdesk.model.kinds import Kind, WallClock
from dipdesk.rules.timing import Moment

_OCCASIONS = ("item_id", ProgrammeItem), ("ceremony_id", Ceremony)
Known = Mapping[str, Any]


def likely_day(session: Session, kind: type[Record], known: Known, of: Kind[Any]) -> date | None:
    """The likely day of the field of ``kind`` whose kind of value is ``of``; None if nothing says.

    It is the day of another moment of the record, else that of its item or ceremony, else the first day
    of its visit, for a journey home the last.
    """
    moments = [one for one in fields(kind) if isinstance(one.kind, WallClock) and one.kind is not of]
    near = [known.get(one.name) for one in moments]
    near += [_starts(session, one, known.get(name)) for name, one in _OCCASIONS]
    day = next((one.local.date() for one in near if isinstance(one, Moment)), None)
    visit = _visit(session, known)
    if day is not None or visit is None:
        return day
    is_return = kind is Travel and known.get("direction") == "departure"
    return (visit.ends or visit.starts) if is_return else visit.starts


def _starts(session: Session, kind: type[Record], row_id: Any) -> Moment | None:
    found = session.get(kind, row_id) if row_id else None
    return found.starts if isinstance(found, ProgrammeItem | Ceremony) else None


def _visit(session: Session, known: Known) -> Visit | None:
    """The visit of a record or of its delegation."""
    side = session.get(Delegation, known["delegation_id"]) if known.get("delegation_id") else None
    visit_id = side.visit_id if side is not None else known.get("visit_id")
    return session.get(Visit, visit_id) if visit_id else None
