"""Where somebody may want to go: the records that fit what was typed, those that are called so first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from dipdesk.i18n import LANGUAGES, fold, kept_language
from dipdesk.model import Agreement, Partner, Person, Record, Visit, entities
from dipdesk.store import search

EXACT, BEGINS, NAMED, HELD = range(4)
"""How a record fits: it is called so, its title begins so, its title has the words, they stand elsewhere."""
_WORD = re.compile(r"[^\W_]+")
_FIRST: tuple[type[Record], ...] = (Partner, Person, Visit, Agreement)
"""Of what fits alike, these come first; then the others by name. So they are looked for by themselves."""
_LATEST = 600
"""Of so many of the latest that match, the best are taken, so that no typed letter takes long."""
_BEST = 40
_LAST = (1 << 63) - 1


@dataclass(frozen=True)
class Target:
    """A record that can be gone to, with its title in the language spoken now and how well it fits."""

    kind: type[Record]
    row_id: str
    title: str
    fit: int


def targets(
    connection: Connection, text: str, limit: int, kinds: Sequence[type[Record]] = ()
) -> list[Target]:
    """The best ``limit`` records for what was typed, of ``kinds`` or of all; empty if no word was typed.

    Case, accents and the dots of ı and i make no difference.
    """
    wanted = search.query(text)
    if not wanted:
        return []
    ranges = [search.span(kind) for kind in kinds or _FIRST] + ([] if kinds else _around(Person))
    found = {one.row_id: one for part in ranges for one in _titled(connection, part, wanted, text)}
    if len(found) < limit:
        for part in ranges if kinds else [(0, _LAST)]:
            for one in _holding(connection, part, wanted, limit):
                found.setdefault(one.row_id, one)
    places = {kind: place for place, kind in enumerate(_order())}
    return sorted(found.values(), key=lambda one: (one.fit, places[one.kind], len(one.title)))[:limit]


@lru_cache
def _order() -> tuple[type[Record], ...]:
    return (*_FIRST, *(kind for kind in entities() if kind not in _FIRST))


def _around(kind: type[Record]) -> list[tuple[int, int]]:
    """The numbers of the records of all other entities."""
    first, last = search.span(kind)
    return [(0, first - 1), (last + 1, _LAST)]


@lru_cache
def _kinds() -> dict[int, type[Record]]:
    """The entities by their place among the numbers."""
    return {search.span(kind)[0] // _share(): kind for kind in _order()}


def _share() -> int:
    """How many numbers each entity has."""
    first, last = search.span(Person)
    return last - first + 1


def _titled(connection: Connection, part: tuple[int, int], wanted: str, text: str) -> Iterator[Target]:
    """The records among these numbers whose titles have the words, the best of the latest."""
    titles = ", ".join(f"title_{spoken}" for spoken in LANGUAGES)
    rows = connection.exec_driver_sql(
        f"SELECT num, id, {titles} FROM"
        " (SELECT rowid AS num FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?) AS hit JOIN finder USING (num)"
        " ORDER BY instr(words, ?), length(words), num LIMIT ?",
        (f"title : ({wanted})", *part, _LATEST, f" {search.words(text)[0]}", _BEST),
    )
    spoken = LANGUAGES.index(kept_language())
    typed = _plain(text)
    for number, row_id, *names in rows:
        yield Target(_kinds()[number // _share()], row_id, names[spoken], _fit(typed, names))


def _holding(connection: Connection, part: tuple[int, int], wanted: str, limit: int) -> Iterator[Target]:
    """The latest records among these numbers that have the words anywhere."""
    rows = connection.exec_driver_sql(
        f"SELECT num, id, title_{kept_language()} FROM (SELECT rowid AS num FROM search"
        " WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?) AS hit"
        " JOIN finder USING (num)",
        (wanted, *part, 2 * limit),
    )
    for number, row_id, title in rows:
        yield Target(_kinds()[number // _share()], row_id, title, HELD)


def _fit(typed: str, titles: Sequence[str]) -> int:
    plain = [_plain(title) for title in titles]
    if typed in plain:
        return EXACT
    return BEGINS if any(title.startswith(typed) for title in plain) else NAMED


def _plain(text: str) -> str:
    """A text as it is compared: folded words with one space between them."""
    return " ".join(_WORD.findall(fold(text)))
