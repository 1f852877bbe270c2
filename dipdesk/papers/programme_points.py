"""The points of a visit's programme: its items, and the ceremonies that none of them stands for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from dipdesk.actions import ceremonies_apart
from dipdesk.i18n import _, format_date
from dipdesk.model import Ceremony, Person, ProgrammeItem, Visit
from dipdesk.papers.reading import Reading
from dipdesk.rules.receivers import is_backstage
from dipdesk.rules.timing import Moment


@dataclass(frozen=True)
class Point:
    """Something that takes place: an item of the programme, or a ceremony without one."""

    source: ProgrammeItem | Ceremony

    @property
    def starts(self) -> Moment | None:
        """When it begins."""
        return self.source.starts

    @property
    def ends(self) -> Moment | None:
        """When it is over."""
        return self.source.ends

    @property
    def day(self) -> date | None:
        """The day on which it begins by the clock of its place."""
        return self.starts.local.date() if self.starts else None

    @cached_property
    def item(self) -> ProgrammeItem | None:
        """The item; None for a ceremony."""
        return self.source if isinstance(self.source, ProgrammeItem) else None

    @property
    def is_milestone(self) -> bool:
        """Whether it stands out as a point in time."""
        return self.item is not None and self.item.milestone

    @property
    def part(self) -> tuple[str, str]:
        """The part of the programme it belongs to, in both languages; of empty texts if to none."""
        return (self.item.part_tr, self.item.part_en) if self.item else ("", "")

    @property
    def responsible(self) -> Person | None:
        """Who sees to it."""
        source = self.source
        return source.responsible if isinstance(source, ProgrammeItem) else source.officer


def points(reading: Reading, visit: Visit, receiver: str = "") -> list[Point]:
    """What may be shown to a receiver, in its order; what has no time stands last.

    In a public version, and in copies for those who are not behind the scenes, items for the crew are left
    out, and stand for no ceremony; what is called off is left out everywhere.
    """
    is_crew_shown = is_backstage(receiver) and not reading.public
    items = [
        one
        for one in reading.all(ProgrammeItem, ProgrammeItem.visit_id == visit.id)
        if is_crew_shown or one.audience != "crew"
    ]
    ceremonies = reading.all(Ceremony, Ceremony.visit_id == visit.id, Ceremony.state != "cancelled")
    shown: list[ProgrammeItem | Ceremony] = [*items, *ceremonies_apart.apart(items, ceremonies)]
    return sorted((Point(one) for one in shown), key=_place)


def in_parts(found: Iterable[Point]) -> Iterator[tuple[bool, list[Point]]]:
    """The points in their order, those of one part that follow each other together; whether it has a name."""
    for part, group in groupby(found, key=lambda one: one.part):
        yield any(part), list(group)


def day_title(day: date | None, number: int) -> str:
    """How a day of the programme is headed; None for what has no time."""
    if day is None:
        return _("Time not fixed yet")
    return _("Day {number} · {day}").format(number=number, day=format_date(day, "full"))


def _place(point: Point) -> tuple[bool, float, str]:
    starts = point.starts
    return starts is None, starts.aware.timestamp() if starts else 0.0, point.source.id
