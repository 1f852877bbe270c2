"""Asks to which day a visit moves and what goes along; shows beforehand what follows from it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from dipdesk.actions import visit_moves
from dipdesk.actions.visit_moves import VisitMove
from dipdesk.actions.visit_parts import PARTS, Part
from dipdesk.errors import Invalid, Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.programme.arrival_dialog import AlongList
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, format_date, format_interval, ngettext, weekday
from dipdesk.papers.watching import made_from
from dipdesk.rules import clock
from dipdesk.rules.timing import read_day, with_century, with_year
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(700, 760)
_CHECKED = Qt.CheckState.Checked
_REST = 250
"""Milliseconds without a key after which typing rests."""


class MoveVisitDialog(Dialog):
    """Says what would move to which day; whoever asked moves it. ``day`` is None until one is understood."""

    def __init__(self, office: OfficeFile, move: VisitMove, parent: QWidget | None = None) -> None:
        super().__init__(_("Move the visit"), parent, _SIZE)
        self._office, self._move = office, move
        self.day: date | None = None
        self.first_day = QLineEdit(format_date(move.first or move.was))
        self.along, self.preview = AlongList(), QListWidget()
        self._when, self._trouble = secondary(), Wrapped(parent=self)
        self.main = QPushButton(_("Move"))
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(lambda: self.foresee() if self.isVisible() else None)
        self._lay_out()
        self._fill()
        self.add_buttons(self.main)
        for first, second in pairwise((self.first_day, self.along, self.preview, self.main)):
            QWidget.setTabOrder(first, second)
        self.first_day.textChanged.connect(lambda _text: self.look())
        self.along.itemChanged.connect(lambda _item: self.look())
        self.look()
        self.foresee()
        self.first_day.setFocus()
        self.first_day.selectAll()

    def chosen(self) -> frozenset[str]:
        """The keys of the parts that go along."""
        items = (self.along.item(row) for row in range(self.along.count()))
        return frozenset(
            str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() == _CHECKED
        )

    def look(self) -> None:
        """Show to which days the visit moves now; what follows is looked for when typing rests."""
        sentence, self.day = "", None
        self.preview.clear()
        self._soon.stop()
        try:
            self.day = self._read()
            self._when.setText(self._told(self.day))
            self._soon.start()
        except Invalid as trouble:
            sentence = trouble.sentence
        self._complain(sentence)

    def foresee(self) -> None:
        """Show what would follow."""
        self._soon.stop()
        self.preview.clear()
        try:
            for text, sign in self._follows(self.day) if self.day is not None else ():
                self._tell(text, sign)
        except Known as trouble:
            self.day = None
            self._complain(trouble.sentence)

    def _complain(self, sentence: str) -> None:
        """Say why a visit cannot move to what was typed, if it cannot."""
        self._trouble.set_text(sentence)
        self._trouble.set_colour(tokens(self).bad)
        self._trouble.setVisible(bool(sentence))
        self._when.setVisible(not sentence)
        self.main.setEnabled(self.day is not None and self._moves(self.day))

    def _read(self) -> date:
        near = self._move.first or clock.today()
        return read_day(with_century(with_year(self.first_day.text(), near)))

    def _moves(self, day: date) -> bool:
        """Whether anything would be on another day."""
        return day != self._move.first or (day != self._move.was and bool(self._move.chosen(self.chosen())))

    def _told(self, day: date) -> str:
        """The days of the visit then, and by how many days what goes along moves."""
        first, last = self._move.days_at(day)
        days, when = (day - self._move.was).days, format_interval(first, max(first, last or first))
        if not days and day == self._move.first:
            return _("On these days it is already.")
        if not days:
            text = _("{weekday}, {days}: what goes along is there already.")
            return text.format(weekday=weekday(first), days=when)
        later = ngettext(
            "{weekday}, {days}: {count} day later, at the same hours by the clocks there",
            "{weekday}, {days}: {count} days later, at the same hours by the clocks there",
            abs(days),
        )
        earlier = ngettext(
            "{weekday}, {days}: {count} day earlier, at the same hours by the clocks there",
            "{weekday}, {days}: {count} days earlier, at the same hours by the clocks there",
            abs(days),
        )
        text = later if days > 0 else earlier
        return text.format(weekday=weekday(first), days=when, count=abs(days))

    def _follows(self, day: date) -> Iterator[tuple[str, str]]:
        """What is to be thought of, each with its sign."""
        if not self._moves(day):
            return
        move = self._move
        chosen = self.chosen() if day != move.was else frozenset()
        for title, question in move.questions(day, chosen):
            yield _("{title}: {sentence}").format(title=title, sentence=question), "warning"
        rows = {(one.entity, one.row_id) for one in move.chosen(chosen)} | {("visit", move.visit_id)}
        with self._office.read() as session:
            asked = visit_moves.asked_already(session, move, chosen)
            papers = [(one.title(), one.receiver) for one in made_from(session, rows)]
            clashes = visit_moves.clashes_that_come(session, move, day, chosen)
            holidays = visit_moves.holidays_on(session, move, day)
        for title, count in asked:
            text = ngettext(
                "{title}: {count} guest was invited already and must be told.",
                "{title}: {count} guests were invited already and must be told.",
                count,
            )
            yield text.format(title=title, count=count), "warning"
        for one in clashes:
            yield one.sentence, "info" if one.mild else "warning"
        for holiday in holidays:
            yield holiday, "info"
        if papers:
            count = len(papers)
            text = ngettext(
                "{count} paper that was exported is out of date then:",
                "{count} papers that were exported are out of date then:",
                count,
            )
            yield text.format(count=count), ""
        for name, receiver in papers:
            yield " · ".join(part for part in (name, receiver) if part), "papers"

    def _tell(self, text: str, sign: str) -> None:
        line = QListWidgetItem(visible(text))
        if sign:
            colours = tokens(self)
            colour = {"info": colours.info, "warning": colours.attention}.get(sign, colours.muted)
            line.setIcon(icon(sign, colour))
        self.preview.addItem(line)

    def _fill(self) -> None:
        """A line with a box for each part, and how many of it go along."""
        for part in self._move.parts:
            line = QListWidgetItem(_line(part))
            line.setData(Qt.ItemDataRole.UserRole, part.key)
            if part.moving:
                line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                line.setCheckState(_CHECKED)
            else:
                line.setFlags(Qt.ItemFlag.NoItemFlags)
            self.along.addItem(line)
        self.along.fit()

    def _lay_out(self) -> None:
        self.column.addWidget(plain(visible(self._move.title), wrap=True))
        form = QFormLayout()
        label = plain(_("New first day"))
        label.setBuddy(self.first_day)
        self.first_day.setAccessibleName(label.text())
        form.addRow(label, self.first_day)
        self.column.addLayout(form)
        self.column.addWidget(self._when)
        self.column.addWidget(self._trouble)
        above = plain(_("What goes along"))
        self.along.setAccessibleName(above.text())
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName(_("What follows"))
        self.column.addWidget(above)
        self.column.addWidget(self.along, 2)
        self.column.addWidget(secondary(_("Tasks of the checklist that are not done follow by themselves.")))
        self.column.addWidget(plain(self.preview.accessibleName()))
        self.column.addWidget(self.preview, 1)
        for widget in (above, self.along):
            widget.setVisible(bool(self._move.parts))


def _line(part: Part) -> str:
    """The name of a part, how many of it go along, and how many stay because they are done."""
    text = _("{part}: {count}").format(part=_(PARTS[part.key]), count=len(part.moving))
    stay = ngettext("{count} is done and stays.", "{count} are done and stay.", part.done)
    return f"{text}\n{stay.format(count=part.done)}" if part.done else text
