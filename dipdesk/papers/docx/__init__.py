"""The Word writer; with the modules of this package the only part of the program that knows python-docx.

It is the editable twin of the PDF: the same blocks in the same order, with real headings, tables, lists and
fields. Drawings are pictures, set as on our own paper, since Word cannot be trusted to set their labels.
"""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dipdesk.i18n import speaking
from dipdesk.papers import pdf
from dipdesk.papers.blocks import Contents, Document
from dipdesk.papers.docx.compose import Composer
from dipdesk.papers.docx.package import prepared
from dipdesk.papers.style import in_colour
from dipdesk.progress import Progress
from dipdesk.saving import save

__all__ = ["write"]


def write(document: Document, target: Path | BinaryIO, progress: Progress) -> None:
    """Write ``document`` as DOCX to ``target``, whole or not at all if it is a path.

    Raises Cancelled as ``progress`` tells, and Known if the file cannot be written.
    """
    made = BytesIO()
    with speaking(document.languages[0]), in_colour(document.accent):
        word = prepared(document)
        Composer(document, word, _pages(document, progress)).fill(progress)
        word.save(made)
    if isinstance(target, Path):
        save(made.getbuffer(), target)
    else:
        target.write(made.getbuffer())


def _pages(document: Document, progress: Progress) -> dict[int, int]:
    """What the contents tell until their fields are brought up to date, which not all programs do."""
    if not any(isinstance(block, Contents) for block in document.blocks):
        return {}
    return pdf.heading_pages(document, Progress(lambda _done, total: progress.step(0, total)))
