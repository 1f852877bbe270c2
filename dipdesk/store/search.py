"""The search index: folded words of every record, and what somebody typed as a question to it.

``finder`` gives every record a number for life and keeps its titles, words and sort keys close at hand;
``search`` is the full-text index over the same words by that number. The numbers are a column of their own,
because those that SQLite gives by itself may change when a file is compacted.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from dipdesk.i18n import LANGUAGES, fold, speaking
from dipdesk.model import Field, Privacy, Record, entity_name, fields, title_column
from dipdesk.model.kinds import Kind, Zone

_WORD = re.compile(r"[^\W_]{1,64}")
_MOST_WORDS = 16
_SHARE = 40
"""Each entity has 2**40 numbers, from a place that only its name decides."""


def update(connection: Connection, records: Iterable[Record]) -> None:
    """Bring the words of stored records up to date, in a handful of statements however many there are.

    Their sort keys must be written before: they are taken over from the tables of the entities.
    """
    held = list(records)
    if not held:
        return
    numbers = _numbers(connection, [record.id for record in held])
    for kind in dict.fromkeys(type(record) for record in held):
        new = [record.id for record in held if type(record) is kind and record.id not in numbers]
        first = _next_number(connection, kind)
        numbers.update(zip(new, range(first, first + len(new)), strict=True))
    titles = _titles(held)
    found = [_words(record, names) for record, names in zip(held, titles, strict=True)]
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?, ?, ?)",
        [(numbers[record.id], *words) for record, words in zip(held, found, strict=True)],
    )
    for kind in dict.fromkeys(type(record) for record in held):
        _write_finder(
            connection,
            entity_name(kind),
            [
                (numbers[record.id], f" {told} {rest}", *names, record.id)
                for record, names, (told, rest) in zip(held, titles, found, strict=True)
                if type(record) is kind
            ],
        )


def _write_finder(connection: Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    """Write number, words, titles and id of records; their sort keys come from the table of the entity."""
    keys = ", ".join(title_column(spoken) for spoken in LANGUAGES)
    titles = ", ".join(f"title_{spoken}" for spoken in LANGUAGES)
    marks = ", ".join("?" * len(LANGUAGES))
    connection.exec_driver_sql(
        f"INSERT OR REPLACE INTO finder (num, id, words, {titles}, {keys})"
        f" SELECT ?, id, ?, {marks}, {keys} FROM {table} WHERE id = ?",
        rows,
    )


def remove(connection: Connection, row_ids: Iterable[str]) -> None:
    """Forget rows that are gone."""
    gone = [(number,) for number in _numbers(connection, list(row_ids)).values()]
    if gone:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", gone)
        connection.exec_driver_sql("DELETE FROM finder WHERE num = ?", gone)


def words(text: str) -> tuple[str, ...]:
    """The folded words of what a person typed, each once: ``Çağrı YILMAZ`` → ``cagri``, ``yilmaz``."""
    return tuple(dict.fromkeys(islice(_all_words([text]), _MOST_WORDS)))


def query(text: str) -> str:
    """What a person typed as an FTS5 query: every word, as a prefix, in any order; empty without a word."""
    return " ".join(f'"{word}"*' for word in words(text))


@lru_cache
def span(kind: type[Record]) -> tuple[int, int]:
    """The first and last number that rows of an entity can have in the index."""
    place = zlib.crc32(entity_name(kind).encode()) >> 10
    return place << _SHARE, ((place + 1) << _SHARE) - 1


def _numbers(connection: Connection, row_ids: list[str]) -> dict[str, int]:
    """The numbers of those rows that have one."""
    rows = connection.exec_driver_sql(
        "SELECT id, num FROM finder WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(row_ids),)
    )
    return {row[0]: row[1] for row in rows}


def _next_number(connection: Connection, kind: type[Record]) -> int:
    first, last = span(kind)
    row = connection.exec_driver_sql(
        "SELECT max(num) FROM finder WHERE num BETWEEN ? AND ?", (first, last)
    ).one()
    return (first if row[0] is None else int(row[0])) + 1


def _titles(records: list[Record]) -> list[tuple[str, ...]]:
    """What each record is called, in every language."""
    titles = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            titles.append([record.title() for record in records])
    return list(zip(*titles, strict=True))


def _words(record: Record, titles: Iterable[str]) -> tuple[str, str]:
    """The words of a record's titles, and those of its fields that are not among them."""
    told = dict.fromkeys(_all_words(titles))
    texts = (one.kind.words(getattr(record, one.name)) for one in _searched(type(record)))
    rest = dict.fromkeys(word for word in _all_words(texts) if word not in told)
    return " ".join(told), " ".join(rest)


@lru_cache
def _searched(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that are searched; half of Turkey's records would answer to the zone Europe/Istanbul.

    What is sensitive is in no index.
    """
    return tuple(
        one
        for one in fields(kind)
        if type(one.kind).words is not Kind.words
        and not isinstance(one.kind, Zone)
        and not one.technical
        and one.privacy is not Privacy.SENSITIVE
    )


def _all_words(texts: Iterable[str]) -> Iterator[str]:
    return chain.from_iterable(_folded(piece) for text in texts for piece in text.split())


@lru_cache(maxsize=65536)
def _folded(piece: str) -> tuple[str, ...]:
    """The words of a text without spaces; names come back so often that remembering them pays."""
    return tuple(_WORD.findall(fold(piece)))
