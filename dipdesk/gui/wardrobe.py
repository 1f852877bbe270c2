"""Dressing the program: palette, style sheet and size of text.

The name ``Qt`` is looked up late here: it makes a hundred enumerations, which the first frame can do without.
"""

from typing import Literal, get_args

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from dipdesk import paths
from dipdesk.gui.sheet import style_sheet
from dipdesk.gui.tokens import Tokens, dark, is_dark, light

Mode = Literal["system", "light", "dark"]
MODES: tuple[Mode, ...] = get_args(Mode)
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""The sizes of text that can be chosen, in per cent."""
_POINTS = 10.0
_KEPT = "wardrobe"
"""The property of the program that holds its wardrobe."""


def mode_of(name: str) -> Mode:
    """The mode of that name; the first if there is none."""
    return next((mode for mode in MODES if mode == name), MODES[0])


def dress(app: QApplication, mode: Mode, text_percent: int) -> "Wardrobe":
    """Put palette, style sheet and size of text on the program, without asking the system much."""
    kept = app.property(_KEPT)  # to ask for the child would name every style of Qt, which takes long
    wardrobe = kept if isinstance(kept, Wardrobe) else Wardrobe(app)
    wardrobe.dress(mode, text_percent)
    return wardrobe


def apply(app: QApplication, mode: Mode, text_percent: int) -> None:
    """Dress the whole program: ``mode`` follows the system or not, text is ``text_percent`` of 10 points."""
    dress(app, mode, text_percent).follow_system()


class Wardrobe(QObject):
    """Keeps what was chosen, to dress again when the system turns light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.setProperty(_KEPT, self)
        self._app = app
        self._mode: Mode = MODES[0]
        self._percent = TEXT_SIZES[0]
        self._worn: tuple[bool, int] | None = None
        self._follows = False
        self._system_is_dark = is_dark(app.palette())

    def dress(self, mode: Mode, percent: int) -> None:
        """Put on the colours and sizes."""
        self._mode, self._percent = mode, percent
        self._wear(mode == "dark" or (mode == "system" and self._system_is_dark))

    def follow_system(self) -> None:
        """Tell the system what was chosen, and turn with it from now on if that was chosen."""
        hints, schemes = self._app.styleHints(), QtCore.Qt.ColorScheme
        if not self._follows:
            self._follows = True
            hints.colorSchemeChanged.connect(self._system_changed)
        wanted = {"light": schemes.Light, "dark": schemes.Dark}
        hints.setColorScheme(wanted.get(self._mode, schemes.Unknown))
        if self._mode == "system":
            self._system_changed(hints.colorScheme())

    def _system_changed(self, scheme: "QtCore.Qt.ColorScheme") -> None:
        if self._mode == "system" and scheme != QtCore.Qt.ColorScheme.Unknown:
            self._system_is_dark = scheme == QtCore.Qt.ColorScheme.Dark
        self.dress(self._mode, self._percent)

    def _wear(self, dark_now: bool) -> None:
        if self._worn == (dark_now, self._percent):
            return
        self._worn = (dark_now, self._percent)
        colours = dark() if dark_now else light()
        self._app.setFont(_font_of(_POINTS * self._percent / 100))
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(style_sheet(colours, _signs(dark_now), self._percent))


def _signs(dark_now: bool) -> dict[str, str]:
    """The picture files of arrows and ticks, for the style sheet."""
    shade = "dark" if dark_now else "light"
    return {
        name: paths.resources("icons", "sheet", f"{name}-{shade}.svg").as_posix()
        for name in ("up", "down", "check")
    }


def _font_of(points: float) -> QFont:
    made = QFont("Noto Sans")
    made.setPointSizeF(points)
    return made


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.ground,
        role.Text: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Button: colours.paper,
        role.ButtonText: colours.ink,
        role.BrightText: colours.bad,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.ink,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.ToolTipBase: colours.paper,
        role.ToolTipText: colours.ink,
        role.Light: colours.paper,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.line,
    }.items():
        made.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, colours.dormant)
    return made
