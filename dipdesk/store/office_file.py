"""An open office file: the one door for reading and for changes, undo, and news for those who listen."""

from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from dipdesk.i18n import N_, lasting, told
from dipdesk.model import Field, Office, Person, Record, entity, entity_name, links_to
from dipdesk.store import connection as driver
from dipdesk.store import copies, homes, log, naming, search
from dipdesk.store.changes import Change, Recorder, RowChange, apply, batched
from dipdesk.store.engine import engine
from dipdesk.store.held_file import HeldFile
from dipdesk.store.letting_go import QuietSession, resting
from dipdesk.store.pen import Pen

UNDO_STEPS = 100


@dataclass(frozen=True)
class News:
    """What changed: the label of the step, who made it, and the rows as (entity, id).

    ``changes`` say what was in the rows before and after; ``is_replay`` is whether a step was taken back
    or done again.
    """

    label: str
    origin: object
    rows: frozenset[tuple[str, str]]
    changes: tuple[RowChange, ...] = field(default=(), compare=False, repr=False)
    is_replay: bool = field(default=False, compare=False)

    def touches(self, *entities: str) -> bool:
        """Whether rows of one of these entities changed."""
        return any(name in entities for name, _row in self.rows)


Listener = Callable[[News], None]


class OfficeFile:
    """The records of an office file that is held. Close it when done."""

    def __init__(self, held: HeldFile) -> None:
        self.held = held
        self._engine = engine(held.raw)
        self._open: Session | None = None
        self._listeners: list[Listener] = []
        self._undo: list[Change] = []
        self._redo: list[Change] = []

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.held.path

    @property
    def pen(self) -> Pen:
        """Where the chain of this copy stands."""
        return self.held.pen

    @property
    def raw(self) -> Any:
        """The driver's connection, for the store's own modules."""
        return self.held.raw

    @property
    def saved_at(self) -> datetime | None:
        """When something was written last; None if nothing was since the file was opened."""
        return self.held.saved_at

    def close(self) -> None:
        """Let go of the file without a backup; further use is an error, closing again is not."""
        self.held.close()
        self._engine.dispose()

    def __enter__(self) -> "OfficeFile":
        return self

    def __exit__(self, *ignored: object) -> None:
        self.close()

    # Reading

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to look things up; nothing done in it is kept. Inside a change, the change's session."""
        if self._open is not None:
            yield self._open
            return
        with QuietSession(self._engine, autoflush=False, expire_on_commit=False) as session:
            self._open = session
            try:
                yield session
            except DBAPIError as error:
                raise driver.trouble(error, self.path) or error from error
            finally:
                self._open = None

    def office(self) -> Office:
        """The record of the office itself."""
        with self.read() as session:
            return session.scalars(select(Office)).one()

    # Changing

    @contextmanager
    def change(self, label: str, origin: object = None, undoable: bool = True) -> Iterator[Session]:
        """The one door for changes: commits, logs, makes one undo step called ``label`` and tells the news.

        ``label`` is a message marked by ``N_()``, one with values made by ``lasting()``: it is stored so, and
        told in the language of whoever reads it.
        What the program notes down by itself is not ``undoable``. Any exception leaves file, undo list and
        listeners as they were. Raises Known when the disk is full or the like.
        """
        done = Change(label)
        with self._writing(done) as session:
            yield session
        if done.rows:
            if undoable:
                self._undo = [*self._undo, done][-UNDO_STEPS:]
                self._redo = []
            self._tell(done, origin)

    @contextmanager
    def _writing(self, change: Change) -> Iterator[Session]:
        if self._open is not None:
            raise RuntimeError("a change cannot start inside another one or inside reading")
        before = (self.pen.seq, self.pen.tip, self.pen.clock)
        recorder = Recorder()
        session = QuietSession(self._engine, autoflush=True, expire_on_commit=False)
        event.listen(session, "after_flush", recorder.after_flush)
        event.listen(session, "do_orm_execute", recorder.refuse_bulk)
        self._open = session
        try:
            yield session
            with resting():
                session.flush()
                self._write_down(session, change, recorder)
            if not self.held.is_in_place():
                raise driver.gone(self.path)
            session.commit()
        except BaseException as error:
            session.rollback()
            self.pen.seq, self.pen.tip, self.pen.clock = before
            raise driver.trouble(error, self.path) or error from error
        finally:
            self._open = None
            session.close()
        if change.rows:
            self.held.saved_at = datetime.now().astimezone()

    def _write_down(self, session: Session, change: Change, recorder: Recorder) -> None:
        """Write what follows from the rows that changed: keys, search words, the log."""
        change.rows = recorder.rows()
        self._follow_up(session, change, recorder)
        if change.rows:
            log.write(session.connection(), self.pen, change, copies.person())

    def _follow_up(self, session: Session, change: Change, recorder: Recorder) -> None:
        """Bring sort keys and search words up to date for what changed and what takes its name from it."""
        touched = {record.id: record for record in recorder.present()}
        moved = homes.settle(session, change.rows, touched.values())
        touched |= {person.id: person for person in moved}
        renamed = _by_entity(row for row in change.rows if row.before is not None and row.after is not None)
        renamed[Person] = [*renamed.get(Person, ()), *(person.id for person in moved)]
        for kind, row_ids in renamed.items():
            for dependent in _named_after(session, kind, row_ids):
                touched.setdefault(dependent.id, dependent)
        for record in touched.values():
            if names := inspect(type(record)).relationships.keys():
                session.expire(record, names)
        held = naming.hold(session, touched.values())
        _write_keys(session, list(touched.values()))
        search.remove(session.connection(), [row.row_id for row in change.rows if row.after is None])
        search.update(session.connection(), touched.values())
        held.clear()

    # Undo

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty if nothing."""
        return told(self._undo[-1].label) if self._undo else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty if nothing."""
        return told(self._redo[-1].label) if self._redo else ""

    def undo_labels(self) -> list[str]:
        """The steps that can be taken back, the latest first."""
        return [told(change.label) for change in reversed(self._undo)]

    def forget_steps(self) -> None:
        """Start with an empty undo list; nothing counts as changed yet."""
        self._undo, self._redo, self.held.saved_at = [], [], None

    def forget(self, gone: Set[tuple[str, str]]) -> None:
        """Leave the registers ``gone``, as (row id, register), out of all steps; emptied steps go."""
        self._undo, self._redo = (
            [rest for step in steps if (rest := step.without(gone)).rows]
            for steps in (self._undo, self._redo)
        )

    def undo(self, origin: object = None) -> str:
        """Take the last step back and return its label; empty if there is none."""
        return self._replay(self._undo, self._redo, N_("Undo: {step}"), origin)

    def redo(self, origin: object = None) -> str:
        """Do the step again that was taken back last and return its label; empty if there is none."""
        return self._replay(self._redo, self._undo, N_("Redo: {step}"), origin)

    def _replay(self, source: list[Change], target: list[Change], name: str, origin: object) -> str:
        if not source:
            return ""
        step = source[-1]
        written = Change(lasting(name, step=lasting(step.label)))
        with self._writing(written) as session:
            apply(session, step.inverse().rows)
        source.pop()
        target.append(step.inverse())
        self._tell(written, origin, is_replay=True)
        return told(step.label)

    # News

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; call the function returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _tell(self, change: Change, origin: object, *, is_replay: bool = False) -> None:
        rows = frozenset((row.entity, row.row_id) for row in change.rows)
        news = News(change.label, origin, rows, tuple(change.rows), is_replay)
        for listener in list(self._listeners):
            listener(news)


