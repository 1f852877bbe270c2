"""A link field by keyboard: the only match is taken and shown, several never."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.editors import editor
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.suggest import SuggestLine
from dipdesk.model import Partner, Person, Post, Visit
from dipdesk.model.kinds import Choice, Kind, Link
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile

Typist = Callable[[QWidget, str], None]
Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier


def partners(office: OfficeFile, *names: str) -> list[str]:
    with office.change("Sample") as session:
        made = [Partner(name_tr=name) for name in names]
        session.add_all(made)
    return [one.id for one in made]


def in_window(qtbot: QtBot, kind: Kind[Any], office: OfficeFile) -> tuple[Editor, SuggestLine]:
    made = editor(kind, Surroundings(office))
    qtbot.addWidget(made)
    made.show()
    line = made.stops()[0]
    assert isinstance(line, SuggestLine)
    return made, line


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, key, held))


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab, Key.Key_Backtab])
def test_the_only_match_is_taken_and_stands_there_in_full(
    qtbot: QtBot, office: OfficeFile, type_text: Typist, key: Qt.Key
) -> None:
    hannover, _tuzla = partners(office, "Hannover", "Tuzla")
    made, line = in_window(qtbot, Link("partner"), office)
    type_text(line, "Hann")
    press(line._list, key)
    assert made.text() == "Hannover"
    assert made.value() == hannover


def test_the_only_match_is_taken_with_the_list_closed_too(qtbot: QtBot, office: OfficeFile) -> None:
    hannover, _tuzla = partners(office, "Hannover", "Tuzla")
    made, _line = in_window(qtbot, Link("partner"), office)
    made.set_text("hann")
    assert made.value() == hannover
    made.set_text("bolu")
    with pytest.raises(Invalid, match="was not found"):
        made.value()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_of_several_none_is_taken(qtbot: QtBot, office: OfficeFile, type_text: Typist, key: Qt.Key) -> None:
    _one, _other, full = partners(office, "Hannover", "Hannibal", "Hann")
    made, line = in_window(qtbot, Link("partner"), office)
    type_text(line, "Han")
    press(line._list, key)
    assert made.text() == "Han"
    with pytest.raises(Invalid, match="Several match “Han”"):
        made.value()
    type_text(line, "n")
    press(line._list, key)
    assert made.value() == full


def test_two_of_the_same_name_are_told_apart_by_their_posts(
    qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    with office.change("Sample") as session:
        town = Partner(name_tr="Tuzla")
        mayor, clerk = (Person(given_name="Ayşe", family_name="Yılmaz") for _person in range(2))
        session.add_all([town, mayor, clerk])
        session.flush()
        held = Post(person_id=mayor.id, partner_id=town.id, title_tr="Başkan", title_en="Mayor")
        over = Post(person_id=clerk.id, title_en="Clerk", until=PartialDate.of(date(2001, 1, 1)))
        session.add_all([held, over])
    made, line = in_window(qtbot, Link("person"), office)
    type_text(line, "Ayşe Yılmaz")
    said = [line._model.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert sorted(said) == ["Ayşe YILMAZ", "Ayşe YILMAZ, Mayor · Tuzla"]
    press(line._list, Key.Key_Return)
    with pytest.raises(Invalid, match="Several match"):
        made.value()
    line._list.hide()
    press(line, Key.Key_Down)
    press(line._list, Key.Key_Down)
    press(line._list, Key.Key_Return)
    assert made.value() == (mayor.id if said[0].endswith("Tuzla") else clerk.id)


def test_what_is_not_listed_is_counted_and_cannot_be_chosen(
    qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    partners(office, *(f"Yeni {number}" for number in range(46)), "Tuzla")
    made, line = in_window(qtbot, Link("partner"), office)
    type_text(line, "yeni")
    assert line.suggested()[12:] == ["… and 34 more: keep typing", "Create “yeni” …"]
    line._list.setCurrentIndex(line._list.model().index(11, 0))
    for key, row in ((Key.Key_Down, 13), (Key.Key_Up, 11)):
        press(line._list, key)
        assert line._list.currentIndex().row() == row
    line._activated(line._model.index(12, 0))
    assert made.text() == "yeni"
    line.clear()
    line.show_all()
    assert line.suggested()[12:] == ["… and 35 more: keep typing", "Create a new one …"]
    type_text(line, "Yeni 1")
    assert len(line.suggested()) == 12


def test_ctrl_enter_takes_what_is_marked_and_confirms(
    qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    made, line = in_window(qtbot, Choice({"a": "Alpha", "b": "Beta"}), office)
    done: list[str] = []
    made.finished.connect(lambda: done.append("finished"))
    made.confirmed.connect(lambda: done.append(str(made.value())))
    type_text(line, "be")
    press(line._list, Key.Key_Return, _CTRL)
    assert done == ["b"]
    line.show_all()
    press(line._list, Key.Key_Return, _CTRL)
    assert done == ["b", "b"]
    assert not line.is_suggesting()


def test_ctrl_enter_in_the_open_list_adds_the_record(
    qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    hannover, _tuzla = partners(office, "Hannover", "Tuzla")
    form = NewRecordDialog(office, Visit)
    qtbot.addWidget(form)
    form.show()
    cells = {cell.field.name: cell for cell in form.cells}
    title = next(cell for name, cell in cells.items() if name.startswith("title"))
    type_text(title.editor.stops()[0], "Besuch")
    line = cells["partner_id"].editor.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "hann")
    press(line._list, Key.Key_Return, _CTRL)
    assert form.row_id
    with office.read() as session:
        visit = session.get(Visit, form.row_id)
        assert visit is not None
        assert visit.partner_id == hannover
