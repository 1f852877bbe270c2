"""A dialog that shows a file kept in the office file: pages of a PDF, a picture, or what it is if neither."""

import re
from math import sqrt
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from dipdesk.errors import Known
from dipdesk.gui.dialog import CalmDialog
from dipdesk.gui.filing.look import KeptFile
from dipdesk.gui.form.pictures import picture as photograph
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.labels import headline, secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.preview.rendering import Print, kept_pages, picture
from dipdesk.gui.preview.sheets import Sheets
from dipdesk.gui.preview.zoom_bar import ZoomBar
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, format_number

_SIZE = QSize(860, 720)
_MOST_PIXELS = 24_000_000
_MOST_SIDE = 2400
_PDF = b"%PDF-"
_FORBIDDEN = '\\/:*?"<>|'
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows takes for devices."""
_DOCUMENTS = (
    *(
        ".pdf",
        ".txt",
        ".rtf",
        ".csv",
        ".doc",
        ".docx",
        ".odt",
        ".xls",
        ".xlsx",
        ".ods",
        ".ppt",
        ".pptx",
        ".odp",
    ),
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"),
    *(".eml", ".msg", ".ics", ".vcf", ".mp3", ".m4a", ".wav", ".mp4", ".mov"),
)
"""Endings of files that other programs show; all others might be programs themselves."""


class FileViewer(CalmDialog):
    """Shows one file; a copy can be saved, or opened in another program after a question.

    ``folder`` is where such a copy is put for the other program.
    """

    def __init__(self, file: KeptFile, jobs: Jobs, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._jobs, self._folder = jobs, folder
        self.setWindowTitle(visible(file.name))
        self.words = Wrapped()
        self.pages: Sheets | None = None
        self.photograph: QLabel | None = None
        self.save_button = _button("save", _("Save a copy …"))
        self.save_button.clicked.connect(self._ask_where)
        self.outside_button = _button("export", _("Open in another program …"))
        self.outside_button.clicked.connect(self._ask_outside)
        self.outside_button.setVisible(Path(file.name).suffix.lower() in _DOCUMENTS)
        self._close = QPushButton(_("Close"))
        self._close.clicked.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._show_content()
        if self.pages is None and self.photograph is None:
            self._column.insertStretch(1, 1)
        (self.pages or self._close).setFocus()
        self.take_room(_SIZE)

    # What it shows

    def _show_content(self) -> None:
        if _PDF in self.file.content[:1024]:
            self._show_pdf()
        elif image := photograph(self.file.content, QSize(_MOST_SIDE, _MOST_SIDE)):
            self.photograph = _Photograph(image)
            self._put(self.photograph)
        else:
            self._say(_("Files of this kind are not shown here. Save a copy, or open it in another program."))

    def _show_pdf(self) -> None:
        try:
            pages, count = kept_pages(self.file.content)
        except Known as trouble:
            self._say(trouble.sentence)
            return
        self.pages = Sheets(self._draw)
        self._put(ZoomBar(self.pages), stretch=0)
        self._put(self.pages)
        self.pages.show_print(pages)
        if count > len(pages.sizes):
            self._say(
                _("Only the first {shown} of {count} pages are shown.").format(
                    shown=len(pages.sizes), count=count
                )
            )

    def _draw(self, made: Print, number: int, scale: float) -> None:
        width, height = made.sizes[number]
        most = sqrt(_MOST_PIXELS / max(width * height, 1.0))

        def show(drawn: QImage) -> None:
            if self.pages is not None:
                self.pages.show_picture(made, number, drawn)

        def failed(trouble: Exception) -> None:
            self._say(_("Page {number} is damaged and cannot be shown.").format(number=number + 1))

        self._jobs.run(lambda progress: picture(made, number, min(scale, most)), show, failed, "")

    def _say(self, sentence: str) -> None:
        self.words.set_text(sentence)
        self.words.show()

    def _put(self, part: QWidget, stretch: int = 1) -> None:
        self._column.insertWidget(self._column.count() - 1, part, stretch)

    # What can be done with it

    def save_as(self, target: Path) -> bool:
        """Write a copy; False, with a sentence why, if it cannot be written there."""
        try:
            target.write_bytes(self.file.content)
        except OSError:
            self._say(_("The copy cannot be written there. Choose another folder."))
            return False
        self._say(_("Saved: {name}").format(name=target.name))
        return True

    def open_outside(self) -> None:
        """Put a copy where another program can read it, and let the system open it."""
        target = self._folder / safe_name(self.file.name)
        if self.save_as(target):
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
                self._say(_("Opened in another program; what is changed there is not kept here."))
            else:
                self._say(_("No program on this computer opens this file. Save a copy instead."))

    def _ask_where(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Save a copy"), safe_name(self.file.name))
        if name:
            self.save_as(Path(name))

    def _ask_outside(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_("Open this file in another program?"))
        box.setInformativeText(
            _("A copy leaves the office file until you close dipdesk. Open only files that you trust.")
        )
        open_it = box.addButton(_("Open"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is open_it:
            self.open_outside()

    # Building

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[1])
        head.addWidget(headline(visible(self.file.name)))
        head.addWidget(secondary(_size(len(self.file.content))))
        head.addWidget(self.words)
        self.words.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[3])
        for part in (self.save_button, self.outside_button):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self._close)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(foot)


class _Photograph(QLabel):
    """A picture as large as there is room for, never larger than it is."""

    def __init__(self, image: QPixmap) -> None:
        super().__init__()
        self._image = image
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(1, 1)
        self.setAccessibleName(_("Picture"))
        self.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        room = self.contentsRect().size().boundedTo(self._image.size())
        fitting = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.setPixmap(
            self._image.scaled(
                fitting, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )


def safe_name(name: str) -> str:
    """``name`` without what a file system would take for a folder or a command."""
    clean = "".join("_" if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in name)
    clean = clean.strip(" .")[-120:] or "file"
    return f"_{clean}" if _RESERVED.match(clean) else clean


def _size(count: int) -> str:
    return _("{size} KB").format(size=format_number(max(1, count // 1024)))


def _button(name: str, text: str) -> QPushButton:
    made = QPushButton(icon(name), text)
    made.setProperty("role", "link")
    return made
