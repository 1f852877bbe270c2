"""Cards with rows that lead somewhere: the building stones of the welcome and today pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, plain, secondary, section
from dipdesk.gui.theme import icon_side, row_height
from dipdesk.gui.tokens import SPACE, tokens

_PAGE_WIDTH = 1060


class RowButton(QPushButton):
    """A whole row that can be clicked: icon, text with a quiet line under it, and something at the right."""

    def __init__(self, icon_name: str, text: str, detail: str = "", right: str | QWidget = "") -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setAccessibleName(", ".join(part for part in (text, detail) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, tokens(self).accent).pixmap(icon_side(20), icon_side(20)))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._text = plain(text, wrap=True)
        words.addWidget(self._text)
        if detail:
            words.addWidget(secondary(detail))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[0])
        self._row.setSpacing(SPACE[2])
        self._row.addWidget(picture)
        self._row.addLayout(words, 1)
        if right:
            self._row.addWidget(secondary(right, wrap=False) if isinstance(right, str) else right)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = self._row.sizeHint()
        return QSize(hint.width(), max(hint.height(), row_height() + SPACE[1]))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return max(self._row.heightForWidth(width), row_height() + SPACE[1])


def flourish() -> QFrame:
    """The short rule in the accent that stands under a title, on the screen as on paper."""
    rule = QFrame()
    rule.setProperty("role", "flourish")
    rule.setFixedSize(SPACE[5] + SPACE[3], 3)
    return rule


def page_head(title: str) -> QVBoxLayout:
    """The title of a page with its rule; more lines can be added below."""
    head = QVBoxLayout()
    head.setSpacing(SPACE[0])
    head.addWidget(headline(title))
    head.addWidget(flourish(), 0, Qt.AlignmentFlag.AlignLeft)  # else the title has to wrap at its width
    return head


class Card(QFrame):
    """A titled sheet with rows."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE[2], SPACE[2], SPACE[2], SPACE[2])
        self.column.setSpacing(SPACE[0])
        if title:
            heading = section(title)
            heading.setContentsMargins(SPACE[1], 0, SPACE[1], SPACE[0])
            self.column.addWidget(heading)

    def add_row(
        self,
        icon_name: str,
        text: str,
        act: Callable[[], object],
        detail: str = "",
        right: str | QWidget = "",
    ) -> RowButton:
        """Add a row that does ``act``."""
        row = RowButton(icon_name, text, detail, right)
        row.clicked.connect(lambda: act())
        self.column.addWidget(row)
        return row

    def say(self, sentence: str) -> None:
        """Add a quiet sentence, such as what belongs here."""
        label = secondary(sentence)
        label.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[0])
        self.column.addWidget(label)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class SheetPage(QScrollArea):
    """A page that scrolls, with its content in the middle and not wider than one can read."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = self._ground = QWidget()
        ground.setProperty("role", "paper")
        self.content = QVBoxLayout()
        self.content.setSpacing(SPACE[3])
        middle = QWidget()
        middle.setMaximumWidth(_PAGE_WIDTH)
        middle.setLayout(self.content)
        self.content.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(ground)
        row.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.setWidget(ground)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Keep the place that is scrolled to while the content is made anew; what has the focus is seen.

        The content keeps its height until the new one is laid out, which is when events were answered.
        """
        bar = self.verticalScrollBar()
        place = bar.value()
        self._ground.setMinimumHeight(self._ground.height())
        yield
        bar.setValue(place)
        QTimer.singleShot(0, self, lambda: self._settle(place))

    def _settle(self, place: int) -> None:
        self._ground.setMinimumHeight(0)
        self.verticalScrollBar().setValue(place)
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus() and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, SPACE[1])
