"""The list on the screen: typing, keys, sorting, columns, deleting with a way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.table.column_chooser import ColumnChooser
from dipdesk.gui.table.list_page import ListPage
from dipdesk.gui.theme import SPACE, font
from dipdesk.gui.toast import Toast
from dipdesk.i18n import speak
from dipdesk.model import Agreement, Country, Note, Partner, Person, ProgrammeItem, entities, entity_name
from dipdesk.store.listing import TITLE, Order
from dipdesk.store.office_file import OfficeFile
from tests.gui.table.conftest import FAMILIES, Show, names

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Typing = Callable[[QWidget, str], None]
ALPHABET = ["Cizre", "Çankaya", "Işık", "İnce", "Sarı", "Şahin", "Ünal", "Yılmaz"]


def test_people_stand_in_the_turkish_order(show: Show, people: dict[str, str]) -> None:
    speak("tr")
    page = show(Person)
    assert page.shown_ids() == [people[name] for name in ALPHABET]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ışık", "Işık"),
        ("ISIK", "Işık"),
        ("ince", "İnce"),
        ("İNCE", "İnce"),
        ("sah", "Şahin"),
        ("ŞAH", "Şahin"),
    ],
)
def test_typing_turkish_letters_narrows(
    show: Show, people: dict[str, str], type_text: Typing, typed: str, found: str
) -> None:
    page = show(Person)
    type_text(page.filter.box, typed)
    assert page.shown_ids() == [people[found]]
    assert page._foot.count.text() == "1 of 8 shown"


def test_a_short_title_has_room_beside_the_arrow(show: Show, people: dict[str, str]) -> None:
    for spoken in ("tr", "en"):
        speak(spoken)
        view = show(Person).view
        head = view.horizontalHeader()
        for place in range(view.model().columnCount()):
            title = view.model().headerData(place, Qt.Orientation.Horizontal)
            if len(title) <= 14:
                assert view.columnWidth(place) >= head.fontMetrics().horizontalAdvance(title) + 16 + 14


def test_a_day_and_its_hour_are_never_cut(show: Show) -> None:
    for spoken, longest in (("tr", "15 Ağustos 2026 12:30"), ("en", "15 September 2026 12:30")):
        speak(spoken)
        page = show(ProgrammeItem)
        view, inner = page.view, QFontMetrics(font("table")).horizontalAdvance(longest)
        for name in ("starts", "ends"):
            assert view.columnWidth(page.model.columns.index(name)) >= inner + 2 * SPACE[1]


def test_letters_typed_over_the_table_go_to_the_filter(
    show: Show, people: dict[str, str], type_text: Typing, qtbot: QtBot
) -> None:
    page = show(Person)
    type_text(page.view, "ş")
    type_text(page.filter.box, "a")
    assert page.filter.text == "şa"
    assert set(page.shown_ids()) == {people["Sarı"], people["Şahin"]} or page.shown_ids() == [people["Şahin"]]
    QTest.keyClick(page.filter.box, Qt.Key.Key_Escape)
    assert len(page.shown_ids()) == len(FAMILIES)


def test_down_from_the_filter_enters_the_table_and_enter_opens(
    show: Show, people: dict[str, str], type_text: Typing, qtbot: QtBot
) -> None:
    page = show(Person)
    type_text(page.filter.box, "yıl")
    QTest.keyClick(page.filter.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert opened.args == ["person", people["Yılmaz"]]


def test_keys_go_through_the_rows(show: Show, people: dict[str, str], qtbot: QtBot) -> None:
    page = show(Person)
    page.view.go_to(0)
    rows = page.shown_ids()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.selected_ids() == [rows[1]]
    QTest.keyClick(page.view, Qt.Key.Key_End)
    assert page.selected_ids() == [rows[-1]]
    QTest.keyClick(page.view, Qt.Key.Key_Home)
    assert page.selected_ids() == [rows[0]]
    QTest.keyClick(page.view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected_ids() == rows
    page.view.go_to(2)
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.selected_ids() == rows
    assert page._foot.chosen.text() == "8 selected"


def test_neighbours_open_one_after_the_other(show: Show, people: dict[str, str], qtbot: QtBot) -> None:
    page = show(Person)
    rows = page.shown_ids()
    page.select(rows[3])
    with qtbot.waitSignal(page.opened) as opened:
        page.neighbour(1)
    assert opened.args == ["person", rows[4]]
    page.select(rows[-1])
    with qtbot.assertNotEmitted(page.opened):
        page.neighbour(1)


def test_a_click_on_the_header_sorts_and_is_remembered(
    show: Show, people: dict[str, str], settings: Settings
) -> None:
    speak("tr")
    page = show(Person)
    head = page.view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(0) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.shown_ids() == [people[name] for name in reversed(ALPHABET)]
    assert settings.get("list.person.order", "") == "-title"
    again = show(Person)
    assert again.shown_ids() == page.shown_ids()
    assert again.view.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_chips_narrow_by_state_and_can_be_cleared(show: Show, agreements: dict[str, str]) -> None:
    page = show(Agreement)
    chip = page.filter.chips[0]
    assert chip.field.name == "state"
    chip._options["ended"].trigger()
    assert page.shown_ids() == [agreements["Bonn"]]
    assert chip.text() == "State: Ended"
    chip._options["idea"].trigger()
    assert len(page.shown_ids()) == 2
    assert chip.text() == "State: 2 values"
    page.filter.box.setText("köln")
    assert page.shown_ids() == []
    assert page.empty.isVisible()
    assert page.empty.sentence == "Nothing in this list matches."
    page.empty.clear_button.click()
    assert len(page.shown_ids()) == 3
    assert page.view.isVisible()
    assert chip.text() == "State"


def chooser_of(page: ListPage) -> ColumnChooser:
    page.view.horizontalHeader().customContextMenuRequested.emit(QPoint(10, 10))
    found = page.findChild(ColumnChooser)
    assert found is not None
    return found


def test_columns_are_chosen_found_ordered_and_reset(
    show: Show, people: dict[str, str], settings: Settings, type_text: Typing
) -> None:
    page = show(Person)
    before = page.shown_columns()
    chooser = chooser_of(page)
    listed = [chooser.list.item(place).text() for place in range(chooser.list.count())]
    assert "Photo" not in listed
    assert "Biography in Turkish" not in listed
    type_text(chooser.box, "born")
    shown = [chooser.list.item(p) for p in range(chooser.list.count()) if not chooser.list.item(p).isHidden()]
    assert [item.text() for item in shown] == ["Born"]
    shown[0].setCheckState(Qt.CheckState.Checked)
    assert page.shown_columns() == (*before, "born")
    chooser.list.insertItem(0, chooser.list.takeItem(chooser.list.row(shown[0])))
    chooser._tell()
    assert page.shown_columns() == ("born", *before)
    assert show(Person).shown_columns() == ("born", *before)
    for place in range(chooser.list.count()):
        chooser.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert len(page.shown_columns()) == 1
    chooser._reset()
    assert page.shown_columns() == before
    assert settings.get("list.person.columns", ["x"]) == []


def test_moving_and_widening_columns_is_remembered(
    show: Show, people: dict[str, str], settings: Settings
) -> None:
    page = show(Person)
    before = page.shown_columns()
    page.view.horizontalHeader().moveSection(1, 3)
    moved = (before[0], before[2], before[3], before[1])
    assert page.shown_columns() == moved
    page.view.setColumnWidth(2, 321)
    again = show(Person)
    assert again.shown_columns() == moved
    assert again.view.columnWidth(moved.index(before[2])) == 321
    page.show_columns(("email", TITLE))
    assert page.shown_columns() == ("email", TITLE)


def test_stored_nonsense_gives_the_usual_columns(
    show: Show, settings: Settings, people: dict[str, str]
) -> None:
    settings.set("list.person.columns", ["nonsense", 7])
    settings.set("list.person.order", "-nonsense")
    settings.set("list.person.widths", {"email": "wide"})
    page = show(Person)
    assert page.shown_columns()[0] == TITLE
    assert page.model.order == Order()


def test_delete_with_undo(show: Show, office: OfficeFile, people: dict[str, str], qtbot: QtBot) -> None:
    page = show(Person)
    page.select(people["Şahin"])
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert people["Şahin"] not in page.shown_ids()
    assert len(page.selected_ids()) == 1
    toast = page.findChild(Toast)
    assert toast is not None
    assert toast.accessibleName() == "Deleted: Ayşe ŞAHİN"
    toast.findChildren(QPushButton)[0].click()
    assert people["Şahin"] in page.shown_ids()
    assert office.undo_label == "People"


def test_undo_of_the_toast_takes_back_only_its_own_step(
    show: Show, office: OfficeFile, people: dict[str, str]
) -> None:
    page = show(Person)
    page.select(people["Şahin"])
    page.delete()
    with office.change("Something else") as session:
        session.add(Note(headline="x"))
    toast = page.findChild(Toast)
    assert toast is not None
    toast.findChildren(QPushButton)[0].click()
    assert office.undo_label == "Something else"


def test_duplicate_makes_a_second_one_and_opens_it(
    show: Show, office: OfficeFile, people: dict[str, str], qtbot: QtBot
) -> None:
    page = show(Person)
    page.select(people["Ünal"])
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert opened.args[1] == page.selected_ids()[0] != people["Ünal"]
    assert names(page).count("Ayşe ÜNAL") == 2
    assert office.undo() == "Duplicated: Ayşe ÜNAL"


def test_copy_gives_tabs_and_safe_csv(show: Show, office: OfficeFile, people: dict[str, str]) -> None:
    with office.change("x") as session:
        session.get_one(Person, people["Ünal"]).family_name = "=1+1"
    page = show(Person)
    page.show_columns(("family_name", "given_name"))
    page.select(people["Ünal"])
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Family name\tGiven name\n'=1+1\tAyşe"
    assert bytes(copied.data("text/csv").data()).decode() == "Family name,Given name\r\n'=1+1,Ayşe\r\n"


def test_the_menu_offers_only_what_works(show: Show, people: dict[str, str]) -> None:
    page = show(Person)
    page.select(people["Ünal"])
    entries = {action.text().split("\t")[0]: action.isEnabled() for action in page.context_menu().actions()}
    assert entries == {"Open": True, "Copy": True, "Duplicate": True, "Delete": True}
    page.view.selectAll()
    entries = {action.text().split("\t")[0]: action.isEnabled() for action in page.context_menu().actions()}
    assert entries == {"Open": False, "Copy": True, "Duplicate": False, "Delete": True}
    countries = show(Country)
    countries.view.go_to(0)
    assert not countries.context_menu().actions()[2].isEnabled()


def test_the_menu_opens_at_the_current_row_by_key(show: Show, people: dict[str, str], qtbot: QtBot) -> None:
    page = show(Person)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 400), QPoint(5, 400))
    with qtbot.assertNotEmitted(page.view.menu_wanted):
        QGuiApplication.sendEvent(page.view.viewport(), asked)
    page.view.go_to(2)
    with qtbot.waitSignal(page.view.menu_wanted) as wanted:
        QGuiApplication.sendEvent(page.view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    row = page.view.visualRect(page.view.currentIndex())
    inside = page.view.viewport().mapFromGlobal(wanted.args[0])
    assert abs(inside.y() - row.bottom()) <= 1


def test_news_keeps_selection_and_place(show: Show, office: OfficeFile, people: dict[str, str]) -> None:
    page = show(Person)
    page.select(people["Yılmaz"])
    with office.change("x") as session:
        session.add(Person(family_name="Abacı"))
    assert len(page.shown_ids()) == 9
    assert page.selected_ids() == [people["Yılmaz"]]
    with office.change("x") as session:
        session.get_one(Person, people["Cizre"]).family_name = "Zara"
    assert page.selected_ids() == [people["Yılmaz"]]
    assert page.shown_ids()[-1] == people["Cizre"]


def test_news_keep_several_and_the_one_the_keys_go_on_from(
    show: Show, office: OfficeFile, people: dict[str, str]
) -> None:
    page = show(Person)
    places = [page.shown_ids().index(people[name]) for name in ("Sarı", "Yılmaz")]
    page.view.choose(places, places[1])
    with office.change("x") as session:
        session.add(Person(family_name="Abacı"))
    assert page.selected_ids() == [people["Sarı"], people["Yılmaz"]]
    assert page.view.currentIndex().row() == page.shown_ids().index(people["Yılmaz"])
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.selected_ids() == [people["Ünal"]]


def test_what_takes_others_along_is_asked_about_first(
    show: Show, office: OfficeFile, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.change("Notes") as session:
        session.add_all(Note(headline=str(one), subject=f"person/{people['Sarı']}") for one in range(3))
    asked: list[str] = []
    wanted = ["Keep", "Delete"]

    def answer(box: QMessageBox) -> int:
        asked.append(f"{box.text()} {box.informativeText()}")
        default = box.defaultButton()
        assert isinstance(default, QPushButton)
        assert default.text() == "Keep"
        next(one for one in box.buttons() if one.text() == wanted[len(asked) - 1]).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page = show(Person)
    page.select(people["Sarı"])
    page.delete()
    assert "Ayşe SARI" in asked[0]
    assert "Notes: 3" in asked[0]
    assert people["Sarı"] in page.shown_ids()
    page.delete()
    assert people["Sarı"] not in page.shown_ids()
    page.select(people["Cizre"])
    page.delete()
    assert (len(asked), people["Cizre"] in page.shown_ids()) == (2, False)


def test_a_list_shows_when_what_it_names_is_renamed(
    show: Show, office: OfficeFile, agreements: dict[str, str]
) -> None:
    page = show(Agreement)
    with office.change("x") as session:
        bonn = session.get_one(Agreement, agreements["Bonn"]).partner_id
        session.get_one(Partner, bonn).name_tr = "Aachen"
    assert names(page) == ["Aachen", "Köln", "Ulm"]


def test_news_of_other_things_is_not_listened_to(
    show: Show, office: OfficeFile, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(Person)
    monkeypatch.setattr(page.model, "refresh", lambda _watched: pytest.fail("read again"))
    with office.change("x") as session:
        session.add(Note(headline="x"))


def test_every_entity_says_what_belongs_in_its_list(show: Show, qtbot: QtBot) -> None:
    for kind in entities():
        page = show(kind)
        page.empty.say(narrowed=False)
        assert len(page.empty.sentence) > 20, kind
        with qtbot.waitSignal(page.wanted_new) as wanted:
            page.head.new_button.click()
        assert wanted.args == [entity_name(kind)]
        page.close()


def test_an_empty_list_offers_the_one_button(show: Show, qtbot: QtBot) -> None:
    page = show(Person)
    assert page.empty.isVisible()
    assert page.empty.sentence == "The people you meet and write to belong here."
    with qtbot.waitSignal(page.wanted_new):
        page.empty.new_button.click()
    assert not page.filter.isEnabled()


def test_a_dead_list_hears_no_news(
    office: OfficeFile, settings: Settings, news: OfficeNews, qtbot: QtBot, people: dict[str, str]
) -> None:
    page = ListPage(office, Person, settings, news)
    page.deleteLater()
    del page
    QTest.qWait(1)
    with office.change("x") as session:
        session.add(Person(family_name="Abacı"))


def test_only_the_records_that_were_given_are_shown(show: Show, people: dict[str, str]) -> None:
    page = show(Person)
    page.filter.box.setText("xyz")
    page.show_only({people["Cizre"], people["Şahin"], "gone"}, "3 records from Figures: Germany")
    assert names(page) == ["Ayşe CİZRE", "Ayşe ŞAHİN"]
    assert page.filter.given.isVisible()
    assert page.filter.given.text() == "3 records from Figures: Germany"
    page.filter.box.setText("şahin")
    assert names(page) == ["Ayşe ŞAHİN"]


def test_the_given_records_are_let_go_by_a_click(show: Show, people: dict[str, str]) -> None:
    page = show(Person)
    page.show_only([people["Cizre"]], "One")
    QTest.mouseClick(page.filter.given, Qt.MouseButton.LeftButton)
    assert len(names(page)) == len(people)
    assert not page.filter.given.isVisible()


def test_given_records_may_be_none_or_very_many(show: Show, people: dict[str, str]) -> None:
    page = show(Person)
    page.show_only([], "None")
    assert names(page) == []
    page.show_only([f"{number:032}" for number in range(40_000)] + [people["Sarı"]], "Many")
    assert names(page) == ["Ayşe SARI"]
    page.filter.clear()
    assert len(names(page)) == len(people)
