"""The measures and colours of the windows; nothing about them is written anywhere else."""

from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

SPACE = (4, 8, 12, 16, 24, 32)
"""The distances between things, in pixels, from close to far."""
RADIUS = 6
ROW = 32
"""The least height of a row; see :func:`dipdesk.gui.theme.row_height` for larger text."""
_DARK_BELOW = 128


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme by their meaning.

    ``paper`` is the white of lists and forms, ``ground`` what lies around it, ``ink`` and ``muted`` are
    texts, ``line`` thin rules, ``edge`` the border of what floats over a page, ``hover`` and ``selection``
    grounds of rows, ``accent`` focus, selection and the main action with ``on_accent`` for text upon it, and
    ``accent_hover`` that action beneath the mouse. The last five are states; each has a soft ground
    ``…_soft`` for chips.
    """

    paper: QColor
    ground: QColor
    ink: QColor
    muted: QColor
    line: QColor
    edge: QColor
    hover: QColor
    selection: QColor
    accent: QColor
    on_accent: QColor
    accent_hover: QColor
    accent_soft: QColor
    good: QColor
    good_soft: QColor
    attention: QColor
    attention_soft: QColor
    bad: QColor
    bad_soft: QColor
    info: QColor
    info_soft: QColor
    dormant: QColor
    dormant_soft: QColor

    def names(self) -> dict[str, str]:
        """Every colour as ``#rrggbb``, for style sheets and pictures."""
        return {one.name: getattr(self, one.name).name() for one in fields(self)}


@lru_cache
def light() -> Tokens:
    """The colours on white paper."""
    return _of(
        "ffffff f4f6f6 1b2628 56656a d9e0e1 a9b8bb eef3f3 d6ebe9 0b7a75 ffffff 075c58 e8f5f4"
        " 1c7443 e3f2e8 8a5800 fbf0d9 b3261e fbe6e4 1f5fa6 e4eef9 5c696f eaeeef"
    )


@lru_cache
def dark() -> Tokens:
    """The colours for the evening and the projector."""
    return _of(
        "1d2426 161b1d e7eded a3b2b5 353f43 5d7076 273134 21484a 3fb8af 04211f 66cfc7 1d3a3a"
        " 62c68f 1d3528 e3ad52 3a2f19 ff9a90 42231f 86bbf4 1c2f45 9caab0 2a3336"
    )


def _of(hexadecimal: str) -> Tokens:
    return Tokens(*(QColor(f"#{one}") for one in hexadecimal.split()))


def tokens(source: QWidget | QPalette) -> Tokens:
    """The colours in which ``source`` shall paint: those of the theme that the whole program wears.

    A widget's own palette says nothing reliable: a style sheet changes it under our hands.
    """
    palette = QGuiApplication.palette() if isinstance(source, QWidget) else source
    if palette.color(QPalette.ColorRole.Window).alpha() == 0:
        palette = QGuiApplication.palette()
    return dark() if is_dark(palette) else light()


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is one of light letters on dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW
