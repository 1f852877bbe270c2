"""Merging two records of the same thing: everything that hangs on one moves to the other, as one step.

The record that goes leaves its history in the file, and undo brings it back with all that was moved. What
both had and can be there only once (a relation of one class, a tag, a place in a delegation) is merged, too.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import N_, _, lasting, told
from dipdesk.model import Field, Record, entities, entity_name, fields, links_to
from dipdesk.model.kinds import Link, Subject
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import subject_of

_ONCE = {
    "delegation_member": ("delegation_id", "person_id"),
    "guest": ("ceremony_id", "person_id"),
    "membership": ("partner_id", "municipality_id"),
    "post": ("person_id", "partner_id", "function", "title_tr", "title_en", "since"),
    "relation": ("partner_id", "class_id", "municipality_id"),
    "score": ("relation_id", "criterion_id"),
    "signatory": ("agreement_id", "person_id"),
    "tagging": ("tag_id", "subject"),
    "tie": ("partner_id", "kind", "other_id"),
}
"""By which fields two records of an entity that hang on the same one are the same."""


def merge(
    office: OfficeFile,
    kind: type[Record],
    kept: str,
    gone: str,
    values: Mapping[str, Any] | None = None,
    origin: object = None,
) -> str:
    """Merge the record ``gone`` into ``kept`` as one step, and return its label.

    ``values`` are the values of fields that were chosen; every other field keeps its value, or takes that
    of ``gone`` where it has none. Raises Known if one of the two is no longer there.
    """
    with office.read() as session:
        stays, goes = session.get(kind, kept), session.get(kind, gone)
        if stays is None or goes is None or kept == gone:
            raise Known(_("One of the two records is no longer there. Look for doubles again."))
        label = lasting(N_("Merged: “{gone}” into “{kept}”"), gone=goes.title(), kept=stays.title())
    with office.change(label, origin) as session:
        stays, goes = session.get_one(kind, kept), session.get_one(kind, gone)
        for name, value in (values or {}).items():
            setattr(stays, name, value)
        _absorb(session, stays, goes, chosen=frozenset(values or ()))
    return told(label)


def belongings(session: Session, record: Record) -> dict[type[Record], int]:
    """How many records of each entity point at ``record``."""
    counts: dict[type[Record], int] = {}
    for kind, _link, _other in _pointing(session, record):
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def _absorb(session: Session, kept: Record, gone: Record, chosen: frozenset[str] = frozenset()) -> None:
    """Fill what ``kept`` lacks, move all that points at ``gone``, delete it, and merge what is twice then."""
    for one in fields(type(kept)):
        if one.name not in chosen and _is_blank(one, getattr(kept, one.name)):
            setattr(kept, one.name, getattr(gone, one.name))
    moved = _moved(session, kept, gone)
    session.flush()
    session.delete(gone)
    session.flush()
    for other in moved:
        if other in session and (double := _double(session, other)) is not None:
            _absorb(session, double, other)


def _moved(session: Session, kept: Record, gone: Record) -> list[Record]:
    """Let everything that points at ``gone`` point at ``kept``; what would point at it twice is let go."""
    moved: dict[str, Record] = {}
    for _kind, link, other in list(_pointing(session, gone)):
        if other.id in (kept.id, gone.id):
            setattr(other, link.name, None if other.id == kept.id else getattr(other, link.name))
            continue
        target = kept.id if isinstance(link.kind, Link) else subject_of(kept)
        setattr(other, link.name, target)
        moved[other.id] = other
    for other in list(moved.values()):
        if _is_about_itself(other, kept):
            session.delete(other)
            del moved[other.id]
    return list(moved.values())


def _pointing(session: Session, record: Record) -> Iterator[tuple[type[Record], Field, Record]]:
    """Every record that points at ``record``, with the field that does."""
    for kind, link in links_to(type(record)):
        for other in session.scalars(select(kind).where(getattr(kind, link.name) == record.id)):
            yield kind, link, other
    for kind in entities():
        for one in fields(kind):
            if isinstance(one.kind, Subject):
                about = select(kind).where(getattr(kind, one.name) == subject_of(record))
                for other in session.scalars(about):
                    yield kind, one, other


def _is_about_itself(other: Record, kept: Record) -> bool:
    """Whether both ends of a tie are the same now; a second link that is not needed is emptied instead."""
    name = entity_name(type(kept))
    ends = [
        one
        for one in fields(type(other))
        if isinstance(one.kind, Link) and one.kind.target == name and getattr(other, one.name) == kept.id
    ]
    if len(ends) < 2:
        return False
    free = [one for one in ends if not one.kind.required]
    for one in free[: len(ends) - 1]:
        setattr(other, one.name, None)
    return len(ends) - len(free) > 1


def _double(session: Session, record: Record) -> Record | None:
    """Another record that says the same thing about the same ones; None where several may be."""
    names = _ONCE.get(entity_name(type(record)))
    if names is None:
        return None
    kind = type(record)
    query = select(kind).where(kind.id != record.id)
    for name in names:
        value = getattr(record, name)
        column = getattr(kind, name)
        query = query.where(column.is_(None) if value is None else column == value)
    return session.scalars(query.order_by(kind.id)).first()


def _is_blank(one: Field, value: Any) -> bool:
    return value in (None, one.kind.empty)
