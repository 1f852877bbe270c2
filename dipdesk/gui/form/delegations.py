"""The delegations of a visit, each as a list of its members."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from sqlalchemy import select

from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.related import Related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import N_, _, language
from dipdesk.model import Delegation, Visit, field_of
from dipdesk.store.office_file import News, OfficeFile

_MEMBERS = Related(
    "delegation_member",
    "delegation_id",
    N_("Members"),
    N_("Who belongs to the delegation."),
    ("person_id", "post_id", "role", "needs_interpreter"),
)


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
        self.lists: dict[str, RelatedList] = {}
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

    def refresh(self) -> None:
        """Read the delegations again; lists that are still there stay."""
        sides = self._read()
        if sides != self._sides:
            self._sides = sides
            self._show()
        for one in self.lists.values():
            one.refresh()
        self._heading.set_count(len(sides))
        self._empty.setVisible(not sides)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("delegation", "delegation_member", "person", "post", "partner")

    def add(self) -> None:
        """Ask for a new delegation and add it; its members come next."""
        made = new_record(self._office, Delegation, self._proposal(), self)
        if made:
            self.refresh()
            self.lists[made].add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _proposal(self) -> dict[str, object]:
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            taken = set(session.scalars(select(Delegation.side).where(Delegation.visit_id == self._visit_id)))
            outbound = visit is not None and visit.kind == "outbound"
            side = "guest" if "guest" not in taken else "host"
            ours = side == ("guest" if outbound else "host")
            partner = visit.partner_id if visit is not None and not ours else None
        values: dict[str, object] = {"visit_id": self._visit_id, "side": side}
        return {**values, "partner_id": partner} if partner else values

    def _read(self) -> list[_Side]:
        side_kind = field_of(Delegation, "side").kind
        with self._office.read() as session:
            wanted = select(Delegation).where(Delegation.visit_id == self._visit_id)
            found = session.scalars(wanted.order_by(Delegation.side, Delegation.id))
            return [_Side(one.id, _named(side_kind.format(one.side), one.name(language()))) for one in found]

    def _show(self) -> None:
        for one in self.lists.values():
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.lists = {}
        before: QWidget = self.add_button
        for side in self._sides:
            made = RelatedList(self._office, _MEMBERS, side.row_id, title=side.name, parent=self)
            made.opened.connect(self.opened)
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


def _named(side: str, name: str) -> str:
    return side if name == side else _("{side}: {name}").format(side=side, name=name)
