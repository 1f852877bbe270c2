"""Asks what a copy of a visit shall be: from which one, on which days, with what, and who comes instead."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.copy_visit import PARTS, Wish, copy, first_day_of
from dipdesk.actions.copy_visit_people import Leaver, leavers
from dipdesk.errors import Invalid, Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, format_date, ngettext
from dipdesk.model import Post, Visit
from dipdesk.rules.spans import months_after
from dipdesk.rules.timing import read_day, with_century
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(680, 640)
_MOST_SOURCES = 40
_LATER = 12
"""Months after the first that a copy is proposed for."""


class CopyDialog(Dialog):
    """Copies a visit when it is accepted; ``made`` is the id of the new one."""

    def __init__(self, office: OfficeFile, visit_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Copy a visit"), parent, _SIZE)
        self._office = office
        self.made = ""
        self._first: date | None = None
        self.source = QComboBox()
        self.day = QLineEdit()
        self.parts = {key: QCheckBox(_(label)) for key, label in PARTS.items()}
        self.people: dict[str, QComboBox] = {}
        self._problem = secondary()
        self._who = QGridLayout()
        self._said = secondary()
        self._fill_sources(visit_id)
        self._lay_out()
        main = QPushButton(_("Copy"))
        main.setEnabled(self.source.count() > 0)
        self.add_buttons(main)
        self.source.currentIndexChanged.connect(lambda _place: self._turn())
        self.day.editingFinished.connect(self._ask_who)
        self._turn()
        self.day.setFocus()
        self.day.selectAll()

    def accept(self) -> None:
        """Copy, or say what cannot be understood."""
        try:
            wish = Wish(self._day(), frozenset(self._wanted()), self._answers())
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
        return read_day(with_century(text)) if text else None

    def _answers(self) -> Mapping[str, str]:
        chosen = {member: box.currentData() for member, box in self.people.items()}
        return {member: str(post) for member, post in chosen.items() if post is not None}

    def _fill_sources(self, visit_id: str) -> None:
        with self._office.read() as session:
            for one in _sources(session, visit_id):
                when = format_date(one.starts) if one.starts else ""
                kind = _("Template") if one.template else when
                self.source.addItem(" · ".join(part for part in (one.title(), kind) if part), one.id)
        self.source.setCurrentIndex(max(self.source.findData(visit_id), 0))

    def _turn(self) -> None:
        """Another visit is to be copied: propose its days a year later."""
        with self._office.read() as session:
            visit = session.get(Visit, str(self.source.currentData() or ""))
            self._first = first_day_of(session, visit) if visit else None
        proposed = months_after(self._first, _LATER) if self._first else None
        self.day.setText(format_date(proposed) if proposed else "")
        self._ask_who()

    def _ask_who(self) -> None:
        """Show who left the post until the new day, and who could come instead."""
        self._problem.hide()
        try:
            day = self._day()
        except Invalid as trouble:
            self._problem.setText(trouble.sentence)
            self._problem.show()
            return
        while (item := self._who.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.people = {}
        with self._office.read() as session:
            found = leavers(session, str(self.source.currentData() or ""), day)
            for row, one in enumerate(found):
                self._add_person(session, row, one)
        count = len(found)
        said = ngettext("{count} person has left the post:", "{count} people have left their posts:", count)
        self._said.setText(said.format(count=count) if count else _("Everybody is still in post."))

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
        self.people[one.member_id] = box

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
        self.column.addWidget(self._problem)
        boxes = QGridLayout()
        for place, box in enumerate(self.parts.values()):
            box.setChecked(True)
            boxes.addWidget(box, place // 2, place % 2)
        self.column.addLayout(boxes)
        self.column.addWidget(secondary(_("Needs, passports and consents are never taken along.")))
        self.column.addWidget(self._said)
        self.column.addWidget(self._scroller(), 1)

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
