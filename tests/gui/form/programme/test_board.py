"""The board of a programme by mouse and by keys: move, stretch, follow, undo."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from dipdesk.gui import theme
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.gui.form.programme.shown import passage_boxes
from dipdesk.gui.toast import Toast
from dipdesk.i18n import speaking
from dipdesk.model import ProgrammeItem, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.programme.conftest import VISIT, at, drag, hours, key, middle, when

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(section: ProgrammeSection, key_: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(section.board, key_, held)


def test_a_drag_moves_an_item_and_the_rest_follows(visited: OfficeFile, section: ProgrammeSection) -> None:
    start = middle(section.board, "arrival")
    drag(section.board, start, start + hours(section.board, 2))
    assert when(visited, "arrival") == "12 12:00–12:30"
    assert when(visited, "hotel") == "12 13:00–13:30"
    assert when(visited, "call") == "12 13:40–14:10"
    assert when(visited, "lunch") == "12 13:00–14:00"
    assert visited.undo_label.endswith("moved, 2 items follow")
    words = section.troubles.words()
    assert "“Check-in” and “Lunch” overlap by 30 minutes." in words
    assert "“Lunch” and “Courtesy call” overlap by 20 minutes." in words
    assert "“Lunch” and “Courtesy call” overlap by 20 minutes." in section.board.words_of(key("call"))
    visited.undo()
    assert [when(visited, name) for name in ("arrival", "hotel", "call")] == [
        "12 10:00–10:30",
        "12 11:00–11:30",
        "12 11:45–12:15",
    ]


def test_what_will_follow_shows_before_it_is_dropped(visited: OfficeFile, section: ProgrammeSection) -> None:
    start = middle(section.board, "arrival")
    drag(section.board, start, start + hours(section.board, 2), drop=False)
    assert "Check-in: 11:00 → 13:00" in section.hint.text()
    assert "“Check-in” and “Lunch” overlap by 30 minutes" in section.hint.text()
    assert when(visited, "arrival") == "12 10:00–10:30"
    press(section, Qt.Key.Key_Escape)
    assert section.hint.isHidden()
    QTest.mouseRelease(section.board, Qt.MouseButton.LeftButton, NONE, start)
    assert when(visited, "arrival") == "12 10:00–10:30"


def test_what_would_not_fit_bears_a_sign_while_it_is_dragged(section: ProgrammeSection) -> None:
    board, start = section.board, middle(section.board, "arrival")
    drag(board, start, start + hours(board, 2), drop=False)
    assert board._unfit == {key("hotel"), key("lunch"), key("call")}
    still = board.grab().toImage()
    board.warn(frozenset())
    assert board.grab().toImage() != still
    press(section, Qt.Key.Key_Escape)
    assert not board._unfit


def test_alone_it_moves_alone(visited: OfficeFile, section: ProgrammeSection) -> None:
    section.tools.rest.setChecked(False)
    start = middle(section.board, "arrival")
    drag(section.board, start, start + hours(section.board, 2))
    assert when(visited, "arrival") == "12 12:00–12:30"
    assert when(visited, "hotel") == "12 11:00–11:30"


def test_a_drag_snaps_to_five_minutes_and_goes_to_another_day(
    visited: OfficeFile, section: ProgrammeSection
) -> None:
    board = section.board
    start = middle(board, "call")
    drag(board, start, start + QPoint(round(board.lanes.column), 0) + hours(board, -1.03))
    assert when(visited, "call") == "13 10:45–11:15"
    assert when(visited, "lunch") == "12 13:00–14:00"


def test_the_lower_edge_stretches(visited: OfficeFile, section: ProgrammeSection) -> None:
    box = section.board.lanes.boxes[key("lunch")]
    edge = QPoint(round(box.center().x()), round(box.bottom()) - 2)
    drag(section.board, edge, edge + hours(section.board, 0.5))
    assert when(visited, "lunch") == "12 13:00–14:30"


def test_the_upper_edge_lets_it_begin_later(visited: OfficeFile, section: ProgrammeSection) -> None:
    box = section.board.lanes.boxes[key("dinner")]
    edge = QPoint(round(box.center().x()), round(box.top()) + 2)
    drag(section.board, edge, edge + hours(section.board, 0.5))
    assert when(visited, "dinner") == "12 19:30–21:00"


def test_a_click_changes_nothing(visited: OfficeFile, section: ProgrammeSection) -> None:
    steps = len(visited.undo_labels())
    QTest.mouseClick(section.board, Qt.MouseButton.LeftButton, NONE, middle(section.board, "lunch"))
    assert section.item == key("lunch")
    assert len(visited.undo_labels()) == steps


def test_the_whole_day_by_keys(visited: OfficeFile, section: ProgrammeSection) -> None:
    press(section, Qt.Key.Key_Down)
    assert section.item == key("arrival")
    for name in ("hotel", "call", "lunch", "dinner"):
        press(section, Qt.Key.Key_Down)
        assert section.item == key(name)
    press(section, Qt.Key.Key_Right)
    assert section.item == key("flight")
    press(section, Qt.Key.Key_Left)
    assert section.item == key("lunch")
    press(section, Qt.Key.Key_Down, CTRL)
    assert when(visited, "lunch") == "12 13:05–14:05"
    press(section, Qt.Key.Key_Up, CTRL | SHIFT)
    assert when(visited, "lunch") == "12 12:50–13:50"
    press(section, Qt.Key.Key_Down, SHIFT)
    assert when(visited, "lunch") == "12 12:50–13:55"
    press(section, Qt.Key.Key_Right, CTRL)
    assert when(visited, "lunch") == "13 12:50–13:55"
    assert section.item == key("lunch")


def test_enter_opens_and_delete_removes_with_a_way_back(
    qtbot: QtBot, visited: OfficeFile, section: ProgrammeSection
) -> None:
    section.choose(key("lunch"))
    with qtbot.waitSignal(section.opened) as opened:
        press(section, Qt.Key.Key_Return)
    assert opened.args == ["programme_item", key("lunch")]
    press(section, Qt.Key.Key_Delete)
    with visited.read() as session:
        assert session.get(ProgrammeItem, key("lunch")) is None
    assert section.item == key("dinner")
    said = section.window().findChild(Toast)
    assert said is not None
    visited.undo()
    assert key("lunch") in section.board.lanes.boxes


def test_a_new_item_comes_below_the_chosen_one(
    visited: OfficeFile, section: ProgrammeSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []

    def add(_visit: str, values: dict[str, object]) -> str:
        asked.append(values)
        return ""

    monkeypatch.setattr(section.deeds, "add", add)
    section.choose(key("lunch"))
    press(section, Qt.Key.Key_N, CTRL)
    QTest.mouseDClick(
        section.board,
        Qt.MouseButton.LeftButton,
        NONE,
        middle(section.board, "flight") - hours(section.board, 3),
    )
    assert asked[0] == {"starts": at("12 14:00"), "ends": at("12 14:30"), "timing": "linked"}
    assert asked[1]["starts"] == at("13 12:00")


def test_items_at_the_same_time_stand_side_by_side(visited: OfficeFile, section: ProgrammeSection) -> None:
    with visited.change("beside") as session:
        session.get_one(ProgrammeItem, key("call")).starts = at("12 13:15")
        session.get_one(ProgrammeItem, key("call")).ends = at("12 13:45")
    lunch, call = section.board.lanes.boxes[key("lunch")], section.board.lanes.boxes[key("call")]
    assert not lunch.intersects(call)
    assert abs(lunch.width() - call.width()) < 1


def test_the_night_is_folded_away_unless_something_happens_in_it(
    visited: OfficeFile, section: ProgrammeSection
) -> None:
    assert section.board.lanes.hours == (8 * 60, 21 * 60)
    section.tools.night.trigger()
    assert section.board.lanes.hours == (0, 24 * 60)
    section.tools.night.trigger()
    with visited.change("early") as session:
        session.get_one(ProgrammeItem, key("flight")).starts = at("13 03:30")
    assert section.board.lanes.hours == (3 * 60, 21 * 60)


def test_a_sentence_leads_to_its_item(visited: OfficeFile, section: ProgrammeSection) -> None:
    item = section.troubles.item(0)
    QTest.mouseClick(
        section.troubles.viewport(),
        Qt.MouseButton.LeftButton,
        NONE,
        section.troubles.visualItemRect(item).center(),
    )
    assert section.item == item.data(Qt.ItemDataRole.UserRole) != ""


def test_sun_prayers_and_holidays_only_when_asked_for(visited: OfficeFile, section: ProgrammeSection) -> None:
    assert not any(one.marks or one.names for one in section.board.shown.words.values())
    section.tools.sun.trigger()
    section.tools.prayers.trigger()
    words = next(iter(section.board.shown.words.values()))
    assert [one.label for one in words.marks if one.kind == "sun"] == ["Sunrise", "Sunset"]
    assert "Diyanet" in section.hint.text()
    with visited.change("a holiday in Ramadan") as session:
        visit = session.get_one(Visit, VISIT)
        visit.starts = date(2027, 2, 15)
        item = session.get_one(ProgrammeItem, key("lunch"))
        item.starts, item.ends = (
            Moment(datetime(2027, 2, 15, hour), "Europe/Istanbul")  # noqa: DTZ001
            for hour in (13, 14)
        )
    section.tools.holidays.trigger()
    day = section.board.lanes.days[0]
    assert day.month == 2
    assert "Iftar" in [one.label for one in section.board.shown.words[day].marks]
    assert any("before iftar" in one for one in section.troubles.words())


def test_holidays_of_both_countries(visited: OfficeFile, section: ProgrammeSection) -> None:
    with visited.change("another day") as session:
        visit = session.get_one(Visit, VISIT)
        visit.starts = visit.starts.replace(day=1) if visit.starts else None
    section.tools.holidays.trigger()
    names = section.board.shown.words[section.board.lanes.days[0]].names
    assert len(names) == 2
    assert any("Germany" in one for one in names)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("spoken", ["tr", "en"])
def test_long_titles_and_both_languages_in_both_themes(
    qapp: QApplication,
    visited: OfficeFile,
    show: Callable[[OfficeFile], ProgrammeSection],
    mode: theme.Mode,
    spoken: str,
) -> None:
    with visited.change("long") as session:
        item = session.get_one(ProgrammeItem, key("lunch"))
        item.title_tr = item.title_en = "Çok uzun bir başlık " * 20
        item.place_tr = "Ağrıdağıeteklerindekidinlenmetesisi" * 4
    theme.apply(qapp, mode, 100)
    with speaking(spoken):
        section = show(visited)
        picture = section.grab().toImage()
        assert not picture.isNull()
        assert (
            section.board.words_of(key("hotel"))
            .splitlines()[0]
            .endswith("Otele yerleşme" if spoken == "tr" else "Check-in")
        )


def test_an_empty_visit_says_what_belongs_there(
    visited: OfficeFile, show: Callable[[OfficeFile], ProgrammeSection]
) -> None:
    with visited.change("nothing") as session:
        for item in session.query(ProgrammeItem):
            session.delete(item)
        visit = session.get_one(Visit, VISIT)
        visit.starts = visit.ends = None
    section = show(visited)
    assert section.tools.isHidden()
    assert section.troubles.isHidden()
    assert not section.grab().isNull()


def test_a_drag_to_the_edge_scrolls_the_page(qtbot: QtBot, section: ProgrammeSection) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(section)
    area.resize(900, 300)
    area.show()
    with qtbot.waitExposed(area):
        pass
    section.board.setFocus()
    before = area.verticalScrollBar().value()
    start = middle(section.board, "arrival")
    drag(section.board, start, start + hours(section.board, 8), drop=False)
    assert area.verticalScrollBar().value() > before
    press(section, Qt.Key.Key_Escape)
    heads = section.board.heads
    area.verticalScrollBar().setValue(0)
    assert heads.isHidden()
    area.verticalScrollBar().setValue(section.board.y() + 200)
    assert not heads.isHidden()
    assert heads.mapTo(area.viewport(), QPoint()).y() == 0, "the days stay in sight"
    section.board.choose(key("dinner"))
    area.takeWidget()


def test_hours_stay_in_sight_beside_many_days(
    visited: OfficeFile, show: Callable[[OfficeFile], ProgrammeSection]
) -> None:
    with visited.change("long") as session:
        session.get_one(Visit, VISIT).ends = date(2027, 5, 22)
    section = show(visited)
    hours, bar = section.board.hours, section._area.horizontalScrollBar()
    assert hours.isHidden()
    bar.setValue(bar.maximum())
    assert bar.maximum() > 0
    assert hours.mapTo(section._area.viewport(), QPoint()).x() == 0
    bar.setValue(0)
    assert hours.isHidden()


def test_what_is_in_another_zone_stands_by_the_clocks_of_the_visit_and_names_both(
    section: ProgrammeSection, visited: OfficeFile
) -> None:
    assert "All times" not in section.hint.text()
    with visited.change("a call to Tokyo") as session:
        call = session.get_one(ProgrammeItem, key("call"))
        call.starts = Moment(datetime(2027, 5, 13, 2, 0), "Asia/Tokyo")  # noqa: DTZ001 - on the wall there
        call.ends = Moment(datetime(2027, 5, 13, 3, 0), "Asia/Tokyo")  # noqa: DTZ001 - on the wall there
    board = section.board
    assert board.lanes.day_of(board.by_id[key("call")].stop) == date(2027, 5, 12)
    assert board.lanes.boxes[key("call")].top() == board.lanes.y(20 * 60)
    assert "13 May 2027 02:00–03:00 Tokyo, 20:00–21:00 Istanbul" in board.words_of(key("call"))
    row = next(one for one in section.table.lines.lines if one.row_id == key("call"))
    assert row.cells[:2] == ("12 May 2027", "13 May 2027 02:00–03:00 Tokyo, 20:00–21:00 Istanbul")
    assert section.hint.text() == "All times: Türkiye Time."
    drag(board, middle(board, "call"), middle(board, "call") + hours(board, -1))
    with visited.read() as session:
        call = session.get_one(ProgrammeItem, key("call"))
        assert str(call.starts) == "2027-05-13T01:00 Asia/Tokyo"


def test_journeys_stand_in_the_heads_of_their_days_and_lead_to_their_records(
    visited: OfficeFile, section: ProgrammeSection
) -> None:
    with visited.change("journeys") as session:
        came = Travel(visit_id=VISIT, direction="arrival", number="ÖR 1", origin="Berlin", destination="Kent")
        came.leaves = Moment(datetime(2027, 5, 12, 6, 5), "Europe/Berlin")  # noqa: DTZ001
        came.arrives = at("12 09:20")
        gone = Travel(visit_id=VISIT, direction="departure", number="ÖR 2", destination="Berlin")
        gone.leaves = at("13 17:00")
        session.add_all([came, gone])
    board = section.board
    boxes = passage_boxes(board.lanes, board.shown)
    assert [one.words for one, _area in boxes] == ["09:20 ÖR 1 Berlin →", "17:00 ÖR 2 → Berlin"]
    assert "06:05 Berlin – 09:20 Istanbul" in board.words_of_day(date(2027, 5, 12))
    opened: list[str] = []
    section.opened.connect(lambda kind, row_id: opened.append(f"{kind}/{row_id}"))
    for _one, area in boxes:
        assert area.bottom() <= board.lanes.measures.head
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, NONE, area.center().toPoint())
    assert opened == [f"travel/{one.travel_id}" for one, _area in boxes]
