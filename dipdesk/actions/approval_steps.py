"""Writing down a step of approval: into the columns of its record, or as an ApprovalStep, with its scans."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.approval_answer import COLUMNS, Entry, StepColumns
from dipdesk.model import ApprovalStep, Attachment, Record, entity_name, field_of
from dipdesk.model.kinds import Day
from dipdesk.rules.timing import PartialDate
from dipdesk.store import blobs
from dipdesk.store.removal import remove, subject_of

_HELD = ("day", "number", "result", "skipped", "note")


@dataclass(frozen=True)
class Scan:
    """A file to be kept with a step."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class StepWords:
    """What somebody wrote of a step; the names are those of a step of one record only."""

    date: PartialDate | None = None
    number: str = ""
    result: str = ""
    skipped: str = ""
    note: str = ""
    name_tr: str = ""
    name_en: str = ""

    @classmethod
    def of(cls, entry: Entry) -> "StepWords":
        """What is on file."""
        return cls(entry.date, entry.number, entry.result, entry.skipped, entry.note)


def write_step(
    session: Session,
    record: Record,
    key: str,
    words: StepWords,
    scans: Sequence[Scan] = (),
    dropped: Collection[str] = (),
) -> str:
    """Write what is known of the step ``key`` of ``record``; the id of its ApprovalStep, empty without one.

    ``key`` is that of a step of the chain, the id of a step of this record only, or empty for a new one of
    these. Day and number of a step with columns go into them. ``scans`` are added, those whose ids are
    ``dropped`` go. Several ApprovalSteps of one step become one. Raises Invalid for a file that is too large.
    """
    columns = COLUMNS.get(entity_name(type(record)), {}).get(key)
    if columns is not None:
        _set(record, columns.date, _fitting(record, columns.date, words.date))
        if columns.number:
            _set(record, columns.number, words.number)
    kept = _the_one(session, record, key) or ApprovalStep(subject=subject_of(record), step=key)
    session.add(kept)
    for name, value in _values(kept, words, columns).items():
        _set(kept, name, value)
    files = {one.id for one in scans_of(session, kept.id)}
    _keep_files(session, kept, scans, files & set(dropped))
    if kept.step and not any(getattr(kept, name) for name in _HELD) and not scans and files <= set(dropped):
        remove(session, kept)
        return ""
    return kept.id


def _values(step: ApprovalStep, words: StepWords, columns: StepColumns | None) -> dict[str, Any]:
    """What the ApprovalStep itself holds: what the columns of the record do not."""
    values: dict[str, Any] = {"result": words.result, "skipped": words.skipped, "note": words.note}
    values["day"] = None if columns else words.date
    values["number"] = "" if columns and columns.number else words.number
    return values if step.step else {**values, "name_tr": words.name_tr, "name_en": words.name_en}


def remove_step(session: Session, row_id: str) -> bool:
    """Take a step of one record only off the file, with its scans; False if it is gone already."""
    found = session.get(ApprovalStep, row_id)
    if found is not None:
        remove(session, found)
    return found is not None


def scans_of(session: Session, row_id: str) -> list[Attachment]:
    """The scans kept with an ApprovalStep, as they were added."""
    query = select(Attachment).where(Attachment.subject == f"{ApprovalStep.__tablename__}/{row_id}")
    return list(session.scalars(query.order_by(Attachment.id)))


def _the_one(session: Session, record: Record, key: str) -> ApprovalStep | None:
    """The ApprovalStep of a step; the scans of further ones go over to it, and they themselves go."""
    if not key:
        return None
    here = ApprovalStep.subject == subject_of(record)
    found = list(session.scalars(select(ApprovalStep).where(here, ApprovalStep.step == key)))
    if not found:
        own = session.get(ApprovalStep, key)
        return own if own is not None and own.subject == subject_of(record) else None
    first, *others = sorted(found, key=lambda one: one.id)
    for other in others:
        for scan in scans_of(session, other.id):
            scan.subject = subject_of(first)
        session.flush()
        remove(session, other)
    return first


def _fitting(record: Record, column: str, day: PartialDate | None) -> Any:
    """The day as the column takes it: one of plain days takes only those known to the day."""
    if day is not None and isinstance(field_of(type(record), column).kind, Day):
        return day.exact
    return day


def _set(record: Record, name: str, value: Any) -> None:
    if getattr(record, name) != value:
        setattr(record, name, value)


def _keep_files(
    session: Session, step: ApprovalStep, scans: Sequence[Scan], dropped: Collection[str]
) -> None:
    for row_id in dropped:
        remove(session, session.get_one(Attachment, row_id))
    for scan in scans:
        address = blobs.put(session.connection(), scan.content, scan.media_type)
        made = Attachment(name=scan.name, media_type=scan.media_type, content=address)
        made.subject = subject_of(step)
        session.add(made)
