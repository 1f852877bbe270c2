"""Official letters: the Turkish layout and its English twin, from templates the office can edit."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, language
from dipdesk.model.letter_words import SUBJECTS
from dipdesk.papers.blocks import Block, Document
from dipdesk.papers.letter import english, turkish
from dipdesk.papers.letter.content import Content, content
from dipdesk.papers.letter.desk import Writer
from dipdesk.papers.letter.options import LetterOptions
from dipdesk.papers.letter.templates import chosen
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import lines

__all__ = ["ABOUT", "TITLE", "LetterOptions", "build"]

TITLE = N_("Official letter")
ABOUT = tuple(SUBJECTS)
"""The entities that letters can be about."""
_LAYOUTS: dict[str, Callable[[Writer, Content], Iterator[Block]]] = {
    "tr": turkish.blocks,
    "en": english.blocks,
}


def build(session: Session, subject: Any, options: LetterOptions, occasion: Occasion) -> Document:
    """A letter about ``subject`` in the language spoken now; raises Known if there is no such template."""
    writer = Writer(session, occasion, options.public, subject, options)
    letter = chosen(session, subject, options.template, writer.today)
    about = " – ".join(part for part in (letter.name.said(), subject.title()) if part)
    blocks = _LAYOUTS[language()](writer, content(writer, letter))
    document = writer.document(about, _(TITLE), options, "", blocks)
    return replace(document, foot=_foot(writer))


def _foot(writer: Writer) -> str:
    """The address of the office, and below it how to reach it."""
    office = writer.office
    address = ", ".join(line.strip() for line in office.address.splitlines() if line.strip())
    reached = (writer.value(office, name) for name in ("phone", "email", "website"))
    return lines(address, " · ".join(one for one in reached if one))
