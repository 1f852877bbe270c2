"""Breaks texts into lines that fit a width. No markup is read here or later: a text can only be drawn."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, takewhile

from dipdesk.papers import script
from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.fonts import Letters
from dipdesk.papers.style import Face, Style

_LOST = re.compile(f"{fonts.REPLACEMENT}+")
_SHORT = 200
"""Texts below this length are tried in one line first."""
_REMEMBERED = 1_000
"""Texts up to this length are broken once, however often a paper is made."""
_AFTER = "-–/@_.?&="
"""Where a word that is longer than a line is broken rather than anywhere."""
_PIECES = re.compile(f"[^{re.escape(_AFTER)}]*[{re.escape(_AFTER)}]|[^{re.escape(_AFTER)}]+")


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be drawn: stretches of one font from left to right, and its width in points."""

    runs: list[tuple[str, str]]
    width: float
    said: str = ""
    """The line in reading order, if it is drawn in another."""
    ends_with_space: bool = False
    """Whether the space at which it was broken is written too: it is not seen, but heard and copied."""


@dataclass(frozen=True, slots=True)
class SetText:
    """The lines of a text, and whether it reads from right to left."""

    lines: list[SetLine]
    right_to_left: bool

    @property
    def said(self) -> str:
        """The text in reading order, if it is drawn in another."""
        return " ".join(line.said for line in self.lines if line.said)


def printable(text: str, letters: Letters) -> str:
    """``text`` as it will be set: cleaned, letters joined, and what no font has replaced by one mark."""
    return (_remembered if len(text) <= _REMEMBERED else _printable)(text, letters)


def _printable(text: str, letters: Letters) -> str:
    shaped = script.joined(script.clean(text))
    lost = letters.missing(shaped)
    if not lost:
        return shaped
    return _LOST.sub(fonts.REPLACEMENT, shaped.translate(dict.fromkeys(map(ord, lost), fonts.REPLACEMENT)))


_remembered = lru_cache(maxsize=8192)(_printable)


def lay(text: str, style: Style, room: float, indent: float = 0.0) -> SetText:
    """The lines of ``text`` in ``style``, none wider than ``room`` points, the first with its ``indent``."""
    laying = _known if len(text) <= _REMEMBERED else _laid
    return laying(text, style.face, style.size, room, indent)


def _laid(text: str, face: Face, size: float, room: float, indent: float) -> SetText:
    letters = fonts.letters(face)
    ready = printable(text, letters)
    broken = _stretches(ready, letters, room / size, indent / size)
    names = letters.names(ready)
    if len(names) == 1 and not script.has_right_to_left(ready):
        name = names.pop()
        plain = [_plain(name, line, wide * size) for line, wide in broken]
        return SetText(plain, False)
    right_to_left = script.reads_right_to_left(ready)
    is_turned = script.has_right_to_left(ready)
    lines = []
    for line, wide in broken:
        words = line.removesuffix(" ")
        shown = script.visual(words, right_to_left)
        said = unicodedata.normalize("NFKC", words) if is_turned else ""
        runs = letters.runs(shown) if shown else []
        lines.append(SetLine(runs, wide * size, said, not is_turned and words != line))
    return SetText(lines, right_to_left)


_known = lru_cache(maxsize=8192)(_laid)


def count(text: str, face: Face, room: float) -> int:
    """How many lines ``text`` takes if none is wider than ``room`` parts of the type size."""
    letters = fonts.letters(face)
    return len(_stretches(printable(text, letters), letters, room, 0.0))


def _stretches(ready: str, letters: Letters, room: float, indent: float) -> list[tuple[str, float]]:
    """The lines of all stretches between line feeds; the first begins with its ``indent``."""
    first, *others = ready.split("\n")
    broken = _broken(first, letters, room, indent)
    return broken + [line for stretch in others for line in _broken(stretch, letters, room)]


def _plain(name: str, line: str, width: float) -> SetLine:
    """A line in one font that is drawn in reading order."""
    words = line.removesuffix(" ")
    return SetLine([(name, words)] if words else [], width, ends_with_space=words != line)


def _broken(stretch: str, letters: Letters, room: float, indent: float = 0.0) -> list[tuple[str, float]]:
    """The lines of a stretch in reading order with their widths, all in parts of the type size.

    A space at which a line was broken stays with it but takes no width.

    The width of the first line counts with its ``indent``.
    """
    if len(stretch) < _SHORT:
        whole = letters.width(stretch) + indent
        if whole <= room:
            return [(stretch, whole)]
    lines: list[tuple[str, float]] = []
    line, used, space_width = "", indent, letters.width(" ")
    for space, word in script.words(stretch):
        wide = letters.width(word)
        gap = space_width if space else 0.0
        if line and used + gap + wide > room:
            lines.append((line + space, used))
            line, used, space, gap = "", 0.0, "", 0.0
        if not line and used + wide > room:
            *full, last = _chopped(word, letters, room - used)
            lines += [(piece, width + (0.0 if place else used)) for place, (piece, width) in enumerate(full)]
            (word, wide), used = last, 0.0 if full else used
        line, used = (line + space + word, used + gap + wide) if line else (word, used + wide)
    return [*lines, (line, used)]


def _chopped(word: str, letters: Letters, room: float) -> list[tuple[str, float]]:
    """A word that is longer than a line in pieces that are not, with their widths."""
    pieces: list[tuple[str, float]] = []
    start, used = 0, 0.0
    for at, letter in enumerate(word):
        wide = letters.width(letter)
        if used + wide > room and at > start:
            cut = _cut(word, start, at)
            left = letters.width(word[cut:at])
            pieces.append((word[start:cut], used - left))
            start, used = cut, left
        used += wide
    return [*pieces, (word[start:], used)]


def _cut(word: str, start: int, at: int) -> int:
    """Where to cut ``word[start:at]``: after the last sign that allows it, or at the end."""
    for place in range(at, start + (at - start) // 3, -1):
        if word[place - 1] in _AFTER:
            return place
    return at


def words(ready: str) -> list[str]:
    """What of a printable text is never broken in a line that has room for it."""
    return [word for stretch in ready.split("\n") for _, word in script.words(stretch)]


def pieces(ready: str) -> list[str]:
    """The words of a printable text, cut after the signs where a long one may be broken."""
    return [piece for word in words(ready) for piece in _PIECES.findall(word)]


def elided(text: str, style: Style, room: float) -> str:
    """``text`` in one line of at most ``room`` points, with … where it had to be shortened."""
    letters = fonts.letters(style.face)
    ready = printable(" ".join(text.split()), letters)
    if letters.width(ready) * style.size <= room:
        return ready
    ends = accumulate(letters.width(letter) * style.size for letter in ready)
    most = room - letters.width("…") * style.size
    return ready[: sum(1 for _ in takewhile(lambda end: end <= most, ends))].rstrip() + "…"
