"""Choosing the columns of a list: find them by typing, tick them, drag them into order."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.labels import secondary, section
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, fold
from dipdesk.model import Record
from dipdesk.store.columns import columns_of, heading

_WIDTH, _HEIGHT = 320, 420
_NAME = int(Qt.ItemDataRole.UserRole)


class ColumnChooser(QDialog):
    """A small window by the header; each change shows at once."""

    chosen = Signal(object)
    """The columns wanted from left to right, as a tuple of names."""
    reset_wanted = Signal()

    def __init__(self, kind: type[Record], shown: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "floating")
        self.setWindowTitle(_("Columns"))
        self._kind = kind
        self.box = QLineEdit(placeholderText=_("Find a column"), clearButtonEnabled=True)
        self.box.setAccessibleName(_("Find a column"))
        self.box.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.model().rowsMoved.connect(lambda *_moved: self._tell())
        self._fill(shown)
        self._lay_out()

    def show_at(self, place: QPoint) -> None:
        """Open with the corner at ``place`` of the screen, or as near as it fits."""
        self.resize(_WIDTH, _HEIGHT)
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(place.x(), room.right() - _WIDTH)
        top = min(place.y(), room.bottom() - _HEIGHT)
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.box.setFocus()

    def names(self) -> tuple[str, ...]:
        """The ticked columns from top to bottom."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(_NAME) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _fill(self, shown: tuple[str, ...]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        others = sorted(
            (name for name in columns_of(self._kind) if name not in shown),
            key=lambda name: fold(heading(self._kind, name)),
        )
        for name in (*shown, *others):
            item = QListWidgetItem(heading(self._kind, name))
            item.setData(_NAME, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _lay_out(self) -> None:
        reset = QPushButton(_("Reset"))
        reset.clicked.connect(self._reset)
        reset.setAutoDefault(False)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.close)
        close.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(reset)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addWidget(section(_("Columns")))
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        column.addWidget(secondary(_("Drag to change the order.")))
        column.addLayout(buttons)

    def _narrow(self, text: str) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(fold(text) not in fold(item.text()))

    def _tell(self) -> None:
        if names := self.names():
            self.chosen.emit(names)

    def _reset(self) -> None:
        self.reset_wanted.emit()
        self.close()
