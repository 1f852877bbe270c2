"""The first rows of a table with what each would do; what is refused says why in its own row."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from dipdesk.exchange.cells import visible
from dipdesk.exchange.csv_import import ImportPlan, Outcome
from dipdesk.gui.icons import icon
from dipdesk.gui.theme import row_height
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _, format_number

_LINE, _ACTION = 0, 1
_OWN = 2
_LONGEST = 80
_CELL_WIDTH = 21
_SHORT_REASON = 42
_REASON_WIDTH = 70
"""Widths in letters."""
_ICONS = {"add": "add", "update": "edit", "same": "check", "refused": "error"}
_TONES = {"add": "good", "update": "info", "same": "dormant", "refused": "bad"}
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """The outcomes as a table: line, what happens, then the columns that are read."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._outcomes: Sequence[Outcome] = ()
        self._columns: list[tuple[int, str]] = []
        self._files: dict[str, int] = {}

    def show(self, plan: ImportPlan, outcomes: Sequence[Outcome]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._outcomes = outcomes
        self._files = {name: len(one.content) // 1024 + 1 for name, one in plan.table.files.items()}
        targets = ((place, plan.target_of(place)) for place in range(len(plan.table.header)))
        self._columns = [(place, target.title()) for place, target in targets if target]
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._outcomes)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else _OWN + len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _LINE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            own = (_("Line"), _("What happens"))
            return own[section] if section < _OWN else self._columns[section - _OWN][1]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        outcome = self._outcomes[index.row()]
        text = self._text(outcome, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text if len(text) <= _LONGEST or index.column() < _OWN else f"{text[: _LONGEST - 1]}…"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(outcome.reason or text)}</p>" if outcome.reason or text else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _LINE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._look(outcome, index.column(), role)

    def _look(self, outcome: Outcome, column: int, role: int) -> Any:
        colours = tokens(self._view)
        tone = getattr(colours, _TONES[outcome.action])
        if role == Qt.ItemDataRole.DecorationRole and column == _ACTION:
            return icon(_ICONS[outcome.action], tone)
        if role == Qt.ItemDataRole.ForegroundRole and column <= _ACTION:
            return tone if column == _ACTION else colours.muted
        is_wrong = column >= _OWN and outcome.column == self._columns[column - _OWN][0]
        return colours.bad_soft if role == Qt.ItemDataRole.BackgroundRole and is_wrong else None

    def _text(self, outcome: Outcome, column: int) -> str:
        if column == _LINE:
            return format_number(outcome.line)
        if column == _ACTION:
            return outcome.reason or _actions()[outcome.action]
        text = outcome.cells[self._columns[column - _OWN][0]]
        if text in self._files:
            return _("Picture, {size} KB").format(size=format_number(self._files[text]))
        return " ".join(visible(text).split())


class PreviewTable(QTableView):
    """Shows outcomes; ``wide`` gives the reasons more room."""

    def __init__(self, name: str, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setProperty("role", "card")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {SPACE[1]}px; }}")
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)

    def show_outcomes(self, plan: ImportPlan, outcomes: Sequence[Outcome]) -> None:
        """Show these rows of the plan's table."""
        self._rows.show(plan, outcomes)
        refused = any(one.action == "refused" for one in outcomes)
        head = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        head.setDefaultSectionSize(_CELL_WIDTH * letter)
        self.resizeColumnToContents(_LINE)
        reasons = letter * (_REASON_WIDTH if self._wide else _SHORT_REASON) if refused else 0
        head.resizeSection(_ACTION, max(reasons, self._action_width()))

    def _action_width(self) -> int:
        """What the longest word for what happens takes, with its sign."""
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in _actions().values())
        sign = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        return max(longest + sign + 5 * SPACE[1], self.horizontalHeader().sectionSizeHint(_ACTION))


def _actions() -> dict[str, str]:
    """What happens to a row, in words."""
    return {"add": _("New"), "update": _("Changed"), "same": _("Known already"), "refused": _("Refused")}
