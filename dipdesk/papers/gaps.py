"""What a paper could not say in one of its languages, because it was written only in another."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from dipdesk.i18n import language
from dipdesk.model import Record, entity_name, field_of


@dataclass(frozen=True)
class Gap:
    """A text that is missing in a language: which record and field, and what both are called."""

    entity: str
    row_id: str
    record: str
    field: str
    language: str


Notes = dict[tuple[str, str, str], Record]
"""The records by id, field and language of a text that is missing."""
_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


@contextmanager
def noted() -> Iterator[Notes]:
    """Inside the block, what :func:`note` is told is kept in the dictionary that is given."""
    found: Notes = {}
    earlier = _notes.set(found)
    try:
        yield found
    finally:
        _notes.reset(earlier)


def note(of: Record, stem: str) -> None:
    """The text ``stem`` of a record is missing in the language spoken now."""
    found = _notes.get()
    if found is not None:
        found.setdefault((of.id, f"{stem}_{language()}", language()), of)


def described(found: Notes) -> tuple[Gap, ...]:
    """What is missing, in the words of the language spoken now, in the order in which it came up."""
    return tuple(
        Gap(entity_name(type(of)), row_id, of.title(), field_of(type(of), name).title(), code)
        for (row_id, name, code), of in found.items()
    )
