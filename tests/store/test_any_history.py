"""After any history of records of all entities the tables say what the log says, and undo is exact."""

import shutil
import string
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import Country, Field, Office, Record, entities, entity, entity_name, fields, new_id
from dipdesk.model.kinds import (
    Amount,
    Choice,
    Countries,
    Day,
    File,
    Flag,
    Languages,
    Link,
    Money,
    OnMap,
    PartialDay,
    Position,
    Subject,
    Text,
    WallClock,
    Whole,
    Words,
)
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store import checking, opening, removal
from dipdesk.store.changes import all_registers
from dipdesk.store.office_file import OfficeFile

_KINDS = [kind for kind in entities() if kind not in (Office, Country)]
_LETTERS = string.ascii_letters + "çğıöşüÇĞİÖŞÜ 'ß’\u0301🙂\"{}%"
_MINUTES = st.datetimes(datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2100-01-01")).map(
    lambda one: one.replace(second=0, microsecond=0)
)
_PLAIN: dict[type[Any], st.SearchStrategy[Any]] = {
    Text: st.text(_LETTERS, max_size=12),
    File: st.sampled_from(["", "a" * 64]),
    Flag: st.booleans(),
    Whole: st.none() | st.integers(0, 9999),
    Amount: st.none() | st.builds(Money, st.decimals(0, 10**9, places=2), st.sampled_from(["EUR", "TRY"])),
    OnMap: st.none() | st.builds(Position, st.floats(-90, 90), st.floats(-180, 180)),
    Day: st.none() | st.dates(date(1000, 1, 1)),
    PartialDay: st.sampled_from([None, PartialDate(1988), PartialDate(2022, 3), PartialDate(2015, 3, 5)]),
    WallClock: st.none() | st.builds(Moment, _MINUTES),
    Words: st.lists(st.sampled_from(["su", "iklim", "gençlik"]), unique=True).map(tuple),
    Countries: st.lists(st.sampled_from(["DE", "MK"]), unique=True).map(tuple),
    Languages: st.lists(st.sampled_from(["tr", "en", "mk"]), unique=True).map(tuple),
}


def row_id(name: str, number: int) -> str:
    """The id of a record; ids of different entities never meet."""
    place = [entity_name(kind) for kind in entities()].index(name)
    return f"{place:08x}{number:024x}"


def value(one: Field) -> st.SearchStrategy[Any]:
    kind = one.kind
    if isinstance(kind, Link):
        return st.none() | st.integers(0, 2).map(lambda number: row_id(kind.target, number))
    if isinstance(kind, Subject):
        return st.integers(0, 2).map(lambda number: f"visit/{row_id('visit', number)}")
    if isinstance(kind, Choice):
        return st.sampled_from(["", "of_a_newer_version", *kind.options])
    return next(_PLAIN[base] for base in type(kind).__mro__ if base in _PLAIN)


@st.composite
def work(draw: st.DrawFn) -> tuple[str, str, int, dict[str, Any]]:
    """One thing to do: what, to which record of which entity, with which values."""
    kind = draw(st.sampled_from(_KINDS))
    what = draw(st.sampled_from(["set", "set", "set", "delete", "flush"]))
    some = draw(st.lists(st.sampled_from(fields(kind)), max_size=4, unique_by=lambda one: one.name))
    return what, entity_name(kind), draw(st.integers(0, 2)), {one.name: draw(value(one)) for one in some}


_STEPS = st.lists(st.lists(work(), min_size=1, max_size=5) | st.sampled_from(["undo", "redo"]), max_size=8)


def do(session: Session, task: tuple[str, str, int, dict[str, Any]]) -> None:
    what, name, number, values = task
    kind = entity(name)
    record = session.get(kind, row_id(name, number))
    if what == "flush":
        session.flush()
    elif what == "delete":
        if record is not None:
            removal.remove(session, record)
            session.flush()
    else:
        if record is None:
            record = kind(id=row_id(name, number))
            session.add(record)
        for field, new in values.items():
            setattr(record, field, _there(session, kind, field, new))


def _there(session: Session, kind: type[Record], field: str, new: Any) -> Any:
    """A link only to a record that is there."""
    one = next(one for one in fields(kind) if one.name == field)
    if isinstance(one.kind, Link) and new and session.get(entity(one.kind.target), new) is None:
        return None
    return new


def state(office: OfficeFile) -> dict[str, Any]:
    with office.read() as session:
        return {
            f"{entity_name(kind)}/{record.id}": all_registers(record)
            for kind in _KINDS
            for record in session.scalars(select(kind))
        }


def keys(office: OfficeFile) -> list[Any]:
    """The sort keys as they are, and as they should be, where the two differ."""
    with office.read() as session:
        return [
            (entity_name(kind), record.id, name)
            for kind in _KINDS
            for record in session.scalars(select(kind))
            for name, key in record.derived().items()
            if getattr(record, name) != key
        ]


def titles(office: OfficeFile) -> list[Any]:
    """What is kept of what records are called, where it differs from what they say."""
    kept = {row[0]: row[1:] for row in office.raw.execute("SELECT id, title_tr, title_en FROM finder")}
    with office.read() as session:
        said = {record.id: _titles(record) for kind in _KINDS for record in session.scalars(select(kind))}
    return sorted(set(kept.items()) ^ set(said.items()))


def _titles(record: Record) -> tuple[str, ...]:
    found = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            found.append(record.title())
    return tuple(found)


@given(steps=_STEPS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_after_any_history_tables_log_keys_and_undo_agree(
    bare_file: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[Any]
) -> None:
    path = Path(shutil.copy(bare_file, tmp_path_factory.mktemp("any") / f"{new_id()}.dipdesk"))
    with opening.open_file(path) as office:
        states = [state(office)]
        for step in steps:
            if isinstance(step, str):
                getattr(office, step)()
            else:
                before = len(office.undo_labels())
                with office.change("Step") as session:
                    for task in step:
                        do(session, task)
                if len(office.undo_labels()) > before:
                    states[before + 1 :] = [state(office)]
            assert checking.check(office).all_well
            assert keys(office) == []
            assert titles(office) == []
            assert state(office) == states[len(office.undo_labels())]
