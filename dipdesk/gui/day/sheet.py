"""The sheet of a running day: its clock, what is on and next, the plan, and beside them who and what."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.day.now_cards import ClockLine, ItemCard, sized
from dipdesk.gui.day.side import DaySide, DayTable
from dipdesk.gui.form.text_rows import CellsModel
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, secondary
from dipdesk.gui.theme import row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _

_TABLE_LARGE, _ROW_LARGE = 1.3, 1.5
_BESIDE_FROM = 30
"""The side stands beside the day from a width of so many rows' heights."""


class DaySheet(QWidget):
    """The parts of the page of a day in their places; what they show and do is the page's business."""

    turned = Signal(int)
    """Another day of the visit is wanted: so many days on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.day = headline(), secondary(wrap=False)
        self.clock_line = ClockLine()
        self.now_card = ItemCard(_("Now"), _("Nothing is on."))
        self.next_card = ItemCard(_("Next"), _("Nothing more on this day."))
        self.model = CellsModel((_("As planned"), _("Actual"), _("What"), _("Place"), _("Difference")))
        self.table = DayTable(self.model, self)
        self.table.setAccessibleName(_("Planned and actual"))
        self.table.keep_whole((0, 1))
        self.belongs = secondary(
            _("The programme of this day will stand here, with its hours as they really were.")
        )
        self.side = DaySide()
        self.visit_button = QPushButton(icon("visit"), _("Visit"))
        self.present_button = QPushButton(icon("preview"), _("Presentation (F11)"))
        self._lay_out()

    def present(self, on: bool) -> None:
        """Hide what is personal and enlarge the rest; or show everything again."""
        self.side.setVisible(not on)
        self.clock_line.set_large(large=on)
        self.now_card.set_large(large=on)
        self.next_card.set_large(large=on)
        self.table.setFont(sized(_TABLE_LARGE if on else 1.0))
        large = round(self.table.fontMetrics().height() * _ROW_LARGE)
        self.table.verticalHeader().setDefaultSectionSize(large if on else row_height())
        self.table.fit_all()
        self.present_button.setText(_("End the presentation (F11)") if on else _("Presentation (F11)"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Beside each other where there is room, else under each other."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= _BESIDE_FROM * row_height()
        self._body.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[2], SPACE[2])
        column.addLayout(self._head())
        column.addWidget(self.clock_line)
        column.addWidget(self._side_by_side(), 1)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.day)
        row.addLayout(words, 1)
        for sign, name, days in (("left", _("Day before (Left)"), -1), ("right", _("Day after (Right)"), 1)):
            button = QToolButton()
            button.setIcon(icon(sign))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.turned.emit, days))
            row.addWidget(button)
        for made in (self.visit_button, self.present_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page
            row.addWidget(made)
        return row

    def _side_by_side(self) -> QScrollArea:
        """The day and what stands beside it, in an area that scrolls."""
        ground = QWidget()
        ground.setProperty("role", "paper")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._body.setContentsMargins(0, 0, SPACE[1], 0)
        self._body.setSpacing(SPACE[3])
        self._body.addLayout(self._plan(), 5)
        self._body.addWidget(self.side, 3)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        return area

    def _plan(self) -> QVBoxLayout:
        """What is on and next, and under them the whole day."""
        cards = QHBoxLayout()
        cards.setSpacing(SPACE[2])
        cards.addWidget(self.now_card, 1)
        cards.addWidget(self.next_card, 1)
        plan = QVBoxLayout()
        plan.setSpacing(SPACE[2])
        plan.addLayout(cards)
        plan.addWidget(self.belongs)
        plan.addWidget(self.table)
        plan.addStretch(1)
        return plan
