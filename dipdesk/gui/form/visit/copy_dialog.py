"""Asks what a copy of a visit shall be: when, with what, who comes instead, and which gifts again."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.copy_visit import Wish, copy, day_like, first_day_of, people_instead
from dipdesk.actions.copy_visit_gifts import given_again
from dipdesk.actions.copy_visit_people import Leaver, leavers
from dipdesk.actions.copy_visit_rows import PARTS
from dipdesk.errors import Invalid, Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.programme.arrival_dialog import AlongList
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import SPACE, row_height
from dipdesk.i18n import _, format_date, ngettext, weekday
from dipdesk.model import Post, Visit
from dipdesk.rules import clock
from dipdesk.rules.timing import read_day, with_century, with_year
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(720, 760)
_MOST_SOURCES = 40
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CopyDialog(Dialog):
    """Copies a visit when it is accepted; ``made`` is the id of the new one."""

    def __init__(self, office: OfficeFile, visit_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Copy a visit"), parent, _SIZE)
        self._office = office
        self.made = ""
        self._first: date | None = None
        self._asked: tuple[object, ...] = ()
        self.source = QComboBox()
        self.day = QLineEdit()
        self.parts = {key: QCheckBox(_(label)) for key, label in PARTS.items()}
        self.people: dict[tuple[str, ...], QComboBox] = {}
        self.again = AlongList()
        self._problem = secondary()
        self._who = QGridLayout()
        self._said, self._when, self._given = secondary(), secondary(), secondary()
        self._fill_sources(visit_id)
        self._lay_out()
        self._main = QPushButton(_("Copy"))
        self._main.setEnabled(self.source.count() > 0)
        self.add_buttons(self._main)
        self.source.currentIndexChanged.connect(lambda _place: self._turn())
        self.day.editingFinished.connect(self._ask)
        for key in ("delegations", "ceremonies", "gifts"):
            self.parts[key].toggled.connect(lambda _on: self._ask())
        self._turn()
        self.day.setFocus()
        self.day.selectAll()

    def accept(self) -> None:
        """Copy, or say what cannot be understood."""
        try:
            wish = Wish(self._day(), frozenset(self._wanted()), self._answers(), self._chosen_again())
            self.made = copy(self._office, str(self.source.currentData() or ""), wish)
        except Invalid as trouble:
            self._problem.setText(trouble.sentence)
            self._problem.show()
            self.day.setFocus()
            return
        except Known as trouble:
            self._problem.setText(trouble.sentence)
            self._problem.show()
            return
        super().accept()

    def _wanted(self) -> list[str]:
        return [key for key, box in self.parts.items() if box.isChecked()]

    def _day(self) -> date | None:
        text = self.day.text().strip()
        return read_day(with_century(with_year(text, clock.today()))) if text else None

    def _answers(self) -> Mapping[str, str]:
        chosen = {rows: box.currentData() for rows, box in self.people.items()}
        return {row: str(post) for rows, post in chosen.items() if post is not None for row in rows}

    def _chosen_again(self) -> frozenset[str]:
        lines = (self.again.item(row) for row in range(self.again.count()))
        return frozenset(
            str(one.data(Qt.ItemDataRole.UserRole)) for one in lines if one.checkState() == _CHECKED
        )

    def _fill_sources(self, visit_id: str) -> None:
        with self._office.read() as session:
            for one in _sources(session, visit_id):
                when = format_date(one.starts) if one.starts else ""
                kind = _("Template") if one.template else when
                self.source.addItem(" · ".join(part for part in (one.title(), kind) if part), one.id)
        self.source.setCurrentIndex(max(self.source.findData(visit_id), 0))

    def _turn(self) -> None:
        """Another visit is to be copied: propose its days in a year that lies ahead."""
        with self._office.read() as session:
            visit = session.get(Visit, str(self.source.currentData() or ""))
            self._first = first_day_of(session, visit) if visit else None
        proposed = day_like(self._first, clock.today()) if self._first else None
        self.day.setText(format_date(proposed) if proposed else "")
        self._ask()

    def _ask(self) -> None:
        """Show who left the post until the new day, who could come instead, and which gifts would repeat."""
        self._problem.hide()
        try:
            day = self._day()
        except Invalid as trouble:
            self._problem.setText(trouble.sentence)
            self._problem.show()
            return
        asked = (self.source.currentData(), day, *self._wanted())
        if asked == self._asked:
            return
        self._asked = asked
        self._when.setText(self._weekdays(day))
        self._when.setVisible(bool(self._when.text()))
        self._ask_who(day)
        self._ask_gifts()

    def _weekdays(self, day: date | None) -> str:
        """The day of the week, and that of the visit copied from."""
        if day is None or self._first is None:
            return ""
        return _("A {weekday}; the first time it began on {day}, a {other}.").format(
            weekday=weekday(day), day=format_date(self._first), other=weekday(self._first)
        )

    def _ask_who(self, day: date | None) -> None:
        while (item := self._who.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        before = {rows: box.currentData() for rows, box in self.people.items()}
        self.people = {}
        with self._office.read() as session:
            found = leavers(session, str(self.source.currentData() or ""), day, self._wanted())
            for row, one in enumerate(found):
                self._add_person(session, row, one)
        for rows, box in self.people.items():
            if rows in before and (place := box.findData(before[rows])) >= 0:
                box.setCurrentIndex(place)
        count = len(found)
        said = ngettext("{count} person has left the post:", "{count} people have left their posts:", count)
        self._said.setText(said.format(count=count) if count else _("Everybody is still in post."))
        self._area.setVisible(bool(found))
        self._area.setMaximumHeight(count * (row_height() + SPACE[3]))  # names may need two lines
        stops = (*self.parts.values(), *self.people.values(), self.again, self._main)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _ask_gifts(self) -> None:
        """Show the gifts that would be given twice; they are not planned again unless that is wanted."""
        before = self._chosen_again()
        with self._office.read() as session:
            people = people_instead(session, self._answers())
            found = given_again(session, str(self.source.currentData() or ""), people)
        found = found if self.parts["gifts"].isChecked() else ()
        self.again.clear()
        for one in found:
            line = QListWidgetItem(visible(one.said))
            line.setData(Qt.ItemDataRole.UserRole, one.gift_id)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(_CHECKED if one.gift_id in before else _UNCHECKED)
            self.again.addItem(line)
        said = ngettext(
            "{count} gift is left out, as its receiver was given it before. Tick what to plan again:",
            "{count} gifts are left out, as their receivers were given them before. Tick what to plan again:",
            len(found),
        )
        self._given.setText(said.format(count=len(found)))
        for widget in (self._given, self.again):
            widget.setVisible(bool(found))
        self.again.fit()

    def _add_person(self, session: Session, row: int, one: Leaver) -> None:
        post = session.get_one(Post, one.post_id)
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        for successor in one.successors:
            box.addItem(session.get_one(Post, successor).title(), successor)
        box.addItem(_("Leave out"), "")
        box.addItem(_("Keep all the same"), None)
        label = plain(post.title(), wrap=True)
        box.setAccessibleName(_("Instead of {name}").format(name=post.title()))
        self._who.addWidget(label, row, 0)
        self._who.addWidget(box, row, 1)
        self.people[one.row_ids] = box
        box.currentIndexChanged.connect(lambda _place: self._ask_gifts())

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(SPACE[3])
        form.setVerticalSpacing(SPACE[1])
        rows = ((_("Copied from"), self.source), (_("New first day"), self.day))
        for row, (words, editor) in enumerate(rows):
            label = plain(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            form.addWidget(label, row, 0)
            form.addWidget(editor, row, 1)
        form.setColumnStretch(1, 1)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.column.addLayout(form)
        self.column.addWidget(self._when)
        self.column.addWidget(self._problem)
        boxes = QGridLayout()
        for place, box in enumerate(self.parts.values()):
            box.setChecked(True)
            boxes.addWidget(box, place // 2, place % 2)
        self.column.addLayout(boxes)
        self.column.addWidget(secondary(_("Needs, passports, consents and answers are never taken along.")))
        self.column.addWidget(self._said)
        self._area = self._scroller()
        self.column.addWidget(self._area, 1)
        self.column.addWidget(self._given)
        self.again.setAccessibleName(_("Gifts given already"))
        self.column.addWidget(self.again, 1)
        self.column.addStretch()

    def _scroller(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._who.setColumnStretch(0, 1)
        self._who.setColumnStretch(1, 1)
        column.addLayout(self._who)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area


def _sources(session: Session, visit_id: str) -> list[Visit]:
    """Templates first, then the latest visits; the one asked for is always among them."""
    order = select(Visit).order_by(Visit.starts.desc(), Visit.id)
    found = [
        *session.scalars(order.where(Visit.template.is_(True))),
        *session.scalars(order.where(Visit.template.is_not(True)).limit(_MOST_SOURCES)),
    ]
    wanted = session.get(Visit, visit_id) if visit_id else None
    return found if wanted is None or wanted in found else [wanted, *found]
