"""The section of approval on the page of an agreement, a membership or a trip abroad."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from dipdesk.actions import approval_file
from dipdesk.actions.agreement_acts import ACTS, Act
from dipdesk.actions.approval_file import ApprovalFile, Approved, StepOnFile
from dipdesk.actions.approval_steps import StepWords
from dipdesk.errors import Known
from dipdesk.gui.form.chain.light import LightView
from dipdesk.gui.form.chain.sources_view import SourcesView
from dipdesk.gui.form.chain.step_dialog import StepDialog
from dipdesk.gui.form.chain.step_store import begin_act, drop_step, keep_step, likely_word, own_word
from dipdesk.gui.form.chain.step_table import StepsModel
from dipdesk.gui.form.chain.step_view import StepTable
from dipdesk.gui.form.heading import Heading
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.icons import icon
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import toast
from dipdesk.i18n import N_, _
from dipdesk.model import Agreement, ChainStep, Membership, Visit, entity_name
from dipdesk.rules import clock
from dipdesk.store.office_file import News, OfficeFile

_ACTS: dict[Act, tuple[str, str]] = {
    "renewal": (N_("Renew"), "refresh"),
    "amendment": (N_("Amend"), "edit"),
    "termination": (N_("Terminate"), "close"),
}
_TOUCHED = ("approval_step", "chain_step", "attachment", "partner", "country", "ceremony")


class ChainSection(QWidget):
    """Light, reasons, steps and sources; Enter on a step writes it down."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""

    def __init__(
        self,
        kind: type[Agreement] | type[Membership] | type[Visit],
        office: OfficeFile,
        row_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._office = office
        self._row_id = row_id
        self.file: ApprovalFile | None = None
        self.heading = Heading(_("Approval"), self)
        self.edit_button = _icon_button("edit", _("Write this step down"), self.edit, self.heading)
        self.add_button = _link_button("add", _("Add a step"), self.heading)
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.acts_button = _link_button("forward", _("What follows …"), self.heading)
        self.acts_button.clicked.connect(lambda _checked=False: self._offer_acts())
        self.light = LightView(self)
        self.model = StepsModel()
        self.table = StepTable(self.model, self)
        self.table.setAccessibleName(_("Steps of approval"))
        self.sources = SourcesView(self)
        self._lay_out()
        self.refresh()

    # What the page asks

    def refresh(self) -> None:
        """Read the file of approval again; the same step stays selected."""
        current = self.current()
        self.file = self._read()
        shown = self.file is not None and bool(self.file.steps)
        self.setVisible(shown)
        if self.file is None or not shown:
            return
        self.light.show_file(self.file)
        self.sources.show_file(self.file)
        if self.file.steps != self.model.steps:
            self.model.show(self.file)
            self.table.fit()
            self.select(current.key if current else "")
        self.heading.set_lined(False)
        self._show_button()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return (entity_name(self._kind), self._row_id) in news.rows or news.touches(*_TOUCHED)

    # What somebody does

    def current(self) -> StepOnFile | None:
        """The step that is selected."""
        index = self.table.currentIndex()
        return self.model.steps[index.row()] if index.isValid() else None

    def select(self, key: str) -> None:
        """Put the selection on a step."""
        row = next((at for at, one in enumerate(self.model.steps) if one.key == key), -1)
        if row >= 0:
            self.table.go_to(row)

    def edit(self, field: str = "date") -> None:
        """Write the selected step down, beginning with one of its fields."""
        if step := self.current():
            self._ask(step, field)

    def leave_out(self) -> None:
        """Leave the selected step out for this record, with a reason."""
        self.edit("skipped")

    def take_up(self) -> None:
        """Take a step up again that was left out."""
        step = self.current()
        if step is None or self.file is None or not step.entry.skipped:
            return
        words = replace(StepWords.of(step.entry), skipped="")
        name = step.step.name.said()
        self._do(partial(keep_step, self._office, self.file, step.key, name, words, ([], [])))

    def add(self) -> None:
        """Ask for a step of this record only."""
        self._ask(None, "name_tr")

    def remove(self) -> None:
        """Take a step of this record only off the list."""
        step = self.current()
        if step is not None and self.file is not None and step.key == step.entry.record_id:
            self._do(partial(drop_step, self._office, self.file, step.key, step.step.name.said()))

    def change_for_all(self) -> None:
        """Show the office's own word on the selected step in every chain of this kind, or make one."""
        step = self.current()
        if step is None or self.file is None:
            return
        known = own_word(self._office, self.file.chain.key, step.key)
        if not known:
            known = new_record(self._office, ChainStep, likely_word(self.file.chain.key, step.step), self)
        if known:
            self.opened.emit("chain_step", known)

    def follow(self, act: Act) -> None:
        """Begin the agreement by which this one is renewed, amended or terminated, and show it."""
        made = ""
        try:
            made = begin_act(self._office, self._row_id, act)
        except Known as trouble:
            toast(self.window(), trouble.sentence)
        if made:
            window = self.window()
            self.opened.emit("agreement", made)
            toast(window, self._office.undo_label, _("Undo"), self._office.undo)

    def menu(self) -> QMenu:
        """What can be done with the selected step."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        step = self.current()
        made.addAction(icon("edit"), _("Write this step down …"), self.edit)
        if step is not None and step.entry.skipped:
            made.addAction(icon("undo"), _("Take this step up again"), self.take_up)
        else:
            made.addAction(icon("right"), _("Leave this step out here …"), self.leave_out)
        if step is not None and step.key == step.entry.record_id:
            made.addAction(icon("delete"), _("Remove this step"), self.remove)
        made.addAction(icon("add"), _("Add a step …"), self.add)
        made.addSeparator()
        made.addAction(icon("list"), _("Change this step for the whole office …"), self.change_for_all)
        return made

    def acts_menu(self) -> QMenu:
        """What may follow an agreement."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in ACTS:
            word, picture = _ACTS[act]
            made.addAction(icon(picture), _(word), partial(self.follow, act))
        return made

    # How it is done

    def _read(self) -> ApprovalFile | None:
        with self._office.read() as session:
            record = session.get(self._kind, self._row_id)
            return approval_file.of(session, record, clock.today()) if isinstance(record, Approved) else None

    def _ask(self, step: StepOnFile | None, field: str) -> None:
        if self.file is None:
            return
        before = self._office.undo_label, len(self._office.undo_labels())
        dialog = StepDialog(self._office, self.file, step, parent=self)
        dialog.begin(field)
        dialog.exec()
        if (self._office.undo_label, len(self._office.undo_labels())) != before:
            self._tell()
        dialog.deleteLater()

    def _do(self, act: "partial[bool]") -> None:
        try:
            done = act()
        except Known as trouble:
            toast(self.window(), trouble.sentence)
            return
        if done:
            self._tell()

    def _tell(self) -> None:
        """Show the change and offer the way back."""
        self.refresh()
        self.table.setFocus()
        toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)

    def _offer_acts(self) -> None:
        self.acts_menu().popup(self.acts_button.mapToGlobal(self.acts_button.rect().bottomLeft()))

    def _show_menu(self, place: QPoint) -> None:
        if self.current() is not None:
            self.menu().popup(self.table.viewport().mapToGlobal(place))

    def _show_button(self) -> None:
        self.edit_button.setVisible(self.current() is not None)

    def _lay_out(self) -> None:
        self.acts_button.setVisible(self._kind is Agreement)
        for button in (self.edit_button, self.add_button, self.acts_button):
            self.heading.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (self.heading, self.light, self.table, self.sources):
            column.addWidget(part)
        self.table.wanted.connect(self.edit)
        self.table.unwanted.connect(self.remove)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_button())
        self.model.modelReset.connect(self._show_button)


def _link_button(name: str, text: str, parent: QWidget) -> QPushButton:
    made = QPushButton(icon(name), text, parent)
    made.setProperty("role", "link")
    made.setAccessibleDescription(_("Approval"))
    return made


def _icon_button(name: str, text: str, action: Callable[[], None], parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setIcon(icon(name))
    made.setToolTip(text)
    made.setAccessibleName(text)
    made.setAccessibleDescription(_("Approval"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked=False: action())
    return made
