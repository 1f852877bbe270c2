"""The box that narrows a list by words, and the chips that narrow it by states and kinds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from dipdesk.gui.form.flow import Flow
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import _, ngettext
from dipdesk.model import Field, Record
from dipdesk.model.kinds import Choice
from dipdesk.store.listing import Filters
from dipdesk.store.rows import listed_fields

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.box)
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
        return {chip.field.name: frozenset(chip.chosen) for chip in self.chips if chip.chosen}

    def clear(self) -> None:
        """Let everything through."""
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


class FilterChip(QToolButton):
    """Lets through some values of one field; several may be chosen in its menu."""

    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.setProperty("role", "filter")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._options: dict[str, QAction] = {}
        menu = QMenu(self)
        self._all = menu.addAction(_("All"))
        self._all.triggered.connect(lambda: self._choose_and_tell(()))
        menu.addSeparator()
        if isinstance(field.kind, Choice):
            for code in field.kind.options:
                self._add(menu, code, field.kind.format(code))
        self.setMenu(menu)
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes that are let through; none means all."""
        return tuple(code for code, action in self._options.items() if action.isChecked())

    def choose(self, codes: tuple[str, ...]) -> None:
        """Let these codes through, without telling anybody."""
        for code, action in self._options.items():
            action.setChecked(code in codes)
        self._show()

    def _add(self, menu: QMenu, code: str, text: str) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.triggered.connect(self._picked)
        self._options[code] = action

    def _picked(self) -> None:
        self._show()
        self.changed.emit()

    def _choose_and_tell(self, codes: tuple[str, ...]) -> None:
        self.choose(codes)
        self.changed.emit()

    def _show(self) -> None:
        labels = [self.field.kind.format(code) for code in self.chosen]
        text = self.field.title()
        if len(labels) == 1:
            text = _("{field}: {value}").format(field=text, value=labels[0])
        elif labels:
            text = ngettext("{field}: {count} value", "{field}: {count} values", len(labels)).format(
                field=text, count=len(labels)
            )
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setProperty("on", bool(labels))
        self.setIcon(icon("check" if labels else "down"))
        self._all.setEnabled(bool(labels))
        self.style().unpolish(self)
        self.style().polish(self)


def _choices(kind: type[Record]) -> list[Field]:
    found = [one for one in listed_fields(kind) if isinstance(one.kind, Choice) and one.name in _FIRST]
    return sorted(found, key=lambda one: _FIRST.index(one.name))[:_MOST_CHIPS]
