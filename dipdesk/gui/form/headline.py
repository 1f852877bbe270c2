"""The head of a record's page: flag, name, states, the facts one looks for, and the main action."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.form.facts import Fact, State
from dipdesk.gui.form.flags import flag
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import chip, plain, secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import SPACE, font, icon, tokens

_FLAG = 22
_LONGEST_FACT = 48
_LONGEST_LABEL = 40
_NARROW = 36
"""Letters of the name's width below which the main action stands beneath the name."""
_LINK_INSET = 7
_LINK_ABOVE = 4
"""How far the text of a link stands from the edge of its button."""


class Headline(QWidget):
    """Name, states and facts of a record; ``action`` is the main thing one does with it."""

    opened = Signal(str, str)
    action = Signal(str)

    def __init__(
        self, action: str = "", action_text: str = "", action_icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Wrapped(parent=self, most_lines=4)
        self.title.setAccessibleDescription("heading")
        self._flag = QLabel(self)
        self._states = QWidget(self)
        self._states.setMinimumWidth(1)
        self._states_flow = Flow(self._states)
        self._facts = QWidget(self)
        self._facts.setMinimumWidth(1)
        self._facts_flow = Flow(self._facts, SPACE[3])
        self.button = QPushButton(icon(action_icon, "on_accent"), action_text, self)
        self.button.setProperty("role", "primary")
        self.button.setVisible(bool(action))
        self.button.clicked.connect(lambda: self.action.emit(action))
        self._is_narrow = False
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW * self.title.fontMetrics().averageCharWidth()
        if narrow != self._is_narrow:
            self._place_button(beneath=narrow)

    def anchor(self) -> QWidget:
        """What a menu of the main action hangs on."""
        return self.button if self.button.isVisible() else self.title

    def show_record(self, title: str, code: str, states: Sequence[State], facts: Sequence[Fact]) -> None:
        """Show what is known now."""
        self.title.setFont(font("headline"))
        self.title.set_text(title)
        self.title.setAccessibleName(title)
        self._show_flag(code)
        self._states_flow.clear()
        for one in states:
            self._states_flow.addWidget(chip(one.text, one.tone, one.icon))
        self._states.setVisible(bool(states))
        self._facts_flow.clear()
        before: QWidget = self.button
        for fact in facts:
            made = self._fact(fact)
            self._facts_flow.addWidget(made)
            for link in made.findChildren(QPushButton):
                QWidget.setTabOrder(before, link)
                before = link
        self._facts.setVisible(bool(facts))

    def _show_flag(self, code: str) -> None:
        picture = flag(code, _FLAG, tokens(self), self.devicePixelRatioF()) if code else None
        self._flag.setVisible(picture is not None and not picture.isNull())
        if picture is not None:
            self._flag.setPixmap(picture)

    def _fact(self, fact: Fact) -> QWidget:
        made = QWidget(self._facts)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = secondary(_cut(fact.label, _LONGEST_LABEL), wrap=False)
        label.setContentsMargins(_LINK_INSET, 0, _LINK_INSET, 0)
        column.addWidget(label)
        short = _cut(visible(fact.text), _LONGEST_FACT)
        if fact.opens is None:
            value = plain(short)
            value.setContentsMargins(_LINK_INSET, _LINK_ABOVE, _LINK_INSET, 0)
            column.addWidget(value)
            column.addStretch(1)
            return made
        link = QPushButton(short.replace("&", "&&"))
        link.setProperty("role", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleName(f"{fact.label}: {fact.text}")
        link.clicked.connect(lambda _checked=False, target=fact.opens: self.opened.emit(*target))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE[2])
        first.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.title, 1)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, SPACE[1])
        first.setContentsMargins(INSET, 0, 0, 0)
        self._states.setContentsMargins(INSET, 0, 0, 0)
        self._facts.setContentsMargins(INSET - _LINK_INSET, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[1])
        grid.addLayout(first, 0, 0)
        grid.addWidget(self.button, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._beneath = QHBoxLayout()
        self._beneath.setContentsMargins(INSET, 0, 0, 0)
        self._beneath.addStretch(1)
        grid.addLayout(self._beneath, 1, 0, 1, 2)
        grid.addWidget(self._states, 2, 0, 1, 2)
        grid.addWidget(self._facts, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _place_button(self, *, beneath: bool) -> None:
        """Put the main action beside the name, or beneath it where there is no room."""
        self._is_narrow = beneath
        self._grid.removeWidget(self.button)
        self._beneath.removeWidget(self.button)
        if beneath:
            self._beneath.insertWidget(0, self.button)
        else:
            self._grid.addWidget(self.button, 0, 1, Qt.AlignmentFlag.AlignTop)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
