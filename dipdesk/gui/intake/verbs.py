"""The dialogs of the intake form, made when somebody asks for one."""

from typing import Literal

from PySide6.QtWidgets import QDialog, QWidget

from dipdesk.gui.intake.read_dialog import ReadDialog
from dipdesk.gui.intake.send_dialog import SendDialog
from dipdesk.gui.settings import Settings
from dipdesk.store.office_file import OfficeFile


class IntakeVerbs:
    """Makes the dialogs for one visit."""

    def __init__(self, office: OfficeFile, visit_id: str, settings: Settings, window: QWidget) -> None:
        self._office, self._visit_id, self._settings, self._window = office, visit_id, settings, window

    def dialog(self, way: Literal["send", "read"]) -> QDialog:
        """The dialog that sends the form, or the one that reads it."""
        if way == "send":
            return SendDialog(self._office, self._visit_id, self._settings, self._window)
        return ReadDialog(self._office, self._visit_id, None, self._settings, self._window)
