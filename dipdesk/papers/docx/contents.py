"""Headings and the table of contents: a field that Word fills, with the headings already in it."""

from collections.abc import Mapping
from typing import Any

from dipdesk.papers.blocks import Contents, Document, Heading, every, in_line
from dipdesk.papers.docx.markup import make
from dipdesk.papers.docx.texts import Texts, gap, paragraph
from dipdesk.papers.script import clean

_LEVELS = 3


def level_of(heading: Heading) -> int:
    """The level of a heading, from 1 to 3."""
    return min(max(heading.level, 1), _LEVELS)


def _has_words(heading: Heading) -> bool:
    return bool(clean(in_line(heading.text)).strip())


class Outline:
    """The headings of one document, numbered as they come; ``pages`` are those of all headings if known."""

    def __init__(self, document: Document, texts: Texts, pages: Mapping[int, int]) -> None:
        self._texts, self._next = texts, 0
        found = enumerate(block for block in every(document.blocks) if isinstance(block, Heading))
        self._headings = [(heading, pages.get(number, 0)) for number, heading in found if _has_words(heading)]

    def heading(self, block: Heading) -> list[Any]:
        """A heading, with the mark that the contents refer to; nothing if it has no words."""
        if not _has_words(block):
            return []
        key, self._next = self._next, self._next + 1
        start = make("bookmarkStart", id=key, name=_mark(key))
        words = [start, *self._texts.in_line(block.text), make("bookmarkEnd", id=key)]
        return [paragraph(f"Heading{level_of(block)}" if block.listed else "TOCHeading", words)]

    def contents(self, block: Contents) -> list[Any]:
        """The table of contents."""
        levels = min(max(block.levels, 1), _LEVELS)
        begin = [_edge("begin"), _order(f' TOC \\o "1-{levels}" \\h \\z '), _edge("separate")]
        entries = [
            paragraph(f"TOC{level_of(heading)}", [self._entry(key, heading, page)])
            for key, (heading, page) in enumerate(self._headings)
            if heading.listed and level_of(heading) <= levels
        ]
        title = paragraph("TOCHeading", self._texts.in_line(block.title))
        if not entries:
            return [title]
        for number, piece in enumerate(begin, start=1):
            entries[0].insert(number, piece)
        last = gap(10)
        last.append(_edge("end"))
        return [_building_block([title, *entries, last])]

    def _entry(self, key: int, heading: Heading, page: int) -> Any:
        """A line of the contents that leads to its heading; its page is a field too."""
        order = _order(f" PAGEREF {_mark(key)} \\h ")
        known = [make("r", _text(str(page)))] if page else []
        number = [_edge("begin"), order, _edge("separate"), *known, _edge("end")]
        words = [*self._texts.in_line(heading.text), make("r", make("tab")), *number]
        return make("hyperlink", *words, anchor=_mark(key), history=1)


def _mark(key: int) -> str:
    return f"_Toc{key + 1:06d}"


def _edge(kind: str) -> Any:
    """Where a field begins, where its result does, or where it ends."""
    return make("r", make("fldChar", fldCharType=kind))


def _text(words: str) -> Any:
    text = make("t")
    text.text = words
    return text


def _order(words: str) -> Any:
    """What a field asks for; never words that somebody typed."""
    order = make("instrText")
    order.text = words
    order.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return make("r", order)


def _building_block(elements: list[Any]) -> Any:
    """A table of contents as Word knows it, with the button that brings it up to date."""
    kind = make("docPartObj", make("docPartGallery", val="Table of Contents"), make("docPartUnique"))
    return make("sdt", make("sdtPr", kind), make("sdtContent", *elements))
