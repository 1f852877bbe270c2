"""Changes of a running order: a point moves, becomes longer or shorter; what comes after it follows."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.i18n import N_
from dipdesk.model import Phase
from dipdesk.store.office_file import OfficeFile

STEP = 10
_SHORTEST, _LONGEST = 1, 1440


def next_place(session: Session, ceremony_id: str) -> int:
    """The place of a point that is added at the end."""
    last = session.scalar(select(func.max(Phase.place)).where(Phase.ceremony_id == ceremony_id))
    return (last or 0) + STEP


def shift(office: OfficeFile, row_id: str, step: int) -> bool:
    """Move a point one place up (-1) or down (1); False if there is no further place."""
    with office.read() as session:
        phase = session.get(Phase, row_id)
        line = _line(session, phase.ceremony_id) if phase is not None else []
    ids = [one.id for one in line]
    if row_id not in ids or not 0 <= ids.index(row_id) + step < len(ids):
        return False
    at = ids.index(row_id)
    ids[at], ids[at + step] = ids[at + step], ids[at]
    with office.change(N_("Running order: point moved")) as session:
        for number, one in enumerate(ids, 1):
            session.get_one(Phase, one).place = number * STEP
    return True


def stretch(office: OfficeFile, row_id: str, minutes: int) -> bool:
    """Make a point longer or shorter; False if it would last no minute or more than a day."""
    with office.read() as session:
        phase = session.get(Phase, row_id)
        wanted = (phase.minutes or 0) + minutes if phase is not None else 0
    if not _SHORTEST <= wanted <= _LONGEST:
        return False
    with office.change(N_("Running order: length changed")) as session:
        session.get_one(Phase, row_id).minutes = wanted
    return True


def _line(session: Session, ceremony_id: str | None) -> list[Phase]:
    query = select(Phase).where(Phase.ceremony_id == ceremony_id).order_by(Phase.place, Phase.id)
    return list(session.scalars(query))
