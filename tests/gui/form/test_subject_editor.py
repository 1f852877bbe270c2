"""What a note or a task is about: found by a few letters while there is nothing, opened once there is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.subject_editor import SubjectEditor
from dipdesk.i18n import speaking
from dipdesk.model import Task, Visit
from dipdesk.model.kinds import Subject
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.editing import Typist, made, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    one = Visit(title_tr="Gence ziyareti", title_en="Visit of Ganja")
    with office.change("Filled") as session:
        session.add(one)
    return one


def test_it_is_found_by_a_few_letters_and_opened_afterwards(
    host: QWidget, qtbot: QtBot, office: OfficeFile, visit: Visit, type_text: Typist
) -> None:
    with speaking("en"):
        one = made(host, Subject(), office)
        assert isinstance(one, SubjectEditor)
        one.set_value(None)
        one.line.setFocus()
        type_text(one.line, "ganj")
        assert one.line.suggested() == ["Visit of Ganja"]
        with qtbot.waitSignal(one.finished):
            press(one.line._list, Qt.Key.Key_Return)
        assert one.value() == f"visit/{visit.id}"
        assert not one.line.isVisible()
        with qtbot.waitSignal(one.opened) as opened:
            one.go.click()
        assert opened.args == ["visit", visit.id]
        one.change.click()
        assert one.value() is None
        assert one.line.isVisible()


def test_what_nothing_is_called_is_refused_with_a_sentence(
    host: QWidget, office: OfficeFile, visit: Visit
) -> None:
    with speaking("en"):
        one = made(host, Subject(), office)
        assert isinstance(one, SubjectEditor)
        one.set_value(None)
        assert one.value() is None
        one.line.setText("Nowhere")
        with pytest.raises(Invalid, match="was not found"):
            one.value()
        one.line.setText("visit of ganja")
        assert one.value() == f"visit/{visit.id}", "typed in full it needs no list"


def test_a_new_task_asks_what_it_belongs_to_and_who_ordered_it_can_be_added(
    qtbot: QtBot, office: OfficeFile, visit: Visit
) -> None:
    dialog = NewRecordDialog(office, Task)
    qtbot.addWidget(dialog)
    assert "subject" in [cell.field.name for cell in dialog.cells]
    given = NewRecordDialog(office, Task, {"subject": f"visit/{visit.id}"})
    qtbot.addWidget(given)
    assert "subject" not in [cell.field.name for cell in given.cells]
