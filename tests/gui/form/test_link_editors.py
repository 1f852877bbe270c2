"""Links: found by a few letters, created where nothing is called so, opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid
from dipdesk.gui.form.editors import editor
from dipdesk.gui.form.link_editors import LinkEditor
from dipdesk.gui.form.new_record import surroundings
from dipdesk.gui.form.suggest import SuggestLine
from dipdesk.model import (
    DelegationMember,
    Partner,
    Person,
    Post,
    field_of,
)
from dipdesk.model.kinds import (
    Link,
)
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.editing import Typist, made, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def linked_office(office: OfficeFile) -> tuple[str, str]:
    with office.change("Sample") as session:
        one, other = Partner(name_tr="Şanlıurfa"), Partner(name_tr="Iğdır")
        session.add_all([one, other])
    return one.id, other.id


def test_link_is_found_by_a_few_letters(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    _first, second = linked_office(office)
    one = made(host, Link("partner"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "igd")
    assert line.suggested() == ["Iğdır", "Create “igd” …"]
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == second
    assert one.text() == "Iğdır"


def test_enter_takes_no_link_that_is_called_otherwise(
    host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    _first, second = linked_office(office)
    with office.change("Sample") as session:
        session.add(Partner(name_tr="Iğdırlı"))
    one = made(host, Link("partner"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "igd")
    with qtbot.waitSignal(one.finished):
        press(line._list, Qt.Key.Key_Return)
    assert not line.is_suggesting()
    with pytest.raises(Invalid):
        one.value()
    press(line, Qt.Key.Key_Down)
    assert line.suggested()[0] == "Iğdır"
    line._list.hide()
    type_text(line, "ir")
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == second


def test_enter_takes_a_country_by_a_few_letters(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    one = made(host, Link("country"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "bosn")
    press(line._list, Qt.Key.Key_Return)
    assert one.value()


def test_tab_takes_a_link_chosen_by_arrows(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    _first, second = linked_office(office)
    one = made(host, Link("partner"), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "igd")
    press(line._list, Qt.Key.Key_Down)
    press(line._list, Qt.Key.Key_Tab)
    assert one.value() == second


def test_posts_of_the_person_are_offered_and_those_of_others_refused(
    host: QWidget, office: OfficeFile, type_text: Typist
) -> None:
    with office.change("Sample") as session:
        guest, other = Person(family_name="Novak"), Person(family_name="Özdemir")
        session.add_all([guest, other])
        session.flush()
        foreign = Post(person_id=other.id, title_tr="Belediye Başkanı", title_en="Mayor")
        session.add(foreign)
    around = surroundings(office, DelegationMember, lambda: {"person_id": guest.id})
    one = editor(field_of(DelegationMember, "post_id").kind, around)
    one.setParent(host)
    one.show()
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "Mayor")
    assert line.suggested() == ["Create “Mayor” …"]
    line._list.hide()
    with pytest.raises(Invalid, match="was not found"):
        one.value()
    one.set_value(foreign.id)
    with pytest.raises(Invalid, match="This is the post of ÖZDEMİR"):
        one.value()
    with office.change("Sample") as session:
        own = Post(person_id=guest.id, title_tr="Belediye Başkanı", title_en="Mayor")
        session.add(own)
    line.clear()
    type_text(line, "may")
    assert line.suggested() == ["NOVAK · Mayor", "Create “may” …"]
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == own.id


def test_link_typed_in_full_needs_no_list(host: QWidget, office: OfficeFile) -> None:
    first, _second = linked_office(office)
    one = made(host, Link("partner"), office)
    one.set_text("sanliurfa")
    assert one.value() == first


def test_clicking_into_a_filled_link_selects_it_so_that_typing_begins_anew(
    host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    first, second = linked_office(office)
    one = made(host, Link("partner"), office)
    one.set_value(first)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    line.clearFocus()
    line.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == one.text() != ""
    line._list.hide()
    qtbot.wait(400)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == ""
    line._list.hide()
    line.selectAll()
    type_text(line, "igd")
    assert line.suggested()[0] == "Iğdır"
    press(line._list, Qt.Key.Key_Down)
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == second


def test_unknown_link_is_refused_and_can_be_created(
    host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist
) -> None:
    asked: list[tuple[str, str]] = []

    def create(link: Link, typed: str, over: QWidget) -> str:
        asked.append((link.target, typed))
        with office.change("Made") as session:
            new = Partner(name_tr=typed)
            session.add(new)
        return new.id

    one = made(host, Link("partner"), office, create=create)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "Çeşme")
    with pytest.raises(Invalid):
        one.value()
    press(line._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked == [("partner", "Çeşme")])
    assert one.text() == "Çeşme"
    assert one.value()


def test_tab_never_creates(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    asked: list[str] = []
    one = made(host, Link("partner"), office, create=lambda link, typed, over: asked.append(typed) or "")
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "Çeşme")
    press(line._list, Qt.Key.Key_Tab)
    assert not asked
    assert not line.is_suggesting()


def test_linked_record_opens(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    first, _second = linked_office(office)
    one = made(host, Link("partner"), office)
    assert isinstance(one, LinkEditor)
    one.set_value(first)
    with qtbot.waitSignal(one.opened) as told:
        qtbot.mouseClick(one.go, Qt.MouseButton.LeftButton)
    assert told.args == ["partner", first]


def test_link_to_what_is_gone_says_so(host: QWidget, office: OfficeFile) -> None:
    one = made(host, Link("partner"), office)
    one.set_value("0" * 32)
    assert one.text() == "(no longer there)"
