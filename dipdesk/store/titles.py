"""What values that point at other records are called, and which records a few letters may mean."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import _, language
from dipdesk.model import Field, Privacy, Record, entities, entity, entity_name, title_column
from dipdesk.model.kinds import File, Kind, Link, Subject
from dipdesk.store import search


def title_of(session: Session, name: str, row_id: str) -> str:
    """The title of a record of the entity ``name`` in the language spoken now; says so if it is gone."""
    if name not in {entity_name(kind) for kind in entities()}:
        return _("(no longer there)")
    record = session.get(entity(name), row_id)
    return (record.title() or _("(without a name)")) if record else _("(no longer there)")


def in_words(session: Session, kind: Kind[Any], value: Any) -> str:
    """A value as people read it, also where it points at another record; empty for none."""
    if not value or not isinstance(kind, Link | Subject | File):
        return kind.format(value)
    if isinstance(kind, Link):
        return title_of(session, kind.target, value)
    if isinstance(kind, Subject):
        name, _slash, row_id = value.partition("/")
        return title_of(session, name, row_id)
    return _("a file")


def said(session: Session, field: Field, value: Any) -> str:
    """A value of a field in words; of a sensitive one only that there is one."""
    if field.privacy is Privacy.SENSITIVE and value:
        return _("(hidden)")
    return in_words(session, field.kind, value)


def all_titles(session: Session, kind: type[Record]) -> dict[str, str]:
    """What all stored records of an entity are called in the language spoken now, by their ids."""
    found = session.connection().exec_driver_sql(
        f"SELECT id, title_{language()} FROM finder WHERE num BETWEEN ? AND ?", search.span(kind)
    )
    return {row[0]: row[1] for row in found.fetchall()}


def suggestions(session: Session, kind: type[Record], text: str, limit: int = 12) -> list[tuple[str, str]]:
    """Records as (id, title) with words in the title beginning like those of ``text``; the first for none."""
    wanted = search.query(text)
    if not wanted:
        rows = session.scalars(select(kind).order_by(getattr(kind, title_column())).limit(limit))
        return [(row.id, row.title()) for row in rows]
    found = session.connection().exec_driver_sql(
        "SELECT finder.id FROM search JOIN finder ON finder.num = search.rowid"
        " WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? ORDER BY search.rank LIMIT ?",
        (f"title : ({wanted})", *search.span(kind), limit),
    )
    records = (session.get(kind, row[0]) for row in found.fetchall())
    return [(record.id, record.title()) for record in records if record is not None]
