"""Pages of a PDF as pictures. Works in the background."""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PySide6.QtGui import QImage

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.papers import pdf
from dipdesk.papers.annexing import PDFIUM
from dipdesk.papers.blocks import Document
from dipdesk.papers.pdf import Missing, Place
from dipdesk.progress import Progress

_MOST_KEPT = 300
"""So many pages of a kept file are shown."""


@dataclass(frozen=True)
class Print:
    """A finished PDF and the sizes of its pages in points.

    ``places`` says where the texts of records stand, ``missing`` which letters cannot be printed. If ``only``
    is a page (from 1), the others are still empty.
    """

    content: bytes
    sizes: tuple[tuple[float, float], ...]
    places: tuple[Place, ...] = ()
    missing: tuple[Missing, ...] = ()
    only: int | None = None


def glimpsed(document: Document, page: int, scale: float, progress: Progress) -> tuple[Print, QImage]:
    """The page of a paper that is looked at (from 1) and its picture, long before the whole is set.

    ``scale`` is the number of pixels for a point. Raises Cancelled.
    """
    content, shown = pdf.glimpse(document, page, progress)
    made = Print(content, _sizes(content), only=shown)
    return made, picture(made, shown - 1, scale)


def printed(document: Document, progress: Progress) -> Print:
    """Set a paper as PDF in memory; raises Cancelled."""
    file = BytesIO()
    report = pdf.write(document, file, progress)
    missing = tuple(pdf.missing_glyphs(document))
    sizes = _sizes(file.getvalue())
    return Print(file.getvalue(), sizes, report.places, missing)


def _sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points."""
    with PDFIUM, pypdfium2.PdfDocument(content) as opened:
        return tuple(opened.get_page_size(number) for number in range(len(opened)))


def kept_pages(content: bytes) -> tuple[Print, int]:
    """The first pages of a PDF that somebody sent, and how many it has; raises Known if it is broken."""
    try:
        with PDFIUM, pypdfium2.PdfDocument(content) as opened:
            count = len(opened)
            sizes = [opened.get_page_size(number) for number in range(min(count, _MOST_KEPT))]
    except pypdfium2.PdfiumError as error:
        raise Known(_("This PDF is damaged or locked with a password; its pages cannot be shown.")) from error
    if not sizes:
        raise Known(_("This PDF has no pages."))
    return Print(content, tuple((max(width, 1.0), max(height, 1.0)) for width, height in sizes)), count


def picture(source: Print, number: int, scale: float) -> QImage:
    """Page ``number`` (from 0) as a picture of ``scale`` pixels for a point."""
    with PDFIUM, pypdfium2.PdfDocument(source.content) as opened:
        bitmap = opened[number].render(scale=scale, rev_byteorder=True)
        made = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888
        )
        return made.copy()
