"""Who sleeps where: the rooms of a visit's hotels, night by night."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy import select

from dipdesk.actions import visit_logistics_deeds
from dipdesk.actions.attendance import Attendance
from dipdesk.actions.visit_logistics import VisitLogistics, visit_logistics
from dipdesk.gui import deeds
from dipdesk.gui.focus import has_typing, scrolled_area
from dipdesk.gui.form.ceremony.part import Part
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.logistics import choice_menu
from dipdesk.gui.form.logistics.part import TOUCHED
from dipdesk.gui.form.logistics.room_grid import RoomGrid, RoomModel, RoomRow, Sleeper
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.table_keys import ADD, deed_of
from dipdesk.i18n import _, join_words, language
from dipdesk.model import Lodging, Room, Visit
from dipdesk.store.office_file import News, OfficeFile


class RoomSection(Part):
    """A row for every room and one for those without; people move by drag, menu or keyboard."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        words = _("Rooms"), _("Which guest sleeps in which room, night by night.")
        super().__init__(office, visit_id, words, parent)
        self._visit_id, self._hotel = visit_id, ""
        self.hotel_button = self.button("lodging", _("Add a hotel"), self.add_hotel)
        self.add_button = self.button("add", _("Add a room"), self.add)
        self.model = RoomModel()
        self.table = RoomGrid(self.model, self)
        self.table.setAccessibleName(_("Rooms"))
        self.table.setToolTip(_("Drag people to another room, or cut (Ctrl+X) and put (Ctrl+V)."))
        self._column.addWidget(self.table)
        self.note = Wrapped(parent=self)
        self.note.setContentsMargins(INSET, 0, 0, 0)
        self._column.addWidget(self.note)
        self.table.put.connect(self.put)
        self.table.wanted.connect(self.open_current)
        self.table.more_wanted.connect(self.add)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.refresh()

    def refresh(self) -> None:
        """Read rooms and people again; the same cell stays selected."""
        here = self.table.currentIndex()
        place = here.row(), here.column()
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            logistics = visit_logistics(session, visit, language()) if visit is not None else None
            nights = logistics.nights if logistics else ()
            rows = _rows(logistics) if logistics else []
            self.add_button.setVisible(bool(logistics and logistics.lodgings))
            empty = _without_rooms(logistics) if logistics else []
        if (list(nights), rows) != (self.model.nights, self.model.rows):
            self.model.show(nights, rows)
            self.table.fit()
            if here.isValid():
                self.table.setCurrentIndex(self.model.index(*place))
        rooms = sum(1 for one in rows if one.room_id)
        self.show_count(rooms)
        self._empty.setVisible(not rows)
        self._heading.set_lined(not rows)
        self.table.setVisible(bool(rows))
        said = _("Without a room so far: {hotels}").format(hotels=join_words(empty)) if empty else ""
        self.note.set_text(said, muted=True)
        self.note.setVisible(bool(empty))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("visit", self._visit_id) in news.rows or news.touches(*TOUCHED)

    def put(self, members: list[str], room_id: str) -> None:
        """Let members sleep in a room, or in none."""
        act = partial(visit_logistics_deeds.put_into_room, self._office, members, room_id or None)
        if deeds.do(self, self._office, act):
            self.refresh()

    def open_current(self) -> None:
        """Show the room of the selected cell, or the member where there is no room."""
        row, people = self.table.current_row(), self.table.current_sleepers()
        if row is not None and row.room_id:
            self.opened.emit("room", row.room_id)
        elif people:
            self.opened.emit("delegation_member", people[0].member_id)

    def add_hotel(self) -> None:
        """Ask for a new hotel; its rooms come next."""
        made = new_record(self._office, Lodging, {"visit_id": self._visit_id}, self)
        if made:
            self._hotel = made
            self.refresh()
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)
            if (area := scrolled_area(self)) is not None:
                QTimer.singleShot(0, self, partial(area.ensureWidgetVisible, self.add_button))

    def add(self) -> None:
        """Ask for a new room in the hotel added last, else in that of the selected row or the first."""
        by_button = has_typing(self.add_button)
        values, likely = self._proposal()
        made = new_record(self._office, Room, values, self, likely=likely) if values or likely else ""
        if made:
            self._hotel = ""
            self.refresh()
            self.select(made, with_focus=not by_button)

    def _proposal(self) -> tuple[dict[str, object], dict[str, object]]:
        """What is known of a new room, and what is likely: of several hotels one can still be chosen."""
        row = self.table.current_row()
        with self._office.read() as session:
            query = select(Lodging.id).where(Lodging.visit_id == self._visit_id).order_by(Lodging.id)
            hotels = list(session.scalars(query))
            room = session.get(Room, row.room_id) if row is not None else None
            near = [self._hotel, room.lodging_id if room is not None else ""]
        if len(hotels) < 2:
            return ({"lodging_id": hotels[0]}, {}) if hotels else ({}, {})
        return {}, {"lodging_id": next((one for one in near if one in hotels), hotels[0])}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Insert on the button for hotels adds one of those."""
        if deed_of(event) is ADD and self.hotel_button.hasFocus():
            self.add_hotel()
        else:
            super().keyPressEvent(event)

    def select(self, room_id: str, *, with_focus: bool = True) -> None:
        """Put the selection on a room, and the focus."""
        place = next((at for at, row in enumerate(self.model.rows) if row.room_id == room_id), -1)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
            if with_focus:
                self.table.setFocus()
            self.table.show_current()

    def menu(self) -> QMenu:
        """Where the people of the selected cell can be put."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction(icon("forward"), _("Open"), self.open_current)
        rooms = [(one.room_id, one.name) for one in self.model.rows if one.room_id]
        night = self.table.current_night()
        for one in self.table.current_sleepers():
            below = made.addMenu(_("{name}: put into room").format(name=choice_menu.as_action(one.name)))
            choice_menu.fill(below, rooms, partial(self._put_one, one.member_id), _("There is no room yet."))
            below.addSeparator()
            below.addAction(_("Take out of the room"), partial(self._put_one, one.member_id, ""))
            if night is not None:
                moving = below.addMenu(_("From this night on in room"))
                move = partial(self._move_one, one.member_id, night)
                choice_menu.fill(moving, rooms, move, _("There is no room yet."))
        made.addSeparator()
        made.addAction(icon("add"), _("Add a room"), self.add).setEnabled(bool(rooms))
        return made

    def _move_one(self, member: str, night: date, room_id: str) -> None:
        act = partial(visit_logistics_deeds.move_to_room, self._office, member, room_id, night)
        if deeds.do(self, self._office, act):
            self.refresh()

    def _put_one(self, member: str, room_id: str) -> None:
        self.put([member], room_id)

    def _show_menu(self, place: QPoint) -> None:
        if self.table.currentIndex().isValid():
            self.menu().popup(self.table.viewport().mapToGlobal(place))


