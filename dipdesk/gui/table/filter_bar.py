"""The box that narrows a list by words, and the chips that narrow it by states and kinds."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dipdesk.gui.form.flow import Flow
from dipdesk.gui.table.chips import FilterChip, GivenChip
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import _
from dipdesk.model import Field, Record
from dipdesk.model.kinds import Choice
from dipdesk.store.columns import listed_fields
from dipdesk.store.listing import Filters

_MOST_CHIPS = 3
_FIRST = ("state", "kind", "member_class", "function", "role", "side", "classification")


class FilterBar(QWidget):
    """Box and chips; ``narrowed`` is sent when either changes."""

    narrowed = Signal()
    left_down = Signal()
    """The arrow down or Enter was pressed in the box."""

    def __init__(self, kind: type[Record], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _Box(placeholderText=_("Filter this list"), clearButtonEnabled=True)
        self.box.setAccessibleName(_("Filter this list"))
        self.box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.box.textChanged.connect(lambda _text: self.narrowed.emit())
        self.box.left_down.connect(self.left_down)
        self.chips = [FilterChip(one) for one in _choices(kind)]
        self.given = GivenChip()
        self.given.put_away.connect(self._let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.box)
        column.addWidget(self.given)
        if self.chips:
            row = Flow(gap=SPACE[0])
            column.addLayout(row)
            for chip in self.chips:
                row.addWidget(chip)
                chip.changed.connect(self.narrowed)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.box.text()

    @property
    def filters(self) -> Filters:
        """What the chips let through, by field; fields that let everything through are left out."""
        chosen = {chip.field.name: frozenset(chip.chosen) for chip in self.chips if chip.chosen}
        return {**chosen, "id": self.given.ids} if self.given.ids is not None else chosen

    def show_only(self, ids: Collection[str], words: str) -> None:
        """Let only these records through, whatever else was chosen before; ``words`` say which they are."""
        self.given.give(ids, words)
        for chip in self.chips:
            chip.choose(())
        self.box.clear()
        self.narrowed.emit()

    def _let_go(self) -> None:
        self.narrowed.emit()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Let everything through."""
        self.given.give(None, "")
        for chip in self.chips:
            chip.choose(())
        self.box.clear()
        self.narrowed.emit()


class _Box(QLineEdit):
    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


def _choices(kind: type[Record]) -> list[Field]:
    found = [one for one in listed_fields(kind) if isinstance(one.kind, Choice) and one.name in _FIRST]
    return sorted(found, key=lambda one: _FIRST.index(one.name))[:_MOST_CHIPS]
