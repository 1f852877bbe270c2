"""The news of an open office as a signal: screens that are gone stop listening by themselves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from dipdesk.store.office_file import News, OfficeFile


class OfficeNews(QObject):
    """Passes on every change of ``office``; one for each open office."""

    changed = Signal(object)
    """A change was stored; carries its :class:`~dipdesk.store.office_file.News`."""

    def __init__(self, office: "OfficeFile", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = office.listen(self._pass_on)

    def close(self) -> None:
        """Listen no longer."""
        self._stop()

    def _pass_on(self, news: "News") -> None:
        self.changed.emit(news)
