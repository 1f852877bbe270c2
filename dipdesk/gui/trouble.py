"""What happens when something goes wrong: a sentence for what is known, a dialog and the log for a bug.

The log holds where in the program it happened, never what was in a record.
"""

import faulthandler
import logging
import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMessageBox

from dipdesk import __version__, paths
from dipdesk.errors import Invalid, Known
from dipdesk.gui.actions import ACTIONS
from dipdesk.gui.message_bar import MessageBar
from dipdesk.i18n import _
from dipdesk.progress import Cancelled

_SIZE = 256 * 1024
LEAVING = 1000
"""How the dialog about a bug ends if the program shall end; above all numbers of buttons."""


def log_folder() -> Path:
    """Where the log lies."""
    folder = paths.data() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def start_log() -> None:
    """Write the log into its folder; one that has grown makes room for a new one at the start."""
    place = log_folder() / "dipdesk.log"
    with suppress(OSError):  # without room made, the log goes on growing
        if place.exists() and place.stat().st_size > _SIZE:
            place.replace(place.with_name("dipdesk-earlier.log"))
    handler = logging.FileHandler(place, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("dipdesk").addHandler(handler)


def watch_crashes() -> None:
    """Let Python write where it was into the log's folder if the whole program dies."""
    faulthandler.enable((log_folder() / "crash.log").open("a", encoding="utf-8"))


def details(error: BaseException) -> str:
    """The kind of an error, where it happened and the versions; no message, which could hold a name."""
    versions = f"PySide6 {qt_version}, Python {platform.python_version()}, {platform.platform()}"
    lines = [f"dipdesk {__version__}, {versions}"]
    for one in _chain(error):
        lines.append(type(one).__name__)
        lines += [f"  {Path(at.filename).name}:{at.lineno} {at.name}" for at in _frames(one)]
    return "\n".join(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what led to it, each once: a chain can lead back to where it began."""
    told: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in told:
        yield one
        told.add(id(one))
        one = one.__cause__ or one.__context__


def _frames(error: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(error.__traceback__)


class Troubles(QObject):
    """Sorts what goes wrong in one window: known, cancelled, or a bug."""

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._is_telling = False

    def install(self) -> None:
        """Take every exception that nobody caught."""
        sys.excepthook = self._uncaught

    def handle(self, error: BaseException) -> None:
        """Say what is known in the bar, nothing about what was cancelled, and report anything else."""
        if isinstance(error, Known | Invalid):
            self._bar.say(error.sentence)
        elif isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        elif not isinstance(error, Cancelled):
            logging.getLogger("dipdesk").error("%s", details(error))
            self._tell(details(error))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.handle(error)

    def _tell(self, text: str) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        is_leaving = bug_box(text).exec() == LEAVING
        self._is_telling = False
        if is_leaving:
            self._bar.window().close()


def bug_box(text: str) -> QMessageBox:
    """The dialog about a bug: calm, with the details to copy; the keys that quit end it as ``LEAVING``.

    What went wrong may have done so before or after something was stored, so it does not say which.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Something went wrong"), _("Something went wrong"))
    said = _(
        "dipdesk could not finish this. Your file is safe: a step is stored whole or not at all."
        " Whether the last one is stored, the list of steps shows ({keys})."
    )
    box.setInformativeText(said.format(keys=_shown_keys("edit.steps")))
    copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    go_on = box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    for keys in _keys("app.quit"):
        QShortcut(QKeySequence(keys), box, lambda: box.done(LEAVING))
    return box


def _keys(action: str) -> tuple[str, ...]:
    return next((one.keys for one in ACTIONS if one.id == action), ())


def _shown_keys(action: str) -> str:
    """The first keys of an action as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return next((QKeySequence(one).toString(native) for one in _keys(action)), "")
