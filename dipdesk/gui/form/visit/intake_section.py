"""The intake form on the page of a visit: a sentence what it is for, and the buttons to send and read it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _
from dipdesk.store.office_file import News, OfficeFile

SEND, READ = "visit.intake_send", "visit.intake_read"
"""The actions of the window that do it."""


class IntakeSection(QWidget):
    """Its buttons set off the actions of the window, which know how to go on."""

    opened = Signal(str, str)
    """A record shall be shown; never emitted here."""

    def __init__(self, _office: OfficeFile, _visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = Heading(_("Intake form"), self)
        self.send_button = self._button("export", _("Send the form …"), SEND)
        self.read_button = self._button("import", _("Read the form …"), READ)
        for button in (self.send_button, self.read_button):
            heading.add(button)
        said = secondary(
            _("The other side enters its members in a form; you check it before anything is stored.")
        )
        said.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(said)

    def refresh(self) -> None:
        """Nothing: it shows nothing of the file."""

    def concerns(self, _news: News) -> bool:
        """No change shows here."""
        return False

    def _button(self, picture: str, text: str, action: str) -> QPushButton:
        made = QPushButton(icon(picture), text, self)
        made.setProperty("role", "link")
        made.clicked.connect(lambda _checked=False: self._set_off(action))
        return made

    def _set_off(self, name: str) -> None:
        action = self.window().findChild(QAction, name)
        if action is not None:
            action.trigger()
