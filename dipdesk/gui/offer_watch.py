"""Offers to let other things follow a change, in the bar over a page, until it is answered or void."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dipdesk.actions.visit_moves import WHOLE
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.news import OfficeNews
from dipdesk.i18n import _

if TYPE_CHECKING:
    from dipdesk.store.office_file import News, OfficeFile


class OfferWatch(QObject):
    """Hears the news of an office; several may share one bar, where the latest offer stands."""

    answered = Signal()
    """The offer was taken or put away; the focus may be nowhere."""
    told: tuple[str, ...] = ()
    """Entities of which an offer tells."""

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        bar.left.connect(self.answered)
        self._office: OfficeFile | None = None
        self._news: OfficeNews | None = None

    def listen(self, office: "OfficeFile", news: OfficeNews) -> None:
        """Hear of the changes of an office; what was offered for another one is void."""
        if news is not self._news:
            self._office, self._news = office, news
            self.forget()
            news.changed.connect(self._hear)
        elif self._is_shown():
            self._look()  # the language may be another one now

    def forget(self) -> None:
        """Offer nothing any more."""
        if self._is_shown():
            self._bar.hide()
        self.drop()

    @abstractmethod
    def drop(self) -> None:
        """Forget what was heard."""

    @abstractmethod
    def hear(self, news: "News") -> bool:
        """Remember what can be offered after a change; whether there is something."""

    @abstractmethod
    def said(self, office: "OfficeFile") -> str:
        """What is offered now, as a question; empty if nothing is."""

    @abstractmethod
    def waits(self) -> bool:
        """Whether something was heard that is not answered yet."""

    @abstractmethod
    def show_dialog(self) -> None:
        """Show what would follow, and do it if that is wanted."""

    def _hear(self, news: "News") -> None:
        if not self._is_shown():
            self.drop()
        if (news.origin != WHOLE and self.hear(news)) or (self.waits() and news.touches(*self.told)):
            self._look()

    def _look(self) -> None:
        """Offer what there is to offer now."""
        sentence = self.said(self._office) if self._office is not None and self.waits() else ""
        if sentence:
            self._bar.offer(sentence, _("See what moves …"), self.show_dialog)
        else:
            self.forget()

    def _is_shown(self) -> bool:
        return not self._bar.isHidden() and self._bar.does(self.show_dialog)
