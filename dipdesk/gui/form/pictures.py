"""Pictures from files that anybody may have sent: looked at with care, shown small."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

_FORMATS = (b"png", b"jpg", b"jpeg", b"gif", b"bmp", b"webp")
_MOST_PIXELS = 60_000_000


def picture(content: bytes, most: QSize, ratio: float = 1.0) -> QPixmap | None:
    """The picture in ``content`` no larger than ``most``; None if it is none, or absurdly large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        return None
    if size.width() * size.height() > _MOST_PIXELS:
        return None
    room = most * ratio
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made
