"""The file of a start: it is taken hold of while the desk on which it will lie is still being loaded."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dipdesk.gui.jobs import Jobs
from dipdesk.i18n import _

if TYPE_CHECKING:
    from dipdesk.progress import Progress
    from dipdesk.store.held_file import HeldFile


class Receiver(Protocol):
    """Who waits for the file."""

    def take(self, held: "HeldFile") -> None:
        """The file is open."""

    def refuse(self, error: Exception) -> None:
        """The file cannot be opened."""


class FirstFile:
    """Opens ``path`` in the background at once; who receives it can come before or after that is done."""

    def __init__(self, jobs: Jobs, path: Path, hold: "Callable[[Path, Progress], HeldFile]") -> None:
        self._receiver: Receiver | None = None
        self._news: Callable[[Receiver], None] | None = None
        jobs.run(lambda progress: hold(path, progress), self._opened, self._refused, opening(path))

    def bring_to(self, receiver: Receiver) -> None:
        """Hand the file, or why there is none, to ``receiver``: now or as soon as it is known."""
        self._receiver = receiver
        self._tell()

    def _opened(self, held: "HeldFile") -> None:
        self._news = lambda receiver: receiver.take(held)
        self._tell()

    def _refused(self, error: Exception) -> None:
        self._news = lambda receiver: receiver.refuse(error)
        self._tell()

    def _tell(self) -> None:
        if self._receiver is not None and self._news is not None:
            news, self._news = self._news, None
            news(self._receiver)


def opening(path: Path) -> str:
    """What stands beside the progress while a file is being opened."""
    return _("Opening “{name}”").format(name=path.name)
