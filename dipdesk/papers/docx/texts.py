"""Texts of a Word document: runs that know their language and direction, and paragraphs of them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from dipdesk.papers import script
from dipdesk.papers.blocks import Align, Colour, Ink, Text, both
from dipdesk.papers.docx import fonts
from dipdesk.papers.docx.markup import hexed, make, properties, text, twips

_REGIONS = {"tr": "tr-TR", "en": "en-GB"}
_SIDES = {"L": False, "R": True, "AL": True}
_SHORT = 60
"""Shorter right-to-left texts stay on the left, under those of other scripts; longer ones go to the right."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph; ``language`` empty is that of the document."""

    bold: bool = False
    ink: Colour | None = None
    size: float = 0.0
    character_style: str = ""
    language: str = ""


PLAIN = Look()


def region(language: str) -> str:
    """A language as Word writes it, such as ``tr-TR``."""
    return _REGIONS.get(language, language)


class Texts:
    """Makes the texts of a document in ``languages``, of which there are one or two."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages

    def worded(self, words: Text, look: Look = PLAIN, between: str = "\n") -> list[Any]:
        """The runs of a text; the second language is muted and stands on a line of its own."""
        wordings = [script.clean(wording) for wording in both(words)]
        if len(wordings) < 2:
            return [run for wording in wordings for run in runs(wording, look)]
        first, second = (region(code) for code in (*self._languages, self._languages[0])[:2])
        muted = replace(look, bold=False, ink=None, character_style="SecondLanguage", language=second)
        return [
            *runs(wordings[0], replace(look, language=first)),
            *runs(between + wordings[1], muted),
        ]

    def in_line(self, words: Text, look: Look = PLAIN) -> list[Any]:
        """The runs of a text, all in one line."""
        lined = [" ".join(script.clean(wording).split()) for wording in both(words)]
        if len(lined) < 2:
            return [run for wording in lined for run in runs(wording, look)]
        return self.worded(type(words)(*lined), look, " · ")


def runs(words: str, look: Look = PLAIN) -> list[Any]:
    """Clean text as runs of one direction each."""
    return [_run(stretch, turned, look) for stretch, turned in directed(words)]


def directed(words: str) -> Iterator[tuple[str, bool]]:
    """Stretches of a text, each with whether it reads from right to left.

    Signs without a direction go with their neighbours if these agree, else with the whole text
    (UAX 9, rules N1 and N2).
    """
    if not words:
        return
    if not script.has_right_to_left(words):
        yield words, False
        return
    base = script.reads_right_to_left(words)
    sides = [_SIDES.get(unicodedata.bidirectional(letter)) for letter in words]
    after = base
    following = []
    for side in reversed(sides):
        after = after if side is None else side
        following.append(after)
    before, turned = base, []
    for side, coming in zip(sides, reversed(following), strict=True):
        before = before if side is None else side
        turned.append(before if before == coming else base)
    for way, pairs in groupby(zip(words, turned, strict=True), lambda pair: pair[1]):
        yield "".join(letter for letter, _ in pairs), way


def _run(words: str, turned: bool, look: Look) -> Any:
    run = make("r")
    wanted = list(_properties(words, turned, look))
    if wanted:
        run.append(properties("rPr", *wanted))
    for number, one in enumerate(words.split("\n")):
        if number:
            run.append(make("br"))
        if one:
            run.append(text(one))
    return run


def _properties(words: str, turned: bool, look: Look) -> Iterator[Any]:
    if look.character_style:
        yield make("rStyle", val=look.character_style)
    if look.bold:
        yield from (make("b"), make("bCs"))
    if look.ink is not None:
        yield make("color", val=hexed(look.ink))
    if look.size:
        yield from fonts.sizes(look.size)
    if turned:
        hebrew = any("\u0590" <= letter <= "\u05ff" for letter in words)
        if hebrew:
            yield fonts.faces(fonts.HEBREW)
        yield make("rtl")
        yield make("lang", bidi="he-IL" if hebrew else "ar-SA")
    elif look.language:
        yield make("lang", val=look.language)


def paragraph(style: str, contents: list[Any], *wanted: Any, align: Align = Align.LEFT) -> Any:
    """A paragraph of runs; ``wanted`` are further properties. How its lines begin decides its direction."""
    marks = [make("pStyle", val=style), *wanted]
    words = "".join(piece.text or "\n" for run in contents for piece in run.iter(_TEXT, _BREAK))
    turned = script.has_right_to_left(words) and script.reads_right_to_left(words)
    if turned:
        marks.append(make("bidi"))
    side = _side(align, turned, len(words))
    if side:
        marks.append(make("jc", val=side))
    return make("p", properties("pPr", *marks), *contents)


_TEXT, _BREAK = make("t").tag, make("br").tag


def _side(align: Align, turned: bool, length: int) -> str:
    """Word's name of a side; in a paragraph from right to left, it calls the left side the right one."""
    if align is Align.CENTRE:
        return "center"
    if turned:
        return "right" if align is Align.LEFT and length <= _SHORT else ""
    return "right" if align is Align.RIGHT else ""


def spacing(before: float, after: float, leading: float = 0.0, exact: bool = False) -> Any:
    """The distances of a paragraph and, if given, between its base lines."""
    lines = {"line": twips(leading), "lineRule": "exact" if exact else "atLeast"} if leading else {}
    return make("spacing", before=twips(before), after=twips(after), **lines)


def gap(height: float, *wanted: Any) -> Any:
    """An empty paragraph as high as this; keeps tables apart and takes marks such as page breaks."""
    return paragraph("Gap", [], spacing(0, 0, height, exact=True), *wanted)


def muted(size: float = 0.0) -> Look:
    """The look of what only accompanies."""
    return Look(ink=Ink.MUTED, size=size)
