"""Sending the intake form: in which language first, as a workbook or a document, and where it is saved."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QPushButton, QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.intake.writing import write_form
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.files import documents
from dipdesk.gui.labels import secondary
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import LANGUAGES, _, language_name
from dipdesk.model import Visit
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(560, 300)
FOLDER = "intake.folder"
_LANGUAGE, _FORMAT = "intake.language", "intake.format"
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))


class SendDialog(Dialog):
    """Asks and writes the form of one visit."""

    def __init__(
        self, office: OfficeFile, visit_id: str, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Send the intake form"), parent, _SIZE)
        self._office, self._visit_id, self._settings = office, visit_id, settings
        self.language = QComboBox()
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.format = QComboBox()
        for label, ending in ((_("Workbook (*.xlsx)"), ".xlsx"), (_("Word document (*.docx)"), ".docx")):
            self.format.addItem(label, ending)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.get(_LANGUAGE, "en"))))
        self.format.setCurrentIndex(max(0, self.format.findData(settings.get(_FORMAT, ".xlsx"))))
        self._message = MessageBar()
        self._lay_out()

    def accept(self) -> None:
        """Ask for the place and write the form there."""
        if target := self._target():
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the form to ``target`` and go away, or say why not."""
        code, ending = str(self.language.currentData()), str(self.format.currentData())
        if target.suffix.lower() != ending:
            target = target.with_name(target.name + ending)
        try:
            write_form(self._office, self._visit_id, target, code)
        except (Invalid, Known) as trouble:
            self._message.say(trouble.sentence)
            return
        for key, value in ((FOLDER, str(target.parent)), (_LANGUAGE, code), (_FORMAT, ending)):
            self._settings.set(key, value)
        window = (self.parentWidget() or self).window()
        toast(window, _("The form is saved as “{name}”. Send it to the partner.").format(name=target.name))
        super().accept()

    def _target(self) -> Path | None:
        folder = Path(self._settings.get(FOLDER, "") or documents())
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            title = visit.title() if visit is not None else ""
        form = _("Delegation form")
        name = " ".join(f"{form} {title}".translate(_FORBIDDEN).split())[:100].strip(". ")
        name += str(self.format.currentData())
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Send the intake form"), str(folder / name), self.format.currentText()
        )
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE[3])
        form.setVerticalSpacing(SPACE[2])
        form.addRow(_("Language that stands first"), self.language)
        form.addRow(_("Format"), self.format)
        for box in (self.language, self.format):
            box.setAccessibleName(form.labelForField(box).text())  # type: ignore[attr-defined]
        self.column.addWidget(self._message)
        self.column.addLayout(form)
        self.column.addWidget(
            secondary(
                _(
                    "All questions stand in both languages. The privacy notice is a proposal:"
                    " have it checked before you send it for the first time."
                )
            )
        )
        self.column.addStretch(1)
        self.add_buttons(QPushButton(_("Save the form …")))
