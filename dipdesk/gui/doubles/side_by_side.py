"""Two records beside each other: what both say stands there once, where they differ one is chosen."""

from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from dipdesk.actions import merging
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number
from dipdesk.model import Field, Record, fields, linked
from dipdesk.model.kinds import File, Link

_LONGEST = 60
_BLANK = "–"


@dataclass(frozen=True)
class Side:
    """One of the two: its id, title, what hangs on it, and its values with their texts by field."""

    row_id: str
    title: str
    belongings: tuple[tuple[str, int], ...]
    values: dict[str, Any]
    texts: dict[str, str]

    @property
    def weight(self) -> int:
        """How many records point at it."""
        return sum(count for _label, count in self.belongings)

    @classmethod
    def read(cls, session: Session, record: Record) -> "Side":
        """What of ``record`` is shown."""
        hanging = merging.belongings(session, record)
        counts = sorted(
            ((_(kind.label[1]), count) for kind, count in hanging.items()), key=lambda one: -one[1]
        )
        own = fields(type(record))
        values = {one.name: getattr(record, one.name) for one in own}
        texts = {one.name: _text(session, record, one) for one in own}
        return cls(record.id, record.title(), tuple(counts), values, texts)

    def hangs(self) -> str:
        """What hangs on it, in words."""
        return " · ".join(f"{label}: {format_number(count)}" for label, count in self.belongings)


def _text(session: Session, record: Record, one: Field) -> str:
    value = getattr(record, one.name)
    if isinstance(one.kind, Link):
        other = linked(session, record, one)
        return other.title() if other else ""
    if isinstance(one.kind, File):
        return _("there is one") if value else ""
    return one.kind.format(value)


class SideBySide(QScrollArea):
    """Shows two sides; ``kept`` is the one on which more hangs, the other is merged into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("The two records beside each other"))
        self._sides: tuple[Side, Side] | None = None
        self._groups: dict[str, QButtonGroup] = {}

    @property
    def kept(self) -> Side | None:
        """The record that stays."""
        return max(self._sides, key=lambda side: side.weight) if self._sides else None

    @property
    def gone(self) -> Side | None:
        """The record that is merged into the other."""
        return next((side for side in self._sides or () if side is not self.kept), None)

    def chosen(self) -> dict[str, Any]:
        """The values that were chosen where the two differ, by field."""
        if self._sides is None:
            return {}
        return {name: self._sides[group.checkedId()].values[name] for name, group in self._groups.items()}

    def show_sides(self, kind: type[Record], sides: tuple[Side, Side] | None) -> None:
        """Show two other records, or none."""
        self._sides, self._groups = sides, {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, SPACE[1], 0)
        if sides is not None:
            column.addLayout(self._grid(kind, sides))
        column.addStretch(1)
        self.setWidget(page)

    def _grid(self, kind: type[Record], sides: tuple[Side, Side]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[1])
        for column, side in enumerate(sides, start=1):
            grid.addWidget(_title(side), 0, column)
            grid.setColumnStretch(column, 5)
        grid.setColumnStretch(0, 3)
        for one in fields(kind):
            if any(side.texts[one.name] for side in sides):
                self._add_row(grid, one, sides)
        return grid

    def _add_row(self, grid: QGridLayout, one: Field, sides: tuple[Side, Side]) -> None:
        row = grid.rowCount()
        grid.addWidget(secondary(one.title()), row, 0)
        if sides[0].values[one.name] == sides[1].values[one.name]:
            same = plain(_short(sides[0].texts[one.name]), wrap=True)
            grid.addWidget(same, row, 1, 1, 2)
            return
        group = self._groups[one.name] = QButtonGroup(self)
        for place, side in enumerate(sides):
            button = _Choice(one, side.texts[one.name])
            group.addButton(button, place)
            grid.addWidget(button, row, place + 1)
        first = sides.index(self.kept) if self.kept in sides else 0
        start = first if sides[first].texts[one.name] else 1 - first
        group.button(start).setChecked(True)


def _title(side: Side) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, SPACE[1])
    column.setSpacing(0)
    name = plain(visible(side.title), wrap=True)
    bold = name.font()
    bold.setBold(True)
    name.setFont(bold)
    column.addWidget(name)
    column.addWidget(secondary(side.hangs() or _("Nothing hangs on it.")))
    column.addStretch(1)
    return box


class _Choice(QRadioButton):
    """A value to be chosen; a long one ends with dots and is whole in its tip."""

    def __init__(self, one: Field, text: str) -> None:
        super().__init__()
        self._line = _short(text) or _BLANK
        said = text or _("empty")
        self.setAccessibleName(f"{one.title()}: {said}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if text:
            self.setToolTip(f"<p>{escape(visible(text))}</p>")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        sign = self.style().pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, self)
        room = self.width() - sign - SPACE[3]
        shown = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def _short(text: str) -> str:
    line = " ".join(visible(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
