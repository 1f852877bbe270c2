"""The pills over a list that narrow it: by values of a field, by options, or to records that were given."""

from abc import abstractmethod
from collections.abc import Collection, Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton

from dipdesk.gui.theme import SPACE, icon, tokens
from dipdesk.i18n import _, ngettext
from dipdesk.model import Field
from dipdesk.model.kinds import Choice

_SIGN = 12


class _Pill(QToolButton):
    """A pill: its edge in the accent with the focus, its ground while something is chosen."""

    sign = "down"

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    @abstractmethod
    def is_on(self) -> bool:
        """Whether it narrows anything."""

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2 * SPACE[2] + SPACE[0] + _SIGN + 2
        return QSize(wide, metrics.height() + SPACE[1])

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = tokens(QGuiApplication.palette())
        on, near = self.is_on, self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if on or self.hasFocus() else colours.line, 1 + self.hasFocus()))
        painter.setBrush(colours.accent_soft if on else colours.hover if near else colours.paper)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(colours.accent if on else colours.ink)
        inside = self.rect().adjusted(SPACE[2], 0, -SPACE[2] - _SIGN - SPACE[0], 0)
        way = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(way), text)
        top = (self.height() - _SIGN) // 2
        icon(self.sign).paint(painter, QRect(self.width() - SPACE[2] - _SIGN, top, _SIGN, _SIGN))


class OptionChip(_Pill):
    """Lets through some of several options (code and words); several may be chosen in its menu."""

    changed = Signal()

    def __init__(self, title: str, options: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._options: dict[str, QAction] = {}
        self._words: dict[str, str] = {}
        menu = QMenu(self)
        self._all = menu.addAction(_("All"))
        self._all.triggered.connect(lambda: self._choose_and_tell(()))
        menu.addSeparator()
        self.setMenu(menu)
        self.offer(options)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes that are let through; none means all."""
        return tuple(code for code, action in self._options.items() if action.isChecked())

    @property
    def is_on(self) -> bool:
        return bool(self.chosen)

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer these options from now on; what is chosen and still offered stays chosen."""
        chosen = self.chosen
        for action in self._options.values():
            self.menu().removeAction(action)
        self._words = dict(options)
        self._options = {code: self._action(text) for code, text in self._words.items()}
        self.choose(chosen)

    def choose(self, codes: Collection[str]) -> None:
        """Let these codes through, without telling anybody."""
        for code, action in self._options.items():
            action.setChecked(code in codes)
        self._show()

    def _action(self, text: str) -> QAction:
        action = self.menu().addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.triggered.connect(self._picked)
        return action

    def _picked(self) -> None:
        self._show()
        self.changed.emit()

    def _choose_and_tell(self, codes: tuple[str, ...]) -> None:
        self.choose(codes)
        self.changed.emit()

    def _show(self) -> None:
        labels = [self._words[code] for code in self.chosen]
        text = self._title
        if len(labels) == 1:
            text = _("{field}: {value}").format(field=text, value=labels[0])
        elif labels:
            text = ngettext("{field}: {count} value", "{field}: {count} values", len(labels)).format(
                field=text, count=len(labels)
            )
        self._all.setEnabled(bool(labels))
        self.say(text)


class FilterChip(OptionChip):
    """Lets through some values of one field."""

    def __init__(self, field: Field) -> None:
        self.field = field
        options = field.kind.options if isinstance(field.kind, Choice) else ()
        super().__init__(field.title(), [(code, field.kind.format(code)) for code in options])


class GivenChip(_Pill):
    """Lets only given records through, such as those behind a figure; pressing it lets them all through."""

    put_away = Signal()
    sign = "close"

    def __init__(self) -> None:
        super().__init__()
        self.ids: frozenset[str] | None = None
        """The ids that are let through; None for all."""
        self.clicked.connect(self._put_away)
        self.hide()

    @property
    def is_on(self) -> bool:
        return self.ids is not None

    def give(self, ids: Collection[str] | None, words: str) -> None:
        """Let these records through, without telling anybody; ``words`` say which they are."""
        self.ids = None if ids is None else frozenset(ids)
        self.say(words)
        self.setAccessibleDescription(_("Press to show all"))
        self.setVisible(ids is not None)

    def _put_away(self) -> None:
        self.give(None, "")
        self.put_away.emit()
