"""Small squares of the colours that classes and tags can have, beside their words."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from dipdesk.gui.theme import icon_side
from dipdesk.model.colours import SHADES
from dipdesk.model.kinds import Choice, Kind

_SIDE = 12
_CORNER = 3


def is_colour(kind: Kind[Any]) -> bool:
    """Whether a kind is a choice among the named colours."""
    return isinstance(kind, Choice) and bool(kind.options) and kind.options.keys() <= SHADES.keys()


def shade(code: str) -> QColor | None:
    """The colour with this code; None for an unknown one."""
    return QColor(*SHADES[code]) if code in SHADES else None


def swatch(code: str, ratio: float = 1.0) -> QPixmap:
    """A square of the colour; a null picture for none."""
    colour = shade(code)
    if colour is None:
        return QPixmap()
    side = icon_side(_SIDE)
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0, 0, side, side), _CORNER, _CORNER)
    painter.end()
    return made


def swatch_icon(code: str) -> QIcon:
    """The square as an icon for lists."""
    return QIcon(swatch(code, 2.0))
