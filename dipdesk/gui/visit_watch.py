"""Offers to move the parts of a visit along when somebody gave it another first day."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dipdesk.actions import visit_moves
from dipdesk.actions.visit_parts import DAYS
from dipdesk.gui import deeds
from dipdesk.gui.form.visit.move_dialog import MoveVisitDialog
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.offer_watch import OfferWatch
from dipdesk.model import entity_name

if TYPE_CHECKING:
    from dipdesk.actions.visit_moves import VisitMove
    from dipdesk.store.office_file import News, OfficeFile


class VisitWatch(OfferWatch):
    """The offer stands in a bar until it is taken, put away, or void.

    What was given another day by hand meanwhile stays there; a visit that is moved again before the answer
    is compared with when it was at first.
    """

    told = ("visit", *(entity_name(kind) for kind in DAYS), "delegation_member")

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(bar, parent)
        self._asked: tuple[str, date | None] | None = None
        self._settled: set[str] = set()

    def drop(self) -> None:
        self._asked, self._settled = None, set()

    def waits(self) -> bool:
        return self._asked is not None

    def hear(self, news: "News") -> bool:
        found = visit_moves.moved(news)
        if found is not None and (self._asked is None or self._asked[0] != found[0]):
            self._asked, self._settled = found, set()
        elif self._asked is not None:
            self._settled |= visit_moves.settled(news)
        return found is not None

    def said(self, office: "OfficeFile") -> str:
        move = self._move(office)
        return move.said() if move is not None else ""

    def _move(self, office: "OfficeFile | None") -> "VisitMove | None":
        if office is None or self._asked is None:
            return None
        with office.read() as session:
            return visit_moves.offered(session, *self._asked, self._settled)

    def show_dialog(self) -> None:
        """Show what would go along, and move it if that is wanted."""
        office = self._office
        move = self._move(office)
        if move is None or office is None:
            self.forget()
            return
        dialog = MoveVisitDialog(office, move, self._bar.window())
        if dialog.exec() and dialog.day is not None:
            day, chosen = dialog.day, dialog.chosen()
            self.forget()
            deeds.do(self._bar, office, lambda: visit_moves.keep(office, move, day, chosen))
            self.answered.emit()
        dialog.deleteLater()
