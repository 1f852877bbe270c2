"""Draw the shipped flags as pictures for papers: ``python packaging/flag_pictures.py``; kept in git.

Papers know no vector files; the window draws the same flags from ``resources/third_party/flags``.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "third_party" / "flags"
TARGET = ROOT / "resources" / "flag_pictures"
SIZE = (400, 300)
_COLOURS = 128


def main() -> None:
    """Write a PNG for every flag."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication(sys.argv[:1])
    TARGET.mkdir(exist_ok=True)
    for file in sorted(SOURCE.glob("*.svg")):
        image = QImage(2 * SIZE[0], 2 * SIZE[1], QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        QSvgRenderer(str(file)).render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # a buffer is a device
        picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB").reduce(2)
        small = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
        small.save(TARGET / f"{file.stem}.png", optimize=True)
    application.quit()


if __name__ == "__main__":
    main()
