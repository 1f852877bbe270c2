"""Offers to move the programme of a visit, cars and duties with an arrival that somebody moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dipdesk.actions import arrival_moves
from dipdesk.gui import deeds
from dipdesk.gui.form.programme.arrival_dialog import ArrivalDialog
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.news import OfficeNews
from dipdesk.i18n import _
from dipdesk.rules.timing import Moment

if TYPE_CHECKING:
    from dipdesk.actions.arrival_moves import ArrivalMove
    from dipdesk.store.office_file import News, OfficeFile

_TOLD = ("travel", "programme_item", "visit", "ride", "passenger", "duty", "delegation_member")
"""Entities of which an offer tells."""


class ArrivalWatch(QObject):
    """Hears the news of an office; the offer stands in a bar until it is taken, put away, or void.

    An arrival that is moved again before that is compared with when it was at first.
    """

    answered = Signal()
    """The offer was taken or put away; the focus may be nowhere."""

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        bar.left.connect(self.answered)
        self._office: OfficeFile | None = None
        self._news: OfficeNews | None = None
        self._asked: tuple[str, Moment] | None = None

    def listen(self, office: "OfficeFile", news: OfficeNews) -> None:
        """Hear of the changes of an office; what was offered for another one is void."""
        if news is not self._news:
            self._office, self._news = office, news
            self.forget()
            news.changed.connect(self._hear)
        elif not self._bar.isHidden():
            self._look()  # the language may be another one now

    def forget(self) -> None:
        """Offer nothing any more."""
        self._asked = None
        self._bar.hide()

    def _hear(self, news: "News") -> None:
        found = arrival_moves.moved(news)
        if self._bar.isHidden():
            self._asked = None
        if found is not None and (self._asked is None or self._asked[0] != found[0]):
            self._asked = found
        if self._asked is not None and (found or news.touches(*_TOLD)):
            self._look()

    def _look(self) -> None:
        """Offer what there is to offer now."""
        move = self._move()
        if move is None:
            self.forget()
        else:
            self._bar.offer(move.said(), _("See what moves …"), self.show_dialog)

    def _move(self) -> "ArrivalMove | None":
        if self._office is None or self._asked is None:
            return None
        with self._office.read() as session:
            return arrival_moves.read(session, *self._asked)

    def show_dialog(self) -> None:
        """Show what would follow, and move it if that is wanted."""
        move, office = self._move(), self._office
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
