"""A line that suggests what may be meant while one types; by keyboard and by mouse."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView

from dipdesk.gui.theme import icon, row_height
from dipdesk.i18n import _, fold

_KEY = Qt.ItemDataRole.UserRole
_LISTED = 12
_LEAST_WIDTH = 320
_JUST_NOW = 300
"""Milliseconds within which a click that closes the list does not open it again."""


@dataclass(frozen=True)
class Suggestion:
    """One line of the list: what it stands for, what it says, and its picture.

    ``sure`` ones are taken by Enter and Tab when they are the best match; others only when chosen. What
    ``makes`` something new is not taken by Tab even then.
    """

    key: str
    text: str
    picture: QIcon = field(default_factory=QIcon)
    sure: bool = True
    makes: bool = False


Source = Callable[[str], list[Suggestion]]
"""Suggestions for what is typed; all of them, or the first, for an empty text."""


def matching(choices: list[Suggestion], typed: str) -> list[Suggestion]:
    """The choices that hold ``typed``, blind to case, accents and dots; those that begin with it first."""
    wanted = fold(typed.strip())
    found = [one for one in choices if wanted in fold(one.text)]
    return sorted(found, key=lambda one: not fold(one.text).startswith(wanted))


class SuggestLine(QLineEdit):
    """A line edit with suggestions from ``source``; a click, Alt+Down, Down or F4 shows them all."""

    picked = Signal(str, str)
    """Somebody chose a suggestion: its key and text."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_LISTED)
        self._list = QListView()
        self._list.setProperty("role", "card")
        self._completer.setPopup(self._list)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]
        self._list.installEventFilter(self)
        self._closed = QElapsedTimer()
        self._is_entering = False
        self.setMinimumHeight(row_height())
        self.textEdited.connect(self.suggest)
        arrow = QAction(icon("down"), _("Show the choices"), self)
        arrow.triggered.connect(self.show_all)
        self.addAction(arrow, QLineEdit.ActionPosition.TrailingPosition)

    def suggest(self, typed: str) -> None:
        """Show the suggestions for ``typed``; the best one is marked."""
        self._model.clear()
        for one in self._source(typed):
            item = QStandardItem(one.picture, one.text)
            item.setData((one.key, one.text, one.sure, one.makes), _KEY)
            item.setEditable(False)
            self._model.appendRow(item)
        if self._model.rowCount() == 0:
            self._list.hide()
            return
        self._completer.complete(QRect(0, 0, max(self.width(), _LEAST_WIDTH), self.height()))
        self._show_whole_rows()
        best = self._model.index(0, 0)
        if typed.strip() and best.data(_KEY)[2]:
            self._list.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _show_whole_rows(self) -> None:
        """Make the list high enough for its edge too, which the completer forgets."""
        shown = min(self._model.rowCount(), _LISTED)
        missing = shown * self._list.sizeHintForRow(0) - self._list.viewport().height()
        if 0 < missing < self._list.sizeHintForRow(0):
            self._list.resize(self._list.width(), self._list.height() + missing)

    def show_all(self) -> None:
        """Show every suggestion, whatever is typed, with the present one marked."""
        self.suggest("")
        for row in range(self._model.rowCount()):
            if self._model.index(row, 0).data(_KEY)[1] == self.text():
                self._list.setCurrentIndex(self._completer.completionModel().index(row, 0))

    def _look_again(self) -> None:
        """Show what may be meant by what was typed last; all of it where nothing was, or nothing fits."""
        if self.isModified():
            self.suggest(self.text())
        if not self.is_suggesting():
            self.show_all()

    def is_suggesting(self) -> bool:
        """Whether the list is open."""
        return self._list.isVisible()

    def suggested(self) -> list[str]:
        """The texts in the list."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def event(self, event: QEvent) -> bool:
        """Alt+Down opens the list here, though elsewhere in the window it means the next record."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and opens(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if opens(event):
            self.show_all()
            return
        if event.key() == Qt.Key.Key_Down and not self.is_suggesting():
            self._look_again()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._is_entering = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The click that leads into the field selects what it holds, so that typing begins anew."""
        super().mouseReleaseEvent(event)
        is_drag = self.hasSelectedText() and self.selectedText() != self.text()
        if self._is_entering and not is_drag:
            self.selectAll()
        self._is_entering = False
        was_open = self._closed.isValid() and self._closed.elapsed() < _JUST_NOW
        if event.button() == Qt.MouseButton.LeftButton and not is_drag and not was_open:
            self.show_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the open list Enter and Tab take what is marked; Enter also the only line there is."""
        if event.type() == QEvent.Type.Hide:
            self._closed.start()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            marked = self._list.selectionModel().selectedIndexes()
            current = marked[0] if marked else QModelIndex()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not marked:
                    return self._enter_unmarked(event)
            elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return self._leave_by_tab(event, current)
        return super().eventFilter(watched, event)

    def _enter_unmarked(self, event: QKeyEvent) -> bool:
        """Take the only line; of several none, so that the field says what is not found by it."""
        self._list.hide()
        if self._model.rowCount() == 1:
            self._activated(self._model.index(0, 0))
        elif self.isModified():
            QApplication.sendEvent(self, event)
        return True

    def _leave_by_tab(self, event: QKeyEvent, current: QModelIndex) -> bool:
        self._list.hide()
        if current.isValid() and not current.data(_KEY)[3] and self.isModified():
            self._activated(current)
        else:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        return True

    def _activated(self, index: QModelIndex) -> None:
        key, text, *_kind = index.data(_KEY)
        self.picked.emit(key, text)


def opens(event: QKeyEvent) -> bool:
    """Whether a key opens what a line has to choose from: Alt+Down or F4."""
    is_alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_F4 or bool(is_alt_down)
