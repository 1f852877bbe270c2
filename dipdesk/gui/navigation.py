"""The slim navigation at the left: icon and word, in groups."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QIcon, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.icons import icon
from dipdesk.gui.places import FOOT, PLACES, Place
from dipdesk.gui.theme import font, icon_side, row_height
from dipdesk.gui.tokens import RADIUS, SPACE, tokens
from dipdesk.i18n import _

_KEY = Qt.ItemDataRole.UserRole
_TIGHT = 6
Index = QModelIndex | QPersistentModelIndex


class Navigation(QWidget):
    """Two lists under each other: the places, and what stands at the foot."""

    chosen = Signal(str)
    """Somebody wants to go to the place with this key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.lists = (_PlaceList(PLACES, self), _PlaceList(FOOT, self))
        self.lists[0].setAccessibleName(_("Places"))
        self.lists[1].setAccessibleName(_("Office and welcome page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        column.setSpacing(SPACE[0])
        for places in self.lists:
            column.addWidget(places)
            places.itemClicked.connect(self._clicked)
            places.itemActivated.connect(self._clicked)
        self.lists[1].fit_height()
        self.setFixedWidth(
            max(places.sizeHintForColumn(0) for places in self.lists) + 2 * SPACE[2] + SPACE[1]
        )

    def show_place(self, key: str) -> None:
        """Light the entry of ``key``; none if it has no entry."""
        for places in self.lists:
            places.light(key)

    def set_open(self, is_open: bool) -> None:
        """Whether an office file is open: without one only the welcome page can be gone to."""
        for places in self.lists:
            places.set_usable(is_open)

    def focus_list(self) -> None:
        """Put the focus on the lit entry."""
        for places in self.lists:
            if places.currentItem() is not None:
                places.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.lists[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clicked(self, item: QListWidgetItem) -> None:
        if item.data(_KEY):
            self.chosen.emit(item.data(_KEY))


class _PlaceList(QListWidget):
    """The entries of one part of the navigation."""

    def __init__(self, places: tuple[Place, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "navigation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_Entry(self))
        self.setIconSize(QSize(icon_side(20), icon_side(20)))
        group = ""
        for place in places:
            if place.group != group:
                group = place.group
                heading = QListWidgetItem(_(group), self)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            entry = QListWidgetItem(icon(place.icon), _(place.label), self)
            entry.setData(_KEY, place.key)

    def light(self, key: str) -> None:
        """Make the entry of ``key`` the current one; none if it is not here."""
        found = [row for row in range(self.count()) if self.item(row).data(_KEY) == key]
        if found:
            self.setCurrentRow(found[0])
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()

    def set_usable(self, is_open: bool) -> None:
        """Enable the entries that can be gone to."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for item in (self.item(row) for row in range(self.count())):
            if key := item.data(_KEY):
                item.setFlags(usable if is_open or key == "welcome" else Qt.ItemFlag.NoItemFlags)

    def fit_height(self) -> None:
        """Be as high as the entries, no higher."""
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + _TIGHT)


class _Entry(QStyledItemDelegate):
    """Draws an entry: rounded ground when lit, icon in the accent; headings small and muted.

    The states of the option are left alone: their class has hundreds of names, for which the first page
    would have to wait.
    """

    def __init__(self, places: QListWidget) -> None:
        super().__init__(places)
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        height = row_height() - _TIGHT
        if index.data(_KEY) is None:
            return QSize(hint.width(), height if index.row() else height - SPACE[1])
        return QSize(hint.width() + SPACE[4] + SPACE[3], height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_KEY) is None:
            self._paint_heading(painter, option, index)
        else:
            self._paint_entry(painter, option, index)
        painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = tokens(option.palette)
        painter.setFont(font("secondary"))
        painter.setPen(colours.muted)
        room = option.rect.adjusted(SPACE[1], 0, 0, -3)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, index.data())

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = tokens(option.palette)
        lit = self._places.selectionModel().isSelected(index)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        ground = option.rect.adjusted(1, 1, -1, -1)
        if lit or (enabled and self._is_under_mouse(index)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if lit else colours.line)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if self._places.hasFocus() and self._places.currentIndex() == index:
            painter.setPen(colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        side = option.decorationSize.height()
        corner = option.rect.adjusted(SPACE[1], (option.rect.height() - side) // 2, 0, 0).topLeft()
        index.data(Qt.ItemDataRole.DecorationRole).paint(
            painter,
            corner.x(),
            corner.y(),
            side,
            side,
            mode=QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled,
        )
        painter.setFont(option.font)
        painter.setPen(colours.ink if enabled else colours.dormant)
        room = option.rect.adjusted(SPACE[1] + side + SPACE[1], 0, -SPACE[0], 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, index.data())

    def _is_under_mouse(self, index: Index) -> bool:
        if not self._places.underMouse():  # asking for the viewport names every widget of Qt once
            return False
        return self._places.indexAt(self._places.viewport().mapFromGlobal(QCursor.pos())) == index
