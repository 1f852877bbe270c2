"""The question whether what was written in a dialog may be lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from dipdesk.i18n import _


def may_be_lost(dialog: QDialog, stands: str) -> bool:
    """Ask over ``dialog``; ``stands`` says that nothing is stored yet. Escape and Enter keep it."""
    box = QMessageBox(dialog)
    box.setWindowTitle(dialog.windowTitle())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_("Discard what you wrote?"))
    box.setInformativeText(stands)
    discard = box.addButton(_("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_("Keep writing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is discard
