"""Threads: the only module that knows them, light enough for the first moments of the program."""

from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QTimer, Signal

T = TypeVar("T")
_LOOK = 15
"""Milliseconds between two looks for an answer."""


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


class Beside(QObject):
    """Works out an answer from values beside the window; only the latest question is ever answered.

    It may go with its widget at any time: it looks for the answer itself, so no thread has to know it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()
        self._told: Callable[[Any], None] | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._hear)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._look.isActive()

    def ask(self, work: Callable[[], T], told: Callable[[T], None]) -> None:
        """Do ``work``, which knows no Qt and no file, and call ``told`` with what it gave."""
        answers: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()
        self._answers, self._told = answers, told
        context = copy_context()
        Thread(target=lambda: answers.put(context.run(_answer, work)), name="beside").start()
        self._look.start()

    def forget(self) -> None:
        """The answer is not wanted any more."""
        self._look.stop()

    def _hear(self) -> None:
        if self._answers.empty():
            return
        self._look.stop()
        answer, error = self._answers.get_nowait()
        if error is not None:
            raise error
        if self._told is not None:
            self._told(answer)


def _answer(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """What the work gave; every exception is handed on to the window's thread, which sorts them."""
    try:
        return work(), None
    except Exception as error:
        return None, error


def outlive(work: Callable[[], None]) -> None:
    """Do ``work``, which knows no Qt, in a thread that the end of the program waits for."""
    context = copy_context()
    Thread(target=lambda: context.run(work), name="last work").start()
