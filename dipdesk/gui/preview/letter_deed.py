"""Below the choice of a letter: make the shipped one our own, or edit our own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from dipdesk.actions.letters import copy_letter
from dipdesk.gui.icons import icon
from dipdesk.i18n import _
from dipdesk.model import LetterTemplate, entity_name
from dipdesk.rules import clock
from dipdesk.rules.letter_templates import letter_keys
from dipdesk.store.office_file import OfficeFile

OPTION = "template"
"""The option below which it stands."""


class LetterDeed(QPushButton):
    """Copies the letter that is chosen and opens the copy; one of our own is opened as it is."""

    opened = Signal(str, str)
    """A template is to be shown: entity and id."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__(icon("edit"), "")
        self._office, self._key = office, ""
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._do)

    def show_letter(self, key: str) -> None:
        """Stand for the letter of that key, or the one of our own with that id."""
        self._key = key
        self.setText(_("Copy and edit") if key in letter_keys() else _("Edit"))
        self.setToolTip(_("Makes a letter of your own from this one") if key in letter_keys() else "")
        self.setVisible(bool(key))

    def _do(self) -> None:
        today = clock.today()
        made = copy_letter(self._office, self._key, today) if self._key in letter_keys() else self._key
        self.opened.emit(entity_name(LetterTemplate), made)
