"""Steps of approval that are due, for the calendar; they are told from the records, as on the first page."""

from datetime import date

from dipdesk.actions import attention
from dipdesk.store import dated
from dipdesk.store.dated import Dated
from dipdesk.store.office_file import OfficeFile


class ApprovalSteps:
    """Keeps the steps until something changes."""

    def __init__(self, office: OfficeFile) -> None:
        self._office = office
        self._kept: list[Dated] | None = None

    def between(self, first: date, last: date, today: date) -> list[Dated]:
        """The steps whose days are between two days."""
        if self._kept is None:
            with self._office.read() as session:
                found = map(dated.of_due, attention.steps_due(session, today))
                self._kept = [one for one in found if one is not None]
        return [one for one in self._kept if first <= one.first <= last]

    def forget(self) -> None:
        """Read them anew when they are asked for next."""
        self._kept = None
