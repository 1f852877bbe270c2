"""Whom a new record is asked to be for follows the fields above the question."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.asking.people_question import ForWhomQuestion
from dipdesk.gui.form.link_editors import LinkEditor
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.model import Delegation, DelegationMember, Expense, Person, Visit
from dipdesk.store.office_file import OfficeFile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_cost_of_another_visit_is_for_nobody_of_the_first(qtbot: QtBot, office: OfficeFile) -> None:
    first, second = (Visit(title_en=name, starts=date(2027, 5, 1)) for name in ("First", "Second"))
    guest = Person(given_name="Ada", family_name="Akın")
    side = Delegation(visit_id=first.id)
    member = DelegationMember(delegation_id=side.id, person_id=guest.id)
    with office.change("visits") as session:
        session.add_all([first, second, guest, side, member])
    dialog = NewRecordDialog(office, Expense)
    qtbot.addWidget(dialog)
    dialog.show()
    cells = {cell.field.name: cell for cell in dialog.cells}
    question = dialog._question
    assert isinstance(question, ForWhomQuestion)

    def choose(visit: Visit) -> None:
        editor = cells["visit_id"].editor
        assert isinstance(editor, LinkEditor)
        editor._take(visit.id)
        cells["visit_id"].commit()

    cells["what_en"].editor.set_text("Hotel")
    cells["what_en"].editor.changed.emit()
    choose(first)
    (line,) = question.people.items()
    line.setCheckState(Qt.CheckState.Checked)
    choose(second)
    assert question.people.items() == []
    dialog.accept()
    with office.read() as session:
        made = session.query(Expense).one()
        assert (made.visit_id, made.member_id) == (second.id, None)
