"""The search index: folded words of every record; the only module that knows FTS5."""

import re
import zlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from dipdesk.i18n import LANGUAGES, fold, speaking
from dipdesk.model import Record, entity_name, fields

_WORD = re.compile(r"\w+")
_SHARE = 40
"""Each entity has 2**40 numbers, from a place that only its name decides."""


def update(connection: Connection, records: Iterable[Record]) -> None:
    """Bring the words of records up to date."""
    for record in records:
        _forget(connection, record.id)
        number = _new_number(connection, type(record))
        connection.exec_driver_sql("INSERT INTO finder VALUES (?, ?)", (number, record.id))
        title, body = _words(record)
        connection.exec_driver_sql("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", (number, title, body))


def remove(connection: Connection, row_ids: Iterable[str]) -> None:
    """Forget rows that are gone."""
    for row_id in row_ids:
        _forget(connection, row_id)


def query(text: str) -> str:
    """What a person typed as an FTS5 query: every word, as a prefix, in any order; empty if there is no word."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(fold(text)))


def span(kind: type[Record]) -> tuple[int, int]:
    """The first and last number that rows of an entity can have in the index."""
    place = zlib.crc32(entity_name(kind).encode()) >> 10
    return place << _SHARE, ((place + 1) << _SHARE) - 1


def everywhere(connection: Connection, text: str, limit: int = 50) -> Sequence[str]:
    """Ids of records of all entities that hold all words of ``text``, best title first."""
    wanted = query(text)
    if not wanted:
        return ()
    rows = connection.exec_driver_sql(
        "SELECT finder.id FROM search JOIN finder ON finder.num = search.rowid WHERE search MATCH ?"
        " ORDER BY bm25(search, 10.0, 1.0) LIMIT ?",
        (wanted, limit),
    )
    return [row[0] for row in rows]


def _forget(connection: Connection, row_id: str) -> None:
    row = connection.exec_driver_sql("SELECT num FROM finder WHERE id = ?", (row_id,)).fetchone()
    if row is not None:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (row[0],))
        connection.exec_driver_sql("DELETE FROM finder WHERE num = ?", (row[0],))


def _new_number(connection: Connection, kind: type[Record]) -> int:
    first, last = span(kind)
    row = connection.exec_driver_sql("SELECT max(num) FROM finder WHERE num BETWEEN ? AND ?", (first, last)).fetchone()
    return (row[0] if row and row[0] is not None else first) + 1


def _words(record: Record) -> tuple[str, str]:
    titles = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            titles.append(record.title())
    body = " ".join(one.kind.words(getattr(record, one.name)) for one in fields(type(record)))
    return fold(" ".join(dict.fromkeys(titles))), fold(body)
