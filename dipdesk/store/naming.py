"""Loading in a few queries what the titles of many records are made from, so that none is looked up alone."""

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from dipdesk.model import Record, entity, fields
from dipdesk.model.kinds import Link
from dipdesk.store.changes import batched


def hold(session: Session, records: Iterable[Record]) -> list[Record]:
    """All records that the titles of ``records`` are made from, however far down.

    They stay known to the session only while the list returned is kept.
    """
    held: list[Record] = []
    waiting = list(records)
    while waiting:
        wanted: dict[str, set[str]] = {}
        for record in waiting:
            for name, target in _naming_links(type(record)):
                if value := getattr(record, name):
                    wanted.setdefault(target, set()).add(value)
        waiting = [one for target, ids in wanted.items() for one in load(session, entity(target), ids)]
        held += waiting
    return held


@lru_cache
def _naming_links(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields whose records lend their names to the title, with their entities."""
    links = ((one.name, one.kind) for one in fields(kind))
    return tuple((name, link.target) for name, link in links if isinstance(link, Link) and link.names)


def load(session: Session, kind: type[Record], row_ids: Iterable[str]) -> list[Record]:
    """The records with these ids, those that are there; one query for those the session does not know."""
    known: list[Record] = []
    missing: list[str] = []
    for row_id in dict.fromkeys(row_ids):
        present = session.identity_map.get(inspect(kind).identity_key_from_primary_key((row_id,)))
        if present is None:
            missing.append(row_id)
        else:
            known.append(present)
    for some in batched(missing):
        known += session.scalars(select(kind).where(kind.id.in_(some)))
    return known
