"""What to mind about a gift, on its page: given before, customs, limit and terms; judged at each change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.actions import gift_advice
from dipdesk.gui.form.gift_remarks import remarks
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.remarks import Remarks
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _
from dipdesk.store.office_file import News, OfficeFile

_MADE_FROM = (
    *("gift", "gift_limit", "gift_custom", "gift_article", "stock_move"),
    *("partner", "person", "post", "visit", "ceremony"),
)


class AdviceSection(QWidget):
    """Remarks on one gift, the ones that press first."""

    opened = Signal(str, str)
    """A record shall be shown; never emitted here."""

    def __init__(self, office: OfficeFile, gift_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._gift_id = gift_id
        self._heading = Heading(_("What to mind"), self)
        self.remarks = Remarks(self)
        self._nothing = secondary(_("There is nothing to mind about this gift as it stands."))
        self._nothing.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self._foot = secondary(_("Advice, no legal opinion. Read the source before you decide."))
        self._foot.setContentsMargins(INSET, SPACE[0], 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._heading, self._nothing, self.remarks, self._foot):
            column.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Judge the gift again."""
        with self._office.read() as session:
            found = gift_advice.of(session, self._gift_id)
            said = remarks(found) if found is not None else []
        self.remarks.show_remarks(said)
        self._heading.set_count(len(said))
        self._nothing.setVisible(not said)
        self.remarks.setVisible(bool(said))
        self._foot.setVisible(bool(said))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_MADE_FROM)
