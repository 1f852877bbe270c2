"""The delegations of a visit, each as a list of its members."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from sqlalchemy import select

from dipdesk.actions.attendance import attendance
from dipdesk.actions.visit_logistics import visit_logistics
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.logistics.choice_menu import Choice
from dipdesk.gui.form.logistics.member_list import MemberList
from dipdesk.gui.form.logistics.words import clock
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import _, language
from dipdesk.model import Delegation, Visit
from dipdesk.store.office_file import News, OfficeFile

_TOUCHED = ("delegation", "delegation_member", "person", "post", "partner", "room", "travel", "visit")


@dataclass(frozen=True)
class _Side:
    row_id: str
    name: str


class DelegationsSection(QWidget):
    """A list of members for every delegation; adding one proposes the side that is missing."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._visit_id = visit_id
        self._sides: list[_Side] = []
        self.lists: dict[str, MemberList] = {}
        self._heading = Heading(_("Delegations"), self)
        self.add_button = QPushButton(icon("add"), _("Add"), self._heading)
        self.add_button.setProperty("role", "link")
        self.add_button.setAccessibleDescription(_("Delegations"))
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self._heading.add(self.add_button)
        self._empty = secondary(_("Who comes and who receives them: one delegation for each side."))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[0])
        self._column.addWidget(self._heading)
        self._column.addWidget(self._empty)
        self.refresh()

    @property
    def blocks(self) -> list[QWidget]:
        """The delegations, each of which the keys from part to part lead to."""
        return list(self.lists.values())

    def refresh(self) -> None:
        """Read the delegations again; lists that are still there stay."""
        sides = self._read()
        if sides != self._sides:
            self._sides = sides
            self._show()
        self._show_people()
        self._heading.set_count(len(sides))
        self._empty.setVisible(not sides)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_TOUCHED)

    def add(self) -> None:
        """Ask for a new delegation and add it; its members come next."""
        made = new_record(self._office, Delegation, self._proposal(), self)
        if made:
            self.refresh()
            self.lists[made].add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def offers(self, what: str) -> list[Choice]:
        """What members can be given: rooms, journeys, rides or duties of the visit, by time or number."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            if visit is None:
                return []
            found = visit_logistics(session, visit, language())
            if what == "room":
                return [(one.id, one.title()) for one in found.rooms]
            if what == "travel":
                return [
                    (one.id, _dotted(one.title(), clock(one.moment())))
                    for one in found.journeys
                    if one.direction in ("arrival", "departure")
                ]
            if what == "ride":
                return [(one.id, _dotted(clock(one.starts), one.title())) for one in found.rides]
            return [(one.id, _dotted(one.title(), clock(one.starts))) for one in found.duties]

    def _show_people(self) -> None:
        """Read the members of every delegation again, in order of precedence."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            for row_id, shown in self.lists.items():
                delegation = session.get(Delegation, row_id)
                if delegation is not None:
                    day = visit.starts if visit else None
                    shown.show_people(attendance(session, delegation, day, language()))

    def _proposal(self) -> dict[str, object]:
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            taken = set(session.scalars(select(Delegation.side).where(Delegation.visit_id == self._visit_id)))
            side = "guest" if "guest" not in taken else "host"
            partner = visit.partner_id if visit is not None and side == visit.their_side else None
        values: dict[str, object] = {"visit_id": self._visit_id, "side": side}
        return {**values, "partner_id": partner} if partner else values

    def _read(self) -> list[_Side]:
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            if visit is None:
                return []
            wanted = select(Delegation).where(Delegation.visit_id == self._visit_id)
            found = session.scalars(wanted.order_by(Delegation.side, Delegation.id))
            return [_Side(one.id, _named(visit.side_name(one.side), one.name(language()))) for one in found]

    def _release_others(self, chosen: MemberList) -> None:
        """Members are selected in one delegation at a time."""
        for one in self.lists.values():
            if one is not chosen:
                one.release()

    def _show(self) -> None:
        for one in self.lists.values():
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.lists = {}
        before: QWidget = self.add_button
        for side in self._sides:
            made = MemberList(self._office, side.row_id, side.name, self.offers, self)
            made.opened.connect(self.opened)
            made.chose.connect(partial(self._release_others, made))
            made.lead(
                _("Open"),
                _("Open: {name}").format(name=side.name),
                partial(self.opened.emit, "delegation", side.row_id),
            )
            for stop in made.stops():
                QWidget.setTabOrder(before, stop)
                before = stop
            self._column.addWidget(made)
            self.lists[side.row_id] = made


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _named(side: str, name: str) -> str:
    return side if name == side else _("{side}: {name}").format(side=side, name=name)
