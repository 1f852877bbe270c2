"""Beside the running day: who is here, whom to call, what must be done, and two lines for quick words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dipdesk.actions.day_view import Phone
from dipdesk.gui.cards import Card, clear
from dipdesk.gui.form.chain.step_table import as_tooltip
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import visible
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _

_STATES = {"a": "arrived", "x": "absent", "l": "left", "e": "expected"}
_MOST_PHONES = 12


class DayTable(PlainTable):
    """A table that leaves letters and the space bar to the page, where they have a meaning."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class MemberTable(DayTable):
    """The members; a letter notes what somebody is: A arrived, X absent, L has left, E expected."""

    marked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter = event.text().casefold()
        if letter in _STATES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.marked.emit(_STATES[letter])
        else:
            super().keyPressEvent(event)


class DaySide(QWidget):
    """A column of cards; what is personal can be hidden as a whole."""

    marked = Signal(str, str)
    """A member is in this state now: id and state."""
    ticked = Signal(str)
    """A task was ticked."""
    noted = Signal(str)
    promised = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[2])
        self._add_words()
        self._add_members()
        self._add_phones()
        self._add_tasks()
        self._column.addStretch(1)

    def show_members(self, lines: list[Line]) -> None:
        """Show who belongs to the visit, where they are and in which state."""
        row = self.members.currentIndex().row()
        if lines != self.model.lines:
            self.model.show(lines)
            self.members.fit()
            if 0 <= row < len(lines):
                self.members.selectRow(row)
        self._members_card.setVisible(bool(lines))

    def show_phones(self, found: Sequence[Phone]) -> None:
        """Show numbers; a click copies one."""
        clear(self._phones)
        self.phone_buttons: list[QPushButton] = []
        for one in found[:_MOST_PHONES]:
            button = QPushButton(icon("copy"), visible(f"{one.number}  {one.name}").replace("&", "&&"))
            button.setProperty("role", "link")
            button.setAccessibleDescription(one.about)
            button.clicked.connect(lambda _checked=False, one=one: self.copy(one))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setStyleSheet("text-align: left")
            button.setToolTip(as_tooltip(one.about))
            self.phone_buttons.append(button)
            self._phones.addWidget(button)
        if not found:
            self._phones.addWidget(secondary(_("No number is on file for this day.")))

    def show_tasks(self, tasks: Sequence[tuple[str, str, bool]]) -> None:
        """Show the checklist: id, words and whether it is done."""
        clear(self._tasks)
        self.task_boxes: list[QCheckBox] = []
        for row_id, words, done in tasks:
            box = QCheckBox(visible(words).replace("&", "&&"))
            box.setChecked(done)
            box.clicked.connect(lambda _checked=False, row_id=row_id: self.ticked.emit(row_id))
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setToolTip(as_tooltip(words))
            self.task_boxes.append(box)
            self._tasks.addWidget(box)
        self._tasks_card.setVisible(bool(tasks))

    def copy(self, one: Phone) -> None:
        """Put a number on the clipboard."""
        QApplication.clipboard().setText(one.number)
        toast(self.window(), _("Copied: {number}").format(number=one.number))

    def _add_words(self) -> None:
        card = Card(_("Quick words"))
        self.note, self.promise = QLineEdit(), QLineEdit()
        for box, words, told in (
            (self.note, _("Note (N), then Enter"), self.noted),
            (self.promise, _("What we promised; who; by when (C), then Enter"), self.promised),
        ):
            box.setPlaceholderText(words)
            box.setAccessibleName(words)
            box.returnPressed.connect(lambda box=box, told=told: self._tell(box, told))
            card.column.addWidget(box)
        self._column.addWidget(card)

    def _add_members(self) -> None:
        self._members_card = Card(_("Who is where"))
        self.model = CellsModel((_("Member"), _("Now at"), _("State")))
        self.members = MemberTable(self.model, self)
        self.members.setAccessibleName(_("Members of the delegations"))
        self.members.marked.connect(self._mark)
        self._members_card.column.addWidget(self.members)
        self._members_card.say(_("A arrived, X absent, L has left, E expected"))
        self._column.addWidget(self._members_card)

    def _add_phones(self) -> None:
        card = Card(_("Phones"))
        self._phones = QVBoxLayout()
        card.column.addLayout(self._phones)
        self._column.addWidget(card)
        self.phone_buttons = []

    def _add_tasks(self) -> None:
        self._tasks_card = Card(_("Checklist of the day"))
        self._tasks = QVBoxLayout()
        self._tasks_card.column.addLayout(self._tasks)
        self._column.addWidget(self._tasks_card)
        self.task_boxes = []

    def _mark(self, state: str) -> None:
        row = self.members.currentIndex().row()
        if 0 <= row < len(self.model.lines):
            self.marked.emit(self.model.lines[row].row_id, state)
            self.members.selectRow(min(row + 1, len(self.model.lines) - 1))

    @staticmethod
    def _tell(box: QLineEdit, told: object) -> None:
        words = box.text()
        box.clear()
        if words.strip():
            told.emit(words)  # type: ignore[attr-defined]
