"""The seating editor: drag and swap, lock and block, seat by itself, find a way out; all can be undone."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from dipdesk.actions import seating_plans
from dipdesk.actions.seating_plans import Seated
from dipdesk.errors import Invalid, Known
from dipdesk.gui.dialog import CalmDialog
from dipdesk.gui.form.seating.canvas import Canvas
from dipdesk.gui.form.seating.deeds import SeatDeeds, is_driven
from dipdesk.gui.form.seating.face import BY_COUNTRY, BY_SIDE, faces
from dipdesk.gui.form.seating.painter import View
from dipdesk.gui.form.seating.side import Side
from dipdesk.gui.form.seating.tools import Tools
from dipdesk.gui.icons import icon
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.labels import headline, plain
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import Toast
from dipdesk.i18n import _, format_percent, language
from dipdesk.model import SeatingPlan, best_text
from dipdesk.papers.ceremony.seating import seat_name
from dipdesk.papers.ceremony.seating_drawing import spots_of
from dipdesk.rules.seating.geometry import Spot, room
from dipdesk.store import blobs
from dipdesk.store.office_file import News, OfficeFile

_SIZE = QSize(1240, 800)
_TOUCHED = (
    "placing",
    "seating_plan",
    "seating_table",
    "seat_wish",
    "guest",
    "guest_move",
    "ceremony",
    "person",
)


class SeatingEditor(CalmDialog):
    """One plan of a ceremony; all changes are kept at once."""

    def __init__(self, office: OfficeFile, plan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._office = office
        self._plan_id = plan_id
        self._layout = ""
        self._spots: dict[str, Spot] = {}
        self.seated: Seated | None = None
        self.jobs = Jobs(self)
        self.deeds = SeatDeeds(office, plan_id, self, self.jobs, lambda: self.seated)
        self.canvas = Canvas()
        self.side = Side()
        self.message = plain(wrap=True)
        self.score = plain()
        self.colours = self._colour_box()
        self.tools = self._make_tools()
        self.actions_of = self.tools.actions_of
        self._title = headline()
        self._lay_out()
        self._connect()
        self.take_room(_SIZE)
        self._stand_in_sight()
        self._stop_listening = office.listen(self._heard)
        self.refresh()
        self.canvas.setFocus()

    # What is shown

    def refresh(self) -> None:
        """Read the plan again."""
        try:
            self._read()
        except (Invalid, Known) as trouble:
            self.seated = None
            self.message.setText(trouble.sentence)
        self.message.setVisible(self.seated is None)
        for part in (self.canvas, self.side):
            part.setEnabled(self.seated is not None)
        if self.seated is not None:
            self._show(self.seated)

    def _read(self) -> None:
        with self._office.read() as session:
            plan = session.get(SeatingPlan, self._plan_id)
            if plan is None:
                raise Known(_("This seating plan does not exist any more."))
            self._layout = plan.layout
            self._observer = best_text(plan, "observer", language())
            self._spots = spots_of(session, plan.id)
            content = blobs.get(session.connection(), plan.picture) if plan.picture else None
            self._beneath = _picture(content)
            self._title.setText(plan.title())
            self.setWindowTitle(plan.title())
            self.seated = seating_plans.read(session, plan, language())

    def _show(self, seated: Seated) -> None:
        shown = faces(seated, self.colours.currentData())
        self.canvas.show_view(
            View(
                room(seated.request, seated.plan.frame, self._spots),
                shown,
                frozenset(one.seat for one in seated.request.locked),
                frozenset(seated.request.blocked),
                self._troubles(seated),
                self._beneath,
                self._words(seated),
            )
        )
        self.side.show_plan(seated, self._seat_name)
        score = seated.plan.score
        self.score.setText(
            "" if score is None else _("Wishes kept: {share}").format(share=format_percent(score))
        )
        self._allow()

    def _words(self, seated: Seated) -> Mapping[str, str]:
        signs = {
            "sign:observer": self._observer or _("Observer"),
            "sign:stage": _("Stage"),
            "sign:entrance": _("Entrance"),
            "sign:driver": _("Driver"),
            "sign:door": _("Door"),
        }
        return {**signs, **{seat: self._seat_name(seat) for seat in seated.plan.frame.seats}}

    def _troubles(self, seated: Seated) -> Mapping[str, str]:
        """What is broken about the guest of each seat, in sentences."""
        said: dict[str, list[str]] = {}
        for one in seated.plan.broken:
            for guest in one.guests:
                said.setdefault(guest, []).append(one.because)
        seats = seated.seating.items()
        return {seat: "\n".join(said[guest]) for seat, guest in seats if guest in said}

    def _seat_name(self, seat: str) -> str:
        return seat_name(seat, self._layout, self.seated.plan.frame.seats if self.seated else ())

    # What somebody does

    def place(self, guest: str) -> None:
        """Put a guest on the chosen seat; without one on the first that is free."""
        free = self.seated.plan.empty if self.seated else ()
        seat = self.canvas.seat or (free[0] if free else "")
        if self.deeds.place(guest, seat):
            self.canvas.choose(seat)
            self._seat_changed(seat)
            if self.side.search.hasFocus():
                self.canvas.setFocus()

    def swap(self, seat: str, target: str) -> None:
        """Put the guest of a seat on another one."""
        if self.deeds.swap(seat, target):
            self.canvas.choose(target)

    def miss(self) -> None:
        """Those who are chosen, in the list or on the chair, do not come."""
        chosen = self.side.guests.chosen()
        at_seat = self.deeds.missed_at(self.canvas.seat)
        absent = chosen if len(chosen) > 1 or not at_seat else [at_seat]
        self.deeds.miss(absent, self._seat_name)

    # How it is done

    def _heard(self, news: News) -> None:
        if news.touches(*_TOUCHED):
            self.refresh()

    def _seat_changed(self, seat: str) -> None:
        self.side.choose_seat(seat)
        if guest := self.deeds.guest_at(seat):
            self.side.guests.choose(guest)
        self._allow()

    def _allow(self) -> None:
        seat = self.canvas.seat
        taken = self.seated is not None and seat in self.seated.seating
        blocked = self.seated is not None and seat in self.seated.request.blocked
        self.actions_of["lock"].setEnabled(taken)
        self.actions_of["lock"].setChecked(self.deeds.is_locked(seat))
        self.actions_of["block"].setEnabled(bool(seat))
        self.actions_of["block"].setChecked(blocked)
        self.actions_of["table"].setVisible(self._layout == "hall")
        self.actions_of["drive"].setVisible(self._layout == "car")
        self.actions_of["drive"].setChecked(self.seated is not None and is_driven(self.seated))
        self.actions_of["undo"].setEnabled(bool(self._office.undo_label))
        self.actions_of["redo"].setEnabled(bool(self._office.redo_label))
        self.tools.fit()

    def _show_menu(self, seat: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("lock", "block", "absent"):
            menu.addAction(self.actions_of[name])
        if self.seated and seat in self.seated.seating:
            menu.addAction(icon("delete"), _("Take off the plan"), partial(self.deeds.take_off, seat))
        menu.popup(place)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._stop_listening()
        self.jobs.close()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Close; nothing is lost, everything is kept already."""
        self._stop_listening()
        self.jobs.close()
        super().done(result)

    def _connect(self) -> None:
        self.canvas.chosen.connect(self._seat_changed)
        self.canvas.seat_dropped.connect(self.swap)
        self.canvas.taken_off.connect(self.deeds.take_off)
        self.canvas.removal_wanted.connect(self.deeds.take_off)
        self.canvas.wanted.connect(lambda _seat: self.side.search.setFocus())
        self.canvas.guest_dropped.connect(self._drop)
        self.canvas.table_moved.connect(self.deeds.move_table)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.side.guest_picked.connect(self.place)
        self.side.seat_chosen.connect(self.canvas.choose)
        self.side.way_wanted.connect(lambda seat: self.deeds.miss_at(seat, self._seat_name))
        self.colours.currentIndexChanged.connect(lambda _index: self.refresh())

    def _take(self, act: Callable[[], object]) -> None:
        """Do what a button says; what was refused leaves the button as it was."""
        act()
        self._allow()

    def _step(self, act: Callable[[], object]) -> None:
        """Undo or redo; what was said about the step before does not hold any more."""
        for said in self.findChildren(Toast):
            said.close_card()
        act()

    def _drop(self, guest: str, seat: str) -> None:
        self.canvas.choose(seat)
        self.place(guest)

    def _colour_box(self) -> QComboBox:
        box = StillBox()
        box.addItem(_("Colours by side"), BY_SIDE)
        box.addItem(_("Colours by country"), BY_COUNTRY)
        box.setAccessibleName(_("Colours"))
        return box

    def _stand_in_sight(self) -> None:
        """Stand in the middle of the screen, with the title bar to be reached."""
        screen = self.screen()
        if screen is not None:
            self.move(screen.availableGeometry().center() - self.rect().center())

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.canvas)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_SIZE.width() * 2 // 3, _SIZE.width() // 3])
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.score)
        head.addWidget(self.colours)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addWidget(self.message)
        column.addWidget(splitter, 1)

    def _make_tools(self) -> Tools:
        deeds, step = self.deeds, self._step
        tools = (
            ("undo", "undo", _("Undo"), "Ctrl+Z", partial(step, self._office.undo)),
            ("redo", "redo", _("Redo"), "Ctrl+Y", partial(step, self._office.redo)),
            ("seat", "seat", _("Seat by itself"), "F5", deeds.seat_all),
            ("lock", "lock", _("Lock"), "Ctrl+L", lambda: deeds.lock(self.canvas.seat)),
            ("block", "close", _("Block"), "Ctrl+B", lambda: deeds.block(self.canvas.seat)),
            ("drive", "car", _("Host drives"), "Ctrl+H", lambda: deeds.drive(self.canvas.seat)),
            ("absent", "person", _("Does not come …"), "Ctrl+D", self.miss),
            ("table", "add", _("Add a table"), "Ctrl+T", lambda: deeds.add_table(len(self._spots) + 1)),
            ("fit", "fit", _("Whole room"), "Ctrl+0", self.canvas.fit),
        )
        return Tools(tools, self._take, self)


def _picture(content: bytes | None) -> QPixmap | None:
    """A picture of the room, if it can be read."""
    made = QPixmap()
    return made if content and made.loadFromData(content) else None