def _by_entity(rows: Iterable[RowChange]) -> dict[type[Record], list[str]]:
    found: dict[type[Record], list[str]] = {}
    for row in rows:
        found.setdefault(entity(row.entity), []).append(row.row_id)
    return found


def _named_after(session: Session, kind: type[Record], row_ids: list[str]) -> Iterator[Record]:
    """The records whose titles are made from those of the given ones, however far down."""
    for other, link in _naming_links(kind):
        found: list[Record] = []
        for some in batched(row_ids):
            found += session.scalars(select(other).where(getattr(other, link.name).in_(some)))
        yield from found
        if found:
            yield from _named_after(session, other, [record.id for record in found])


def _naming_links(kind: type[Record]) -> list[tuple[type[Record], Field]]:
    return [(other, link) for other, link in links_to(kind) if getattr(link.kind, "names", False)]


def _write_keys(session: Session, records: list[Record]) -> None:
    for kind in {type(record) for record in records}:
        rows = [{"row": record.id, **record.derived()} for record in records if type(record) is kind]
        columns = [name for name in rows[0] if name != "row"]
        assignments = ", ".join(f"{name} = :{name}" for name in columns)
        table = entity_name(kind)
        session.connection().exec_driver_sql(f"UPDATE {table} SET {assignments} WHERE id = :row", rows)
