"""Pictures of flags for papers: countries, European Union, United Nations; a plain field for the rest."""

from functools import lru_cache

from dipdesk import paths
from dipdesk.papers.blocks import Align, Image, Ink, Label, Rect, Shape
from dipdesk.rules.flags import flag_name

RATIO = 0.75
"""The height of the pictures, of their width."""


@lru_cache
def flag_picture(code: str) -> bytes | None:
    """The picture (PNG) of the flag ``code``, None if none is shipped, as for cities."""
    file = paths.resources("flag_pictures", f"{code.lower()}.png")
    return file.read_bytes() if code.isalpha() and file.is_file() else None


def flag_shapes(code: str, x: float, y: float, width: float, language: str) -> tuple[Shape, ...]:
    """A flag with its upper left corner at (x, y); its name on a plain field if there is no picture."""
    name, height = flag_name(code, language), width * RATIO
    picture = flag_picture(code)
    if picture is not None:
        return (Image(x, y, width, height, picture, name),)
    return (
        Rect(x, y, width, height, fill=Ink.PAPER, ink=Ink.MUTED),
        Label(x + width / 2, y + height / 2 + 3, name, size=8, align=Align.CENTRE, room=width - 6),
    )
