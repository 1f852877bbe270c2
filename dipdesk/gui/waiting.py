"""What was asked for before it could be done: it waits with a sign, and is done in its order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dipdesk.gui.floating import FloatingCard
from dipdesk.gui.labels import plain
from dipdesk.gui.progress_card import ProgressCard
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _

_SHOW_AFTER = 100
"""Milliseconds that somebody may wait before that is shown."""


class Waiting(QObject):
    """Things to do, and the card over ``window`` that says so; Cancel drops them and calls ``dropped``."""

    def __init__(self, window: QWidget, dropped: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._dropped = window, dropped
        self._acts: list[Callable[[], object]] = []
        self._card: ProgressCard | None = None
        self._shown_after = QTimer(self, interval=_SHOW_AFTER, singleShot=True)
        self._shown_after.timeout.connect(self._show)

    def add(self, act: Callable[[], object]) -> None:
        """Do ``act`` when the time has come."""
        self._acts.append(act)
        if self._card is None:
            self._shown_after.start()

    def release(self) -> None:
        """The time has come: do everything, the first thing first."""
        acts, self._acts = self._acts, []
        self._put_away()
        for act in acts:
            act()

    def drop(self) -> None:
        """Forget everything."""
        self._acts = []
        self._put_away()

    def _show(self) -> None:
        self._card = ProgressCard(self._window, _("Loading lists and records"))
        self._card.cancelled.connect(self._cancel)
        self._card.appear()

    def _cancel(self) -> None:
        self.drop()
        self._dropped()

    def _put_away(self) -> None:
        self._shown_after.stop()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None


class Sign(FloatingCard):
    """A word over the foot of a window that cannot answer for a moment; there is nothing to cancel."""

    def __init__(self, window: QWidget, text: str) -> None:
        super().__init__(window)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        row.addWidget(plain(text))


@contextmanager
def sign_over(window: QWidget, text: str) -> Iterator[None]:
    """Say ``text`` over ``window``, drawn at once, while something is done that holds the window up."""
    sign = Sign(window, text)
    sign.appear()
    sign.repaint()
    try:
        yield
    finally:
        sign.hide()
        sign.deleteLater()
