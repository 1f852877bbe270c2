"""What the board of a programme shows beside its items; journeys stand in the heads of their days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from dipdesk.actions.programme_days import DayWords, Mark
from dipdesk.actions.programme_journeys import Passage
from dipdesk.gui.form.programme.lanes import Lanes
from dipdesk.gui.theme import font
from dipdesk.i18n import format_time
from dipdesk.rules.programme_troubles import GAP, QUIET, Trouble, sentence

PAD = 6.0
MOST_NAMES = 2
"""How many names of a day stand in its head."""
MOST_PASSAGES = 5
"""How many journeys of a day stand in its head; all of them stand in its tooltip."""


@dataclass(frozen=True)
class Shown:
    """What the board shows beside its items: per day the sun and holidays, what does not fit, and journeys.

    ``titles`` are those of the items, by id.
    """

    words: Mapping[date, DayWords] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    passages: tuple[Passage, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def wrong(self) -> frozenset[str]:
        """The items with which something is wrong."""
        told = (one for one in self.troubles if one.kind not in QUIET)
        return frozenset(key for one in told for key in (one.first, one.second))

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The items about which there is a question."""
        return frozenset(one.first for one in self.troubles if one.kind in QUIET and one.question)

    def reasons(self, item: str) -> tuple[str, ...]:
        """Why an item bears a sign, in sentences."""
        mine = (one for one in self.troubles if item in (one.first, one.second) and one.kind != GAP)
        return tuple(sentence(one, self.titles) for one in mine)

    def names(self, day: date) -> tuple[str, ...]:
        """The names of a day that stand in its head."""
        return self.words[day].names[:MOST_NAMES] if day in self.words else ()

    def on(self, day: date) -> tuple[Passage, ...]:
        """The journeys of a day."""
        return tuple(one for one in self.passages if one.day == day)

    def lines(self, day: date) -> int:
        """How many lines beneath its date the head of a day has."""
        return len(self.names(day)) + min(len(self.on(day)), MOST_PASSAGES)


def mark_words(mark: Mark) -> str:
    """What stands at the line of the sun or a prayer."""
    return f"{mark.label} {format_time(mark.at.local)}"


def title_font() -> QFont:
    """The letters of weekdays and of items."""
    made = QFont(font("table"))
    made.setWeight(QFont.Weight.DemiBold)
    return made


def passage_boxes(lanes: Lanes, shown: Shown) -> list[tuple[Passage, QRectF]]:
    """Where the journeys stand: in the heads of their days, beneath date and names."""
    row = QFontMetricsF(font("secondary")).height()
    found = []
    for day in lanes.days:
        top = 2 + QFontMetricsF(title_font()).height() + row * (1 + len(shown.names(day)))
        for number, one in enumerate(shown.on(day)[:MOST_PASSAGES]):
            area = QRectF(lanes.x(day) + PAD, top + number * row, lanes.column - 2 * PAD, row)
            found.append((one, area))
    return found
