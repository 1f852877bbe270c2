"""The icons: one set of even stroke, drawn in the colour of the text around them, light or dark."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from dipdesk import paths
from dipdesk.gui.tokens import Tokens, tokens


def icon(name: str, color: QColor | str | None = None) -> QIcon:
    """The icon ``name`` (a file of ``resources/icons``) in ``color``, by default that of muted text.

    Without a colour, or with the name of one of the :class:`Tokens`, it follows the theme by itself. A name
    that nobody drew gives the plain record.
    """
    return QIcon(_Engine(name if name in icon_names() else "record", color))


@lru_cache
def icon_names() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(file.stem for file in paths.resources("icons").glob("*.svg"))


@lru_cache
def _drawing(name: str) -> bytes:
    return paths.resources("icons", f"{name}.svg").read_bytes()


class _Engine(QIconEngine):
    """Draws one icon in the colour that fits the theme at the moment of drawing."""

    def __init__(self, name: str, color: QColor | str | None) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        pixmap = self._pixmap(rect.size() * ratio, mode)
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect.topLeft(), pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(size, mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        return self._pixmap(size, mode)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color)

    def key(self) -> str:
        return "dipdesk"

    def _pixmap(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        colour = self._tint(tokens(QGuiApplication.palette()), mode).name()
        key = f"dipdesk/{self._name}/{colour}/{size.width()}x{size.height()}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = _painted(self._name, colour, size)
            QPixmapCache.insert(key, pixmap)
        return QPixmap(pixmap)

    def _tint(self, colours: Tokens, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return colours.line
        if isinstance(self._color, str):
            named: QColor = getattr(colours, self._color)
            return named
        return self._color or colours.muted


def _painted(name: str, colour: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    if pixmap.isNull():  # where there is no room, as in a window that is being made small
        return pixmap
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode())))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(corner.x(), corner.y(), side, side))
    painter.end()
    return pixmap
