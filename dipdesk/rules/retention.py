"""How long personal data of a visit are kept: classes of data with their periods, and what is due when.

Source: ``resources/retention/``, which names its own with date and state; the periods are proposals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_date, ngettext
from dipdesk.rules.checklists import TAGS
from dipdesk.rules.sources import Source, Wording, shipped
from dipdesk.rules.spans import months_after


@dataclass(frozen=True)
class DataClass:
    """A class of data: the fields that hold it, and how long after the last day it is kept."""

    key: str
    name: Wording
    fields: tuple[str, ...]
    days: int
    months: int
    sensitive: bool
    tag: str
    source: Source

    def due(self, last: date) -> date:
        """The day from which the data of a visit that ended on ``last`` are to be deleted."""
        day = months_after(last, self.months)
        return day + timedelta(days=self.days) if date.max - day > timedelta(days=self.days) else date.max


@dataclass(frozen=True)
class Retention:
    """The classes of data, how often they must be looked through, and how long the log is kept."""

    name: Wording
    source: Source
    classes: tuple[DataClass, ...]
    periodic_months: int
    log_months: int

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Retention":
        """The rule from its table (the form of the TOML file); raises Invalid with the place."""
        source = Source.read(table)
        rows = table.get("classes", [])
        return cls(
            Wording.read(table.get("name", ""), "name"),
            source,
            tuple(_class(row, f"classes[{place}]", source) for place, row in enumerate(rows)),
            _whole(table, "periodic_months", ""),
            _whole(table, "log_months", ""),
        )


def _class(row: Mapping[str, Any], place: str, usual: Source) -> DataClass:
    key, names, tag = row.get("class"), row.get("fields"), row.get("tag")
    if not isinstance(key, str) or not key:
        raise Invalid(_("Every class of data needs a key."), f"{place}.class")
    if not isinstance(names, list) or not names:
        raise Invalid(_("Every class of data names its fields."), f"{place}.fields")
    if tag not in TAGS:
        raise Invalid(_("The tag is one of S, K and D."), f"{place}.tag")
    days, months = _whole(row, "days", place), _whole(row, "months", place)
    if not days and not months:
        raise Invalid(_("Every class of data says how long it is kept."), f"{place}.days")
    own = Wording.read(row["source"], f"{place}.source") if "source" in row else None
    return DataClass(
        key,
        Wording.read(row.get("name", key), f"{place}.name"),
        tuple(str(name) for name in names),
        days,
        months,
        row.get("sensitive") is True,
        tag,
        Source(own, usual.state, usual.date) if own else usual,
    )


def _whole(row: Mapping[str, Any], name: str, place: str) -> int:
    value = row.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Invalid(_("A whole number is expected."), f"{place}.{name}".lstrip("."))
    return value


@lru_cache
def retention() -> Retention:
    """The shipped rule for visits."""
    return Retention.read(shipped("retention", "visit.toml"))


@dataclass(frozen=True)
class Held:
    """What is still kept of a class of data: of how many people, and from when on it is to be deleted."""

    kind: DataClass
    count: int
    due: date | None

    def is_due(self, today: date) -> bool:
        """Whether it should be gone by now."""
        return self.count > 0 and self.due is not None and self.due <= today

    def said(self, today: date) -> str:
        """What is kept, of how many people, and until when."""
        name = self.kind.name.said()
        if self.due is None:
            text = ngettext("{data}: {count} person", "{data}: {count} people", self.count)
            return text.format(data=name, count=self.count)
        if self.is_due(today):
            text = ngettext(
                "{data}: {count} person, due for deletion since {day}",
                "{data}: {count} people, due for deletion since {day}",
                self.count,
            )
        else:
            text = ngettext(
                "{data}: {count} person, to be deleted on {day}",
                "{data}: {count} people, to be deleted on {day}",
                self.count,
            )
        return text.format(data=name, count=self.count, day=format_date(self.due))


def held(counts: Mapping[str, int], last: date | None) -> tuple[Held, ...]:
    """What is kept, by class, given how many people each class is known of and the visit's last day."""
    return tuple(
        Held(one, counts.get(one.key, 0), one.due(last) if last else None) for one in retention().classes
    )
