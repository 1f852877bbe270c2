"""Files that are dropped on a widget from outside."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent


def welcome(event: QDragEnterEvent) -> None:
    """Let come what holds files of this computer."""
    if dropped(event):
        event.acceptProposedAction()


def dropped(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dropped, in their order."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
