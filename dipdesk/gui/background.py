"""Threads: the only module that knows them, light enough for the first moments of the program."""

from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Signal


class Task(QObject):
    """One piece of work for a thread of a pool, in a copy of the context in which it is made.

    ``ended`` carries its result, or the exception that it ended with, to the thread where the task was made.
    """

    ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[], Any],
        on_end: Callable[[Any, Exception | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.on_end: Callable[[Any, Exception | None], None] | None = on_end
        self.ended.connect(self._end)  # queued, because it comes from another thread
        context = copy_context()
        self.runnable = _Runnable(lambda: context.run(work), self)

    def _end(self, result: Any, error: Exception | None) -> None:
        if self.on_end is not None:
            self.on_end(result, error)


class _Runnable(QRunnable):
    """What the pool runs."""

    def __init__(self, work: Callable[[], Any], task: Task) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self._task = task

    def run(self) -> None:
        """Work; every exception is handed on to the thread of the task, which sorts them."""
        try:
            result = self._work()
        except Exception as error:
            self._task.ended.emit(None, error)
        else:
            self._task.ended.emit(result, None)


def outlive(work: Callable[[], None]) -> None:
    """Do ``work``, which knows no Qt, in a thread that the end of the program waits for."""
    context = copy_context()
    Thread(target=lambda: context.run(work), name="last work").start()
