"""Breaks texts into lines that fit a width. No markup is read here or later: a text can only be drawn."""

import re
from dataclasses import dataclass

from dipdesk.papers import script
from dipdesk.papers.pdf import fonts
from dipdesk.papers.style import Face, Style

_LOST = re.compile(f"{fonts.REPLACEMENT}+")
_AFTER = "-–/@_.?&="
"""Where a word that is longer than a line is broken rather than anywhere."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be drawn: stretches of one font from left to right, and its width in points."""

    runs: list[tuple[str, str]]
    width: float


@dataclass(frozen=True, slots=True)
class SetText:
    """The lines of a text, and whether it reads from right to left."""

    lines: list[SetLine]
    right_to_left: bool


def printable(text: str, face: Face) -> str:
    """``text`` as it will be set: cleaned, letters joined, and what no font has replaced by one mark."""
    shaped = script.joined(script.clean(text))
    lost = fonts.missing(shaped, face)
    if not lost:
        return shaped
    return _LOST.sub(fonts.REPLACEMENT, shaped.translate(dict.fromkeys(map(ord, lost), fonts.REPLACEMENT)))


def lay(text: str, style: Style, room: float) -> SetText:
    """The lines of ``text`` in ``style``, none wider than ``room`` points."""
    ready = printable(text, style.face)
    right_to_left = script.has_right_to_left(ready) and script.starts_right_to_left(ready)
    lines: list[SetLine] = []
    for stretch in ready.split("\n"):
        for line in _broken(stretch, style.face, room / style.size):
            shown = script.visual(line, right_to_left)
            drawn = fonts.runs(shown, style.face) if shown else []
            lines.append(SetLine(drawn, fonts.width(shown, style.face) * style.size))
    return SetText(lines, right_to_left)


def _broken(stretch: str, face: Face, room: float) -> list[str]:
    if len(stretch) < 200 and fonts.width(stretch, face) <= room:
        return [stretch]
    lines: list[str] = []
    line, used, space_width = "", 0.0, fonts.width(" ", face)
    for space, word in script.words(stretch):
        wide = fonts.width(word, face)
        gap = space_width if space else 0.0
        if line and used + gap + wide > room:
            lines.append(line)
            line, used, space, gap = "", 0.0, "", 0.0
        if wide > room:
            *full, word = _chopped(word, face, room)
            lines += full
            wide = fonts.width(word, face)
        line, used = line + space + word if line else word, used + gap + wide
    lines.append(line)
    return lines


def _chopped(word: str, face: Face, room: float) -> list[str]:
    """A word that is longer than a line in pieces that are not."""
    pieces: list[str] = []
    start, used = 0, 0.0
    for at, letter in enumerate(word):
        wide = fonts.width(letter, face)
        if used + wide > room and at > start:
            cut = _cut(word, start, at)
            pieces.append(word[start:cut])
            start, used = cut, fonts.width(word[cut:at], face)
        used += wide
    return [*pieces, word[start:]]


def _cut(word: str, start: int, at: int) -> int:
    """Where to cut ``word[start:at]``: after the last sign that allows it, or at the end."""
    for place in range(at, start + (at - start) // 2, -1):
        if word[place - 1] in _AFTER:
            return place
    return at


def elided(text: str, style: Style, room: float) -> str:
    """``text`` in one line of at most ``room`` points, with … where it had to be shortened."""
    ready = printable(" ".join(text.split()), style.face)
    if fonts.width(ready, style.face) * style.size <= room:
        return ready
    while ready and fonts.width(ready + "…", style.face) * style.size > room:
        ready = ready[:-1]
    return ready.rstrip() + "…"
