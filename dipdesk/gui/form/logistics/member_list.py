"""The members of a delegation in order of precedence, and what can be done with several of them at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QGridLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.actions import staying_away, visit_logistics_deeds
from dipdesk.actions.attendance import Attendance
from dipdesk.gui import deeds
from dipdesk.gui.focus import has_typing
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.logistics import choice_menu
from dipdesk.gui.form.logistics.choice_menu import Choice
from dipdesk.gui.form.logistics.member_table import MemberModel, MemberTable, member_line
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.storing import remove_records
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.table_keys import ABSENT, ADD, OPEN, REMOVE, offer
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, ngettext
from dipdesk.model import DelegationMember
from dipdesk.store.office_file import OfficeFile


class MemberList(QWidget):
    """One delegation. ``offers`` says what can be chosen for members, each time a menu opens."""

    opened = Signal(str, str)
    chose = Signal()
    """Somebody was selected here."""

    def __init__(
        self,
        office: OfficeFile,
        delegation_id: str,
        title: str,
        offers: Callable[[str], Sequence[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._delegation_id, self._offers = office, delegation_id, offers
        self._heading = Heading(title, self)
        self._heading.setAccessibleName(title)
        self.remove_button = self._remove_button()
        self.add_button = self._button("add", _("Add"), self.add)
        for button in (self.remove_button, self.add_button):
            self._heading.add(button)
        self.model = MemberModel()
        self.table = MemberTable(self.model, self)
        self.table.setAccessibleName(title)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = secondary(_("Who belongs to the delegation."))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self._together = QWidget(self)
        keeps_room = self._together.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._together.setSizePolicy(keeps_room)
        self._hint = secondary(_("Select members to give them a room, a journey or a car at once."))
        self._hint.setContentsMargins(INSET, SPACE[0], 0, 0)
        self._slot = QWidget(self)
        self.menus = self._make_menus()
        self._lay_out()

    # What the section above asks

    def show_people(self, people: Sequence[Attendance]) -> None:
        """Show the members in their order; those that were selected stay selected."""
        lines = [member_line(one) for one in people]
        if lines != self.model.all_lines:
            self.model.show(lines)
        self._heading.set_count(len(lines))
        self._heading.set_lined(not lines)
        self.table.fit()
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._slot.setVisible(bool(lines))
        self._selection_changed()

    def lead(self, text: str, name: str, action: Callable[[], None]) -> None:
        """Put one more button beside the heading: its word, what it does, and its doing."""
        made = self._button("forward", text, action)
        made.setAccessibleName(name)
        self._heading.add(made)

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        buttons = self._heading.findChildren(QAbstractButton)
        return [*buttons, *self._together.findChildren(QPushButton), self.table]

    # What somebody does

    def selected(self) -> list[str]:
        """The ids of the members that are selected, in their order."""
        rows = self.table.selected_rows()
        return [self.model.lines[row].row_id for row in rows if row < len(self.model.lines)]

    def release(self) -> None:
        """Let go of those that are selected."""
        self.table.clearSelection()

    def add(self) -> None:
        """Ask for a new member; the key that asked for it asks for the next one."""
        by_button = has_typing(self.add_button)
        made = new_record(self._office, DelegationMember, {"delegation_id": self._delegation_id}, self)
        if made:
            QTimer.singleShot(0, self, partial(self.select, made, with_focus=not by_button))

    def select(self, row_id: str, *, with_focus: bool = True) -> None:
        """Put the selection on a member of the list, and the focus."""
        place = next((at for at, line in enumerate(self.model.lines) if line.row_id == row_id), -1)
        if place >= 0:
            self.table.go_to(place)
            if with_focus:
                self.table.setFocus()
            self.table.show_current()

    def open_current(self) -> None:
        """Show the member that is selected."""
        index = self.table.currentIndex()
        if index.isValid():
            self.opened.emit("delegation_member", self.model.lines[index.row()].row_id)

    def remove(self) -> None:
        """Take the members that are selected off the delegation, in one step with a way back."""
        deeds.do(self, self._office, partial(remove_records, self._office, DelegationMember, self.selected()))

    def mark_absent(self) -> None:
        """Note down that those who are selected do not come; they stay in the list."""
        deeds.do(self, self._office, partial(staying_away.mark_absent, self._office, self.selected()))

    def put(self, what: str, row_id: str) -> None:
        """Give all members that are selected a room, a journey, a car or somebody's service, in one step."""
        acts = {
            "room": visit_logistics_deeds.put_into_room,
            "travel": visit_logistics_deeds.go_with,
            "ride": visit_logistics_deeds.ride_with,
            "duty": visit_logistics_deeds.serve,
        }
        members = self.selected()
        if members:
            deeds.do(self, self._office, partial(acts[what], self._office, members, row_id))

    def menu(self) -> QMenu:
        """What can be done with the members that are selected."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer(made, OPEN, self.open_current)
        offer(made, ADD, self.add)
        made.addSeparator()
        for what, text, _sign, nothing in _together():
            choice_menu.fill(made.addMenu(text), self._offers(what), partial(self.put, what), nothing)
        made.addAction(
            _("Take out of the room"),
            partial(visit_logistics_deeds.put_into_room, self._office, self.selected(), None),
        )
        made.addSeparator()
        offer(made, ABSENT, self.mark_absent, _("Does not come"))
        offer(made, REMOVE, self.remove)
        return made

    # Inside

    def _make_menus(self) -> dict[str, QMenu]:
        """A button for each thing that several members can be given, with what there is to choose."""
        row = Flow(self._together)
        row.setContentsMargins(0, 0, 0, 0)
        self._together.setContentsMargins(INSET, 0, 0, 0)
        self._count = secondary(wrap=False)
        row.addWidget(self._count)
        made = {}
        for what, text, sign, nothing in _together():
            button = QPushButton(icon(sign), text, self._together)
            button.setProperty("role", "link")
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(self._fill, menu, what, nothing))
            button.setMenu(menu)
            row.addWidget(button)
            made[what] = menu
        return made

    def _fill(self, menu: QMenu, what: str, nothing: str) -> None:
        choice_menu.fill(menu, self._offers(what), partial(self.put, what), nothing)

    def _selection_changed(self) -> None:
        count = len(self.selected())
        self._together.setVisible(count > 0)
        self._hint.setVisible(not count)
        self.remove_button.setVisible(count > 0)
        text = ngettext("{count} selected", "{count} selected", count)
        self._count.setText(text.format(count=count))
        if count:
            self.chose.emit()

    def _button(self, name: str, text: str, action: Callable[[], None]) -> QPushButton:
        made = QPushButton(icon(name), text, self._heading)
        made.setProperty("role", "link")
        made.setAccessibleDescription(_("Members"))
        made.clicked.connect(lambda _checked=False: action())
        return made

    def _remove_button(self) -> QToolButton:
        made = QToolButton(self._heading)
        made.setIcon(icon("delete"))
        made.setToolTip(_("Remove (Delete)"))
        made.setAccessibleName(_("Remove"))
        made.setAccessibleDescription(_("Members"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: self.remove())
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        slot = QGridLayout(self._slot)
        slot.setContentsMargins(0, 0, 0, 0)
        slot.addWidget(self._together, 0, 0)
        slot.addWidget(self._hint, 0, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self._heading, self._slot, self._empty, self.table):
            column.addWidget(part)
        self.table.wanted.connect(self.open_current)
        self.table.unwanted.connect(self.remove)
        self.table.absent.connect(self.mark_absent)
        self.table.more_wanted.connect(self.add)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._selection_changed())

    def _show_menu(self, place: QPoint) -> None:
        if self.selected():
            self.menu().popup(self.table.viewport().mapToGlobal(place))


def _together() -> tuple[tuple[str, str, str, str], ...]:
    """What members can be given: entity, the words of its button, its icon, and what is said for none."""
    return (
        ("room", _("Put into room …"), "lodging", _("There is no room yet.")),
        ("travel", _("Goes with …"), "travel", _("There is no journey yet.")),
        ("ride", _("Rides in …"), "car", _("There is no ride yet.")),
        ("duty", _("Served by …"), "duty", _("There is no duty yet.")),
    )
