"""Photos on paper: read from bytes only, upright, without the hidden data that cameras leave in them."""

from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from dipdesk.papers.blocks import Ink, Picture, in_line
from dipdesk.papers.pdf.boxes import Box
from dipdesk.papers.pdf.lines import lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import CARD_MUTED, THIN

MOST_PIXELS = 50_000_000
"""Larger pictures are not opened: they could fill the memory of the computer."""

_ORIENTATION = 0x0112
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


class _Jpeg(ImageReader):
    """A JPEG that goes into the file as it is."""

    _dataA = None  # noqa: N815 - the name that reportlab asks for: no transparency

    def getRGBData(self) -> bytes:  # noqa: N802 - overrides; only asked for as a finger print
        return bytes(self.fp.getvalue())


def opened(data: bytes) -> ImageReader | None:
    """The picture in ``data``, or None if it is none, is broken or has more than ``MOST_PIXELS``."""
    try:
        with Image.open(BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            upright = image.getexif().get(_ORIENTATION, 1) == 1
            if (
                image.format == "JPEG"
                and upright
                and image.mode in ("RGB", "L")
                and data.endswith(b"\xff\xd9")
            ):
                return _Jpeg(BytesIO(without_hidden_data(data)))
            return ImageReader(_flat(ImageOps.exif_transpose(image)))
    except _UNREADABLE:
        return None


def _flat(image: Image.Image) -> Image.Image:
    """The picture on white paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    coloured = image.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(paper, coloured).convert("RGB")


def without_hidden_data(jpeg: bytes) -> bytes:
    """A JPEG without place, camera, thumbnail and remarks (segments APP1 to APP13, APP15 and COM)."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        marker = jpeg[at + 1]
        if not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)):
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, jpeg[at:]])


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
