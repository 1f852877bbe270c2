"""Sections of papers: a switch in the options and a function that writes the blocks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dipdesk.papers.blocks import Block, Heading, PageBreak, Paragraph
from dipdesk.papers.options import Marks

T = TypeVar("T")


@dataclass(frozen=True)
class Section(Generic[T]):
    """A part of a paper; ``name`` is that of its switch in the options.

    ``personal`` sections are for office use only and never stand in a public version; ``apart`` sections
    begin on a page of their own.
    """

    name: str
    write: Callable[[T], Iterator[Block]]
    personal: bool = False
    apart: bool = False


def written(sections: Sequence[Section[T]], options: Marks, material: T) -> Iterator[Block]:
    """The blocks of all sections that were chosen and may be shown, written from ``material``."""
    chosen = [one for one in sections if getattr(options, one.name)]
    shown = [one for one in chosen if not (one.personal and options.public)]
    begun = False
    for section in shown:
        blocks = tuple(section.write(material))
        if begun and section.apart and _is_long(blocks):
            yield PageBreak()
        yield from blocks
        begun = begun or bool(blocks)


def _is_long(blocks: tuple[Block, ...]) -> bool:
    """Whether there is more than a heading and a line that says that there is nothing."""
    return len(blocks) > 2 or not all(isinstance(one, Heading | Paragraph) for one in blocks)
