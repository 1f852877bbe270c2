"""The land under the pins: painted once for each look, then only moved."""

from dataclasses import replace
from functools import cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from dipdesk.gui.map.camera import Camera
from dipdesk.gui.tokens import Tokens
from dipdesk.papers.world import Detail, Patch, patches

FINE_FROM = 2000.0
"""On a map so many pixels wide the fine outlines are shown."""
_LINE = 0.8
_AROUND = 160
"""So many pixels beyond the window are painted along, for when the map is moved."""
_GRAIN = 0.4
"""Points closer to each other than so many pixels are painted as one."""


class Ground:
    """Paints land; the fine outlines only when :meth:`refine` was called, for they take a while to load."""

    def __init__(self) -> None:
        self._is_fine = False
        self._picture: QPixmap | None = None
        self._painted: object = None
        self._corner = (0.0, 0.0)

    def refine(self) -> None:
        """From now on the fine outlines may be used: they were loaded."""
        self._is_fine = True

    def wants_fine(self, scale: float) -> bool:
        """Whether the fine outlines should be loaded for a look."""
        return scale >= FINE_FROM and not self._is_fine

    def paint(self, painter: QPainter, camera: Camera, colours: Tokens) -> None:
        """Put the land in the window of ``camera`` on the screen.

        It is painted anew when the look is closer or wider; while the map is only moved it is moved along.
        """
        ratio = painter.device().devicePixelRatioF()
        wanted = (camera.scale, camera.width, camera.height, ratio, colours, self._is_fine)
        wide = replace(camera, width=camera.width + 2 * _AROUND, height=camera.height + 2 * _AROUND)
        if self._picture is None or wanted != self._painted or not self._covers(camera):
            self._picture, self._painted = self.painted(wide, ratio, colours), wanted
            self._corner = (wide.left, wide.top)
        x, y = camera.pixel(*self._corner)
        painter.drawPixmap(QPointF(x, y), self._picture)

    def _covers(self, camera: Camera) -> bool:
        right, down = camera.pixel(*self._corner)
        return -2 * _AROUND <= right <= 0 and -2 * _AROUND <= down <= 0

    def painted(self, camera: Camera, ratio: float, colours: Tokens) -> QPixmap:
        """The land in the window of ``camera``, with ``ratio`` points of the screen for a pixel."""
        picture = QPixmap(QSize(round(camera.width * ratio), round(camera.height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(colours.paper)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.accent_soft)
        pen = QPen(colours.line, _LINE)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.translate(-camera.left * camera.scale, -camera.top * camera.scale)
        painter.scale(camera.scale, camera.scale)
        view = camera.bounds
        detail = Detail.FINE if self._is_fine and camera.scale >= FINE_FROM else Detail.COARSE
        for patch in patches(detail):
            if patch.meets(view.left, view.top, view.right, view.bottom):
                painter.drawPath(_path(patch, _grain(camera.scale)))
        painter.end()
        return picture


def _grain(scale: float) -> float:
    """How far points must be from each other on a map so wide; the same for a whole range of widths."""
    wide = FINE_FROM
    while wide * 2 <= scale:
        wide *= 2
    return _GRAIN / wide if scale >= FINE_FROM else 0.0


@cache
def _path(patch: Patch, grain: float) -> QPainterPath:
    """A patch for painting, without points nobody could tell from the one before."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    last_x, last_y = patch.points[0]
    path.moveTo(last_x, last_y)
    for x, y in patch.points[1:]:
        if abs(x - last_x) + abs(y - last_y) >= grain:
            path.lineTo(x, y)
            last_x, last_y = x, y
    path.closeSubpath()
    return path
