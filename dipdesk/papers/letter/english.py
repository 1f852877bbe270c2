"""The English layout of a letter: letterhead, date, reference, address, subject, text, signature, enclosures.

Source: the block layout of business letters, everything at the left, from general knowledge. It is only ever
written in English, so its words are not translated.
"""

from collections.abc import Iterator

from dipdesk.i18n import format_date
from dipdesk.papers.blocks import Block, Columns, KeepTogether, Prose
from dipdesk.papers.letter.content import Content
from dipdesk.papers.letter.desk import Writer

_LOGO = 46.0
_HAND = 36.0
"""Room to sign by hand."""


def blocks(writer: Writer, content: Content) -> Iterator[Block]:
    """The letter from its head to its distribution."""
    yield _head(writer)
    yield _line(format_date(writer.dated), above=14)
    yield _line(f"Our reference: {content.number}")
    for one in content.references:
        yield _line(f"Reference: {one}")
    yield Prose(content.addressee, above=18, below=18, language="en")
    yield Prose(content.concerning, strong=True, below=10, language="en")
    *first, last = (Prose(one, below=8, language="en") for one in content.paragraphs)
    yield from first
    yield KeepTogether((last, *_signed(content.signature)))
    if content.approval:
        yield KeepTogether((_line("Approved", above=22, strong=True), *_signed(content.approval)))
    yield from _listed("Enclosures", content.enclosures, "{number}. {line}")
    yield from _listed("Distribution", content.distribution, "{line}")


def _line(text: str, *, above: float = 0, strong: bool = False) -> Prose:
    return Prose(text, above=above, strong=strong, language="en")


def _head(writer: Writer) -> Block:
    """The office and its unit at the left, the logo at the right if there is one."""
    unit = writer.office.unit_en or writer.office.unit_tr
    lines = (_line(writer.office_name(), strong=True), *((_line(unit),) if unit else ()))
    return Columns((lines, writer.mark(_LOGO)), (8.0, 1.0))


def _signed(signature: tuple[str, ...]) -> Iterator[Block]:
    """Name and post, with room for the hand above."""
    for place, one in enumerate(signature):
        yield _line(one, above=0 if place else _HAND)


def _listed(title: str, lines: tuple[str, ...], form: str) -> Iterator[Block]:
    """Enclosures or distribution: one in the line of the title, several below it."""
    if len(lines) == 1:
        yield _line(f"{title}: {lines[0]}", above=16)
    elif lines:
        yield _line(f"{title}:", above=16)
        for number, line in enumerate(lines, 1):
            yield _line(form.format(number=number, line=line))
