"""Kinds of ceremonies as data: what happens, what must be ready when, seats, flags and papers needed.

Source: each file in ``resources/ceremonies/`` names its own, with its date and state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

AUDIENCES = ("public", "crew")


@dataclass(frozen=True)
class PhaseKind:
    """One point of the usual running order; ``minutes`` is how long it takes."""

    key: str
    title: Wording
    minutes: int
    who: Wording
    cue: Wording
    audience: str = "public"


@dataclass(frozen=True)
class TaskKind:
    """Something to be done ``days`` from the day: before it if negative."""

    key: str
    what: Wording
    days: int


@dataclass(frozen=True)
class CeremonyKind:
    """A kind of ceremony; ``seating`` names layouts, ``flags`` a setting, ``papers`` what is printed."""

    key: str
    name: Wording
    source: Source
    rule_set: str
    seating: tuple[str, ...]
    flags: str
    papers: tuple[str, ...]
    phases: tuple[PhaseKind, ...]
    tasks: tuple[TaskKind, ...]

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "CeremonyKind":
        """A kind from its table (the form of the TOML files); raises Invalid with the place."""
        return cls(
            key,
            Wording.read(table.get("name", key), "name"),
            Source.read(table),
            str(table.get("rule_set", "")),
            tuple(table.get("seating", ())),
            str(table.get("flags", "")),
            tuple(table.get("papers", ())),
            tuple(_phase(row, f"phases[{i}]") for i, row in enumerate(table.get("phases", []))),
            tuple(_task(row, f"tasks[{i}]") for i, row in enumerate(table.get("tasks", []))),
        )


def _phase(row: Mapping[str, Any], place: str) -> PhaseKind:
    audience = str(row.get("audience", "public"))
    if audience not in AUDIENCES:
        raise Invalid(_("A point is shown to everybody or to the crew."), f"{place}.audience")
    return PhaseKind(
        _key(row, "phase", place),
        Wording.read(row.get("title", ""), f"{place}.title"),
        _whole(row, "minutes", place),
        Wording.read(row.get("who", ""), f"{place}.who"),
        Wording.read(row.get("cue", ""), f"{place}.cue"),
        audience,
    )


def _task(row: Mapping[str, Any], place: str) -> TaskKind:
    what = Wording.read(row.get("what", ""), f"{place}.what")
    return TaskKind(_key(row, "task", place), what, _whole(row, "days", place))


def _key(row: Mapping[str, Any], name: str, place: str) -> str:
    key = row.get(name)
    if not isinstance(key, str) or not key:
        raise Invalid(_("Every point and task needs a key."), f"{place}.{name}")
    return key


def _whole(row: Mapping[str, Any], name: str, place: str) -> int:
    value = row.get(name, 0)
    if not isinstance(value, int):
        raise Invalid(_("A whole number is expected."), f"{place}.{name}")
    return value


@lru_cache
def ceremony_keys() -> tuple[str, ...]:
    """The kinds of ceremonies that are shipped."""
    return tuple(sorted(path.stem for path in paths.resources("ceremonies").glob("*.toml")))


@lru_cache
def ceremony_kind(key: str) -> CeremonyKind | None:
    """The shipped kind called ``key``, None if there is none."""
    return CeremonyKind.read(key, shipped("ceremonies", f"{key}.toml")) if key in ceremony_keys() else None
