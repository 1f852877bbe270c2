"""What every new office file holds from the start: countries, relation classes, criteria, culture notes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dipdesk.model import Country, Criterion, GiftCustom, Record, RelationClass, entity_name, shipped_id
from dipdesk.rules import countries, gifts_culture
from dipdesk.rules.sources import shipped

_STEP = 10


def records() -> Iterator[Record]:
    """The records of a new office file, apart from the office itself."""
    for code in countries.codes():
        yield Country(
            id=shipped_id("country", code),
            code=code,
            name_tr=countries.name(code, "tr"),
            name_en=countries.name(code, "en"),
        )
    tables = shipped("relations.toml")
    yield from _listed(RelationClass, tables)
    yield from _listed(Criterion, tables)
    for note in gifts_culture.notes():
        yield _custom(note)


def _listed(kind: type[Record], tables: Any) -> Iterator[Record]:
    """The rows of a table in their order, with room between them for the office's own."""
    name = entity_name(kind)
    for number, row in enumerate(tables[name], start=1):
        values = {field: value for field, value in row.items() if field != "code"}
        yield kind(id=shipped_id(name, row["code"]), place=number * _STEP, **values)


def _custom(note: gifts_culture.Note) -> GiftCustom:
    """A culture note as the office keeps it."""
    every = gifts_culture.EVERYWHERE
    return GiftCustom(
        id=shipped_id("gift_custom", note.key),
        name_tr=note.name.said("tr"),
        name_en=note.name.said("en"),
        text_tr=note.text.said("tr"),
        text_en=note.text.said("en"),
        countries=tuple(sorted(note.countries - {every})),
        not_in=tuple(sorted(note.not_in)),
        kind=next(iter(note.kinds - {every}), ""),
        words=note.words,
        pieces=next(iter(note.pieces), None),
        tag=note.tag,
        source_tr=note.source.said("tr"),
        source_en=note.source.said("en"),
        read_on=date.fromisoformat(note.source.date),
    )
