"""QR codes, worked out by the code that reportlab's own QR widget is made of."""

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

MOST_BYTES = 600
"""More cannot be read from a badge by the camera of a phone."""


@lru_cache(maxsize=4096)
def rows(text: str) -> tuple[str, ...]:
    """The rows of the code of ``text`` (at most ``MOST_BYTES`` of UTF-8), a 1 for every dark square."""
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"{len(text.encode())} bytes are too many for a QR code")
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)
