"""Pictures of national flags, all of one height, in their own proportions of 4 to 3 with a thin edge."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from dipdesk import paths
from dipdesk.gui.tokens import Tokens


def flag(code: str, height: int, colours: Tokens, ratio: float = 1.0) -> QPixmap:
    """The flag of the country with the ISO code ``code``; a null picture if there is none."""
    key = f"dipdesk/flag/{code.lower()}/{height}/{ratio}/{colours.line.name()}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return QPixmap(pixmap)
    file = paths.resources("third_party", "flags", f"{code.lower()}.svg")
    if not code.isalpha() or not file.is_file():
        return QPixmap()
    pixmap = QPixmap(round(height * 4 / 3 * ratio), round(height * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    area = QRectF(pixmap.rect())
    QSvgRenderer(str(file)).render(painter, area)
    painter.setPen(QPen(colours.line, ratio))
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def flag_icon(code: str, colours: Tokens) -> QIcon:
    """The flag as a small icon for lists."""
    return QIcon(flag(code, 14, colours, 2.0))
