"""Makes one paper of the same paper built in two languages: word beside word, or one after the other."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from dipdesk.papers.blocks import Document, PageBreak, Pair

Part = TypeVar("Part")


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
