"""The English layout of a letter: letterhead, date, reference, address, subject, text, signature, enclosures.

Source: the block layout of business letters, everything at the left, from general knowledge. It is only ever
written in English, so its words are not translated.
"""

from collections.abc import Iterator
from dataclasses import replace

from dipdesk.i18n import format_date
from dipdesk.papers.blocks import Block, Columns, Ink, KeepTogether
from dipdesk.papers.letter.content import Content
from dipdesk.papers.letter.desk import Writer
from dipdesk.papers.letter.lines import line, listed

_LOGO = 46.0
_HAND = 36.0
"""Room to sign by hand."""


def blocks(writer: Writer, content: Content) -> Iterator[Block]:
    """The letter from its head to its distribution."""
    yield _head(writer)
    yield line(format_date(writer.dated), above=14)
    yield line(f"Our reference: {content.number}")
    for one in content.references:
        yield line(f"Reference: {one}")
    yield line(content.addressee, above=18, below=18)
    yield line(content.concerning, strong=True, below=10)
    *first, last = (line(one, below=8) for one in content.paragraphs)
    yield from first
    yield KeepTogether((last, *_signed(content.signature)))
    if content.approval:
        yield KeepTogether((line("Approved", above=22, strong=True), *_signed(content.approval)))
    yield from listed("Enclosures", content.enclosures, "{number}. {line}")
    yield from listed("Distribution", content.distribution, "{line}")


def _head(writer: Writer) -> Block:
    """The office, in its colour, and its unit at the left, the logo at the right if there is one."""
    unit = writer.office.unit_en or writer.office.unit_tr
    name = replace(line(writer.office_name(), strong=True), ink=Ink.ACCENT)
    lines = (name, *((line(unit),) if unit else ()))
    return Columns((lines, writer.mark(_LOGO)), (7.0, 1.0))


def _signed(signature: tuple[str, ...]) -> Iterator[Block]:
    """Name and post, with room for the hand above."""
    for place, one in enumerate(signature):
        yield line(one, above=0 if place else _HAND)
