"""The gifts of a visit, with a way to give one from stock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.gui.form.gifts.give_dialog import GiveDialog
from dipdesk.gui.form.related.listed import Related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.toast import toast
from dipdesk.i18n import N_, _
from dipdesk.store.office_file import News, OfficeFile

_GIFTS = Related(
    "gift",
    "visit_id",
    N_("Gifts"),
    N_("What is given and what is received."),
    ("direction", "what_tr", "receiver_id", "giver_id", "state", "value"),
)


class VisitGifts(QWidget):
    """The list of a visit's gifts."""

    opened = Signal(str, str)
    """A gift shall be shown: entity and id."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._visit_id = visit_id
        self.list = RelatedList(office, _GIFTS, visit_id, parent=self)
        self.list.opened.connect(self.opened)
        self.list.lead(_("Give from stock"), _("Give from stock"), self.give)
        self.add_button = self.list.add_button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def refresh(self) -> None:
        """Read the gifts again."""
        self.list.refresh()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return self.list.concerns(news)

    def give(self) -> None:
        """Ask which gift is given from stock to whom, and enter it."""
        dialog = GiveDialog(self._office, self._visit_id, self)
        dialog.exec()
        if dialog.gift_id:
            self.list.refresh()
            self.list.select(dialog.gift_id)
            toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)
