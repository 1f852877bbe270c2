"""Offers to move the programme of a visit, cars and duties with an arrival that somebody moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dipdesk.actions import arrival_moves
from dipdesk.gui import deeds
from dipdesk.gui.form.programme.arrival_dialog import ArrivalDialog
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.offer_watch import OfferWatch
from dipdesk.rules.timing import Moment

if TYPE_CHECKING:
    from dipdesk.actions.arrival_moves import ArrivalMove
    from dipdesk.store.office_file import News, OfficeFile


class ArrivalWatch(OfferWatch):
    """The offer stands in a bar until it is taken, put away, or void.

    An arrival that is moved again before that is compared with when it was at first.
    """

    told = ("travel", "programme_item", "visit", "ride", "passenger", "duty", "delegation_member")

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(bar, parent)
        self._asked: tuple[str, Moment] | None = None

    def drop(self) -> None:
        self._asked = None

    def waits(self) -> bool:
        return self._asked is not None

    def hear(self, news: "News") -> bool:
        found = arrival_moves.moved(news)
        if found is not None and (self._asked is None or self._asked[0] != found[0]):
            self._asked = found
        return found is not None

    def said(self, office: "OfficeFile") -> str:
        move = self._move(office)
        return move.said() if move is not None else ""

    def _move(self, office: "OfficeFile | None") -> "ArrivalMove | None":
        if office is None or self._asked is None:
            return None
        with office.read() as session:
            return arrival_moves.read(session, *self._asked)

    def show_dialog(self) -> None:
        """Show what would follow, and move it if that is wanted."""
        office = self._office
        move = self._move(office)
        if move is None or office is None:
            self.forget()
            return
        dialog = ArrivalDialog(office, move, self._bar.window())
        if dialog.exec() and dialog.found is not None:
            found, chosen = dialog.found, dialog.chosen()
            self.forget()
            deeds.do(self._bar, office, lambda: arrival_moves.keep(office, move, found, chosen))
            self.answered.emit()
        dialog.deleteLater()
