"""Small squares of colours beside their words: those that classes and tags can have, and any other."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from dipdesk.gui.theme import icon_side
from dipdesk.model.colours import SHADES
from dipdesk.model.kinds import Choice, Kind, PrintColour
from dipdesk.rules.contrast import is_code

_SIDE = 12
_CORNER = 3


def is_colour(kind: Kind[Any]) -> bool:
    """Whether a kind is a colour, or a choice among the named ones."""
    is_choice = isinstance(kind, Choice) and bool(kind.options) and kind.options.keys() <= SHADES.keys()
    return is_choice or isinstance(kind, PrintColour)


def shade(code: str) -> QColor | None:
    """The colour with this code, a name of ours or such as ``#0B7A75``; None for an unknown one."""
    if is_code(code):
        return QColor(code)
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
