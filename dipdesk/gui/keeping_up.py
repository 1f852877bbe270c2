"""How a page keeps up with the office: it reads again what changed, but never while nobody sees it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dipdesk.gui.news import OfficeNews
from dipdesk.store.office_file import News


def _any(_news: News) -> bool:
    return True


class KeepingUp(QObject):
    """Tells when ``page`` shall read anew after news that ``concern`` it: soon, or when it is shown next.

    Whatever else reads the page anew says so by ``is_stale``, which is true from the start.
    """

    due = Signal()
    """What the page shows is old, and somebody sees it."""

    def __init__(self, page: QWidget, news: OfficeNews, concern: Callable[[News], bool] = _any) -> None:
        super().__init__(page)
        self._concern = concern
        self.is_stale = True
        news.changed.connect(self._heard)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show:
            self._catch_up()
        return False

    def _heard(self, news: News) -> None:
        if self._concern(news):
            self.is_stale = True
            QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        page = self.parent()
        if self.is_stale and isinstance(page, QWidget) and page.isVisible():
            self.due.emit()
