"""Deleting a record with everything that belongs to it, and letting go of what only points at it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Record, entities, entity_name, fields, links_to
from dipdesk.model.kinds import Link, Subject


def belongings(session: Session, record: Record) -> list[Record]:
    """What goes when ``record`` goes: its parts, its notes, files and tags, and theirs in turn."""
    found: dict[str, Record] = {}
    waiting = [record]
    while waiting:
        owner = waiting.pop()
        for part in _parts(session, owner):
            if part.id not in found and part.id != record.id:
                found[part.id] = part
                waiting.append(part)
    return list(found.values())


def remove(session: Session, record: Record) -> list[Record]:
    """Delete ``record`` with its belongings and empty the links of others to them; returns all that went."""
    gone = [record, *belongings(session, record)]
    ids = {one.id for one in gone}
    for one in gone:
        for kind, link in links_to(type(one)):
            if not _owns(link.kind):
                for other in session.scalars(select(kind).where(getattr(kind, link.name) == one.id)):
                    if other.id not in ids:
                        setattr(other, link.name, None)
    for one in gone:
        session.delete(one)
    return gone


def subject_of(record: Record) -> str:
    """How notes, files and tags name the record they belong to."""
    return f"{entity_name(type(record))}/{record.id}"


def _parts(session: Session, owner: Record) -> list[Record]:
    found: list[Record] = []
    for kind, link in links_to(type(owner)):
        if _owns(link.kind):
            found += session.scalars(select(kind).where(getattr(kind, link.name) == owner.id))
    for kind in entities():
        for one in fields(kind):
            if isinstance(one.kind, Subject):
                found += session.scalars(select(kind).where(getattr(kind, one.name) == subject_of(owner)))
    return found


def _owns(kind: object) -> bool:
    return isinstance(kind, Link) and kind.owner
