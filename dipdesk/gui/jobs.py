"""Work in the background, with its progress and a Cancel over the window.

The database stays on the window's thread: work gets values and gives values back.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dipdesk.gui.background import Task
from dipdesk.gui.progress_card import ProgressCard
from dipdesk.progress import Cancelled, Progress

T = TypeVar("T")
_SHOW_AFTER = 100
"""Milliseconds that work may take before its progress is shown."""


class Jobs(QObject):
    """The work under way for one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool = QThreadPool(self)
        self._running: set[_Job] = set()

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        title: str,
    ) -> Callable[[], None]:
        """Do ``work`` in another thread, then call ``done`` with its result, or ``failed``, in the window's.

        The language spoken now is spoken there, too. ``title`` stands beside the progress and its Cancel;
        an empty one shows neither. When somebody cancels, nothing is called. Returns what cancels it.
        """
        job = _Job(self._window, title, self)
        self._running.add(job)

        def end(result: Any, error: Exception | None) -> None:
            self._end(job, result, error, done, failed)

        job.start(work, end, self._pool)
        return job.progress.cancel

    def _end(
        self,
        job: "_Job",
        result: Any,
        error: Exception | None,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._running.discard(job)
        job.put_away()
        if error is None:
            done(result)
        elif not isinstance(error, Cancelled):
            failed(error)

    def close(self) -> None:
        """Cancel everything and wait until it has stopped; nothing is called any more."""
        for job in self._running:
            job.progress.cancel()
            job.tell_nobody()
            job.put_away()
        self._pool.waitForDone()
        self._running.clear()


class _Job(QObject):
    """One piece of work: its progress, and the card that shows it."""

    stepped = Signal(int, int)

    def __init__(self, window: QWidget, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress(self.stepped.emit)
        self._task: Task | None = None
        self._window = window
        self._title = title
        self._card: ProgressCard | None = None
        self._shown_after = QTimer(self, interval=_SHOW_AFTER, singleShot=True)
        self._shown_after.timeout.connect(self._show)

    def start(
        self,
        work: Callable[[Progress], Any],
        on_end: Callable[[Any, Exception | None], None],
        pool: QThreadPool,
    ) -> None:
        """Begin the work in a thread of ``pool``."""
        self._task = Task(lambda: work(self.progress), on_end, self)
        if self._title:
            self._shown_after.start()
        pool.start(self._task.runnable)

    def tell_nobody(self) -> None:
        """Whatever the work ends with, nobody wants to know any more."""
        if self._task is not None:
            self._task.on_end = None

    def put_away(self) -> None:
        """Take the card off the window."""
        self._shown_after.stop()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        self.deleteLater()

    def _show(self) -> None:
        self._card = ProgressCard(self._window, self._title)
        self._card.cancelled.connect(self.progress.cancel)
        self.stepped.connect(self._card.show_step)
        self._card.appear()
