"""The card of one figure: title, the number that matters, chart, what exactly is counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from dipdesk.actions.figures import Figure, Number
from dipdesk.gui.cards import Card
from dipdesk.gui.figures.chart_view import ChartView
from dipdesk.gui.labels import plain, section
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number, format_percent, ngettext
from dipdesk.model import entity
from dipdesk.papers.charts import amount


class FigureCard(Card):
    """Shows one figure."""

    listed = Signal(str, list, str)
    """The records behind a number are wanted: entity, ids, and what the number counts."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        heading = section(figure.title)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE[1], 0, SPACE[1], SPACE[0])
        head.addWidget(heading, 1)
        if figure.share is not None:
            share = plain(format_percent(100 * figure.share))
            share.setFont(font("headline"))
            head.addWidget(share)
        self.total = self._total()
        if self.total is not None:
            head.addWidget(self.total)
        self.column.addLayout(head)
        self.chart = ChartView(figure)
        self.chart.chosen.connect(self._choose)
        inset = QHBoxLayout()
        inset.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
        inset.addWidget(self.chart)
        self.column.addLayout(inset)
        self.say(figure.definition)
        if figure.note:
            self.say(figure.note)

    def _total(self) -> QPushButton | None:
        """The link to all records of the figure, if they are of one entity."""
        kinds = {part.entity for bar in self.figure.bars for part in bar.parts}
        if len(kinds) != 1:
            return None
        everything = Number(
            kinds.pop(), tuple(dict.fromkeys(row_id for bar in self.figure.bars for row_id in bar.ids))
        )
        if self.figure.currency:
            text = f"{amount(self.figure, self.figure.total)} {self.figure.currency}"
        else:
            text = _counted(everything)
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{self.figure.title}: {text}")
        button.clicked.connect(lambda: self._choose(everything, self.figure.title))
        return button

    def _choose(self, number: Number, what: str) -> None:
        count = len(number.ids)
        words = ngettext(
            "{count} record from Figures: {what}", "{count} records from Figures: {what}", count
        ).format(count=format_number(count), what=what)
        self.listed.emit(number.entity, list(number.ids), words)


def _counted(number: Number) -> str:
    label = entity(number.entity).label[0 if len(number.ids) == 1 else 1]
    return _("{count} · {records}").format(count=format_number(len(number.ids)), records=_(label))
