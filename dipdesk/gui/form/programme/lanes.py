"""Where everything stands on the board of a programme: columns of days, hours, items side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from dipdesk.actions.visit_programme import Entry
from dipdesk.rules.programme_stop import Stop
from dipdesk.rules.timing import USUAL_ZONE

A_DAY = 24 * 60
_MORNING, _EVENING = 8 * 60, 20 * 60
_HOUR = 60
_TIMES_WIDER = 2.4


@dataclass(frozen=True)
class Measures:
    """Lengths in pixels: the column of hours, the heads of the days, an hour, the least width and height.

    ``strip`` is the room at the right of a day for the words of the sun and the prayers.
    """

    gutter: float
    head: float
    hour: float
    least_column: float
    least_block: float
    strip: float = 0


def span(stop: Stop, zone: str) -> tuple[int, int]:
    """From which to which minute of its day in a zone a stop stands; what goes on at midnight ends there."""
    starts = stop.starts.seen_in(zone).local
    ends = stop.ends.seen_in(zone).local if stop.ends else starts
    start = starts.hour * _HOUR + starts.minute
    return start, min(start + max(round((ends - starts).total_seconds() / 60), 0), A_DAY)


@dataclass(frozen=True)
class Lanes:
    """A board of ``days`` in ``width`` pixels; with ``folded`` the night stands nowhere unless it is used.

    All stands by the clocks of one ``zone``, also what takes place in another one.
    """

    days: tuple[date, ...]
    entries: tuple[Entry, ...]
    measures: Measures
    width: float
    folded: bool = True
    zone: str = USUAL_ZONE

    @cached_property
    def column(self) -> float:
        """The width of a day."""
        room = self.width - self.measures.gutter
        return max(self.measures.least_column, room / max(len(self.days), 1))

    @property
    def margin(self) -> float:
        """The room at the right of a day, none where the days are narrow."""
        strip = self.measures.strip
        return strip if self.column > _TIMES_WIDER * strip else 0

    @cached_property
    def hours(self) -> tuple[int, int]:
        """The first and the last minute that is shown, in whole hours."""
        if not self.folded:
            return 0, A_DAY
        spans = [span(one.stop, self.zone) for one in self.entries]
        first = min([_MORNING, *(start for start, _end in spans)])
        last = max([_EVENING, *(end for _start, end in spans)])
        return first // _HOUR * _HOUR, -(-last // _HOUR) * _HOUR

    @property
    def height(self) -> float:
        """The height of the whole board."""
        first, last = self.hours
        return self.measures.head + (last - first) / _HOUR * self.measures.hour + 1

    @property
    def full_width(self) -> float:
        """The width of the whole board, more than there is room for if there are many days."""
        return self.measures.gutter + self.column * len(self.days)

    def x(self, day: date) -> float:
        """The left edge of a day."""
        return self.measures.gutter + self.days.index(day) * self.column

    def y(self, minute: float) -> float:
        """Where a minute of the day is."""
        return self.measures.head + (minute - self.hours[0]) / _HOUR * self.measures.hour

    def minute_at(self, y: float) -> float:
        """Which minute of the day is at a height."""
        return self.hours[0] + (y - self.measures.head) / self.measures.hour * _HOUR

    def day_at(self, x: float) -> date:
        """The day at a place; the nearest one beyond the edges."""
        number = int((x - self.measures.gutter) // self.column)
        return self.days[min(max(number, 0), len(self.days) - 1)]

    def day_of(self, stop: Stop) -> date:
        """The day on which a stop stands."""
        return stop.starts.seen_in(self.zone).local.date()

    def box(self, stop: Stop) -> QRectF | None:
        """Where a stop would stand with the whole width of its day; None if its day is not there."""
        day = self.day_of(stop)
        if day not in self.days:
            return None
        start, end = span(stop, self.zone)
        height = max(self.y(end) - self.y(start), self.measures.least_block)
        return QRectF(self.x(day) + 2, self.y(start), self.column - 5 - self.margin, height)

    @cached_property
    def boxes(self) -> Mapping[str, QRectF]:
        """Where each item stands; those at the same time side by side."""
        found: dict[str, QRectF] = {}
        for day in self.days:
            mine = [one.stop for one in self.entries if self.day_of(one.stop) == day]
            for group in _together([(one.id, box) for one in mine if (box := self.box(one)) is not None]):
                found.update(_side_by_side(group))
        return found

    def item_at(self, place: QPointF) -> str:
        """The item at a place; empty for none."""
        return next((key for key, box in self.boxes.items() if box.contains(place)), "")


def _together(boxes: Sequence[tuple[str, QRectF]]) -> list[list[tuple[str, QRectF]]]:
    """Boxes of a day in groups that touch each other in time."""
    groups: list[list[tuple[str, QRectF]]] = []
    below = float("-inf")
    for key, box in sorted(boxes, key=lambda one: (one[1].top(), -one[1].height(), one[0])):
        if box.top() >= below - 0.5:
            groups.append([])
        groups[-1].append((key, box))
        below = max(below, box.bottom())
    return groups


def _side_by_side(group: Sequence[tuple[str, QRectF]]) -> dict[str, QRectF]:
    """The boxes of a group in as many lanes as are needed."""
    ends: list[float] = []
    lanes: dict[str, int] = {}
    for key, box in group:
        lane = next((at for at, end in enumerate(ends) if end <= box.top() + 0.5), len(ends))
        ends[lane : lane + 1] = [box.bottom()]
        lanes[key] = lane
    found = {}
    for key, box in group:
        width = box.width() / len(ends)
        found[key] = QRectF(
            box.left() + lanes[key] * width, box.top(), width - (2 if len(ends) > 1 else 0), box.height()
        )
    return found
