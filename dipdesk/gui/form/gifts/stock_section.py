"""How many of an article lie in stock, on its page, with a warning when the plans ask for more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.gui.form.heading import Heading
from dipdesk.gui.form.remarks import Remark, Remarks
from dipdesk.i18n import _
from dipdesk.store import gift_stock
from dipdesk.store.office_file import News, OfficeFile


class StockSection(QWidget):
    """The level of one article in a sentence."""

    opened = Signal(str, str)
    """A record shall be shown; never emitted here."""

    def __init__(self, office: OfficeFile, article_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._article_id = article_id
        self.remarks = Remarks(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(_("In stock"), self))
        column.addWidget(self.remarks)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        with self._office.read() as session:
            level = gift_stock.level(session, self._article_id)
        warning = level.warning()
        said = [Remark("good" if level.free > 0 else "dormant", level.said())]
        self.remarks.show_remarks([Remark("bad", warning), *said] if warning else said)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("gift", "stock_move", "gift_article")
