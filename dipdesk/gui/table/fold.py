"""A list that is folded away for the record beside it: when that is so, and the rail that stays of it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QToolButton

from dipdesk.gui.settings import Settings
from dipdesk.gui.theme import SPACE, font, icon_side, row_height
from dipdesk.gui.theme import icon as icon_of
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _

FOLD_KEY = "F9"
_ROOMY, _LEAST = 40, 24
"""So wide, in rows' heights, is a page on which list and record with chapters stand side by side, and one on
which list and any record do. With the navigation the first is a window of about 1500 pixels."""


class FoldChoice:
    """Whether the list of one entity is folded away while a record is shown.

    What somebody chose is remembered, for narrow and for wide pages apart; else a narrow page folds it.
    ``has_chapters`` is whether the record needs much room.
    """

    def __init__(self, settings: Settings, entity: str, *, has_chapters: bool) -> None:
        self._settings, self._entity = settings, entity
        self._needed = _ROOMY if has_chapters else _LEAST

    def is_folded(self, width: int) -> bool:
        """Whether the list is folded away on a page of ``width`` pixels."""
        return self._settings.get(self._key(width), self._is_narrow(width))

    def choose(self, width: int, *, folded: bool) -> None:
        """Remember what was chosen on a page of ``width`` pixels."""
        self._settings.set(self._key(width), folded)

    def _is_narrow(self, width: int) -> bool:
        return width < self._needed * row_height()

    def _key(self, width: int) -> str:
        return f"workspace.{self._entity}.folded.{'narrow' if self._is_narrow(width) else 'wide'}"


class Rail(QToolButton):
    """What stays of a folded list: a narrow button of the page's height with the list's name."""

    def __init__(self, title: str) -> None:
        super().__init__()
        key = QKeySequence(FOLD_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self._title = title
        self._picture = icon_of("pane")
        self.setAccessibleName(_("Show the list: {list}").format(list=title))
        self.setToolTip(_("Show the list ({key})").format(key=key))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(icon_side() + 2 * SPACE[2], row_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        colours, side = tokens(self), icon_side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = option.state & QStyle.StateFlag.State_MouseOver
        painter.fillRect(self.rect(), colours.hover if lit else colours.paper)
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), colours.line)
        if self.hasFocus():
            painter.setPen(colours.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        left, top = (self.width() - side) // 2, SPACE[4]
        self._picture.paint(painter, left, top, side, side)
        self._write(painter, top + side + SPACE[2])

    def _write(self, painter: QPainter, top: int) -> None:
        """Write the name from top to bottom, beginning at ``top``."""
        painter.setFont(font("secondary"))
        painter.setPen(tokens(self).muted)
        painter.translate(self.width(), top)
        painter.rotate(90)
        room = QRect(0, 0, max(0, self.height() - top - SPACE[2]), self.width())
        text = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
