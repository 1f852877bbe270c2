"""How the windows look: light or dark, size of text, fonts, icons; changes reach open windows at once."""

from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from dipdesk import paths
from dipdesk.gui.icons import icon
from dipdesk.gui.sheet import style_sheet
from dipdesk.gui.tokens import RADIUS, ROW, SPACE, Tokens, dark, light, tokens

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
    "load_fonts",
    "load_more_fonts",
    "mode_of",
    "row_height",
    "tokens",
]

Mode = Literal["system", "light", "dark"]
Role = Literal["text", "headline", "section", "secondary", "table"]
MODES: tuple[Mode, ...] = get_args(Mode)
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""The sizes of text that can be chosen, in per cent."""
_POINTS = 10.0
_SIZES: dict[Role, float] = {"text": 1.0, "headline": 1.6, "section": 1.1, "secondary": 0.9, "table": 1.0}
_HEAVY: tuple[Role, ...] = ("headline", "section")
_PADDING = 12
_FIRST = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def load_fonts() -> None:
    """Make the typeface of the windows known to Qt."""
    for name in _FIRST:
        QFontDatabase.addApplicationFont(str(paths.resources("third_party", "fonts", name)))


def load_more_fonts() -> None:
    """Make the typefaces of the other scripts known, so that no name shows as empty boxes."""
    for file in sorted(paths.resources("third_party", "fonts").glob("*.ttf")):
        if file.name not in _FIRST:
            QFontDatabase.addApplicationFont(str(file))


def mode_of(name: str) -> Mode:
    """The mode of that name; the first if there is none."""
    return next((mode for mode in MODES if mode == name), MODES[0])


def apply(app: QApplication, mode: Mode, text_percent: int) -> None:
    """Dress the whole program: ``mode`` follows the system or not, text is ``text_percent`` of 10 points."""
    found = app.findChild(_Wardrobe, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (found if isinstance(found, _Wardrobe) else _Wardrobe(app)).dress(mode, text_percent)


class _Wardrobe(QObject):
    """Keeps what was chosen, to dress again when the system turns light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._worn: tuple[bool, int] | None = None
        self._percent = 100
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def dress(self, mode: Mode, percent: int) -> None:
        """Put on the colours and sizes."""
        self._percent = percent
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        wanted = schemes.get(mode, Qt.ColorScheme.Unknown)
        self._app.styleHints().setColorScheme(wanted)
        scheme = wanted if mode != "system" else self._app.styleHints().colorScheme()
        self._wear(scheme == Qt.ColorScheme.Dark)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._wear(scheme == Qt.ColorScheme.Dark)

    def _wear(self, is_dark: bool) -> None:
        if self._worn == (is_dark, self._percent):
            return
        self._worn = (is_dark, self._percent)
        colours = dark() if is_dark else light()
        self._app.setFont(_font_of(_POINTS * self._percent / 100))
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(style_sheet(colours, _signs(is_dark)))


def _signs(is_dark: bool) -> dict[str, str]:
    """The picture files of arrows and ticks, for the style sheet."""
    shade = "dark" if is_dark else "light"
    return {
        name: paths.resources("icons", "sheet", f"{name}-{shade}.svg").as_posix()
        for name in ("up", "down", "check")
    }


def _font_of(points: float) -> QFont:
    made = QFont("Noto Sans")
    made.setPointSizeF(points)
    return made


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
