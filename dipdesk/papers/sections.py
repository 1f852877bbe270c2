"""Sections of papers: a switch in the options and a function that writes the blocks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.papers.blocks import Block, Heading, PageBreak, Paragraph, Table
from dipdesk.papers.options import Arranged, Marks

T = TypeVar("T")

_FEW_ROWS = 5
"""So many rows do not begin a page."""


@dataclass(frozen=True)
class Section(Generic[T]):
    """A part of a paper; ``name`` is that of its switch in the options.

    ``personal`` sections never stand in a public version, ``inside`` ones in no copy for anybody outside the
    office; ``apart`` sections begin on a page of their own if they are long.
    """

    name: str
    write: Callable[[T], Iterator[Block]]
    personal: bool = False
    apart: bool = False
    inside: bool = False

    def may_stand(self, options: Marks) -> bool:
        """Whether whoever gets the paper may see it."""
        return not (options.public and (self.personal or self.inside)) and not (
            options.receiver and self.inside
        )


def written(sections: Sequence[Section[T]], options: Marks, material: T) -> Iterator[Block]:
    """The blocks of all sections that were chosen and may be shown, written from ``material``.

    Raises Known if the order that was chosen names a section that there is none of.
    """
    wanted = options.order if isinstance(options, Arranged) else ()
    places = {name: at for at, name in enumerate(arranged([one.name for one in sections], wanted))}
    chosen = [one for one in sections if getattr(options, one.name) and one.may_stand(options)]
    begun = False
    for section in sorted(chosen, key=lambda one: places[one.name]):
        blocks = tuple(section.write(material))
        if begun and section.apart and _is_long(blocks):
            yield PageBreak(gentle=True)
        yield from blocks
        begun = begun or bool(blocks)


def arranged(usual: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """The sections in the order wanted; those that are not named follow in their usual order.

    Raises Known for a name that is no section.
    """
    for name in wanted:
        if name not in usual:
            sentence = _("There is no section “{name}”. There are: {known}.")
            raise Known(sentence.format(name=name, known=", ".join(usual)))
    return tuple(dict.fromkeys((*wanted, *usual)))


def _is_long(blocks: tuple[Block, ...]) -> bool:
    """Whether there is more than a heading and a line or a short table under it."""
    return len(blocks) > 2 or not all(
        isinstance(one, Heading | Paragraph) or _is_short(one) for one in blocks
    )


def _is_short(block: Block) -> bool:
    return isinstance(block, Table) and len(block.rows) <= _FEW_ROWS
