"""The page of the figures: years and municipality to choose, cards that follow every change."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dipdesk.actions import figures
from dipdesk.actions.figures import Figure, Question
from dipdesk.gui.cards import Card, SheetPage, page_head
from dipdesk.gui.figures.figure_card import FigureCard
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.keeping_up import KeepingUp
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.table.delegate import one_line
from dipdesk.gui.theme import row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.rules import clock
from dipdesk.store.office_file import OfficeFile

_TWO_FROM = 29
"""Two columns of cards from a width of so many rows' heights."""


class FiguresPage(SheetPage):
    """Cards with charts."""

    listed = Signal(str, list, str)
    """The records behind a number are wanted: entity, ids, and words that say which they are."""

    def __init__(self, office: OfficeFile, news: OfficeNews) -> None:
        self._measuring = QTimer(singleShot=True, interval=0)
        super().__init__()
        self._measuring.setParent(self)
        self._measuring.timeout.connect(self._measure)
        self._office = office
        self.cards: list[FigureCard] = []
        head = page_head(_("Figures"))
        self.content.addLayout(head)
        self.content.addWidget(self._choices())
        self._empty = Card(_("Nothing to count yet"))
        self._why_empty = secondary()
        self._empty.column.addWidget(self._why_empty)
        self.content.addWidget(self._empty)
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE[3])
        for column in self._columns:
            column.setSpacing(SPACE[3])
            self._row.addLayout(column, 1)
        self.content.addLayout(self._row)
        self.content.addStretch(1)
        self._last = QTimer(self, singleShot=True, interval=30)
        self._last.timeout.connect(self._add_completeness)
        self._keeping_up = KeepingUp(self, news)
        self._keeping_up.due.connect(self.refresh)

    def _choices(self) -> QWidget:
        """The boxes that say what is asked for."""
        self.first, self.last, self.municipality = StillBox(), StillBox(), StillBox()
        self.first.setAccessibleName(_("From the year"))
        self.last.setAccessibleName(_("To the year"))
        self.municipality.setAccessibleName(_("Municipality"))
        row = Flow(gap=SPACE[1])
        holder = QWidget()
        holder.setLayout(row)
        for words, box in (
            (_("From the year"), self.first),
            (_("To the year"), self.last),
            ("", self.municipality),
        ):
            part = QWidget()
            inside = QHBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, 0)
            if words:
                inside.addWidget(plain(words))
            inside.addWidget(box)
            row.addWidget(part)
            box.currentIndexChanged.connect(self._show)
            self._whose = part
        return holder

    @property
    def question(self) -> Question:
        """What is asked for now."""
        whose = self.municipality.currentData()
        return Question(
            clock.today(),
            self.first.currentData() or None,
            self.last.currentData() or None,
            whose,
        )

    def refresh(self) -> None:
        """Read everything anew; what was asked for stays."""
        self._keeping_up.is_stale = False
        with self._office.read() as session:
            years = figures.years(session, Question(clock.today()))
            municipalities = figures.municipalities(session)
        numbers = [(str(year), year) for year in years]
        _offer(self.first, [(_("earliest"), 0), *numbers])
        _offer(self.last, [(_("latest"), 0), *reversed(numbers)])
        names = [(one_line(name), row_id) for row_id, name in municipalities]
        _offer(self.municipality, [(_("All municipalities"), None), (_("Our own relations"), ""), *names])
        self._whose.setVisible(bool(municipalities))
        self._show()

    def _show(self) -> None:
        with self._office.read() as session:
            found = figures.read(session, self.question)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(figure) for figure in found]
        self._place()
        self._last.start()

    def _add_completeness(self) -> None:
        """The card that takes longest comes last."""
        with self._office.read() as session:
            figure = figures.completeness(session, self.question)
        if figure.bars:
            self.cards.append(self._card(figure))
            self._place()

    def _card(self, figure: Figure) -> FigureCard:
        card = FigureCard(figure)
        card.listed.connect(self.listed)
        return card

    def _place(self) -> None:
        """Put each card into the column that is shorter; one column in narrow windows."""
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        columns = self._columns if self.viewport().width() >= _TWO_FROM * row_height() else self._columns[:1]
        self._row.setStretch(1, len(columns) - 1)
        heights = [0] * len(columns)
        for card in self.cards:
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(card)
            heights[shortest] += card.sizeHint().height() + SPACE[3]
        for column in columns:
            column.addStretch(1)
        self._empty.setVisible(not self.cards)
        self._say_why_empty()
        self._measuring.start()

    def _measure(self) -> None:
        """Let the page be as high as all cards are; what changes deep inside escapes a scroll area."""
        if (ground := self.widget()) is not None:
            ground.setMinimumHeight(ground.heightForWidth(ground.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            self._measuring.start()
        return super().eventFilter(watched, event)

    def _say_why_empty(self) -> None:
        if self.question.is_bounded or self.question.municipality is not None:
            text = _("Nothing on file falls in these years or belongs to this municipality.")
        else:
            text = _(
                "Relations, agreements, visits and dues will be counted here as soon as they are on file: by"
                " class, country and year, each number with the records behind it."
            )
        self._why_empty.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()


def _offer(box: StillBox, entries: list[tuple[str, object]]) -> None:
    """Offer other entries; what was chosen stays if it is among them."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for words, value in entries:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
