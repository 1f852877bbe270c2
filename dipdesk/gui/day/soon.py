"""Reminders inside the program: what begins within the hour is said while the window is open."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from dipdesk.gui.settings import Settings
from dipdesk.i18n import _, format_time, ngettext
from dipdesk.store import dated
from dipdesk.store.dated import Dated
from dipdesk.store.held_file import HeldFile

REMINDS = "reminders.on"
"""The setting that says whether to remind; it is on unless somebody turned it off."""
_BEAT = 60_000
"""Milliseconds between two looks."""
_TWICE = (60, 10)
"""So many minutes before it begins it is said; planning values of ours."""
_A_DAY = timedelta(days=1)


class SoonWatch(QObject):
    """Looks once a minute; each thing is said an hour before it begins and once more ten minutes before."""

    due = Signal(str, str, str)
    """What begins soon: a sentence, and entity and id of its record."""

    def __init__(
        self,
        held: Callable[[], HeldFile | None],
        settings: Settings,
        parent: QObject | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._held, self._settings = held, settings
        self._now = now or (lambda: datetime.now(UTC))
        self._said: set[tuple[str, datetime | None, int]] = set()
        """What was said: the record, its hour then, and how long before."""
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def look(self) -> None:
        """Say what begins soon, unless somebody does not want to be reminded; one thing at a time."""
        held, now = self._held(), self._now()
        if held is None or not held.is_open or not self._settings.get(REMINDS, True):
            return
        today = now.date()
        with held.looking_up() as raw:
            found = dated.next_hours(raw, today - _A_DAY, today + _A_DAY)
        for one in found:
            minutes = _until(one, now)
            before = next((limit for limit in reversed(_TWICE) if 0 <= minutes <= limit), None)
            if before is None or (one.row_id, one.starts, before) in self._said:
                continue
            self._said |= {(one.row_id, one.starts, limit) for limit in _TWICE if limit >= before}
            self.due.emit(sentence(one, minutes), one.entity, one.row_id)
            return


def sentence(one: Dated, minutes: int) -> str:
    """What begins when and where."""
    text = ngettext("In {count} minute ({time}): {what}", "In {count} minutes ({time}): {what}", minutes)
    if minutes == 0:
        text = _("Now ({time}): {what}")
    time = format_time(one.starts) if one.starts else ""
    what = " · ".join(part for part in (one.title, one.place) if part)
    return text.format(count=minutes, time=time, what=what)


def _until(one: Dated, now: datetime) -> int:
    assert one.starts is not None
    begins = one.starts.replace(tzinfo=ZoneInfo(one.zone or "UTC"))
    return int((begins - now).total_seconds() // 60)
