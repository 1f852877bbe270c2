"""What a paper could not say: texts written only in another language, and values that are missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from dipdesk.i18n import _, language
from dipdesk.model import Record, entity_name, field_of


@dataclass(frozen=True)
class Gap:
    """Something that is missing in a language: of which record, what it is called, and what the record is."""

    entity: str
    row_id: str
    record: str
    field: str
    language: str


Notes = dict[tuple[str, str, str], Record]
"""The records by id, name of what is missing (a source text), and language."""
_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


@contextmanager
def noted() -> Iterator[Notes]:
    """Inside the block, what :func:`note` and :func:`missed` are told is kept in the dictionary given."""
    found: Notes = {}
    earlier = _notes.set(found)
    try:
        yield found
    finally:
        _notes.reset(earlier)


def note(of: Record, stem: str) -> None:
    """The text ``stem`` of a record is missing in the language spoken now."""
    missed(of, field_of(type(of), f"{stem}_{language()}").label)


def missed(of: Record, what: str) -> None:
    """``what`` (a source text) is not known of a record."""
    found = _notes.get()
    if found is not None:
        found.setdefault((of.id, what, language()), of)


def described(found: Notes) -> tuple[Gap, ...]:
    """What is missing, in the words of the language spoken now, in the order in which it came up."""
    return tuple(
        Gap(entity_name(type(of)), row_id, of.title(), _(what), code)
        for (row_id, what, code), of in found.items()
    )
