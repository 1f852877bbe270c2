"""Beside the running day: who is here, whom to call, what must be done, and two lines for quick words."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dipdesk.actions.day_view import Phone
from dipdesk.gui.cards import Card, clear
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, ngettext
from dipdesk.model.delegation import MEMBER_STATES

_STATES = {"a": "arrived", "x": "absent", "l": "left", "e": "expected"}
_PHONES_AT_ONCE = 4
"""So many numbers; the others on demand."""


class DayTable(PlainTable):
    """A table that leaves letters and the space bar to the page, where they have a meaning."""

    def fit_all(self) -> None:
        """Be as high as all rows, whatever their height."""
        self.fit()
        rows = self.verticalHeader().length()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + self._bar + 2)

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
    member_wanted = Signal(str)
    """The record of a member shall be shown: its id."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[2])
        self._phones_shown: Sequence[Phone] | None = None
        self._tasks_told: list[tuple[str, str]] = []
        self.phone_buttons: list[QPushButton] = []
        self.task_boxes: list[QCheckBox] = []
        self._add_words()
        self._add_phones()
        self._add_members()
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
        """Show numbers, the first few at once; a click copies one."""
        if found == self._phones_shown:
            return
        self._phones_shown = found
        clear(self._phones)
        self.phone_buttons = []
        for one in found:
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
        self._show_more_phones(False)

    def show_tasks(self, tasks: Sequence[tuple[str, str, bool]]) -> None:
        """Show the checklist: id, words and whether it is done; a box that stays keeps the focus."""
        told = [(row_id, words) for row_id, words, _done in tasks]
        if told != self._tasks_told:
            self._tasks_told = told
            clear(self._tasks)
            self.task_boxes = [self._task_box(row_id, words) for row_id, words in told]
        for box, (_row_id, _words, done) in zip(self.task_boxes, tasks, strict=True):
            box.setChecked(done)
        self._tasks_card.setVisible(bool(tasks))

    def go_to_phones(self) -> None:
        """Put the focus on the first number."""
        if self.phone_buttons:
            self.phone_buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        self.members.keep_whole((0, 2))
        self.members.marked.connect(self._mark)
        self._members_card.column.addWidget(self.members)
        self.members.wanted.connect(self._open_member)
        states = QWidget()
        row = Flow(states, SPACE[0])
        for letter, state in _STATES.items():
            words = _("{state} ({key})").format(state=_(MEMBER_STATES[state]), key=letter.upper())
            row.addWidget(_link(words, partial(self._mark, state)))
        self._members_card.column.addWidget(states)
        self._column.addWidget(self._members_card)

    def _add_phones(self) -> None:
        card = Card(_("Phones (P)"))
        self._phones = QVBoxLayout()
        card.column.addLayout(self._phones)
        self.more_phones = _link("", lambda: self._show_more_phones(True))
        card.column.addWidget(self.more_phones)
        self._column.addWidget(card)

    def _show_more_phones(self, on: bool) -> None:
        rest = self.phone_buttons[_PHONES_AT_ONCE:]
        for button in rest:
            button.setVisible(on)
        text = ngettext("{count} more number", "{count} more numbers", len(rest)).format(count=len(rest))
        self.more_phones.setText(text)
        self.more_phones.setVisible(bool(rest) and not on)

    def _task_box(self, row_id: str, words: str) -> QCheckBox:
        line = _TaskLine(words)
        line.box.clicked.connect(lambda _checked=False: self.ticked.emit(row_id))
        self._tasks.addWidget(line)
        return line.box

    def _add_tasks(self) -> None:
        self._tasks_card = Card(_("Checklist of the day"))
        self._tasks = QVBoxLayout()
        self._tasks_card.column.addLayout(self._tasks)
        self._column.addWidget(self._tasks_card)

    def _mark(self, state: str) -> None:
        row = self.members.currentIndex().row()
        if 0 <= row < len(self.model.lines):
            self.marked.emit(self.model.lines[row].row_id, state)
            self.members.selectRow(min(row + 1, len(self.model.lines) - 1))
        else:
            toast(self.window(), _("Choose a member first."))

    def _open_member(self) -> None:
        row = self.members.currentIndex().row()
        if 0 <= row < len(self.model.lines):
            self.member_wanted.emit(self.model.lines[row].row_id)

    @staticmethod
    def _tell(box: QLineEdit, told: object) -> None:
        words = box.text()
        box.clear()
        if words.strip():
            told.emit(words)  # type: ignore[attr-defined]


class _TaskLine(QWidget):
    """A box with its words beside it, on as many lines as they need; a click on the words ticks it too."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[0], 0, 0, 0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Wrapped(visible(words)), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.box.click()


def _link(words: str, act: Callable[[], object]) -> QPushButton:
    """A quiet button; a click on it leaves the focus where it is."""
    made = QPushButton(words)
    made.setProperty("role", "link")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked=False: act())
    return made
