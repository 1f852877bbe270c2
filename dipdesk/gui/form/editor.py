"""What every editor of a value has in common: text in, value out, and signals when somebody is done."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy.orm import Session

from dipdesk.gui.tokens import SPACE
from dipdesk.model.kinds import Kind, Link
from dipdesk.rules.timing import USUAL_ZONE
from dipdesk.store.office_file import OfficeFile

Create = Callable[[Link, str, QWidget], str]
"""Makes a record for a link to lead to, called as typed, over a widget; its id, empty if not made."""
Likely = Callable[[Link], Mapping[str, object]]
"""What a record that a link leads to most likely holds, as the form knows it."""
OwnVisit = Callable[[Link], str]
"""The id of the visit to which the form and what a link leads to belong; empty for none."""
Labels = Callable[[Kind[Any]], Mapping[str, str]]
"""What the choices of a kind are called in this form, by their codes; empty for what they are everywhere."""
LikelyDay = Callable[[Kind[Any]], date | None]
"""The day on which a moment of the form most likely is; None for no idea."""
LikelyZone = Callable[[Kind[Any]], str]
"""The time zone in which a moment of the form most likely is."""


def _nothing(link: Link, typed: str, over: QWidget) -> str:
    return ""


def _no_values(link: Link) -> Mapping[str, object]:
    return {}


def _no_visit(link: Link) -> str:
    return ""


def _no_labels(kind: Kind[Any]) -> Mapping[str, str]:
    return {}


def _no_day(kind: Kind[Any]) -> None:
    return None


def _usual_zone(kind: Kind[Any]) -> str:
    return USUAL_ZONE


@dataclass(frozen=True)
class Surroundings:
    """What an editor may need besides its kind.

    ``zone`` tells by which clock a moment most likely is; ``create`` makes a record to link to; ``day``
    tells where it most likely lies; ``likely`` what a linked record most likely holds; ``visit`` whose
    members, journeys and rooms a link may lead to; ``labels`` what choices are called here.
    """

    office: OfficeFile
    zone: LikelyZone = _usual_zone
    create: Create = _nothing
    day: LikelyDay = _no_day
    likely: Likely = _no_values
    visit: OwnVisit = _no_visit
    labels: Labels = _no_labels


class Editor(QWidget):
    """Edits one value of a kind. ``direct`` editors are always shown, others only while somebody edits."""

    changed = Signal()
    """Somebody typed or chose something."""
    committed = Signal()
    """The value shall be stored now."""
    confirmed = Signal()
    """Ctrl+Enter was pressed; the value was stored if it could be."""
    finished = Signal()
    """The value shall be stored and the next field edited."""
    opened = Signal(str, str)
    """Somebody wants to see a record: its entity and id."""
    direct: ClassVar[bool] = False

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__()
        self.kind = kind
        self.around = around
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACE[0])

    # What subclasses say

    @abstractmethod
    def text(self) -> str:
        """What is typed now."""

    @abstractmethod
    def set_text(self, text: str) -> None:
        """Show ``text`` without telling anybody."""

    @abstractmethod
    def stops(self) -> list[QWidget]:
        """The widgets that take the focus, in order; the first is the main one."""

    def value(self) -> Any:
        """The value of what is typed; raises Invalid."""
        return self.kind.typed(self.text())

    def set_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self.set_text(self.kind.edit(value))

    def draft(self) -> str:
        """What is typed, finished or not, as ``set_draft`` takes it back."""
        return self.text()

    def set_draft(self, draft: str) -> None:
        """Show what was typed earlier, without telling anybody."""
        self.set_text(draft)

    def remark(self) -> str:
        """A sentence to think about, though the value may be stored; empty for none."""
        return ""

    def keep(self, session: Session) -> None:
        """Inside the change that stores the value: store what it refers to."""

    def follow(self) -> None:
        """Go to what the value points at, if anything; called for Alt+Enter."""

    def offer(self) -> None:
        """Show what can be chosen, if anything; called when the field was clicked."""

    # What they share

    def describe(self, name: str, description: str) -> None:
        """Tell screen readers what the field is called and what is wrong or hinted."""
        for widget in self.stops():
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(description)

    def mark(self, wrong: bool) -> None:
        """Show whether the value cannot be taken."""
        for widget in self.stops():
            widget.setProperty("state", "bad" if wrong else "")
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def start(self, reason: Qt.FocusReason) -> None:
        """Take the focus, with everything selected."""
        first = self.stops()[0]
        first.setFocus(reason)
        select = getattr(first, "selectAll", None)
        if select is not None:
            select()

    def watch(self, widget: QWidget) -> None:
        """Let Enter, Ctrl+Enter and Alt+Enter in ``widget`` mean what they mean everywhere."""
        widget.installEventFilter(self)

    def takes_enter(self) -> bool:
        """Whether Enter belongs to the text instead of going on to the next field."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _is_steps(event) and not _has_steps(watched)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._enter(event)

    def _enter(self, event: QKeyEvent) -> bool:
        """Do what Enter means with the keys held beside it; False if it belongs to the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.committed.emit()
            self.confirmed.emit()
            return True
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.follow()
            return True
        if self.takes_enter():
            return False
        self.finished.emit()
        return True


def _is_steps(event: QKeyEvent) -> bool:
    """Whether a key takes a step back or does it again."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _has_steps(widget: QObject) -> bool:
    """Whether something was typed here that can be taken back here; else the office takes its step back."""
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable() or widget.document().isRedoAvailable()
    return isinstance(widget, QLineEdit) and (widget.isUndoAvailable() or widget.isRedoAvailable())
