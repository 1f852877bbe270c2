"""Where the palette finds visits, to choose one that something belongs to."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.clashes import is_open
from dipdesk.gui.palette.entry import Entry
from dipdesk.i18n import _, format_interval
from dipdesk.model import Visit
from dipdesk.rules import clock
from dipdesk.store import titles
from dipdesk.store.office_file import OfficeFile

_MOST = 30


class VisitSource:
    """The visits of an office; those that are still to come while nothing is typed, the next one first."""

    def __init__(self, office: OfficeFile, choose: Callable[[str], None]) -> None:
        self._office, self._choose = office, choose

    def find(self, text: str) -> list[Entry]:
        """The visits that fit what was typed."""
        with self._office.read() as session:
            if not text.strip():
                return [self._entry(one) for one in _ahead(session, clock.today())[:_MOST]]
            found = titles.suggestions(session, Visit, text.strip(), _MOST)
            visits = (session.get(Visit, row_id) for row_id, _title in found)
            return [self._entry(one) for one in visits if one is not None]

    def _entry(self, visit: Visit) -> Entry:
        days = (
            format_interval(visit.starts, max(visit.ends or visit.starts, visit.starts))
            if visit.starts
            else ""
        )
        title, row_id = visit.title() or _("(without a name)"), visit.id
        return Entry(Visit.icon, title, days, "", lambda: self._choose(row_id))


def _ahead(session: Session, today: date) -> list[Visit]:
    """The visits that are planned and not over; if none is, all of them, the latest first."""
    visits = list(session.scalars(select(Visit).where(Visit.template.is_not(True))))
    ahead = [one for one in visits if is_open(one) and (one.ends or one.starts or date.max) >= today]
    if ahead:
        return sorted(ahead, key=lambda one: (one.starts or date.max, one.id))
    return sorted(visits, key=lambda one: (one.starts or date.min, one.id), reverse=True)
