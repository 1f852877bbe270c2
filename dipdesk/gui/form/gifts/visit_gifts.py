"""The gifts of a visit, with a way to give one from stock."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.actions import gift_advice
from dipdesk.gui.form.gifts.give_dialog import GiveDialog
from dipdesk.gui.form.related.listed import Related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.rows import Index, RowsModel
from dipdesk.gui.icons import icon
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import N_, _
from dipdesk.model import Record
from dipdesk.store.office_file import News, OfficeFile

_WHAT = "what_tr"
_GIFTS = Related(
    "gift",
    "visit_id",
    N_("Gifts"),
    N_("What is given and what is received."),
    ("direction", _WHAT, "receiver_id", "giver_id", "state", "value"),
)


class GiftRows(RowsModel):
    """Rows of gifts; one that is given twice has a sign that says when, on which visit, and what."""

    def __init__(self, kind: type[Record], columns: Sequence[str]) -> None:
        super().__init__(kind, columns)
        self.twice: Mapping[str, str] = {}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        said = super().data(index, role)
        twice = self.twice.get(self.rows[index.row()].row_id) if index.isValid() else None
        if not twice or self.columns[index.column()].name != _WHAT:
            return said
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("warning", tokens(QGuiApplication.palette()).attention)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(twice)
        return f"{said} {twice}" if role == Qt.ItemDataRole.AccessibleTextRole else said


class GiftList(RelatedList):
    """The gifts of one visit, with signs at those that are given twice."""

    model: GiftRows

    def make_model(self, columns: Sequence[str]) -> GiftRows:
        return GiftRows(self._kind, columns)

    def refresh(self) -> None:
        """Read the gifts again, and compare them with all others."""
        with self._office.read() as session:
            found = gift_advice.twice(session, self._target)
            said = {gift: dict.fromkeys(one.said() for one in same) for gift, same in found.items()}
        self.model.twice = {gift: "\n".join(lines) for gift, lines in said.items()}
        super().refresh()
        self.table.viewport().update()


class VisitGifts(QWidget):
    """The list of a visit's gifts."""

    opened = Signal(str, str)
    """A gift shall be shown: entity and id."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._visit_id = visit_id
        self.list = GiftList(office, _GIFTS, visit_id, parent=self)
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
