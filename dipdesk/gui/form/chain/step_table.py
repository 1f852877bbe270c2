"""The steps of approval as rows of two lines: what and who, state and due day, day and number, source."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon

from dipdesk.actions.approval_file import STEP_STATES, ApprovalFile, StepOnFile, StepState
from dipdesk.gui.form.kept_rows import ROW_ID
from dipdesk.gui.form.source_line import SOURCE_STATES, source_line
from dipdesk.gui.icons import icon
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.tokens import tokens
from dipdesk.gui.tones import Tone
from dipdesk.i18n import N_, _, format_date, ngettext
from dipdesk.rules.sources import State

SIGNS: dict[StepState, tuple[Tone, str]] = {
    "done": ("good", "check"),
    "incomplete": ("attention", "warning"),
    "out_of_order": ("bad", "error"),
    "planned": ("info", "calendar"),
    "skipped": ("dormant", "right"),
    "missing": ("bad", "error"),
    "late": ("attention", "warning"),
    "due": ("info", "calendar"),
    "open": ("dormant", "more"),
}
"""The colour and the icon of each state of a step."""
SOURCE_SIGNS: dict[State, tuple[Tone, str]] = {
    "verified": ("good", "check"),
    "unverified": ("attention", "help"),
    "conflicting": ("attention", "warning"),
}
_UNCHECKED = "not checked against an official source"
"""How the shipped sources of mere practice end in English."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class _Column:
    """One column: its head (a source text), what it says of a step, and what stands quietly beneath that."""

    head: str
    text: Callable[[StepOnFile], str]
    beneath: Callable[[StepOnFile], str]


def _name(step: StepOnFile) -> str:
    return step.step.name.said()


def _who(step: StepOnFile) -> str:
    """Who does it; where there is more to know at once, that."""
    if step.entry.skipped:
        return _("Left out because: {reason}").format(reason=step.entry.skipped)
    if step.out_of_order:
        return _("It came before: {steps}").format(
            steps=", ".join(one.name.said() for one in step.out_of_order)
        )
    files = ngettext("{count} file", "{count} files", step.entry.scans).format(count=step.entry.scans)
    return _joined(step.step.who.said(), files if step.entry.scans else "")


def state_word(step: StepOnFile) -> str:
    """The state in a word."""
    return _(STEP_STATES[step.state])


def _due(step: StepOnFile) -> str:
    return _("by {day}").format(day=format_date(step.due)) if step.due else ""


def _day(step: StepOnFile) -> str:
    return step.entry.date.format() if step.entry.date else ""


def _number(step: StepOnFile) -> str:
    number = _("No {number}").format(number=step.entry.number) if step.entry.number else ""
    return _joined(number, step.entry.result)


def _source(step: StepOnFile) -> str:
    return step.step.source.said()


def _checked(step: StepOnFile) -> str:
    """How far the source can be relied on, unless its own words say so."""
    source = step.step.source
    if source.state == "unverified" and _UNCHECKED in source.said("en"):
        return ""
    return _(SOURCE_STATES[step.step.source.state])


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_STEP = _Column(N_("Step"), _name, _who)
_STATE = _Column(N_("State"), state_word, _due)
_DATE = _Column(N_("Date and number"), _day, _number)
_SOURCE = _Column(N_("Source"), _source, _checked)
COLUMNS = (_STEP, _STATE, _DATE, _SOURCE)
BENEATH = int(Qt.ItemDataRole.UserRole) + 1
"""The role of the quiet line of a cell."""


class StepsModel(QAbstractTableModel):
    """The steps of one file of approval."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[StepOnFile, ...] = ()

    def show(self, file: ApprovalFile) -> None:
        """Take the steps of ``file``."""
        self.beginResetModel()
        self.steps = file.steps
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section].head)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        say = _ROLES.get(role)
        if say is None or not index.isValid():
            return None
        return say(self.steps[index.row()], COLUMNS[index.column()])


def _one_line(text: str) -> str:
    return visible(text).replace("\n", " · ")


def _spoken(step: StepOnFile, column: _Column) -> str:
    """Both lines of a cell for somebody who does not see them."""
    text = ", ".join(part for part in (column.text(step), column.beneath(step)) if part)
    return _("{column}: {text}").format(column=_(column.head), text=text or _("empty"))


def _sign(step: StepOnFile, column: _Column) -> QIcon | None:
    if column not in (_STATE, _SOURCE):
        return None
    tone, name = SIGNS[step.state] if column is _STATE else _source_sign(step.step.source.state)
    return icon(name, _toned(tone))


def _source_sign(state: State) -> tuple[Tone, str]:
    """A verified source has a quiet sign here: a tick beside that of the state would ask to be pressed."""
    return ("dormant", "info") if state == "verified" else SOURCE_SIGNS[state]


def _colour(step: StepOnFile, column: _Column) -> QColor | None:
    if column is _STATE:
        return _toned(SIGNS[step.state][0])
    quiet = column is _SOURCE or step.state in ("open", "skipped")
    return tokens(QGuiApplication.palette()).muted if quiet else None


def _toned(tone: Tone) -> QColor:
    colour: QColor = getattr(tokens(QGuiApplication.palette()), tone)
    return colour


_ROLES: dict[int, Callable[[StepOnFile, _Column], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda step, column: _one_line(column.text(step)),
    BENEATH: lambda step, column: _one_line(column.beneath(step)),
    ROW_ID: lambda step, column: step.key,
    Qt.ItemDataRole.ToolTipRole: lambda step, column: as_tooltip(about_step(step)),
    Qt.ItemDataRole.DecorationRole: _sign,
    Qt.ItemDataRole.ForegroundRole: _colour,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
}


def about_step(step: StepOnFile) -> str:
    """Everything about a step that has no room in its row, as plain lines."""
    lines = [_name(step), _joined(state_word(step), _due(step)), _who(step)]
    if document := step.step.document.said():
        lines.append(_("Document: {document}").format(document=document))
    lines += [_joined(_day(step), _number(step)), step.entry.note]
    return "\n".join(one for one in [*lines, source_line(step.step.source)] if one)
