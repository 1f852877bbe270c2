"""Which columns a list of an entity can have, which it has at first, and what they are called."""

from functools import lru_cache

from dipdesk.i18n import _, language
from dipdesk.model import Field, Privacy, Record, fields
from dipdesk.model.kinds import File, Link, Text
from dipdesk.store.ordering import TITLE


@lru_cache
def listed_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that can be columns; never what is sensitive."""
    return tuple(
        one
        for one in fields(kind)
        if one.listed and not isinstance(one.kind, File) and one.privacy is not Privacy.SENSITIVE
    )


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of all columns there can be."""
    return TITLE, *(one.name for one in listed_fields(kind))


def default_columns(kind: type[Record]) -> tuple[str, ...]:
    """The columns a list shows until somebody chooses others, fit for the language spoken now.

    What the title tells stands in one column instead of several; of texts in two languages the one
    spoken is shown.
    """
    told = _told_by_title(kind)
    names = (TITLE if name in told else _in_tongue(kind, name) for name in kind.columns)
    return tuple(dict.fromkeys(names))


def name_place(columns: tuple[str, ...]) -> int:
    """The place of the column that names the record: its title, else the first."""
    return columns.index(TITLE) if TITLE in columns else 0


def heading(kind: type[Record], column: str) -> str:
    """What a column is called in the language spoken now."""
    if column == TITLE:
        return _(kind.label[0])
    return next(one.title() for one in fields(kind) if one.name == column)


def _told_by_title(kind: type[Record]) -> set[str]:
    """The fields that the title is made from, unless it is made from the names of other records."""
    known = {one.name: one for one in fields(kind)}
    shown = [known[name] for name in kind.columns]
    if isinstance(shown[0].kind, Link) and shown[0].kind.names:
        return set()
    first = next((one for one in shown if isinstance(one.kind, Text) and one.kind.tongue), None)
    first = shown[0] if isinstance(shown[0].kind, Text) else first
    if first is None:
        return set()
    stem = _stem(first)
    return {one.name for one in known.values() if _stem(one) == stem or one.register == first.register}


def _stem(one: Field) -> str:
    tongue = one.kind.tongue if isinstance(one.kind, Text) else ""
    return one.name.removesuffix(f"_{tongue}") if tongue else one.name


def _in_tongue(kind: type[Record], name: str) -> str:
    known = {one.name: one for one in fields(kind)}
    twin = f"{_stem(known[name])}_{language()}"
    return twin if twin in known else name
