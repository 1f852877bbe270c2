"""The name of a person: capitals are proposed where it is typed without any, and never put there unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.name_editor import capitalised
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.model import Person
from dipdesk.store.office_file import OfficeFile


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("ayşe nur", "Ayşe Nur"),
        ("ismail", "İsmail"),
        ("ırmak", "Irmak"),
        ("wilhelmine", "Wilhelmine"),
        (" jean-luc ", "Jean-Luc"),
        ("van der Berg", ""),
        ("YILMAZ", ""),
        ("Ayşe", ""),
        ("李", ""),
        ("", ""),
    ],
)
def test_capitals_are_proposed_where_there_are_none(typed: str, proposed: str) -> None:
    assert capitalised(typed) == proposed


def test_one_key_takes_what_is_proposed_and_one_takes_it_back(qtbot: QtBot, office: OfficeFile) -> None:
    form = NewRecordDialog(office, Person, {"given_name": "ayşe", "family_name": "yılmaz"})
    qtbot.addWidget(form)
    form.show()
    given = next(cell for cell in form.cells if cell.field.name == "given_name")
    assert given.words.note._text.text() == "Alt+Enter writes “Ayşe”."
    line = given.editor.stops()[0]
    for key, held, text in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, "Ayşe"),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "ayşe"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, "Ayşe"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, "Ayşe"),
    ):
        QTest.keyClick(line, key, held)
        assert given.editor.text() == text
    assert given.remark == ""
    form.accept()
    with office.read() as session:
        made = session.get(Person, form.row_id)
        assert made is not None
        assert (made.given_name, made.family_name) == ("Ayşe", "yılmaz")
