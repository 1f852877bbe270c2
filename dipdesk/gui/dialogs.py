"""Dialogs over the window of a desk: when one goes, the focus is on the page again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog

from dipdesk.gui.focus import focus_inside
from dipdesk.gui.workspace import Workspace

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


class Dialogs(QObject):
    """Opens the dialogs of one desk."""

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def open(self, dialog: QDialog) -> None:
        """Show a dialog over the window."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: QTimer.singleShot(0, self, self._focus_page))
        dialog.open()

    def _focus_page(self) -> None:
        """Put the focus of the window on its page, unless it is there already."""
        page, here = self._desk.page, self._desk.window.frame.focusWidget()
        if page is not None and not (here is not None and here.isVisible() and page.isAncestorOf(here)):
            focus_inside(page.list.view if isinstance(page, Workspace) else page)
