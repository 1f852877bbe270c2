"""Loading in a few queries what the titles of many records are made from, so that none is looked up alone."""

from collections.abc import Iterable

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
            for link in fields(type(record)):
                if isinstance(link.kind, Link) and link.kind.names and (value := getattr(record, link.name)):
                    wanted.setdefault(link.kind.target, set()).add(value)
        waiting = [one for target, ids in wanted.items() for one in load(session, entity(target), ids)]
        held += waiting
    return held


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
