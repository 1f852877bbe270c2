"""What values that point at other records are called, and which records a few letters may mean."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from dipdesk.i18n import _, fold, kept_language
from dipdesk.model import (
    Delegation,
    Field,
    Office,
    Privacy,
    Record,
    entities,
    entity,
    entity_name,
    fields,
    title_column,
)
from dipdesk.model.delegation import sides
from dipdesk.model.kinds import File, Kind, Link, Subject, WallClock
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.rules.two_clocks import clock_in
from dipdesk.store import search

_VISIT = "visit"
LISTED = 12
"""So many records are suggested at once."""
_WIDER = 4
"""So many times more are found than wanted, for those that hold whole words to come first."""


def title_of(session: Session, name: str, row_id: str) -> str:
    """The title of a record of the entity ``name`` in the language spoken now; says so if it is gone."""
    if name not in {entity_name(kind) for kind in entities()}:
        return _("(no longer there)")
    record = session.get(entity(name), row_id)
    return (record.title() or _("(without a name)")) if record else _("(no longer there)")


def in_words(session: Session, kind: Kind[Any], value: Any) -> str:
    """A value as people read it, also where it points at another record or is told by the clock of another
    place; empty for none.
    """
    if isinstance(value, Moment) and isinstance(kind, WallClock):
        return clock_in(value, own_zone(session))
    if not value or not isinstance(kind, Link | Subject | File):
        return kind.format(value)
    if isinstance(kind, Link):
        return title_of(session, kind.target, value)
    if isinstance(kind, Subject):
        name, _slash, row_id = value.partition("/")
        return title_of(session, name, row_id)
    return _("a file")


def own_words(record: Record, name: str) -> str:
    """What a record makes of a field of its own, where the value alone does not say it all; else empty."""
    if isinstance(record, Delegation) and name == "side" and record.visit:
        return sides(record.visit).get(record.side, "")
    return ""


def own_zone(session: Session) -> str:
    """The time zone of the office, by whose clocks all is told that names no other place."""
    return session.scalars(select(Office.zone)).first() or USUAL_ZONE


def said(session: Session, field: Field, value: Any) -> str:
    """A value of a field in words; of a sensitive one only that there is one."""
    if field.privacy is Privacy.SENSITIVE and value:
        return _("(hidden)")
    return in_words(session, field.kind, value)


def all_titles(session: Session, kind: type[Record]) -> dict[str, str]:
    """What all stored records of an entity are called in the language spoken now, by their ids."""
    found = session.connection().exec_driver_sql(
        f"SELECT id, title_{kept_language()} FROM finder WHERE num BETWEEN ? AND ?", search.span(kind)
    )
    return {row[0]: row[1] for row in found.fetchall()}


def suggestions(
    session: Session,
    kind: type[Record],
    text: str,
    limit: int = LISTED,
    near: Mapping[str, object] | None = None,
    visit: str = "",
) -> list[tuple[str, str]]:
    """Records as (id, title) with words in the title beginning like those of ``text``; the first for none.

    Those with whole words of it come before those with beginnings. Those that belong to what ``near`` names,
    values by fields, come first: the posts of the person. Of what belongs to visits (members, journeys,
    rooms) there is only that of ``visit``, if that is known.
    """
    within = _within(kind, visit) if visit else None
    mine = _mine(session, kind, text, near or {}, within)
    if within is not None:
        return mine[:limit]
    ids = {key for key, _title in mine}
    return [*mine, *(one for one in _found(session, kind, text, limit) if one[0] not in ids)][:limit]


def count_of(session: Session, kind: type[Record], text: str, near: Mapping[str, object], visit: str) -> int:
    """How many records ``suggestions`` would give if there were no limit."""
    within = _within(kind, visit) if visit else None
    mine = [key for key, _title in _mine(session, kind, text, near, within)]
    if within is not None:
        return len(mine)
    wanted = search.query(text)
    if not wanted:
        return session.scalar(select(func.count()).select_from(kind)) or 0
    others = (
        f"JOIN finder ON finder.num = search.rowid AND finder.id NOT IN ({', '.join('?' * len(mine))})"
        if mine
        else ""
    )
    found = session.connection().exec_driver_sql(
        f"SELECT count(*) FROM search {others} WHERE search MATCH ? AND search.rowid BETWEEN ? AND ?",
        (*mine, f"title : ({wanted})", *search.span(kind)),
    )
    return len(mine) + int(found.scalar_one())


def belongs(record: Record, near: Mapping[str, object]) -> bool:
    """Whether a record belongs to what ``near`` names; so does one of which nothing says whose it is."""
    return all(getattr(record, name) == near[name] for name in _owners(type(record), near))


def _mine(
    session: Session,
    kind: type[Record],
    text: str,
    near: Mapping[str, object],
    within: ColumnElement[bool] | None,
) -> list[tuple[str, str]]:
    """Those that belong to what ``near`` names, or are ``within``, with the words of ``text`` anywhere."""
    own = _belonging(session, kind, near, *([] if within is None else [within]))
    words = fold(text).split()
    return [(one.id, one.title()) for one in own if all(word in fold(one.title()) for word in words)]


def _owners(kind: type[Record], near: Mapping[str, object]) -> list[str]:
    """The fields of an entity that say what a record belongs to, and are known."""
    return [
        one.name
        for one in fields(kind)
        if isinstance(one.kind, Link) and one.kind.owner and near.get(one.name)
    ]


def _within(kind: type[Record], visit: str) -> ColumnElement[bool] | None:
    """What records of an entity fulfil that belong to a visit, also by another record; None if none do."""
    for one in fields(kind):
        if not isinstance(one.kind, Link) or not one.kind.owner:
            continue
        link: ColumnElement[str | None] = getattr(kind, one.name)
        if one.kind.target == _VISIT:
            return link == visit
        owner = entity(one.kind.target)
        inner = _within(owner, visit) if owner is not kind else None
        if inner is not None:
            return link.in_(select(owner.id).where(inner))
    return None


def _belonging(
    session: Session, kind: type[Record], near: Mapping[str, object], *within: ColumnElement[bool]
) -> list[Record]:
    """The records that belong to what ``near`` names, or are ``within``, those first that share more."""
    names = _owners(kind, near)
    if not names and not within:
        return []
    here = list(within) or [getattr(kind, name) == near[name] for name in names]
    found = session.scalars(select(kind).where(*here).order_by(getattr(kind, title_column()))).all()
    return sorted(found, key=lambda one: -sum(getattr(one, name) == value for name, value in near.items()))


def _found(session: Session, kind: type[Record], text: str, limit: int) -> list[tuple[str, str]]:
    wanted = search.query(text)
    called = f"finder.title_{kept_language()}"
    connection = session.connection()
    if not wanted:
        rows = connection.exec_driver_sql(
            f"SELECT one.id, {called} FROM {entity_name(kind)} AS one JOIN finder ON finder.id = one.id"
            f" ORDER BY one.{title_column()} LIMIT ?",
            (limit,),
        )
        return [(row[0], row[1]) for row in rows]
    rows = connection.exec_driver_sql(
        f"SELECT finder.id, {called} FROM search JOIN finder ON finder.num = search.rowid"
        " WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? ORDER BY search.rank LIMIT ?",
        (f"title : ({wanted})", *search.span(kind), limit * _WIDER),
    )
    titles = [(row[0], row[1]) for row in rows]
    words = set(fold(text).split())
    return sorted(titles, key=lambda one: -len(words & set(fold(one[1]).split())))[:limit]
