"""Beside the room: the guests with and without a seat, every seat as a table, and what the plan breaks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dipdesk.actions.seating_plans import Seated
from dipdesk.gui.form.reasoned_table import ReasonedTable
from dipdesk.gui.form.seating.face import GUEST_MIME
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.labels import secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import SPACE, font
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, fold, ngettext
from dipdesk.papers.ceremony.seating import in_told_order
from dipdesk.rules.seating import better_than_taken

_ID = Qt.ItemDataRole.UserRole


class GuestList(QListWidget):
    """Everybody who comes: those without a seat first; Enter seats one, dragging drops one on a chair."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("table"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(_("Guests"))
        self.itemActivated.connect(lambda item: self.picked.emit(item.data(_ID)))

    def show_guests(self, seated: Seated, seat_names: Callable[[str], str]) -> None:
        """Show the guests of a plan; the same ones stay chosen."""
        chosen = set(self.chosen())
        self.clear()
        seats = {guest: seat for seat, guest in seated.seating.items()}
        for one in sorted(seated.order.attendees, key=lambda one: (one.guest.id in seats, one.place)):
            seat = seats.get(one.guest.id)
            where = seat_names(seat) if seat else _("without a seat")
            item = QListWidgetItem(visible(f"{one.place}. {one.person.title()} – {where}"), self)
            item.setData(_ID, one.guest.id)
            if seat is None:
                item.setForeground(QColor(tokens(self).attention))
            item.setSelected(one.guest.id in chosen)
        if self.selectedItems():
            first = self.row(self.selectedItems()[0])
            self.setCurrentRow(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def chosen(self) -> list[str]:
        """The ids of the guests that are chosen."""
        return [item.data(_ID) for item in self.selectedItems()]

    def choose(self, guest_id: str) -> None:
        """Choose one guest and no other."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == guest_id:
                self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return
        self.clearSelection()

    def narrow(self, text: str) -> None:
        """Show only those whose name holds ``text``."""
        wanted = fold(text.strip())
        for row in range(self.count()):
            self.item(row).setHidden(bool(wanted) and wanted not in fold(self.item(row).text()))

    def first_shown(self) -> str:
        """The first guest that is not hidden; empty for none."""
        rows = (self.item(row) for row in range(self.count()))
        return next((item.data(_ID) for item in rows if not item.isHidden()), "")

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]  # noqa: N802
        data = QMimeData()
        if items:
            data.setData(GUEST_MIME, str(items[0].data(_ID)).encode())
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.picked.emit(item.data(_ID))
        else:
            super().keyPressEvent(event)


class SearchLine(QLineEdit):
    """Finds a guest; while it is empty, undo and redo mean those of the plan."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if not self.text() and any(event.matches(step) for step in steps):
                event.ignore()
                return False
        return super().event(event)


class Side(QTabWidget):
    """Three tabs: guests, seats, and what is to be looked at."""

    guest_picked = Signal(str)
    """This guest shall have the chosen seat."""
    seat_chosen = Signal(str)
    way_wanted = Signal(str)
    """A way out for a seat whose guest does not come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guests = GuestList()
        self.search = SearchLine()
        self.search.setPlaceholderText(_("Find a guest"))
        self.search.setAccessibleName(_("Find a guest"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.guests.narrow)
        self.search.returnPressed.connect(self._pick_first)
        self.guests.picked.connect(self.guest_picked)
        self.model = CellsModel((_("Seat"), _("Guest"), _("Why")))
        self.table = ReasonedTable(self.model, self, reasons=2)
        self.model.modelReset.connect(self.table.share_room)
        self.table.setAccessibleName(_("Seats"))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell_seat())
        self.remarks = QListWidget()
        self.remarks.setWordWrap(True)
        self.remarks.setSpacing(SPACE[0])
        self.remarks.setAccessibleName(_("To be looked at"))
        self.remarks.itemActivated.connect(self._ask_for_way)
        self._seats: list[str] = []
        self._is_telling = False
        guests = QWidget()
        column = QVBoxLayout(guests)
        column.setContentsMargins(0, SPACE[1], 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.guests, 1)
        column.addWidget(secondary(_("Enter puts a guest on the chosen chair; or drag the guest there.")))
        self.addTab(guests, _("Guests"))
        self.addTab(self.table, _("Seats"))
        self.addTab(self.remarks, _("To be looked at"))

    def show_plan(self, seated: Seated, seat_names: Callable[[str], str]) -> None:
        """Show another state of the plan."""
        self.guests.show_guests(seated, seat_names)
        self.guests.narrow(self.search.text())
        because = {one.seat: one.because for one in seated.plan.seats}
        self._seats = in_told_order(seated.request.layout, seated.plan.frame.seats)
        lines = []
        for seat in self._seats:
            cells = seat_names(seat), _who(seated, seat), because.get(seat, "")
            lines.append(Line(seat, cells, is_quiet=seat not in seated.seating))
        if lines != self.model.lines:
            self.model.show(lines)
        self._show_remarks(seated, seat_names)

    def choose_seat(self, seat: str) -> None:
        """Choose a seat in the table, and its guest in the list."""
        self._is_telling = True
        if seat in self._seats:
            self.table.selectRow(self._seats.index(seat))
        self._is_telling = False

    def _show_remarks(self, seated: Seated, seat_names: Callable[[str], str]) -> None:
        self.remarks.clear()
        gaps = better_than_taken(seated.plan.frame, seated.request, seated.seating)
        for seat in (one for one in self._seats if one in gaps and one in seated.gaps):
            text = _("{guest} does not come; this chair is empty: {seat}. Enter shows the ways out.")
            said = text.format(guest=seated.gaps[seat].title(), seat=seat_names(seat))
            QListWidgetItem(visible(said), self.remarks).setData(_ID, seat)
        texts = [one.because for one in seated.plan.broken]
        if seated.plan.unseated:
            count = len(seated.plan.unseated)
            text = ngettext("{count} guest without a seat", "{count} guests without a seat", count)
            texts.insert(0, text.format(count=count))
        texts += [
            _("The layout has no seat {seat} any more.").format(seat=seat_names(seat))
            for seat in seated.stray
        ]
        texts += seated.order.warnings
        for text in texts:
            self.remarks.addItem(visible(text))
        count = self.remarks.count()
        title = _("To be looked at ({count})") if count else _("To be looked at")
        self.setTabText(2, title.format(count=count))

    def _ask_for_way(self, item: QListWidgetItem) -> None:
        if seat := item.data(_ID):
            self.way_wanted.emit(seat)

    def _tell_seat(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and not self._is_telling:
            self.seat_chosen.emit(self._seats[index.row()])

    def _pick_first(self) -> None:
        if guest := self.guests.first_shown():
            self.guest_picked.emit(guest)
            self.search.clear()


def _who(seated: Seated, seat: str) -> str:
    """Who has a seat, or why nobody has."""
    if guest := seated.seating.get(seat):
        return seated.attendee(guest).person.title()
    if seat in seated.request.blocked:
        return _("blocked")
    if seat in seated.gaps:
        return _("empty: {guest} does not come").format(guest=seated.gaps[seat].title())
    return _("empty")
