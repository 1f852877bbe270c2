"""Giving a gift from stock on a visit: which article, and to whom; the rest is filled in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from dipdesk.actions import gift_giving
from dipdesk.actions.gift_giving import Choice, Receiver
from dipdesk.errors import Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.before_giving import BeforeGiving
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, format_number
from dipdesk.model import GiftArticle
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(640, 460)


class GiveDialog(Dialog):
    """``gift_id`` is the entry that was made; empty if none was."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Give from stock"), parent, _SIZE)
        self.gift_id = ""
        self._office = office
        self._visit_id = visit_id
        self._choices: list[Choice] = []
        with office.read() as session:
            self._receivers = gift_giving.receivers(session, visit_id)
        self.receiver = QComboBox()
        self.receiver.setAccessibleName(_("Receiver"))
        for one in self._receivers:
            self.receiver.addItem(_named(one))
        self.receiver.addItem(_("Not yet said"))
        self.model = CellsModel((_("Gift in stock"), _("Price"), _("Where kept"), _("In stock"), _("Free")))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(_("Gifts in stock"))
        self._trouble = Wrapped(parent=self)
        self._trouble.hide()
        self.remarks = BeforeGiving(office, self)
        self._lay_out()
        self.table.wanted.connect(self.accept)
        self.receiver.currentIndexChanged.connect(lambda _at: self._warn())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._warn())
        self._show_stock("")

    def accept(self) -> None:
        """Enter the gift and go away."""
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            self.gift_id = gift_giving.give(self._office, self._visit_id, chosen.article_id, self._for_whom())
        except Known as trouble:
            self._trouble.set_text(trouble.sentence)
            self._trouble.show()
            return
        super().accept()

    def stock_up(self) -> None:
        """Ask for a gift that is not in stock yet, and how many of it there are."""
        made = new_record(self._office, GiftArticle, None, self, likely={"at_first": 1})
        if made:
            self._show_stock(made)

    def _show_stock(self, chosen: str) -> None:
        """Read the stock, and select an article of it."""
        with self._office.read() as session:
            self._choices = gift_giving.choices(session)
        self.model.show([_line(one) for one in self._choices])
        self.table.fit()
        self.table.setVisible(bool(self._choices))
        self._nothing.setVisible(not self._choices)
        self._give.setEnabled(bool(self._choices))
        self._give.setToolTip("" if self._choices else self._nothing.text())
        if self._choices:
            ids = [one.article_id for one in self._choices]
            self.table.selectRow(ids.index(chosen) if chosen in ids else 0)
            self.table.setFocus()
        self._warn()

    def _chosen(self) -> Choice | None:
        place = self.table.currentIndex().row()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def _for_whom(self) -> Receiver | None:
        at = self.receiver.currentIndex()
        return self._receivers[at] if 0 <= at < len(self._receivers) else None

    def _warn(self) -> None:
        """Say before it is entered that nothing is left of the selected article, and what else to mind."""
        chosen = self._chosen()
        sentence = chosen.level.none_free() if chosen is not None else ""
        self._trouble.set_text(sentence)
        self._trouble.setVisible(bool(sentence))
        self.remarks.judge(self._values(chosen) if chosen is not None else {})

    def _values(self, chosen: Choice) -> dict[str, object]:
        """What the entry would hold."""
        with self._office.read() as session:
            return gift_giving.proposed(session, self._visit_id, chosen.article_id, self._for_whom())

    def _lay_out(self) -> None:
        whom = QLabel(_("For whom"))
        whom.setBuddy(self.receiver)
        self.column.addWidget(whom)
        self.column.addWidget(self.receiver)
        self._nothing = secondary(_("No gift is in stock yet. Add the first one here."))
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.table)
        self.add_button = QPushButton(icon("add"), _("Add to the stock …"))
        self.add_button.setProperty("role", "link")
        self.add_button.clicked.connect(lambda _checked=False: self.stock_up())
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.column.addWidget(self.remarks)
        self.column.addWidget(self._trouble)
        self._give = QPushButton(_("Enter it as planned"))
        self.add_buttons(self._give)


def _named(one: Receiver) -> str:
    return " · ".join(part for part in (one.name, one.body) if part)


def _line(one: Choice) -> Line:
    """An article; what there is none of is red."""
    level = one.level
    cells = (one.name, one.price, one.where, format_number(level.at_hand), format_number(level.free))
    tone: Tone | None = "bad" if one.level.free <= 0 else None
    return Line(one.article_id, cells, one.level.warning(), tone)
