"""Finds the letters of a paper that no font has, so that a preview can say so before it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from dipdesk.papers import script
from dipdesk.papers.blocks import Document
from dipdesk.papers.pdf import fonts
from dipdesk.papers.style import Face


@dataclass(frozen=True, slots=True)
class Missing:
    """A letter that cannot be printed, the text it stands in, and the record that the text comes from."""

    letter: str
    text: str
    record: str


def missing_glyphs(document: Document) -> list[Missing]:
    """Every letter of ``document`` that no font has, once for each text."""
    letters = fonts.letters(Face.REGULAR)
    found: dict[Missing, None] = {}
    for text, record in _texts(document, ""):
        shaped = script.joined(script.clean(text))
        for letter in sorted(letters.missing(shaped)):
            found[Missing(letter, text, record)] = None
    return list(found)


def _texts(value: object, record: str) -> Iterator[tuple[str, str]]:
    """Every text inside ``value``, each with the record that it belongs to."""
    if isinstance(value, str):
        yield value, record
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, record)
    elif is_dataclass(value):
        record = getattr(value, "record", "") or record
        for part in fields(value):
            if not part.metadata.get("same"):
                yield from _texts(getattr(value, part.name), record)
