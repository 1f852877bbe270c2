"""The sheet that boxes are painted on: a thin, top-down view of reportlab's canvas."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.pdfgen.textobject import PDFTextObject

from dipdesk.papers.annexing import Placed
from dipdesk.papers.blocks import Align, Colour
from dipdesk.papers.pdf.fonts import base_font, scale
from dipdesk.papers.pdf.lines import SetLine, SetText
from dipdesk.papers.pdf.tags import Tags
from dipdesk.papers.style import PAGE_HEIGHT, PAGE_WIDTH, Style, shade

rl_config.useA85 = 0
rl_config.trustedSchemes = []
rl_config.trustedHosts = []

_NON_ZERO = 1
"""What the lines of a shape cross over is inside it (reportlab's number for that rule)."""
_BASE = 0.75
"""The base line in parts of the leading, so that texts of one leading stand on one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the outline: its words, level (1 to 3) and page (from 1)."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where something of a record stands: page from 1, points from the page's upper left corner."""

    record: str
    page: int
    x: float
    top: float
    width: float
    height: float


class Sheet:
    """Draws with the origin in the upper left corner of the page, in points; without links if ``loose``."""

    def __init__(self, file: BinaryIO, language: str, invariant: bool, loose: bool = False) -> None:
        self.canvas = Canvas(
            file,
            (PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=int(not loose),
            invariant=int(invariant),
            initialFontName=base_font(),  # type: ignore[arg-type]  # a name, whatever the stubs say
            lang=language,
            pdfVersion=(1, 5),
        )
        self._tags = Tags(self.canvas)
        self._loose = loose
        self.page = 1
        self.outline: list[Entry] = []
        self.places: list[Place] = []
        self.unreadable: list[str] = []
        self.annexed: list[Placed] = []
        self.heading_pages: dict[int, int] = {}
        self._ink: Colour | None = None
        self._line: tuple[Colour, float] | None = None

    def form(self, height: float, width: float, scale: float) -> None:
        """Give this page, on which nothing stands yet, another size and enlarge all on it ``scale`` times.

        ``width`` and ``height`` are those before it is enlarged.
        """
        self.canvas.setPageSize((width * scale, height * scale))
        self.canvas.scale(scale, scale)
        self.canvas.translate(0, height - PAGE_HEIGHT)

    def next_page(self) -> None:
        """Finish this page and begin the next, an A4 one."""
        self.canvas.showPage()
        self.canvas.setPageSize((PAGE_WIDTH, PAGE_HEIGHT))
        self._tags.next_page()
        self.page += 1
        self._ink = self._line = None

    def part(self, role: str) -> AbstractContextManager[None]:
        """All texts drawn inside belong to one part of the structure (``H1``, ``P``, ``Table``, ``TD``)."""
        return self._tags.part(role)

    def picture(self, alt: str) -> AbstractContextManager[None]:
        """All that is drawn inside is one picture of what ``alt`` says, or decoration if it says nothing."""
        return self._tags.picture(alt)

    def place(self, record: str, x: float, top: float, width: float, height: float) -> None:
        """Remember that ``record`` stands in this rectangle, if it is one."""
        if record:
            self.places.append(Place(record, self.page, x, top, width, height))

    def heading(self, number: int, title: str, level: int, top: float) -> None:
        """Enter a heading into the outline; levels never jump by more than one."""
        if self._loose:
            return
        self.canvas.bookmarkHorizontal(f"h{number}", 0, PAGE_HEIGHT - top + 8)
        last = self.outline[-1].level if self.outline else 0
        self.outline.append(Entry(title, min(level, last + 1), self.page))
        self.canvas.addOutlineEntry(title, f"h{number}", self.outline[-1].level - 1, closed=level > 1)

    def text(self, text: SetText, style: Style, x: float, top: float, width: float) -> None:
        """Draw lines one under the other into a column of ``width``."""
        self._use(style.ink)
        drawn = self.canvas.beginText(x, PAGE_HEIGHT - top - _BASE * style.leading)
        name = ""
        for line in text.lines:
            if style.align is not Align.LEFT:
                drawn.setXPos(x + _indent(line, style.align, width) - drawn.getStartOfLine()[0])
            name = _draw_line(drawn, line, style, name)
        with self._tags.text(text.said):
            self.canvas.drawText(drawn)

    def prose(
        self,
        text: SetText,
        style: Style,
        x: float,
        top: float,
        width: float,
        indent: float,
        full: bool,
        ends: bool,
    ) -> None:
        """Draw lines; ``full`` ones are spread over ``width``, but for the last if the text ``ends``."""
        self._use(style.ink)
        drawn = self.canvas.beginText(x, PAGE_HEIGHT - top - _BASE * style.leading)
        name = ""
        for number, line in enumerate(text.lines):
            lead = indent if number == 0 else 0.0
            drawn.setXPos(x + lead - drawn.getStartOfLine()[0])
            gaps = sum(stretch.count(" ") for _font, stretch in line.runs)
            is_last = ends and number == len(text.lines) - 1
            spread = (width - line.width) / gaps if full and gaps and not is_last else 0.0
            drawn.setWordSpace(spread)
            name = _draw_line(drawn, line, style, name)
        drawn.setWordSpace(0)
        with self._tags.text(text.said):
            self.canvas.drawText(drawn)

    def words(self, line: SetLine, style: Style, x: float, base: float, *, turned: bool = False) -> None:
        """Draw one line whose base line is ``base`` below the upper edge; on its head if ``turned``.

        It is decoration, unless it belongs to a picture.
        """
        self._use(style.ink)
        drawn = self.canvas.beginText(x, PAGE_HEIGHT - base)
        if turned:
            drawn.setTextTransform(-1, 0, 0, -1, x, PAGE_HEIGHT - base)
        _draw_line(drawn, line, style, "")
        with self._tags.decoration():
            self.canvas.drawText(drawn)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: Colour,
        thickness: float,
        dashed: bool = False,
    ) -> None:
        """Draw a straight line."""
        self._pen(colour, thickness)
        if dashed:
            self.canvas.setDash(2, 2)
        with self._tags.decoration():
            self.canvas.line(x1, PAGE_HEIGHT - y1, x2, PAGE_HEIGHT - y2)
        if dashed:
            self.canvas.setDash()

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Draw a filled circle."""
        self._use(colour)
        with self._tags.decoration():
            self.canvas.circle(x, PAGE_HEIGHT - y, radius, stroke=0, fill=1)

    def bar(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Draw a filled rectangle."""
        self._use(colour)
        with self._tags.decoration():
            self.canvas.rect(x, PAGE_HEIGHT - top - height, width, height, stroke=0, fill=1)

    def frame(
        self, x: float, top: float, width: float, height: float, colour: Colour, thickness: float
    ) -> None:
        """Draw an empty rectangle."""
        self._pen(colour, thickness)
        with self._tags.decoration():
            self.canvas.rect(x, PAGE_HEIGHT - top - height, width, height, stroke=1, fill=0)

    def polygon(self, points: Sequence[tuple[float, float]]) -> PDFPathObject:
        """The outline of a closed shape."""
        return _Polygon(points)

    def circle(self, x: float, y: float, radius: float) -> PDFPathObject:
        """The outline of a circle."""
        path = self.canvas.beginPath()
        path.circle(x, PAGE_HEIGHT - y, radius)
        return path

    def rounded(self, x: float, top: float, width: float, height: float, radius: float) -> PDFPathObject:
        """The outline of a rectangle with round corners."""
        path = self.canvas.beginPath()
        path.roundRect(x, PAGE_HEIGHT - top - height, width, height, radius)
        return path

    def fill_path(
        self, path: PDFPathObject, fill: Colour | None, ink: Colour | None, thickness: float
    ) -> None:
        """Draw a shape: its inside in ``fill``, its outline in ``ink``."""
        if fill is not None:
            self._use(fill)
        if ink is not None:
            self._pen(ink, thickness)
        with self._tags.decoration():
            self.canvas.drawPath(
                path, stroke=int(ink is not None), fill=int(fill is not None), fillMode=_NON_ZERO
            )

    def image(self, image: ImageReader, x: float, top: float, width: float, height: float) -> None:
        """Draw a picture into a rectangle."""
        with self._tags.decoration():
            self.canvas.drawImage(image, x, PAGE_HEIGHT - top - height, width, height)

    def link(self, number: int, x: float, top: float, width: float, height: float) -> None:
        """Make a rectangle lead to a heading."""
        corners = (x, PAGE_HEIGHT - top - height, x + width, PAGE_HEIGHT - top)
        if not self._loose:
            self.canvas.linkAbsolute("", f"h{number}", corners, Border="[0 0 0]")

    def _pen(self, colour: Colour, thickness: float) -> None:
        if (colour, thickness) != self._line:
            red, green, blue = _parts(colour)
            self.canvas.setStrokeColorRGB(red, green, blue)
            self.canvas.setLineWidth(thickness)
            self._line = colour, thickness

    def _use(self, colour: Colour) -> None:
        if colour != self._ink:
            red, green, blue = _parts(colour)
            self.canvas.setFillColorRGB(red, green, blue)
            self._ink = colour


class _Polygon(PDFPathObject):
    """A closed shape of straight lines, written at once: maps have thousands of points.

    Its points are exact to a hundredth of a point of length.
    """

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        super().__init__()
        self._points = points

    def getCode(self) -> str:  # noqa: N802 - overrides
        places = [f"{x:.2f} {PAGE_HEIGHT - y:.2f}" for x, y in self._points]
        return f"n {places[0]} m {''.join(f'{place} l ' for place in places[1:])}h" if places else "n"


def _parts(colour: Colour) -> tuple[float, float, float]:
    exact = shade(colour)
    return exact.red / 255, exact.green / 255, exact.blue / 255


def _indent(line: SetLine, align: Align, width: float) -> float:
    left_over = width - line.width
    return {Align.LEFT: 0.0, Align.CENTRE: left_over / 2, Align.RIGHT: left_over}[align]


def _draw_line(drawn: PDFTextObject, line: SetLine, style: Style, name: str) -> str:
    """Draw the runs of a line where ``drawn`` stands and go to the next; returns the font that is set now."""
    last = len(line.runs) - 1
    for number, (font, stretch) in enumerate(line.runs):
        if font != name:
            drawn.setFont(font, style.size * scale(font), style.leading)
            name = font
        if number < last:
            drawn.textOut(stretch)
        else:
            drawn.textLine(stretch + " " if line.ends_with_space else stretch)
    if last < 0:
        drawn.moveCursor(0, style.leading)
    return name
