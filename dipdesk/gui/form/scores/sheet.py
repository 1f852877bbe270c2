"""The score sheet of a relation: every criterion of the office, points by key or click, the total."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from sqlalchemy import select

from dipdesk.gui.cards import clear
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.scores.dots import Dots
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import N_, _, format_percent, lasting
from dipdesk.model import Criterion, Score
from dipdesk.rules.scoring import Mark, total
from dipdesk.store.office_file import News, OfficeFile

_ABOVE = 4
"""How far the text of a link stands from the edge of its button."""
_WEIGHT = 10
"""Letters of width of the column of weights."""
_LONGEST_NOTE = 150


@dataclass(frozen=True)
class _Line:
    """One criterion with what was given for it."""

    criterion_id: str
    name: str
    weight: int
    score_id: str = ""
    points: int | None = None
    note: str = ""


class ScoreSheet(QWidget):
    """One line for each criterion; every change of points is a step of its own."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, relation_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._relation_id = relation_id
        self._lines: list[_Line] = []
        self.dots: dict[str, Dots] = {}
        self._notes: dict[str, QPushButton] = {}
        self._heading = Heading(_("Score sheet"), self)
        self.total = plain()
        self._heading.add(self.total)
        self._empty = secondary(_("The office has no criteria yet. Add some under “Criteria”."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(INSET, SPACE[1], 0, 0)
        body.addWidget(self._empty)
        body.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(body)
        self.refresh()

    def refresh(self) -> None:
        """Read criteria and scores again; the focus stays where it is."""
        lines = self._read()
        same = [(one.criterion_id, one.name, one.weight) for one in lines] == [
            (one.criterion_id, one.name, one.weight) for one in self._lines
        ]
        self._lines = lines
        if not same:
            self._build()
        for one in lines:
            self.dots[one.criterion_id].set_points(one.points)
            self._show_note(one)
        self._empty.setVisible(not lines)
        self._show_total()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("score", "criterion")

    def give(self, criterion_id: str, points: int | None) -> None:
        """Store the points of a criterion, as one step."""
        line = next(one for one in self._lines if one.criterion_id == criterion_id)
        label = lasting(N_("Points for “{criterion}”"), criterion=line.name)
        with self._office.change(label, origin=self) as session:
            known = session.get(Score, line.score_id) if line.score_id else None
            if known is None:
                session.add(Score(relation_id=self._relation_id, criterion_id=criterion_id, points=points))
            elif points is None and not known.note:
                session.delete(known)
            else:
                known.points = points
        self.refresh()

    def _read(self) -> list[_Line]:
        with self._office.read() as session:
            order = Criterion.place.is_(None), Criterion.place, Criterion.id
            criteria = list(session.scalars(select(Criterion).order_by(*order)))
            given = session.scalars(select(Score).where(Score.relation_id == self._relation_id))
            scores = {one.criterion_id: one for one in given}
            return [_line(one, scores.get(one.id)) for one in criteria]

    def _build(self) -> None:
        focused = next((key for key, dots in self.dots.items() if dots.hasFocus()), "")
        clear(self._rows)
        self.dots, self._notes = {}, {}
        if self._lines:
            self._rows.addWidget(_heads())
        for line in self._lines:
            self._rows.addWidget(self._row(line))
        if focused in self.dots:
            self.dots[focused].setFocus()

    def _row(self, line: _Line) -> QWidget:
        dots = Dots(line.name, self)
        dots.given.connect(lambda points, key=line.criterion_id: self.give(key, points))
        self.dots[line.criterion_id] = dots
        name = Wrapped(line.name, self)
        name.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        weight = plain(str(line.weight))
        weight.setContentsMargins(0, _ABOVE, 0, 0)
        weight.setAlignment(Qt.AlignmentFlag.AlignRight)
        return _in_columns(name, weight, dots, self._note_button(line))

    def _note_button(self, line: _Line) -> QPushButton:
        """The way to the score and its note; hidden as long as there is no score."""
        made = QPushButton(icon("note"), "")
        made.setProperty("role", "link")
        made.clicked.connect(lambda _checked=False: self.opened.emit("score", self._score(line.criterion_id)))
        self._notes[line.criterion_id] = made
        return made

    def _score(self, criterion_id: str) -> str:
        return next(one.score_id for one in self._lines if one.criterion_id == criterion_id)

    def _show_note(self, line: _Line) -> None:
        note, text = self._notes[line.criterion_id], line.note or _("Note …")
        short = note.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST_NOTE)
        note.setText(short.replace("&", "&&"))
        note.setToolTip(line.note)
        note.setAccessibleName(_("{field}: {value}").format(field=line.name, value=text))
        note.setVisible(bool(line.score_id))

    def _show_total(self) -> None:
        found = total(Mark(one.points, one.weight) for one in self._lines)
        if found.percent is None:
            self.total.setText("")
            return
        text = _("{percent} · {scored} of {criteria} criteria")
        self.total.setText(
            text.format(
                percent=format_percent(round(found.percent)), scored=found.scored, criteria=found.criteria
            )
        )


def _heads() -> QWidget:
    heads = [secondary(one, wrap=False) for one in (_("Criterion"), _("Weight"), _("Points"), _("Note"))]
    heads[1].setAlignment(Qt.AlignmentFlag.AlignRight)
    for head in heads:
        head.setMinimumWidth(1)
    return _in_columns(heads[0], heads[1], heads[2], heads[3])


def _in_columns(name: QWidget, weight: QWidget, points: QWidget, note: QWidget) -> QWidget:
    """One row: the columns have the same widths in every one."""
    made, holder = QWidget(), QWidget()
    row, inside = QHBoxLayout(made), QHBoxLayout(holder)
    for one in (row, inside):
        one.setContentsMargins(0, 0, 0, 0)
        one.setSpacing(SPACE[3])
    weight.setFixedWidth(_WEIGHT * made.fontMetrics().averageCharWidth())
    points.setFixedWidth(Dots("").sizeHint().width())
    inside.addWidget(note)
    inside.addStretch(1)
    holder.setMinimumWidth(1)
    top = Qt.AlignmentFlag.AlignTop
    row.addWidget(name, 3)
    row.addWidget(weight, 0, top)
    row.addWidget(points, 0, top)
    row.addWidget(holder, 2, top)
    return made


def _line(criterion: Criterion, score: Score | None) -> _Line:
    known = (score.id, score.points, score.note or "") if score else ("", None, "")
    weight = 1 if criterion.weight is None else criterion.weight
    return _Line(criterion.id, criterion.title(), weight, *known)
