"""What every new office file holds from the start: countries, classes of relations, criteria."""

from collections.abc import Iterator
from typing import Any

from dipdesk.model import Country, Criterion, Record, RelationClass, entity_name, shipped_id
from dipdesk.rules import countries
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


def _listed(kind: type[Record], tables: Any) -> Iterator[Record]:
    """The rows of a table in their order, with room between them for the office's own."""
    name = entity_name(kind)
    for number, row in enumerate(tables[name], start=1):
        values = {field: value for field, value in row.items() if field != "code"}
        yield kind(id=shipped_id(name, row["code"]), place=number * _STEP, **values)
