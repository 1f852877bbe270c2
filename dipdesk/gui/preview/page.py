"""The page of papers: choose, look, export."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.gui.files import documents
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.labels import plain
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.preview.copies import CopyRun
from dipdesk.gui.preview.panel import Panel
from dipdesk.gui.preview.rendering import Print, glimpsed, picture, printed
from dipdesk.gui.preview.sheets import Sheets
from dipdesk.gui.preview.zoom_bar import ZoomBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.theme import row_height
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.gui.trouble import Troubles
from dipdesk.i18n import _, join_words, ngettext, speaking
from dipdesk.model import entity
from dipdesk.papers import exported, making
from dipdesk.papers.exported import Made, Order
from dipdesk.papers.file_names import file_name
from dipdesk.papers.making import Written
from dipdesk.papers.registry import FORMATS, papers
from dipdesk.store.office_file import News, OfficeFile

_PAUSE = 200
"""Milliseconds after the last choice until the paper is made anew."""
_AFTER_NEWS = 20
"""Milliseconds after a change in the office file, of which several may come together."""


class PreviewPage(QWidget):
    """Options at the left, the pages at the right; every choice shows at once."""

    ready = Signal()
    """The paper is shown, or can no longer be shown."""
    opened = Signal(str, str)
    """A record is to be shown: entity and id."""

    def __init__(
        self, office: OfficeFile, settings: Settings, news: OfficeNews, jobs: Jobs, troubles: Troubles
    ) -> None:
        super().__init__()
        self._office, self._settings, self._jobs, self._troubles = office, settings, jobs, troubles
        self._document: Made | None = None
        self._round = 0
        self._is_awaited = False
        self._cancel: Callable[[], None] | None = None
        self.panel = Panel(office, settings)
        self.panel.changed.connect(lambda: self._soon())
        self.panel.export_wanted.connect(self.export)
        self.panel.copies_wanted.connect(self.export_copies)
        self._copies = CopyRun(office, jobs, troubles.handle)
        self._copies.done.connect(self._copied)
        self.panel.opened.connect(self.opened)
        self.sheets = Sheets(self._draw)
        self.sheets.chosen.connect(self._open)
        self._bar = ZoomBar(self.sheets)
        self._nothing = plain(wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.make)
        self._is_stale = False
        self._build()
        self._pause.start(0)
        news.changed.connect(self._heard)

    @property
    def is_ready(self) -> bool:
        """Whether a paper is shown that can be exported."""
        return self._document is not None

    @staticmethod
    def papers_about(office: OfficeFile, name: str, row_id: str) -> list[tuple[str, str]]:
        """Name and title of every paper that fits a record of the entity ``name``."""
        with office.read() as session:
            record = session.get(entity(name), row_id)
            fitting = [one for one in papers(name) if record is not None and one.fits(record)]
        return [(one.name, one.title()) for one in fitting]

    def parts(self) -> list[QWidget]:
        """What F6 goes through: the options and the pages."""
        return [self.panel, self._right]

    def choose(self, subject: str) -> None:
        """Show the paper about the record with this id."""
        self.panel.choose(subject)

    def make(self) -> None:
        """Make the paper that is chosen and show it."""
        self._forget()
        self._is_stale = False
        self.panel.show_gaps(())
        subject, paper = self.panel.subject, self.panel.paper
        self._show_pages(not self.panel.lacks_subject)
        if self.panel.lacks_subject:
            kinds = [_(entity(name).label[1]) for name in paper.subjects]
            self._nothing.setText(
                _("There is nothing yet that this paper could be about. It is made from: {kinds}.").format(
                    kinds=join_words(kinds)
                )
            )
            self.ready.emit()
            return
        try:
            order = Order(paper, subject, self.panel.options(), self.panel.languages, self.panel.kind)
            made = exported.make(self._office, order)
        except (Known, Invalid) as trouble:
            self._is_awaited = False
            self._troubles.handle(trouble)
            return
        document = made.document
        self.panel.show_gaps(document.gaps)
        number, here, scale = self._round, self.sheets.here, self.sheets.scale
        self._cancel = self._jobs.run(
            lambda progress: glimpsed(document, here, scale, progress),
            lambda shown: self._glimpsed(number, made, *shown, scale),
            self._troubles.handle,
            "",
        )

    def _glimpsed(self, number: int, made: Made, shown: Print, drawn: QImage, scale: float) -> None:
        """Show the page that is looked at, and go on with the whole paper."""
        if number != self._round:
            return
        self.sheets.show_glimpse(shown, drawn, scale)
        self._cancel = self._jobs.run(
            lambda progress: printed(made.document, progress),
            lambda whole: self._made(number, made, whole),
            self._troubles.handle,
            _("Setting the paper"),
        )

    def export(self) -> None:
        """Ask where to, and write the paper there; the dialog asks before anything is replaced.

        If what is chosen is still being made, it is asked when that is done.
        """
        if self._document is None:
            self._is_awaited = not self.panel.lacks_subject
            return
        folder = Path(self._settings.get("paper.folder", "") or documents())
        filters = {f"{_(FORMATS[kind])} (*.{kind})": kind for kind in self.panel.paper.formats}
        first = next(text for text, kind in filters.items() if kind == self.panel.kind)
        name, chosen = QFileDialog.getSaveFileName(
            self, _("Export the paper"), str(folder / self._file_name()), ";;".join(filters), first
        )
        if name:
            kind = filters.get(chosen, self.panel.kind)
            self._write(self._document, kind, _with_suffix(Path(name), kind))

    def export_copies(self) -> None:
        """Ask for a folder and write every copy of the distribution list there."""
        if self._document is None:
            return
        usual = self._settings.get("paper.folder", "") or str(documents())
        folder = QFileDialog.getExistingDirectory(self, _("Export every copy"), usual)
        if folder:
            self._settings.set("paper.folder", folder)
            name = self._file_name().removesuffix(f".{self.panel.kind}")
            self._copies.start(self._document.order, Path(folder), name)

    def _copied(self, count: int) -> None:
        folder = QUrl.fromLocalFile(self._settings.get("paper.folder", ""))
        text = ngettext("{count} copy saved", "{count} copies saved", count).format(count=count)
        toast(self.window(), text, _("Open the folder"), lambda: QDesktopServices.openUrl(folder))

    def _write(self, made: Made, kind: str, target: Path) -> None:
        self._settings.set("paper.folder", str(target.parent))

        def written(file: Written) -> None:
            order = replace(made.order, form=kind)
            exported.remember(self._office, replace(made, order=order), file.path, pages=file.pages)
            self._written(file.path)

        self._jobs.run(
            lambda progress: making.written(made.document, kind, target, progress),
            written,
            self._troubles.handle,
            _("Writing “{name}”").format(name=target.name),
        )

    def _written(self, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent))
        toast(
            self.window(),
            _("Saved: {name}").format(name=target.name),
            _("Open the folder"),
            lambda: QDesktopServices.openUrl(folder),
        )

    def _file_name(self) -> str:
        """A name for the file in the first language of the paper."""
        panel = self.panel
        with speaking(panel.languages[0]):
            about = panel.subject_title()
        return file_name(about, panel.paper, panel.options(), panel.languages, panel.kind)

    def _soon(self, pause: int = _PAUSE) -> None:
        """Make the paper anew in a moment; the one that is shown is no longer the one that is chosen."""
        self._forget()
        self.panel.allow_export(False)
        self._pause.start(pause)

    def _forget(self) -> None:
        """The paper that is shown or being set is no longer wanted."""
        self._round += 1
        self._document = None
        if self._cancel is not None:
            self._cancel()

    def _made(self, number: int, made: Made, shown: Print) -> None:
        if number == self._round:
            self._document = made
            self.sheets.show_print(shown)
            self.panel.letters.show_missing(shown.missing)
            self.panel.allow_export(True)
            self.ready.emit()
            if self._is_awaited:
                self._is_awaited = False
                self.export()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_stale:
            self._soon()

    def _heard(self, news: News) -> None:
        """Follow a change: at once while the paper is looked at, else when it is next."""
        if {name for name, _row_id in news.rows} <= exported.APART:
            return
        self._is_stale = True
        if self.isVisible():
            self._soon(_AFTER_NEWS)

    def _open(self, record: str) -> None:
        name, _slash, row_id = record.partition("/")
        self.opened.emit(name, row_id)

    def _draw(self, made: Print, number: int, scale: float) -> None:
        def show(drawn: QImage) -> None:
            self.sheets.show_picture(made, number, drawn)

        self._jobs.run(lambda progress: picture(made, number, scale), show, self._troubles.handle, "")

    def _show_pages(self, is_there: bool) -> None:
        self.sheets.setVisible(is_there)
        self._bar.setVisible(is_there)
        self._nothing.setVisible(not is_there)
        self.panel.allow_export(False)

    def _build(self) -> None:
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setWidget(self.panel)
        left.setMinimumWidth(row_height() * 9)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.sheets, 1)
        column.addWidget(self._nothing, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for part in (left, self._right):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self._nothing.setContentsMargins(SPACE[5], 0, SPACE[5], 0)


def _with_suffix(path: Path, kind: str) -> Path:
    """The path with the ending of its format; that of another format is replaced, others stay in the name."""
    ending = path.suffix.lower().removeprefix(".")
    if ending == kind:
        return path
    return path.with_suffix(f".{kind}") if ending in FORMATS else path.with_name(f"{path.name}.{kind}")
