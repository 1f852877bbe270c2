"""Checklists of visits as data: what must be ready how many days from a visit, and whose part it is.

Source: each file in ``resources/checklists/`` names its own, with its date and state; a task may name a
nearer one. Days up to 0 count from the first day of the visit, days above 0 from its last day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

TAGS = ("S", "K", "D")
"""How a task is known: read, common knowledge, decided here."""


@dataclass(frozen=True)
class CheckTask:
    """One task: its key, what is to be done, ``days`` from the visit, and the role whose part it is."""

    key: str
    what: Wording
    days: int
    who: str
    tag: str
    source: Source


@dataclass(frozen=True)
class Checklist:
    """The tasks of a kind of visit, and the names of the roles in them."""

    key: str
    name: Wording
    source: Source
    roles: Mapping[str, Wording]
    tasks: tuple[CheckTask, ...]

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Checklist":
        """A checklist from its table (the form of the TOML files); raises Invalid with the place."""
        source = Source.read(table)
        named = table.get("roles", {})
        roles = {str(name): Wording.read(text, f"roles.{name}") for name, text in named.items()}
        tasks = tuple(
            _task(row, f"tasks[{place}]", roles, source) for place, row in enumerate(table.get("tasks", []))
        )
        return cls(key, Wording.read(table.get("name", key), "name"), source, roles, tasks)

    def origin(self, task: CheckTask) -> str:
        """The key by which a task that was laid out is known again."""
        return f"{self.key}.{task.key}"


def _task(row: Mapping[str, Any], place: str, roles: Mapping[str, Wording], usual: Source) -> CheckTask:
    key, days, who, tag = row.get("task"), row.get("days"), row.get("who"), row.get("tag")
    if not isinstance(key, str) or not key:
        raise Invalid(_("Every point and task needs a key."), f"{place}.task")
    if not isinstance(days, int) or isinstance(days, bool):
        raise Invalid(_("A whole number is expected."), f"{place}.days")
    if who not in roles:
        raise Invalid(_("This role is not named in the file."), f"{place}.who")
    if tag not in TAGS:
        raise Invalid(_("The tag is one of S, K and D."), f"{place}.tag")
    own = Wording.read(row["source"], f"{place}.source") if "source" in row else None
    source = Source(own, usual.state, usual.date) if own else usual
    return CheckTask(key, Wording.read(row.get("what", ""), f"{place}.what"), days, str(who), tag, source)


@lru_cache
def checklist_keys() -> tuple[str, ...]:
    """The kinds of visits that have a shipped checklist."""
    return tuple(sorted(path.stem for path in paths.resources("checklists").glob("*.toml")))


@lru_cache
def checklist(key: str) -> Checklist | None:
    """The shipped checklist of a kind of visit, None if there is none."""
    return Checklist.read(key, shipped("checklists", f"{key}.toml")) if key in checklist_keys() else None


def role(origin: str) -> str:
    """Whose part a task from a checklist is, in the language spoken now; empty if that is not known."""
    key, _dot, name = origin.partition(".")
    found = checklist(key)
    task = next((one for one in found.tasks if one.key == name), None) if found else None
    return found.roles[task.who].said() if found and task else ""


def due(days: int, first: date | None, last: date | None) -> date | None:
    """The day of a task ``days`` from a visit from ``first`` to ``last``; None if that day is not known."""
    base = first if days <= 0 else last or first
    try:
        return base + timedelta(days=days) if base else None
    except OverflowError:
        return None


@dataclass(frozen=True)
class Standing:
    """How far a checklist is: tasks in all, done, and late."""

    total: int
    done: int
    late: int


def standing(tasks: Iterable[tuple[date | None, date | None]], today: date) -> Standing:
    """How far tasks are, each given as the day it is due and the day it was done."""
    rows = list(tasks)
    late = sum(1 for wanted, done in rows if done is None and wanted is not None and wanted < today)
    return Standing(len(rows), sum(1 for _wanted, done in rows if done is not None), late)
