"""People of a delegation to be ticked: who is on board, who gets a room, for whom a cost is."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions.for_several import Traveller
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_SHOWN = 6
"""So many lines are seen at once."""


class _Boxes(QListWidget):
    """A click anywhere on a line ticks it, not only one on its box."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        line = self.itemAt(event.position().toPoint())
        before = line.checkState() if line is not None else None
        super().mouseReleaseEvent(event)
        if line is not None and line.checkState() == before:
            line.setCheckState(_UNCHECKED if before == _CHECKED else _CHECKED)


class ChosenPeople(QWidget):
    """A box for each; the space bar ticks one, two buttons tick all or nobody."""

    changed = Signal()
    """Somebody was ticked or left out by hand."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Traveller, ...] = ()
        self.by_hand = False
        self._heading = Heading(title, self)
        self.all_button = self._button(_("All"), _CHECKED)
        self.nobody_button = self._button(_("Nobody"), _UNCHECKED)
        self.list = _Boxes(self)
        self.list.setProperty("role", "card")
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(SPACE[0] // 2)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.said = Wrapped(parent=self)
        self.said.setContentsMargins(INSET, 0, 0, 0)
        self.list.itemChanged.connect(lambda _item: self._ticked())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (self._heading, self.list, self.said):
            column.addWidget(part)

    def chosen(self) -> list[str]:
        """The ids of those who are ticked, in their order."""
        pairs = zip(self._people, self.items(), strict=True)
        return [one.member_id for one, item in pairs if item.checkState() == _CHECKED]

    def items(self) -> list[QListWidgetItem]:
        """The lines, in their order."""
        return [self.list.item(at) for at in range(self.list.count())]

    def show_people(self, people: Sequence[Traveller]) -> None:
        """Offer other people, those ticked who are likely; what was ticked by hand stays so."""
        if tuple(people) == self._people:
            return
        likely = {one.member_id for one in people if one.is_likely}
        ticked = set(self.chosen()) if self.by_hand else likely
        self._people, self.by_hand = tuple(people), self.by_hand and bool(people)
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in people:
                line = QListWidgetItem(visible(one.said()))
                line.setToolTip(as_tooltip(one.said()))
                line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                line.setCheckState(_CHECKED if one.member_id in ticked else _UNCHECKED)
                self.list.addItem(line)
        if people:
            self.list.setCurrentRow(0)
            line_height = self.list.sizeHintForRow(0) + 2 * self.list.spacing()
            self.list.setFixedHeight(line_height * min(len(people), _SHOWN) + SPACE[1])
        self._count()

    def _ticked(self) -> None:
        self.by_hand = True
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        self._heading.set_count(len(self.chosen()))

    def _button(self, text: str, state: Qt.CheckState) -> QPushButton:
        made = QPushButton(text, self._heading)
        made.setProperty("role", "link")
        made.setAccessibleDescription(_("Choose people"))
        made.clicked.connect(lambda _checked=False: self._tick_all(state))
        self._heading.add(made)
        return made

    def _tick_all(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self.list):
            for one in self.items():
                one.setCheckState(state)
        self.list.viewport().update()
        self._ticked()
