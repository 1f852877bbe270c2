"""A line that suggests what may be meant while one types; by keyboard and by mouse."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView

from dipdesk.gui.form.suggested_line import SUGGESTION, SuggestedLine, Suggestion
from dipdesk.gui.theme import SPACE, icon, row_height
from dipdesk.i18n import _, fold

__all__ = ["Source", "SuggestLine", "Suggestion", "matching", "opens"]

_LISTED = 14
"""A dozen that are meant, how many more there are, and the line that makes one."""
_LEAST_WIDTH, _MOST_WIDTH = 320, 600
_JUST_NOW = 300
"""Milliseconds within which a click that closes the list does not open it again."""


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
    passed = Signal()
    """What was chosen is taken; the next field, please."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_LISTED)
        self._list = QListView()
        self._list.setProperty("role", "card")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._list)
        self._list.setItemDelegate(SuggestedLine(self._list))
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
        found = self._source(typed)
        for one in found:
            self._model.appendRow(_item(one))
        if not found:
            self._list.hide()
            return
        wanted = min(max(self._list_width(one) for one in found), _MOST_WIDTH)
        self._completer.complete(QRect(0, 0, max(self.width(), wanted, _LEAST_WIDTH), self.height()))
        self._show_whole_rows()
        best = self._model.index(0, 0)
        if typed.strip() and _suggestion(best).sure:
            self._list.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _list_width(self, one: Suggestion) -> int:
        """How wide the list must be to show a suggestion whole."""
        words = sum(self._list.fontMetrics().horizontalAdvance(part) for part in (one.text, one.beside))
        return words + row_height() + 2 * SPACE[3]

    def _show_whole_rows(self) -> None:
        """Make the list high enough for its edge too, which the completer forgets."""
        shown = range(min(self._model.rowCount(), _LISTED))
        missing = sum(self._list.sizeHintForRow(row) for row in shown) - self._list.viewport().height()
        if 0 < missing < self._list.sizeHintForRow(0):
            self._list.resize(self._list.width(), self._list.height() + missing)

    def show_all(self) -> None:
        """Show every suggestion, whatever is typed, with the present one marked."""
        self.suggest("")
        for row in range(self._model.rowCount()):
            if _suggestion(self._model.index(row, 0)).text == self.text():
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
        """In the open list Enter and Tab take what is marked; Enter also the only line there is.

        With Ctrl held Enter then means here what it means in the line.
        """
        if event.type() == QEvent.Type.Hide:
            self._closed.start()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            marked = self._list.selectionModel().selectedIndexes()
            current = marked[0] if marked else QModelIndex()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    return self._confirm(event, current)
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

    def _confirm(self, event: QKeyEvent, current: QModelIndex) -> bool:
        """Take what is marked, or the only line, and go on with Ctrl+Enter unless that makes something."""
        self._list.hide()
        is_only = self._model.rowCount() == 1 and self.isModified()
        chosen = self._model.index(0, 0) if is_only else current
        if chosen.isValid() and _suggestion(chosen).makes:
            self._activated(chosen)
            return True
        if chosen.isValid():
            self.picked.emit(_suggestion(chosen).key, _suggestion(chosen).text)
        QApplication.sendEvent(self, event)
        return True

    def _leave_by_tab(self, event: QKeyEvent, current: QModelIndex) -> bool:
        self._list.hide()
        goes_on = event.key() == Qt.Key.Key_Tab
        takes = current.isValid() and not _suggestion(current).makes and self.isModified()
        if takes:
            self.picked.emit(_suggestion(current).key, _suggestion(current).text)
        if takes and goes_on:
            self.passed.emit()
        else:
            self.focusNextPrevChild(goes_on)
        return True

    def _activated(self, index: QModelIndex) -> None:
        one = _suggestion(index)
        if not one.is_choice:
            return
        self.picked.emit(one.key, one.text)
        if not one.makes:
            self.passed.emit()


def _suggestion(index: QModelIndex) -> Suggestion:
    found = index.data(SUGGESTION)
    assert isinstance(found, Suggestion)
    return found


def _item(one: Suggestion) -> QStandardItem:
    """The line of a suggestion in the list."""
    made = QStandardItem(one.picture, one.text)
    made.setData(one, SUGGESTION)
    made.setData(one.said, Qt.ItemDataRole.AccessibleTextRole)
    made.setEditable(False)
    made.setEnabled(one.is_choice)
    return made


def opens(event: QKeyEvent) -> bool:
    """Whether a key opens what a line has to choose from: Alt+Down or F4."""
    is_alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_F4 or bool(is_alt_down)
