"""The sections of a paper: ticked if they stand in it, dragged or moved by keys into their order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.model import Field
from dipdesk.papers.sections import arranged

_NAME = int(Qt.ItemDataRole.UserRole)
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ROW = 0.8
"""The height of a row, in rows of a table."""


class SectionItems(QListWidget):
    """The rows; Ctrl+Shift+Up and Down move the one that is chosen."""

    moved = Signal()
    """A row was dropped elsewhere."""
    shifted = Signal(int)
    """The row that is chosen is to go up (-1) or down (1)."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _MODIFIERS and event.key() in steps:
            self.shifted.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        super().dropEvent(event)
        self.moved.emit()


class SectionList(QWidget):
    """One row for each section; the order is told only if it is not the usual one."""

    changed = Signal()
    """A section was ticked or moved."""

    def __init__(self, sections: Sequence[Field]) -> None:
        super().__init__()
        self._sections = {one.name: one for one in sections}
        self.list = SectionItems()
        self.list.setAccessibleName(_("Sections"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.up_button = self._button("up", _("Move up"), -1)
        self.down_button = self._button("down", _("Move down"), 1)
        self.reset_button = QPushButton(_("Usual order"))
        self.reset_button.setProperty("role", "link")
        self.reset_button.clicked.connect(self._reset)
        self._lay_out()
        self.show_choices({one.name: bool(one.initial) for one in sections}, ())
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.moved.connect(self._told)
        self.list.shifted.connect(self.shift)
        self.list.currentRowChanged.connect(lambda _row: self._enable())

    def order(self) -> tuple[str, ...]:
        """The names from top to bottom; empty for the usual order."""
        names = tuple(item.data(_NAME) for item in self._items())
        return () if names == tuple(self._sections) else names

    def ticked(self) -> dict[str, bool]:
        """Which sections stand in the paper."""
        return {item.data(_NAME): item.checkState() == Qt.CheckState.Checked for item in self._items()}

    def show_choices(self, ticked: Mapping[str, bool], order: Sequence[str]) -> None:
        """Show these choices; raises Known if the order names a section that there is none of."""
        names = arranged(tuple(self._sections), order)
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            item = QListWidgetItem(self._sections[name].title())
            item.setData(_NAME, name)
            item.setToolTip(item.text())
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if ticked[name] else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._fit()
        self.list.blockSignals(False)
        self._enable()

    def shift(self, step: int) -> None:
        """Move the section that is chosen up or down."""
        row = self.list.currentRow()
        if not 0 <= row + step < self.list.count() or row < 0:
            return
        self.list.blockSignals(True)
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)
        self.list.blockSignals(False)
        self._told()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _reset(self) -> None:
        self.show_choices(self.ticked(), ())
        self.changed.emit()

    def _told(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        row = self.list.currentRow()
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < self.list.count() - 1)
        self.reset_button.setEnabled(bool(self.order()))

    def _fit(self) -> None:
        """Be as high as all rows: the panel scrolls, not the list."""
        height = max(self.list.sizeHintForRow(0), round(row_height() * _ROW))
        for item in self._items():
            item.setSizeHint(QSize(1, height))
        self.list.setFixedHeight(height * self.list.count() + 2 * self.list.frameWidth())

    def _button(self, sign: str, text: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.shift(step))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for part in (self.up_button, self.down_button, self.reset_button):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(secondary(_("Drag to change the order, or Ctrl+Shift+Up and Down.")))
