"""Pages of other PDFs inside our own; with the preview the only part of the program that knows pdfium.

A page of an annex is set into a page of ours as one drawing, scaled, upright, with what is filled in and
marked on it. What a PDF could do besides (scripts, links, files inside it) stays behind.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import pypdfium2
from pypdfium2 import raw

from dipdesk.errors import Known
from dipdesk.i18n import _

PDFIUM = Lock()
"""pdfium does one thing at a time: whoever uses it holds this."""
MOST_PAGES = 300
"""A longer PDF is no annex of a paper."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Page ``number`` (from 0) of the PDF ``content`` on page ``page`` (from 1) of ours.

    The rectangle is in points; ``bottom`` is counted from the lower edge of our page.
    """

    page: int
    content: bytes
    number: int
    x: float
    bottom: float
    width: float
    height: float


def sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height in points of every page as it is shown; raises Known if it cannot be an annex."""
    try:
        with PDFIUM, pypdfium2.PdfDocument(content) as opened:
            count = len(opened)
            found = [opened.get_page_size(number) for number in range(min(count, MOST_PAGES))]
    except pypdfium2.PdfiumError as error:
        raise Known(_("This PDF is damaged or locked with a password; its pages cannot be shown.")) from error
    if not found:
        raise Known(_("This PDF has no pages."))
    if count > MOST_PAGES:
        sentence = _("This PDF has {count} pages; at most {most} go into a paper.")
        raise Known(sentence.format(count=count, most=MOST_PAGES))
    return tuple((max(width, 1.0), max(height, 1.0)) for width, height in found)


def merged(paper: bytes, places: Sequence[Placed]) -> bytes:
    """The PDF ``paper`` with the pages of annexes at their places; outline and links of it stay."""
    made = BytesIO()
    with PDFIUM, pypdfium2.PdfDocument(paper) as ours:
        contents = dict.fromkeys(one.content for one in places)
        for content in contents:
            with pypdfium2.PdfDocument(content) as theirs:
                for place in places:
                    if place.content is content:
                        _set(ours, theirs, place)
        ours.save(made)
    return made.getvalue()


def _set(ours: pypdfium2.PdfDocument, theirs: pypdfium2.PdfDocument, place: Placed) -> None:
    shown = _normalised(theirs, place.number)
    captured = theirs.page_as_xobject(place.number, ours)
    drawing = captured.as_pageobject()
    across, down = shown.size
    scale = min(place.width / across, place.height / down)
    left = place.x + (place.width - across * scale) / 2
    drawing.set_matrix(shown.upright.scale(scale, scale).translate(left, place.bottom))
    page = ours[place.page - 1]
    page.insert_obj(drawing)
    page.gen_content()
    captured.close()
    page.close()


@dataclass(frozen=True)
class _Shown:
    """The size of a page as it is shown, and what turns its contents that way."""

    size: tuple[float, float]
    upright: pypdfium2.PdfMatrix


def _normalised(theirs: pypdfium2.PdfDocument, number: int) -> _Shown:
    """Draw what is filled in, and put the corner of what is shown of the page at the origin, unturned."""
    page = theirs[number]
    raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
    page.close()
    page = theirs[number]
    turned = page.get_rotation()
    left, bottom, right, top = page.get_cropbox()
    across, down = max(right - left, 1.0), max(top - bottom, 1.0)
    page.set_rotation(0)
    raw.FPDFPage_TransFormWithClip(page, pypdfium2.PdfMatrix().translate(-left, -bottom).to_raw(), None)
    page.set_mediabox(0, 0, across, down)
    page.set_cropbox(0, 0, across, down)
    page.close()
    offset = {0: (0.0, 0.0), 90: (0.0, across), 180: (across, down), 270: (down, 0.0)}[turned]
    size = (across, down) if turned in (0, 180) else (down, across)
    return _Shown(size, pypdfium2.PdfMatrix().rotate(turned).translate(*offset))
