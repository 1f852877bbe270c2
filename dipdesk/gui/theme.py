"""How the windows look: light or dark, size of text, fonts, icons; changes reach open windows at once."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from dipdesk import paths
from dipdesk.gui.icons import icon
from dipdesk.gui.tokens import RADIUS, ROW, SPACE, Tokens, tokens
from dipdesk.gui.wardrobe import MODES, TEXT_SIZES, Mode, apply, mode_of

__all__ = [
    "MODES",
    "RADIUS",
    "ROW",
    "SPACE",
    "TEXT_SIZES",
    "Mode",
    "Tokens",
    "apply",
    "font",
    "icon",
    "icon_side",
    "load_fonts",
    "load_fonts_for",
    "load_more_fonts",
    "mode_of",
    "row_height",
    "tokens",
]

Role = Literal["text", "headline", "section", "secondary", "table"]
_SIZES: dict[Role, float] = {"text": 1.0, "headline": 1.6, "section": 1.1, "secondary": 0.9, "table": 1.0}
_HEAVY: tuple[Role, ...] = ("headline", "section")
_PADDING = 12
_FIRST = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_BEYOND = re.compile("[\u0530-\u1dff\u2e80-\U0010ffff]")
"""Letters that the first typeface has not: neither Latin, Greek, Cyrillic nor signs."""


def load_fonts() -> None:
    """Make the typeface of the windows known to Qt."""
    for name in _FIRST:
        QFontDatabase.addApplicationFont(str(paths.resources("third_party", "fonts", name)))


@cache
def load_more_fonts() -> None:
    """Make the typefaces of the other scripts known, once, so that no name shows as empty boxes."""
    for file in sorted(paths.resources("third_party", "fonts").glob("*.ttf")):
        if file.name not in _FIRST:
            QFontDatabase.addApplicationFont(str(file))


def load_fonts_for(texts: Iterable[str]) -> None:
    """Make them known now if these texts have letters that the first typeface has not."""
    if any(_BEYOND.search(text) for text in texts):
        load_more_fonts()


def font(role: Role) -> QFont:
    """The font of a role, in the size of text that was chosen."""
    made = QApplication.font()
    made.setPointSizeF(made.pointSizeF() * _SIZES[role])
    if role in _HEAVY:
        made.setWeight(QFont.Weight.DemiBold)
    if role == "table":
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def row_height() -> int:
    """The height of a row of a list or form at the size of text that was chosen, in pixels."""
    return max(ROW, QFontMetrics(QApplication.font()).height() + _PADDING)


def icon_side(side: int = 18) -> int:
    """The side of an icon that is ``side`` pixels at 100 per cent, at the size of text that was chosen."""
    return side * row_height() // ROW
