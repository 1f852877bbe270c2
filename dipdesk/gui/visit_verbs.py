"""What the actions on whole visits do: a copy of one, and one moved to other days."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dipdesk.actions import visit_moves
from dipdesk.errors import Known
from dipdesk.gui import deeds
from dipdesk.gui.form.visit.copy_dialog import CopyDialog
from dipdesk.gui.form.visit.move_dialog import MoveVisitDialog
from dipdesk.gui.toast import toast
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import _
from dipdesk.model import Visit, entity_name

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


def shown_visit(desk: "Desk") -> str:
    """The visit that is shown; empty if none is."""
    page = desk.page
    return page.row_id if isinstance(page, Workspace) and entity_name(page.kind) == "visit" else ""


class VisitVerbs(QObject):
    """Does the actions on the visits of one desk."""

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._frame = desk.window.frame

    def table(self) -> dict[str, Callable[[], object]]:
        """What is done for each action."""
        return {"visit.from": self.copy, "visit.move": self.move, "visit.calendar": self.write_calendar}

    def write_calendar(self) -> None:
        """Write the calendar of the visit that is shown to a file."""
        office, row_id = self._desk.office, shown_visit(self._desk)
        if office is None or not row_id or not self._desk.commit():
            return
        with office.read() as session:
            visit = session.get(Visit, row_id)
            if visit is not None:
                visit.title()  # while what it needs can be read
        if visit is not None:
            self._desk.late.calendar_file()(office, visit, self._frame)

    def copy(self, row_id: str = "") -> None:
        """Ask for a copy of a visit, the one that is shown first, or of a template, and show it."""
        desk = self._desk
        if desk.office is None or not desk.commit():
            return
        dialog = CopyDialog(desk.office, row_id or shown_visit(desk), self._frame)
        if dialog.exec() and dialog.made:
            desk.go(Spot("visit", dialog.made))
            toast(self._frame, desk.office.undo_label, _("Undo"), lambda: desk.do("edit.undo"))

    def move(self) -> None:
        """Ask to which day the visit that is shown moves and what goes along. Raises Known if it cannot."""
        office, row_id = self._desk.office, shown_visit(self._desk)
        if office is None or not row_id or not self._desk.commit():
            return
        with office.read() as session:
            move = visit_moves.read(session, row_id)
        if move is None:
            raise Known(_("Only a visit that has a day and is neither over nor cancelled can be moved."))
        dialog = MoveVisitDialog(office, move, self._frame)
        if dialog.exec() and dialog.day is not None:
            day, chosen = dialog.day, dialog.chosen()
            deeds.do(self._frame, office, lambda: visit_moves.keep(office, move, day, chosen))
        dialog.deleteLater()
