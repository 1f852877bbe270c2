"""Exporting papers again: to the file they were, or only the cards that changed to another."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import toast
from dipdesk.gui.trouble import Troubles
from dipdesk.i18n import _, join_words, ngettext
from dipdesk.model import Exported
from dipdesk.papers import exported, making
from dipdesk.papers.blocks import Document
from dipdesk.papers.exported import Made, Staleness
from dipdesk.papers.making import Written
from dipdesk.papers.registry import FORMATS, paper
from dipdesk.store.office_file import OfficeFile

_MOMENT = 3000
"""Milliseconds after which what is saved next is told of by itself."""
_MOST_NAMED = 3
"""Of so many files that were saved together the names are told."""


class Renewal(QObject):
    """Builds on the window's thread, writes in the background, then notes the new version down.

    What is written within a moment is told of together.
    """

    def __init__(
        self, office: OfficeFile, settings: Settings, jobs: Jobs, troubles: Troubles, page: QWidget
    ) -> None:
        super().__init__(page)
        self._office, self._settings, self._jobs, self._troubles = office, settings, jobs, troubles
        self._page = page
        self._saved: list[Path] = []
        self._moment = QTimer(self, interval=_MOMENT, singleShot=True)
        self._moment.timeout.connect(self._saved.clear)

    def again(self, row_id: str) -> None:
        """Export a paper anew to its file, or to another if its folder is gone."""
        if (found := self._made(row_id)) is None:
            return
        made, file, receiver = found
        target = file if file.parent.is_dir() else self._asked(file, made.order.form)
        if target is not None:
            self._write(made, target, receiver)

    def only_cards(self, row_id: str, staleness: Staleness) -> None:
        """Export the cards that changed to a file of their own; the whole paper stays as it was."""
        if (found := self._made(row_id)) is None:
            return
        made, file, _receiver = found
        name = _("{name} – changed").format(name=file.stem)
        target = self._asked(file.with_name(name + file.suffix), made.order.form)
        if target is None:
            return
        self._run(exported.only_changed(made.document, staleness), made.order.form, target, self._say)

    def _made(self, row_id: str) -> tuple[Made, Path, str] | None:
        """The paper as it would be now, the file it was written to, and who has it."""
        with self._office.read() as session:
            note = session.get_one(Exported, row_id)
            file, receiver = Path(note.file), note.receiver
            order = exported.order_of(note, paper)
        try:
            return exported.make(self._office, order), file, receiver
        except (Known, Invalid) as trouble:
            self._troubles.handle(trouble)
            return None

    def _write(self, made: Made, target: Path, receiver: str) -> None:
        def written(file: Written) -> None:
            exported.remember(self._office, made, file.path, receiver, file.pages)
            self._say(file)

        self._run(made.document, made.order.form, target, written)

    def _run(self, document: Document, form: str, target: Path, done: Callable[[Written], None]) -> None:
        self._jobs.run(
            lambda progress: making.written(document, form, target, progress),
            done,
            self._troubles.handle,
            _("Writing “{name}”").format(name=target.name),
        )

    def _asked(self, file: Path, form: str) -> Path | None:
        folder = file.parent if file.parent.is_dir() else Path(self._settings.get("paper.folder", ""))
        words = f"{_(FORMATS[form])} (*.{form})"
        name, _chosen = QFileDialog.getSaveFileName(
            self._page, _("Export the paper"), str(folder / file.name), words
        )
        return Path(name) if name else None

    def _say(self, file: Written) -> None:
        self._saved.append(file.path)
        self._moment.start()
        self._told(_words(self._saved))

    def _told(self, sentence: str) -> None:
        toast(self._page.window(), sentence)


def _words(saved: list[Path]) -> str:
    """Which files were saved, in one sentence."""
    names = join_words([one.name for one in saved[:_MOST_NAMED]])
    if len(saved) == 1:
        return _("Saved: {name}").format(name=names)
    if len(saved) > _MOST_NAMED:
        some = ngettext(
            "{count} paper saved, among them {names}", "{count} papers saved, among them {names}", len(saved)
        )
        return some.format(count=len(saved), names=names)
    text = ngettext("{count} paper saved: {names}", "{count} papers saved: {names}", len(saved))
    return text.format(count=len(saved), names=names)
