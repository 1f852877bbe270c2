"""The car plan on a visit's page: rides by time, in the order of the convoy, with passengers."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from dipdesk.actions import visit_logistics_deeds
from dipdesk.actions.visit_logistics import VisitLogistics
from dipdesk.gui.form.logistics.choice_menu import Choice, fill
from dipdesk.gui.form.logistics.part import LogisticsPart
from dipdesk.gui.form.logistics.words import everybody, people, span, way
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import Line
from dipdesk.gui.icons import icon
from dipdesk.i18n import _
from dipdesk.model import Ride
from dipdesk.store.office_file import OfficeFile

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CarTable(PlainTable):
    """The rides; Ctrl+Shift+Up and Down move a car in its convoy."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == _MODIFIERS and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class CarSection(LogisticsPart):
    """Rides with car, driver, way and passengers; rides at the same time are a convoy."""

    kind = Ride
    table: CarTable

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        words = _("Cars"), _("Which car takes whom from where to where; the convoy.")
        heads = _("When"), _("Convoy"), _("Vehicle"), _("Driver"), _("Way"), _("Passengers")
        self._aboard: dict[str, list[Choice]] = {}
        self._free: list[Choice] = []
        super().__init__(office, visit_id, words, heads, parent)
        self.table.keep_whole([0])
        self.table.moved.connect(self.shift)
        self.refresh()

    def make_table(self) -> CarTable:
        return CarTable(self.model, self)

    def lines(self, logistics: VisitLogistics) -> Iterator[Line]:
        self._free = [(one.member.id, one.person.title()) for one in logistics.members]
        for one in logistics.rides:
            aboard, driver, car = logistics.in_ride(one), logistics.driver(one), one.vehicle
            self._aboard[one.id] = [(who.member.id, who.person.title()) for who in aboard]
            full = car is not None and car.seats is not None and len(aboard) > car.seats
            yield Line(
                one.id,
                (
                    span(one.starts, one.ends),
                    str(one.place or ""),
                    car.title() if car else _("no car yet"),
                    driver.title() if driver else _("no driver yet"),
                    way(one.origin, one.destination),
                    people(aboard) or "–",
                ),
                everybody(aboard),
                "bad" if full else None,
            )

    def shift(self, step: int) -> None:
        """Put the selected car one place forward (-1) or back (1) in its convoy."""
        if ride := self.current():
            self.do(partial(visit_logistics_deeds.move_in_convoy, self._office, ride, step))

    def more(self, menu: QMenu) -> None:
        ride = self.current()
        aboard = self._aboard.get(ride, [])
        inside = {row_id for row_id, _name in aboard}
        menu.addAction(icon("up"), _("Forward in the convoy"), lambda: self.shift(-1))
        menu.addAction(icon("down"), _("Back in the convoy"), lambda: self.shift(1))
        free = [one for one in self._free if one[0] not in inside]
        fill(menu.addMenu(_("Let ride")), free, self._let_ride, _("Everybody rides in this car."))
        fill(menu.addMenu(_("Take out")), aboard, self._take_out, _("Nobody rides in this car."))

    def _let_ride(self, member: str) -> None:
        self.do(partial(visit_logistics_deeds.ride_with, self._office, [member], self.current()))

    def _take_out(self, member: str) -> None:
        self.do(partial(visit_logistics_deeds.leave_ride, self._office, [member], self.current()))