def _without_rooms(logistics: VisitLogistics) -> list[str]:
    """The hotels of which no room is known yet."""
    roomy = {one.lodging_id for one in logistics.rooms}
    return [one.title() for one in logistics.lodgings if one.id not in roomy]


def _rows(logistics: VisitLogistics) -> list[RoomRow]:
    """Those without a room first, then every room in the order of hotels and numbers."""
    nights = logistics.nights
    several = len(logistics.lodgings) > 1
    known = {one.id for one in logistics.rooms}
    who: dict[tuple[str, date], list[Attendance]] = {}
    for one in logistics.guests:
        for room_id, some in logistics.stays(one.member):
            for night in some:
                who.setdefault((room_id if room_id in known else "", night), []).append(one)

    def row(room_id: str, name: str, beds: int | None) -> RoomRow:
        cells = tuple(tuple(map(_sleeper, who.get((room_id, night), ()))) for night in nights)
        return RoomRow(room_id, name, beds, cells)

    left = row("", _("Without a room"), None)
    rooms = [
        row(room.id, room.title() if several else room.number, room.sleeps()) for room in logistics.rooms
    ]
    return [left, *rooms] if left.everybody() else rooms


def _sleeper(one: Attendance) -> Sleeper:
    return Sleeper(one.member.id, one.person.title(), one.person.surname() or one.person.title())
