"""Photos on paper."""

from io import BytesIO

from reportlab.lib.utils import ImageReader

from dipdesk.papers import pictures
from dipdesk.papers.blocks import Ink, Picture, in_line
from dipdesk.papers.pdf.boxes import Box
from dipdesk.papers.pdf.lines import lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import CARD_MUTED, THIN


class _Jpeg(ImageReader):
    """A JPEG that goes into the file as it is."""

    _dataA = None  # noqa: N815 - the name that reportlab asks for: no transparency

    def getRGBData(self) -> bytes:  # noqa: N802 - overrides; only asked for as a finger print
        return bytes(self.fp.getvalue())


def opened(data: bytes) -> ImageReader | None:
    """The picture in ``data`` as reportlab takes it, or None if it cannot be read."""
    found = pictures.readable(data)
    if found is None:
        return None
    return _Jpeg(BytesIO(found)) if isinstance(found, bytes) else ImageReader(found)


class PictureBox(Box):
    """A picture as large as fits ``most_width`` (0: the column) and ``most_height``; never distorted."""

    def __init__(
        self, picture: Picture, most_width: float, most_height: float, record: str = "", framed: bool = False
    ) -> None:
        self._image = opened(picture.data)
        self._alt, self._record, self._framed = in_line(picture.alt), record, framed
        self._most_width, self._most_height = most_width, most_height

    @property
    def readable(self) -> bool:
        """Whether there is a picture to be shown."""
        return self._image is not None

    def _size(self, width: float) -> tuple[float, float]:
        most = min(self._most_width or width, width)
        if self._image is None:
            return most, min(self._most_height, most * 0.75)
        across, down = self._image.getSize()
        scale = min(most / across, self._most_height / down)
        return across * scale, down * scale

    def height(self, width: float) -> float:
        return self._size(width)[1]

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        across, down = self._size(width)
        with sheet.picture(self._alt):
            if self._image is None:
                self._paint_words(sheet, (x, top), (across, down))
            else:
                sheet.image(self._image, x, top, across, down)
        if self._framed or self._image is None:
            sheet.frame(x, top, across, down, Ink.LINE, THIN)
        sheet.place(self._record, x, top, across, down)

    def _paint_words(self, sheet: Sheet, corner: tuple[float, float], size: tuple[float, float]) -> None:
        """What the picture would have shown, in words."""
        text = lay(self._alt, CARD_MUTED, max(size[0] - 8, 1.0))
        room = int((size[1] - 8) / CARD_MUTED.leading)
        sheet.text(
            type(text)(text.lines[:room], text.right_to_left),
            CARD_MUTED,
            corner[0] + 4,
            corner[1] + 4,
            size[0],
        )
        sheet.unreadable.append(self._alt)
