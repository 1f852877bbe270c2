"""Makes one paper of one built in two languages: side by side, on facing pages, or one after the other."""

from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from typing import TypeVar

from dipdesk.papers.blocks import Annex, Block, Contents, Cover, Document, Facing, PageBreak, Pair

Part = TypeVar("Part")
_ONCE = (Annex, Contents, Cover, PageBreak)
"""What two languages on facing pages share."""


class DifferentPapers(Exception):
    """The two documents are not the same paper in two languages: a mistake in the paper's builder."""


def merge(first: Document, second: Document) -> Document:
    """``first`` with the words of ``second`` beside its own wherever they differ.

    Words that are equal stand once. Raises DifferentPapers, which names the place, if the documents differ
    in anything but words.
    """
    languages = first.languages + second.languages
    return _merged(replace(first, languages=languages), replace(second, languages=languages), "document")


def follow(first: Document, second: Document) -> Document:
    """``first``, and after it on a page of its own ``second``: for papers laid out by their language."""
    blocks = (*first.blocks, PageBreak(), *second.blocks)
    return replace(first, languages=first.languages + second.languages, blocks=blocks)


def facing(first: Document, second: Document) -> Document:
    """``first`` on the left pages and ``second`` on the right ones; cover, contents and annexes stand once.

    Both begin beside each other after every page break. Raises DifferentPapers as :func:`merge` does.
    """
    whole = merge(replace(first, blocks=()), replace(second, blocks=()))
    if len(first.blocks) != len(second.blocks):
        raise DifferentPapers(f"document.blocks: {len(first.blocks)} and {len(second.blocks)} parts")
    pairs = zip(first.blocks, second.blocks, strict=True)
    made: list[Block] = []
    for is_once, members in groupby(pairs, key=lambda pair: isinstance(pair[0], _ONCE)):
        run = list(members)
        if is_once:
            made += [_merged(one, two, "document.blocks") for one, two in run]
        else:
            made.append(Facing(tuple(one for one, _two in run), tuple(two for _one, two in run)))
    return replace(whole, blocks=tuple(made))


def _merged(first: Part, second: Part, place: str, same: bool = False) -> Part:
    """The two parts in one; ``same`` parts are not words and must be equal."""
    if first == second:
        return first
    if same or type(first) is not type(second):
        raise DifferentPapers(f"{place}: {first!r} and {second!r}")
    if isinstance(first, str) and isinstance(second, str):
        return Pair(first, second)  # type: ignore[return-value]  # every field of words takes a Pair
    if isinstance(first, tuple) and isinstance(second, tuple):
        return _merged_rows(first, second, place)  # type: ignore[return-value]
    if is_dataclass(first) and not isinstance(first, type):
        changes = {
            part.name: _merged(
                getattr(first, part.name),
                getattr(second, part.name),
                f"{place}.{part.name}",
                part.metadata.get("same", False),
            )
            for part in fields(first)
        }
        return replace(first, **changes)
    raise DifferentPapers(f"{place}: {first!r} and {second!r}")


def _merged_rows(first: tuple[object, ...], second: tuple[object, ...], place: str) -> tuple[object, ...]:
    if len(first) != len(second):
        raise DifferentPapers(f"{place}: {len(first)} and {len(second)} parts")
    pairs = enumerate(zip(first, second, strict=True))
    return tuple(_merged(one, two, f"{place}[{number}]") for number, (one, two) in pairs)
