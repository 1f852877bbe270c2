"""The PDF writer; with the modules of this package the only part of the program that knows reportlab.

A paper is set in two steps: blocks become boxes that are divided over pages, then the pages are painted.
So every page number is known before the first line is drawn, and nothing is laid out twice.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from dipdesk.i18n import speaking
from dipdesk.papers import script
from dipdesk.papers.annexing import Placed, merged
from dipdesk.papers.blocks import Document, Text, in_line
from dipdesk.papers.pdf.compose import Composer
from dipdesk.papers.pdf.glyphs import Missing, missing_glyphs
from dipdesk.papers.pdf.pages import block_pages, divided, headed, paint
from dipdesk.papers.pdf.sheet import Entry, Place, Sheet
from dipdesk.papers.style import in_colour
from dipdesk.progress import Progress
from dipdesk.saving import save

__all__ = ["Entry", "Missing", "PdfReport", "Place", "glimpse", "heading_pages", "missing_glyphs", "write"]

_one_at_a_time = Lock()
"""reportlab's fonts remember where they are in their file while they are embedded."""


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was written.

    ``outline`` holds the headings with their pages, ``block_pages`` the first page of each block of the
    document, ``places`` where the texts of records stand, ``unreadable`` the descriptions of pictures that
    could not be shown. Pages count from 1.
    """

    pages: int
    outline: tuple[Entry, ...]
    block_pages: tuple[int, ...]
    places: tuple[Place, ...]
    unreadable: tuple[str, ...]


def write(
    document: Document, target: Path | BinaryIO, progress: Progress, invariant: bool = False
) -> PdfReport:
    """Write ``document`` as PDF to ``target``, whole or not at all if it is a path.

    ``invariant`` leaves out the time of writing, so that equal documents give equal files. Raises
    Cancelled as ``progress`` tells, and Known if the file cannot be written.
    """
    made = BytesIO()
    report, places = _made(document, made, progress, invariant)
    content = merged(made.getvalue(), places) if places else made.getbuffer()
    if isinstance(target, Path):
        save(content, target)
    else:
        target.write(content)
    return report


def glimpse(document: Document, page: int, progress: Progress) -> tuple[bytes, int]:
    """One page of ``document`` (from 1, or the last if it has fewer) as a PDF, sooner than the whole of it.

    The other pages are empty sheets. Returns the file, and which page it shows. Raises Cancelled.
    """
    file = BytesIO()
    language = document.languages[0]
    with _one_at_a_time, speaking(language), in_colour(document.accent):
        pages = divided(list(Composer(document).all()), progress)
        shown = min(max(page, 1), len(pages))
        sheet = Sheet(file, language, invariant=False, loose=True)
        paint(pages, document, sheet, progress, only=shown)
        sheet.canvas.save()
    return file.getvalue(), shown


def heading_pages(document: Document, progress: Progress) -> dict[int, int]:
    """The page (from 1) of each heading, by its place among all headings; raises Cancelled."""
    with _one_at_a_time, speaking(document.languages[0]), in_colour(document.accent):
        return headed(divided(list(Composer(document).all()), progress))


def _made(
    document: Document, file: BinaryIO, progress: Progress, invariant: bool
) -> tuple[PdfReport, list[Placed]]:
    """Write the paper without its annexes; what was written, and where they belong."""
    language = document.languages[0]
    with _one_at_a_time, speaking(language), in_colour(document.accent):
        pages = divided(list(Composer(document).all()), progress)
        sheet = Sheet(file, language, invariant)
        _describe(sheet, document)
        paint(pages, document, sheet, progress)
        sheet.canvas.save()
    report = PdfReport(
        len(pages),
        tuple(sheet.outline),
        block_pages(pages, len(document.blocks)),
        tuple(sheet.places),
        tuple(sheet.unreadable),
    )
    return report, sheet.annexed


def _describe(sheet: Sheet, document: Document) -> None:
    """Put title, author and subject into the file, and let readers show the title and the outline."""
    sheet.canvas.setTitle(_described(document.title))
    sheet.canvas.setAuthor(_described(document.author))
    sheet.canvas.setSubject(_described(document.subject))
    sheet.canvas.setCreator("dipdesk")
    sheet.canvas.setProducer("dipdesk")
    sheet.canvas.setViewerPreference("DisplayDocTitle", "true")
    sheet.canvas.showOutline()


def _described(text: Text) -> str:
    return " ".join(script.clean(in_line(text)).split())
