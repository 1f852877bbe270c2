"""The marks of the map as pictures, each drawn once: a map full of marks is painted in no time."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from dipdesk.gui.drawn import Brush, draw
from dipdesk.gui.map.scene import Mix, Seen
from dipdesk.gui.tokens import dark, is_dark, light
from dipdesk.papers.world import PIN, cluster_radius, cluster_shapes, pin_shape

_EDGE = 3.0


def paint_mark(painter: QPainter, seen: Seen, point: float) -> None:
    """Paint a mark where it is seen; ``point`` is how many pixels a point has."""
    ratio = painter.device().devicePixelRatioF()
    picture = mark_picture(seen.mix, point, ratio, is_dark(QGuiApplication.palette()))
    half = picture.width() / ratio / 2
    painter.drawPixmap(QPointF(seen.x - half, seen.y - half), picture)


@lru_cache(maxsize=4096)
def mark_picture(mix: Mix, point: float, ratio: float, in_dark: bool) -> QPixmap:
    """The mark of pins with these signs, in the middle of a picture."""
    signs = [sign for sign, count in mix for _one in range(count)]
    reach = PIN * 1.4 if len(signs) == 1 else cluster_radius(len(signs))
    half = ceil(reach * point + _EDGE)
    picture = QPixmap(round(2 * half * ratio), round(2 * half * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(QPointF(half, half))
    brush = Brush(painter, dark() if in_dark else light(), point)
    for shape in [pin_shape(0, 0, signs[0])] if len(signs) == 1 else cluster_shapes(0, 0, signs):
        draw(shape, brush)
    painter.end()
    return picture
