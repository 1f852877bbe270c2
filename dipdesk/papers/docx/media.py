"""Pictures and drawings of a Word document; each file is stored once, however often it is shown."""

from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu
from PIL import Image

from dipdesk.papers import pictures, script
from dipdesk.papers.blocks import Figure, Ink, Label, Picture, in_line
from dipdesk.papers.docx.drawings import drawn
from dipdesk.papers.docx.markup import emu, hexed, make
from dipdesk.papers.style import THIN, shade

_MOST_WORDS = 2000
"""Longer descriptions of pictures are cut."""


class Media:
    """The pictures of one document."""

    def __init__(self, document: WordDocument) -> None:
        self._part = document.part
        self._files: dict[bytes, str] = {}
        self._shown = 0

    def picture(
        self, picture: Picture, most_width: float, most_height: float, framed: bool = False
    ) -> Any | None:
        """A run that shows a picture as large as fits, or None if it cannot be read."""
        found = pictures.readable(picture.data)
        if found is None:
            return None
        content = found if isinstance(found, bytes) else _png(found)
        with Image.open(BytesIO(content)) as opened:
            across, down = opened.size
        scale = min(most_width / across, most_height / down)
        return self._run(content, (across * scale, down * scale), in_line(picture.alt), framed)

    def figure(self, figure: Figure, most_width: float, most_height: float, flag: bool = False) -> Any:
        """A run that shows a drawing, scaled down to the room; a flag fills its room and is framed."""
        scale = min(most_width / figure.width, most_height / figure.height)
        scale = scale if flag else min(scale, 1.0)
        labels = [in_line(shape.text) for shape in figure.shapes if isinstance(shape, Label)]
        words = "; ".join(word for word in (in_line(figure.caption), *labels) if word)
        size = (figure.width * scale, figure.height * scale)
        return self._run(_png(drawn(figure, scale)), size, words, flag)

    def blank(self, width: float, height: float) -> Any:
        """A run that keeps the place of a photo that there is none of."""
        tint = shade(Ink.TINT)
        empty = Image.new("RGB", (round(width), round(height)), (tint.red, tint.green, tint.blue))
        return self._run(_png(empty), (width, height), "", framed=False)

    def _run(self, content: bytes, size: tuple[float, float], words: str, framed: bool) -> Any:
        self._shown += 1
        across, down = (Emu(emu(length)) for length in size)
        inline: Any = CT_Inline.new_pic_inline(self._shown, self._file(content), "", across, down)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("descr", " ".join(script.clean(words).split())[:_MOST_WORDS])
        if framed:
            inline.graphic.graphicData.pic.spPr.append(_frame())
        return make("r", make("drawing", inline))

    def _file(self, content: bytes) -> str:
        """The name by which the document refers to a picture."""
        if content not in self._files:
            jpeg = content.startswith(b"\xff\xd8")
            place = PackURI(f"/word/media/image{len(self._files) + 1}.{'jpg' if jpeg else 'png'}")
            part = ImagePart(place, CONTENT_TYPE.JPEG if jpeg else CONTENT_TYPE.PNG, content)
            self._files[content] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._files[content]


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _frame() -> Any:
    """A thin line around a picture."""
    outline: Any = OxmlElement("a:ln", {"w": str(emu(THIN))})
    fill: Any = OxmlElement("a:solidFill")
    fill.append(OxmlElement("a:srgbClr", {"val": hexed(Ink.LINE)}))
    outline.append(fill)
    return outline
