"""Reading an intake form: what it would do, every wrong cell with its address, who is meant; then store."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.intake.plan import plan, with_person
from dipdesk.exchange.intake.proposal import NEW, IntakePlan
from dipdesk.exchange.intake.reading import read_form
from dipdesk.exchange.intake.storing import store
from dipdesk.gui.dialog import Dialog, calm_buttons
from dipdesk.gui.dropped import dropped, welcome
from dipdesk.gui.files import documents
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.intake.rows import ROW_HEADS, WARNING_HEADS, row_lines, warning_lines
from dipdesk.gui.intake.send_dialog import FOLDER
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.rules import clock
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(1040, 680)


class ReadDialog(Dialog):
    """Shows what a form would do to the visit; nothing is stored before one says so."""

    def __init__(
        self,
        office: OfficeFile,
        visit_id: str,
        path: Path | None,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Read the intake form"), parent, _SIZE)
        self._office, self._visit_id, self._settings = office, visit_id, settings
        self.plan: IntakePlan | None = None
        self._message = MessageBar()
        self._file = secondary(_("Choose the form that came back, or drop it here."), wrap=True)
        self._choose = QPushButton(_("Choose a file …"))
        self._choose.clicked.connect(self._ask)
        self.rows = CellsModel(tuple(_(head) for head in ROW_HEADS))
        self.row_table = PlainTable(self.rows, self)
        self.row_table.setAccessibleName(_("People in the form"))
        self.row_table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_choice())
        self.meant = QComboBox()
        self.meant.setAccessibleName(_("Who is meant"))
        self.meant.activated.connect(self._choose_person)
        self.warnings = CellsModel(tuple(_(head) for head in WARNING_HEADS))
        self.warning_table = PlainTable(self.warnings, self)
        self.warning_table.setAccessibleName(_("What is wrong with the cells"))
        self.full = Wrapped(parent=self)
        self.warning_table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_full())
        self._summary = plain(wrap=True)
        self._lay_out()
        self.setAcceptDrops(True)
        self._show()
        self._choose.setFocus()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read the form in ``path`` and show what it would do, or say why it cannot be read."""
        self._message.hide()
        self.plan = None
        self._file.setText(path.name)
        self._settings.set(FOLDER, str(path.parent))
        try:
            form = read_form(path)
            self.plan = plan(self._office, form, self._visit_id)
            for remark in form.remarks:
                self._message.say(remark)
        except (Invalid, Known) as trouble:
            self._message.say(trouble.sentence)
        self._show()
        if self.plan is not None and self.plan.rows:
            self.row_table.selectRow(0)
            self.row_table.setFocus()

    def accept(self) -> None:
        """Store what is sound, as one step."""
        if self.plan is None or not self.plan.can_be_stored:
            return
        today = clock.today()
        try:
            store(self._office, self.plan, today, self)
        except Known as trouble:
            self._message.say(trouble.sentence)
            return
        window = (self.parentWidget() or self).window()
        toast(window, self.plan.forecast(), _("Undo"), self._undo)
        super().accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = dropped(event)
        if files:
            event.acceptProposedAction()
            self.open_file(files[0])

    def _undo(self) -> None:
        self._office.undo()

    def _ask(self) -> None:
        folder = self._settings.get(FOLDER, "") or str(documents())
        kinds = ";;".join((_("Forms (*.xlsx *.docx)"), _("All files (*)")))
        name, _kind = QFileDialog.getOpenFileName(self, _("Read the intake form"), folder, kinds)
        if name:
            self.open_file(Path(name))

    # Who is meant

    def _place(self) -> int:
        return self.row_table.currentIndex().row()

    def _show_choice(self) -> None:
        """Offer the people whom the selected row may mean."""
        self.meant.clear()
        row = self.plan.rows[self._place()] if self.plan and self._place() >= 0 else None
        candidates = row.candidates if row is not None else ()
        self.meant.setEnabled(bool(candidates))
        self.meant.addItem(_("Somebody new"), NEW)
        for one in candidates:
            self.meant.addItem(one.name, one.person_id)
        if row is not None:
            self.meant.setCurrentIndex(max(0, self.meant.findData(row.person_id)))

    def _choose_person(self) -> None:
        place = self._place()
        if self.plan is None or place < 0:
            return
        try:
            self.plan = with_person(self._office, self.plan, place, str(self.meant.currentData()))
        except Known as trouble:
            self._message.say(trouble.sentence)
            return
        self._show()
        self.row_table.selectRow(place)

    # What is shown

    def _show_full(self) -> None:
        """The sentence of the selected warning, however long."""
        place = self.warning_table.currentIndex().row()
        self.full.set_text(self.warnings.lines[place].cells[-1] if place >= 0 else "", muted=True)

    def _show(self) -> None:
        found = self.plan
        self.rows.show(row_lines(found) if found else [])
        self.warnings.show(warning_lines(found) if found else [])
        for table in (self.row_table, self.warning_table):
            table.fit()
            table.setVisible(bool(table.model().rowCount()))
        self._whom.setVisible(found is not None)
        self._wrong.setVisible(bool(self.warnings.lines))
        self._summary.setText(found.forecast() if found else "")
        self._store.setEnabled(found is not None and found.can_be_stored)
        is_broken = found is not None and any(row.entry.warnings for row in found.rows)
        self._store.setText(_("Store what is sound") if is_broken else _("Store"))
        self._show_choice()
        self._show_full()
        calm_buttons(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._file, 1)
        top.addWidget(self._choose)
        self._whom = QWidget()
        whom = QHBoxLayout(self._whom)
        whom.setContentsMargins(0, 0, 0, 0)
        label = plain(_("Who is meant in this row"))
        label.setBuddy(self.meant)
        whom.addWidget(label)
        whom.addWidget(self.meant, 1)
        self._wrong = secondary(_("Cells that need a look; what cannot be read is left out."))
        body = QVBoxLayout()
        body.setSpacing(SPACE[2])
        for part in (self.row_table, self._whom, self._wrong, self.warning_table, self.full):
            body.addWidget(part)
        self.column.addWidget(self._message)
        self.column.addLayout(top)
        self.column.addLayout(body)
        self.column.addStretch(1)
        self.column.addWidget(self._summary)
        self._store = QPushButton(_("Store"))
        self.add_buttons(self._store)
