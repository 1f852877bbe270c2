"""The box that narrows a list by words, and the chips that narrow it by states and kinds."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from dipdesk.gui.form.flow import Flow
from dipdesk.gui.theme import SPACE, icon, tokens
from dipdesk.i18n import _, ngettext
from dipdesk.model import Field, Record
from dipdesk.model.kinds import Choice
from dipdesk.store.listing import Filters
from dipdesk.store.rows import listed_fields

_MOST_CHIPS = 3
_ARROW = 12
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
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
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
        self.setText(text)
        self.setAccessibleName(text)
        self._all.setEnabled(bool(labels))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2 * SPACE[2] + SPACE[0] + _ARROW
        return QSize(wide, metrics.height() + SPACE[1])

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A pill: its edge in the accent with the focus, its ground while something is chosen."""
        colours = tokens(QGuiApplication.palette())
        on, near = bool(self.chosen), self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if on or self.hasFocus() else colours.line, 1 + self.hasFocus()))
        painter.setBrush(colours.accent_soft if on else colours.hover if near else colours.paper)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(colours.accent if on else colours.ink)
        inside = self.rect().adjusted(SPACE[2], 0, -SPACE[2] - _ARROW - SPACE[0], 0)
        way = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(inside, int(way), self.text())
        top = (self.height() - _ARROW) // 2
        icon("down").paint(painter, QRect(self.width() - SPACE[2] - _ARROW, top, _ARROW, _ARROW))


def _choices(kind: type[Record]) -> list[Field]:
    found = [one for one in listed_fields(kind) if isinstance(one.kind, Choice) and one.name in _FIRST]
    return sorted(found, key=lambda one: _FIRST.index(one.name))[:_MOST_CHIPS]
