"""The fonts of papers: which letter is set in which font, and how wide it is.

A font is opened when the first text needs it, and once only: East Asian fonts take tens of milliseconds.
"""

from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from dipdesk import paths
from dipdesk.papers.script import UNSEEN
from dipdesk.papers.style import Face

_BASE = "NotoSans"
_LAST = "DejaVuSans"
_HOMES = (
    (0x0530, 0x058F, "NotoSansArmenian"),
    (0x0590, 0x05FF, "NotoSansHebrew"),
    (0x0600, 0x08FF, "NotoNaskhArabic"),
    (0x0E00, 0x0E7F, "NotoSansThai"),
    (0x10A0, 0x10FF, "NotoSansGeorgian"),
    (0x1100, 0x11FF, "NotoSansKR"),
    (0x1C90, 0x1CBF, "NotoSansGeorgian"),
    (0x2D00, 0x2D2F, "NotoSansGeorgian"),
    (0x2E80, 0x312F, "NotoSansSC"),
    (0x3130, 0x318F, "NotoSansKR"),
    (0x3190, 0xA4CF, "NotoSansSC"),
    (0xA960, 0xA97F, "NotoSansKR"),
    (0xAC00, 0xD7FF, "NotoSansKR"),
    (0xF900, 0xFAFF, "NotoSansSC"),
    (0xFB13, 0xFB17, "NotoSansArmenian"),
    (0xFB1D, 0xFB4F, "NotoSansHebrew"),
    (0xFB50, 0xFDFF, "NotoNaskhArabic"),
    (0xFE30, 0xFE4F, "NotoSansSC"),
    (0xFE70, 0xFEFE, "NotoNaskhArabic"),
    (0xFF00, 0xFFEF, "NotoSansSC"),
    (0x20000, 0x3FFFF, "NotoSansSC"),
)
_ARABIC_SCALE = 1.18
"""Arabic letters are small for their type size; so they read as easily as the Latin ones beside them."""

REPLACEMENT = "\ufffd"
"""Stands on paper for a letter that no font has; the base font has it."""


@cache
def font(family: str, face: Face) -> TTFont:
    """The font of ``family`` cut as ``face``, or its regular cut if it has no other; opened once."""
    cut = paths.resources("third_party", "fonts", f"{family}-{face.value}.ttf")
    if cut.is_file():
        return _opened(cut.stem)
    regular = paths.resources("third_party", "fonts", f"{family}-Regular.ttf")
    return _opened(regular.stem if regular.is_file() else family)


@cache
def _opened(stem: str) -> TTFont:
    opened = TTFont(stem, str(paths.resources("third_party", "fonts", f"{stem}.ttf")))
    pdfmetrics.registerFont(opened)
    return opened


def base_font() -> str:
    """The name of the font that most texts are set in."""
    return str(font(_BASE, Face.REGULAR).fontName)


def scale(name: str) -> float:
    """How much larger than the type size a font is set."""
    return _ARABIC_SCALE if name.startswith("NotoNaskhArabic") else 1.0


def _candidates(letter: str) -> list[str]:
    code = ord(letter)
    homes = [family for first, last, family in _HOMES if first <= code <= last]
    return [] if letter in UNSEEN else [_BASE, *homes, _LAST]


class _Widths(dict[str, float]):
    """Width by letter, in parts of the type size; finds the font of a letter when it is first met."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self.fonts: dict[str, str] = {}

    def __missing__(self, letter: str) -> float:
        width, name = 0.0, f"{_BASE}-{self._face.value}" if letter in UNSEEN else ""
        for family in _candidates(letter):
            candidate = font(family, self._face)
            if ord(letter) in candidate.face.charToGlyph:
                name = candidate.fontName
                width = candidate.face.charWidths[ord(letter)] / 1000 * scale(name)
                break
        self.fonts[letter] = name
        self[letter] = width
        return width


class Letters:
    """All letters in one face, whatever fonts they come from."""

    def __init__(self, face: Face) -> None:
        self._widths = _Widths(face)
        self._fonts = self._widths.fonts

    def width(self, text: str) -> float:
        """The width of ``text`` in parts of the type size."""
        return sum(map(self._widths.__getitem__, text))

    def names(self, text: str) -> set[str]:
        """The fonts that ``text`` is set in; an empty name stands for letters that no font has."""
        letters = set(text)
        letters.discard("\n")
        for letter in letters - self._widths.keys():
            self.width(letter)
        return {self._fonts[letter] for letter in letters}

    def missing(self, text: str) -> set[str]:
        """The letters of ``text`` that no font has; line feeds are no letters."""
        if "" not in self.names(text):
            return set()
        return {letter for letter in set(text) - {"\n"} if not self._fonts[letter]}

    def runs(self, text: str) -> list[tuple[str, str]]:
        """``text`` cut into stretches of one font: ``[(font name, stretch), …]``."""
        names = self.names(text)
        if len(names) == 1:
            return [(names.pop(), text)]
        return [(name, "".join(letters)) for name, letters in groupby(text, self._fonts.__getitem__)]


@cache
def letters(face: Face) -> Letters:
    """The letters of ``face``."""
    return Letters(face)
