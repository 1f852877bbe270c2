"""The palette: commands and records from the keyboard alone, blind to accents and to ı and i."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.calendar.page import CalendarPage
from dipdesk.gui.desk import Desk
from dipdesk.gui.palette.card import Palette
from dipdesk.gui.palette.entry import is_called, rank
from dipdesk.gui.palette.sources import RecordSource
from dipdesk.gui.place_words import PLACE_WORDS
from dipdesk.gui.places import CALENDAR, FOOT, PLACES
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import OfficePlace, Workspace
from dipdesk.model import Partner, Task, Visit
from tests.gui import small_office


def opened(desk: Desk, action: str) -> tuple[Palette, QLineEdit]:
    desk.window.commands[action].trigger()
    palette = desk.window.frame.findChildren(Palette)[-1]
    line = palette.findChild(QLineEdit)
    assert line is not None
    return palette, line


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    assert desk.office is not None
    return small_office.fill(desk.office)


@pytest.mark.parametrize(
    ("typed", "label", "words"),
    [
        ("AYARLAR", "Settings …", "ayarlar options"),
        ("yazi", "Larger text", "büyük yazı zoom"),
        ("YAZI", "Larger text", "büyük yazı zoom"),
        ("isik", "Işık", ""),
        ("new office", "New office file …", ""),
        ("file new", "New office file …", ""),
    ],
)
def test_what_is_typed_fits(typed: str, label: str, words: str) -> None:
    assert rank(typed, label, words=words) is not None


def test_better_fits_come_first() -> None:
    ranks = [rank("back", text) for text in ("Back", "Put a backup back", "A setback", "b a c k", "x")]
    assert ranks == [0, 1, 2, 3, None]


@pytest.mark.parametrize(
    ("typed", "is_enough"),
    [
        ("ziyaret dosyası", True),
        ("Ziyaret dosyas", True),
        ("ziyaret do", False),
        ("ziyaret dosyasının", False),
        ("", False),
    ],
)
def test_all_but_the_end_of_a_name_is_the_name(typed: str, is_enough: bool) -> None:
    assert is_called(typed, "Brief", "Ziyaret dosyası") is is_enough


def test_few_letters_are_no_name_yet() -> None:
    assert is_called("map", "Map …")
    assert not is_called("ligh", "Light")


def test_commands_are_found_in_both_languages(desk: Desk, type_text: Callable[[QWidget, str], None]) -> None:
    for typed, expected in (("koyu", "Dark"), ("dark", "Dark"), ("KISAYOL", "Keyboard shortcuts")):
        palette, line = opened(desk, "go.commands")
        type_text(line, typed)
        assert palette.texts()[0] == expected
        palette.close_card()


def test_a_command_is_done_by_keyboard(
    qtbot: QtBot, desk: Desk, type_text: Callable[[QWidget, str], None]
) -> None:
    _palette, line = opened(desk, "go.commands")
    type_text(line, "ülkeler")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.trail.here == Spot("country")


def test_a_record_is_gone_to_by_keyboard(
    qtbot: QtBot, desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    palette, line = opened(desk, "go.anywhere")
    type_text(line, "SANLIURFA")
    assert palette.texts()[0] == "Şanlıurfa"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert isinstance(desk.page, Workspace)
    assert desk.page.kind.__tablename__ == "partner"


def test_the_city_comes_before_what_is_named_after_it(
    desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    palette, line = opened(desk, "go.anywhere")
    type_text(line, "schwabisch hall")
    shown = palette.texts()
    assert shown[0] == "Schwäbisch Hall"
    assert shown[1].startswith("Visit of the delegation of")
    assert shown[-4:] == [
        "Create the person “schwabisch hall”",
        "Create the partner “schwabisch hall”",
        "Create the visit “schwabisch hall”",
        "Create an agreement with “schwabisch hall”",
    ]


@pytest.mark.parametrize(
    ("typed", "offer", "name", "values"),
    [
        ("Ayşe Ak", "Create the person “Ayşe Ak”", "person", {"given_name": "Ayşe", "family_name": "Ak"}),
        ("Batum", "Create the partner “Batum”", "partner", {"name_en": "Batum"}),
        ("Bayram", "Create the visit “Bayram”", "visit", {"title_en": "Bayram"}),
        ("Batum", "Create an agreement with “Batum”", "agreement", {}),
        ("gence", "Create an agreement with “gence”", "agreement", {"partner_id": "Gence"}),
    ],
)
def test_something_new_is_made_from_what_was_typed(
    desk: Desk, ids: dict[str, str], typed: str, offer: str, name: str, values: dict[str, object]
) -> None:
    assert desk.office is not None
    made: list[tuple[str, dict[str, object]]] = []
    source = RecordSource(desk.office, desk.recent, desk.go, lambda *what: made.append(what))
    _records, offers = source.find(typed)
    next(one for one in offers if one.text == offer).act()
    if "partner_id" in values:
        with desk.office.read() as session:
            values = {
                "partner_id": session.scalars(select(Partner.id).where(Partner.name_tr == "Gence")).one()
            }
    assert made == [(name, values)]


def test_a_prefix_alone_lists_the_first_of_its_kind(
    desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    palette, line = opened(desk, "go.anywhere")
    type_text(line, "@")
    assert "Ayşe Nur YILMAZ" in palette.texts()


def test_down_goes_to_the_next(
    qtbot: QtBot, desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    _palette, line = opened(desk, "go.anywhere")
    type_text(line, "schwäbisch")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.trail.here is not None
    assert desk.trail.here.place != "partner"


def test_prefixes_narrow_to_people_partners_and_commands(
    desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    palette, line = opened(desk, "go.anywhere")
    type_text(line, "@yil")
    assert palette.texts() == ["Ayşe Nur YILMAZ", "Create the person “yil”"]
    line.clear()
    type_text(line, "#sch")
    assert palette.texts() == ["Schwäbisch Hall", "Create the partner “sch”"]
    line.clear()
    type_text(line, ">dark")
    assert palette.texts()[0] == "Dark"


def test_commands_stand_after_the_records_unless_they_are_called_so(
    desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    assert desk.office is not None
    with desk.office.change("Two cities") as session:
        session.add_all([Partner(name_tr="Light City"), Partner(name_tr="Darkehmen")])
    palette, line = opened(desk, "go.anywhere")
    type_text(line, "ligh")
    texts = palette.texts()
    assert texts[:2] == ["Light City", "Commands"]
    assert texts.index("Light") < texts.index("Create") < texts.index("Create the person “ligh”")
    line.clear()
    type_text(line, "LIGHT")
    assert palette.texts()[:4] == ["Commands", "Light", "Records", "Light City"]
    line.clear()
    type_text(line, "settings")
    assert palette.texts()[:2] == ["Commands", "Settings …"]


def test_a_command_that_is_called_so_on_its_button_comes_before_a_task_that_begins_so(
    desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    assert desk.office is not None
    with desk.office.change("A task") as session:
        session.add(Task(what_tr="Ziyaret dosyasının son hâli basıldı", subject=f"visit/{ids['visit']}"))
    desk.go(Spot("visit", ids["visit"]))
    palette, line = opened(desk, "go.anywhere")
    type_text(line, "Ziyaret dosyas")
    texts = palette.texts()
    assert texts[:3] == ["Commands", "Brief of this visit …", "Records"]
    assert texts[3].startswith("Ziyaret dosyasının")


@pytest.mark.parametrize("typed", ["import calendar", "takvim içe aktar", "ICS import", "takvim oku"])
def test_synonyms_of_both_languages_lead_to_a_command(
    desk: Desk, typed: str, type_text: Callable[[QWidget, str], None]
) -> None:
    palette, line = opened(desk, "go.anywhere")
    type_text(line, typed)
    assert "Read a calendar into the programme …" in palette.texts()[:3]


def test_every_place_has_further_words() -> None:
    assert {place.key for place in (*PLACES, *FOOT)} == set(PLACE_WORDS)


def test_records_that_are_called_alike_say_what_they_belong_to(desk: Desk, ids: dict[str, str]) -> None:
    assert desk.office is not None
    with desk.office.change("One task for two visits") as session:
        visits = [Visit(title_en=title, kind="inbound") for title in ("Spring", "Autumn")]
        session.add_all(visits)
        session.flush()
        session.add_all([Task(what_en="Zzz printed", subject=f"visit/{one.id}") for one in visits])
        session.add(Task(what_en="Zzz bound", subject=f"visit/{visits[0].id}"))
    source = RecordSource(desk.office, desk.recent, desk.go, lambda *what: None)
    records, _offers = source.find("zzz")
    assert sorted((one.text, one.detail) for one in records) == [
        ("Zzz bound", "Task"),
        ("Zzz printed", "Task · Autumn"),
        ("Zzz printed", "Task · Spring"),
    ]


def test_a_calendar_is_read_into_the_visit_that_is_shown(
    desk: Desk, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    reader = replace(desk.late, calendar_reader=lambda: lambda office, visit, parent: asked.append(visit))
    monkeypatch.setattr(desk, "late", reader)
    desk.go(Spot(CALENDAR))
    assert isinstance(desk.page, CalendarPage)
    desk.page.head._reading.click()
    palette = desk.window.frame.findChild(Palette)
    assert palette is not None
    assert asked == []
    assert palette.texts()
    palette.accept()
    assert asked == [ids["visit"]]
    assert desk.trail.here == Spot("visit", ids["visit"])
    asked.clear()
    desk.go(Spot("visit", ids["visit"]))
    desk.do("visit.calendar_read")
    assert asked == [ids["visit"]]


def test_the_calendars_of_the_visit_and_of_the_office_are_told_apart(
    desk: Desk,
    ids: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    type_text: Callable[[QWidget, str], None],
) -> None:
    written: list[str] = []
    writer = lambda office, about, parent: written.append(about.title() if about else "all")  # noqa: E731
    monkeypatch.setattr(desk, "late", replace(desk.late, calendar_file=lambda: writer))
    desk.go(Spot("visit", ids["visit"]))
    palette, line = opened(desk, "go.commands")
    type_text(line, "export calendar")
    own, whole = "Export the calendar of this visit …", "Export the calendar of the whole office …"
    assert {own, whole} <= set(palette.texts())
    palette.close_card()
    for action in ("visit.calendar", "calendar.export"):
        desk.do(action)
    assert written[0].startswith("Visit of the delegation")
    assert written[1:] == ["all"]


def test_the_page_of_the_office_begins_with_its_first_field(desk: Desk, ids: dict[str, str]) -> None:
    palette, _line = opened(desk, "go.anywhere")
    palette.fill("our office")
    palette.accept()
    assert isinstance(desk.page, OfficePlace)
    assert desk.page.record.field_in_focus() == "name_tr"


def test_a_refused_value_does_not_keep_one_from_going_anywhere(
    qtbot: QtBot, desk: Desk, ids: dict[str, str], type_text: Callable[[QWidget, str], None]
) -> None:
    desk.go(Spot("partner", ids["partner"]))
    assert isinstance(desk.page, Workspace)
    assert desk.page.record is not None
    cell = desk.page.record.cells["country_id"]
    cell.begin()
    cell.editor.set_draft("Nowhere at all")
    cell.editor.changed.emit()
    _palette, line = opened(desk, "go.anywhere")
    assert QApplication.focusWidget() is line
    assert cell.problem
    assert cell.editor.draft() == "Nowhere at all"


def test_what_was_looked_at_lately_comes_first(desk: Desk, ids: dict[str, str]) -> None:
    desk.go(Spot("partner", ids["partner"]))
    desk.go(Spot("visit", ids["visit"]))
    palette, _line = opened(desk, "go.anywhere")
    assert palette.texts()[0] == "Looked at lately"
    assert palette.texts()[2] == "Schwäbisch Hall"


def test_escape_gives_the_focus_back(qtbot: QtBot, desk: Desk) -> None:
    before = QApplication.focusWidget()
    palette, line = opened(desk, "go.anywhere")
    assert QApplication.focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() is before
    assert isinstance(desk.page, TodayPage)
