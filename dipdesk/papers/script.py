"""What scripts ask of a text before it is set: cleaning, joining of letters, order, places to break."""

import re
import unicodedata
from functools import lru_cache

from arabic_reshaper import ArabicReshaper, reshape
from bidi.algorithm import get_display

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_TRICKY = re.compile("[\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
UNSEEN = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f" + "".join(map(chr, range(0xFE00, 0xFE10))))
"""Signs that guide joining, order and breaks but are never drawn."""

_UNSEEN = re.compile(f"[{''.join(sorted(UNSEEN))}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff"
_ARABIC_LETTER = "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\u08a0-\u08c9"
_JOINED = re.compile(f"[{_ARABIC_LETTER}][{_ARABIC}\u200c\u200d]*")
"""An Arabic word, with the signs that join and part letters."""
_JOINER = "\u200d"
_WITHOUT_LIGATURES = ArabicReshaper({"support_ligatures": False})
"""For words with a joiner: with ligatures the library looks for their letters in the wrong places."""
_EAST_ASIAN = (
    "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_OPENING = "「『《〈【〔（［｛“‘"
_CLOSING = "、。，．！？：；）」』》〉】〕］｝”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％"
_BREAKABLE = re.compile(f"[{_EAST_ASIAN}]")
_SYLLABLES = re.compile(
    f"[{_OPENING}]*[{_EAST_ASIAN}][{_CLOSING}]*|[{_OPENING}]*[^{_EAST_ASIAN}{_OPENING}]+[{_CLOSING}]*|[{_OPENING}]+"
)


def clean(text: str) -> str:
    """``text`` without what no eye can see: composed, control characters and lone surrogates removed.

    Characters that turn the order of letters around or hide between them are shown as ``[U+202E]``, so
    that a name cannot pretend to be another (Unicode Technical Report 36, 2.7).
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", "    ")
    text = _TRICKY.sub(lambda found: f"[U+{ord(found.group()):04X}]", _CONTROLS.sub("", text))
    return text if has_right_to_left(text) else _UNSEEN.sub("", text)


def has_right_to_left(text: str) -> bool:
    """Whether any letter of ``text`` is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def reads_right_to_left(text: str) -> bool:
    """Whether every line of a text that holds something starts from right to left.

    A list of names, or a name above its number, reads from left to right unless all of it is of the other
    direction: what stands in one cell begins on one side.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(map(_starts_right_to_left, lines))


def _starts_right_to_left(line: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX 9, rules P2 and P3)."""
    for letter in line:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def joined(text: str) -> str:
    """``text`` with Arabic letters in the forms that they take beside each other, still in reading order."""
    return text if text.isascii() else _JOINED.sub(lambda found: _shaped(found.group()), text)


@lru_cache(maxsize=4096)
def _shaped(word: str) -> str:
    return str(_WITHOUT_LIGATURES.reshape(word) if _JOINER in word else reshape(word))


def visual(line: str, right_to_left: bool) -> str:
    """The letters of one line from left to right, as they stand on paper (UAX 9)."""
    if not has_right_to_left(line):
        return line
    return _UNSEEN.sub("", str(get_display(line, base_dir="R" if right_to_left else "L")))


def words(line: str) -> list[tuple[str, str]]:
    """The unbreakable pieces of a line in reading order, each with the space that stands before it.

    Latin, Arabic and the like break at spaces; Chinese, Japanese and Korean between any two characters,
    never before a closing or after an opening mark (JIS X 4051).
    """
    spaced = line.split(" ")
    pieces = [("", spaced[0]), *((" ", word) for word in spaced[1:])]
    if line.isascii() or not _BREAKABLE.search(line):
        return pieces
    return [piece for space, word in pieces for piece in _syllables(space, word)]


def _syllables(space: str, word: str) -> list[tuple[str, str]]:
    parts = _SYLLABLES.findall(word) or [word]
    return [(space, parts[0]), *(("", part) for part in parts[1:])]
