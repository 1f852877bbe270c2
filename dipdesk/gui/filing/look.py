"""The wish to look at a kept file: any widget can have it, the main window knows how to fulfil it.

What draws pages of a PDF takes a while to load, so that the widgets that list files do not know it. They send
their wish to the window they stand in; see :mod:`dipdesk.gui.looking`.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from dipdesk.i18n import _
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class KeptFile:
    """A file as it is kept: its name, its content, and what it is said to be."""

    name: str
    content: bytes
    media_type: str = ""


class LookEvent(QEvent):
    """Somebody wants to see ``file``, over the widget ``over``; accepted by whoever shows it."""

    TYPE = QEvent.Type(QEvent.registerEventType())

    def __init__(self, file: KeptFile, over: QWidget) -> None:
        super().__init__(self.TYPE)
        self.file = file
        self.over = over


def look(file: KeptFile, over: QWidget) -> bool:
    """Ask the main window around ``over`` to show ``file``; False if nobody can."""
    top = over.window()
    while (around := top.parentWidget()) is not None:
        top = around.window()
    wish = LookEvent(file, over)
    wish.ignore()
    QCoreApplication.sendEvent(top, wish)
    return wish.isAccepted()


def look_at_kept(office: OfficeFile, name: str, address: str, media_type: str, over: QWidget) -> str:
    """Show the file kept under ``address``; a sentence why not, empty if all is well."""
    with office.read() as session:
        content = blobs.get(session.connection(), address) if address else None
    if content is None:
        return _("The content is not in this copy of the office file.")
    look(KeptFile(name, content, media_type), over)
    return ""
