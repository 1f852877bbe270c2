"""Photos before they go into a file: read from bytes only, upright, without the hidden data of cameras."""

from io import BytesIO

from PIL import Image, ImageOps

MOST_PIXELS = 50_000_000
"""Larger pictures are not opened: they could fill the memory of the computer."""

_ORIENTATION = 0x0112
_LYING = 5
"""From this orientation on a picture lies on its side."""
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def readable(data: bytes) -> bytes | Image.Image | None:
    """The picture in ``data``: a JPEG that can be used as it is, or the picture itself on white paper.

    None if it is none, is broken or has more than ``MOST_PIXELS``.
    """
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
                return without_hidden_data(data)
            return _flat(ImageOps.exif_transpose(image))
    except _UNREADABLE:
        return None


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height of the picture in ``data`` in dots, upright; None if it cannot be read."""
    try:
        with Image.open(BytesIO(data)) as image:
            across, down = image.size
            turned = image.getexif().get(_ORIENTATION, 1) >= _LYING
    except _UNREADABLE:
        return None
    return (down, across) if turned else (across, down)


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
