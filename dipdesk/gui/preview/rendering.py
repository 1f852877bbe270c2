"""Pages of a PDF as pictures; the only module that knows pdfium. Works in the background."""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

from dipdesk.papers import pdf
from dipdesk.papers.blocks import Document
from dipdesk.progress import Progress

_one_at_a_time = Lock()
"""pdfium does one thing at a time."""


@dataclass(frozen=True)
class Print:
    """A finished PDF and the sizes of its pages in points."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]


def printed(document: Document, progress: Progress) -> Print:
    """Set a paper as PDF in memory; raises Cancelled."""
    file = BytesIO()
    pdf.write(document, file, progress)
    with _one_at_a_time, pypdfium2.PdfDocument(file.getvalue()) as opened:
        sizes = tuple(opened.get_page_size(number) for number in range(len(opened)))
    return Print(file.getvalue(), sizes)


def picture(source: Print, number: int, scale: float) -> QImage:
    """Page ``number`` (from 0) as a picture of ``scale`` pixels for a point."""
    with _one_at_a_time, pypdfium2.PdfDocument(source.content) as opened:
        bitmap = opened[number].render(scale=scale, rev_byteorder=True)
        made = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888
        )
        return made.copy()
