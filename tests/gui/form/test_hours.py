"""Hours in forms: by the clock of the place, an end that goes along with its start and never before it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.programme.deeds import ProgrammeDeeds
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.usual import usual_zone
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Country, Partner, ProgrammeItem, Record, Travel, Visit, field_of
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import added, stored

HOME, AWAY = "Europe/Istanbul", "Europe/Berlin"
Open = Callable[..., dict[str, FieldCell]]


def at(hour: int, zone: str = AWAY) -> Moment:
    return Moment(datetime(2027, 3, 8, hour), zone)  # noqa: DTZ001 - what the wall clock shows


@pytest.fixture
def trip(office: OfficeFile) -> str:
    """A trip to a partner of which only the country is known."""
    with office.read() as session:
        known = session.query(Country).filter_by(code="DE").first()
        code = known.id if known is not None else ""
    country = Country(code="DE", name_tr="Almanya")
    partner = Partner(name_tr="Örnekkent", country_id=code or country.id)
    visit = Visit(title_tr="Gezi", kind="outbound", partner_id=partner.id, starts=date(2027, 3, 8))
    added(office, *([] if code else [country]), partner, visit)
    return visit.id


@pytest.fixture
def open_form(qtbot: QtBot, office: OfficeFile) -> Open:
    made: list[NewRecordDialog] = []

    def make(kind: type[Record], **values: Any) -> dict[str, FieldCell]:
        dialog = NewRecordDialog(office, kind, values)
        qtbot.addWidget(dialog, before_close_func=lambda one: one.hide())
        made.append(dialog)
        return {cell.field.name: cell for cell in dialog.cells}

    return make


def put(cell: FieldCell, value: object) -> bool:
    """Type a value into a cell and leave it."""
    cell.begin()
    cell.editor.set_value(value)
    cell.editor.changed.emit()
    return cell.commit()


def shown_zone(cell: FieldCell) -> str:
    return str(cell.editor.stops()[2].property("text"))


def test_the_first_item_abroad_is_told_by_their_clock(trip: str, open_form: Open) -> None:
    cells = open_form(ProgrammeItem, visit_id=trip)
    assert cells["starts"].value == at(9)
    assert shown_zone(cells["ends"]) == AWAY


def test_what_the_grid_proposes_goes_along(
    office: OfficeFile, trip: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ends: list[object] = []

    def act(dialog: NewRecordDialog) -> int:
        qtbot.addWidget(dialog, before_close_func=lambda one: one.hide())
        cells = {cell.field.name: cell for cell in dialog.cells}
        assert put(cells["starts"], at(14, HOME))
        ends.append(cells["ends"].value)
        return 0

    monkeypatch.setattr(NewRecordDialog, "exec", act)
    deeds = ProgrammeDeeds(office, None, lambda: None)  # type: ignore[arg-type]
    deeds.add(trip, {"starts": at(9), "ends": at(10), "timing": "fixed"})
    assert ends == [at(14, HOME).after(30)]


def test_an_end_follows_as_soon_as_the_hour_is_left(
    trip: str, open_form: Open, type_text: Callable[[QWidget, str], None]
) -> None:
    cells = open_form(ProgrammeItem, visit_id=trip)
    _day, clock, zone = cells["starts"].editor.stops()
    window = clock.window()
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    clock.setFocus(Qt.FocusReason.TabFocusReason)
    type_text(clock, "19:00")
    assert cells["ends"].value == at(9).after(30)
    QTest.keyClick(clock, Qt.Key.Key_Tab)
    assert zone.hasFocus()
    assert cells["ends"].value == at(19).after(30)
    assert "19:30" in cells["ends"].editor.text()


def test_an_end_keeps_its_length_and_zone(trip: str, open_form: Open) -> None:
    cells = open_form(ProgrammeItem, visit_id=trip)
    assert put(cells["ends"], at(11))
    assert put(cells["starts"], at(14))
    assert cells["ends"].value == at(16)
    assert put(cells["starts"], at(14, HOME))
    assert cells["ends"].value == at(16, HOME)


def test_an_end_that_fits_stays_where_the_start_was_only_proposed(trip: str, open_form: Open) -> None:
    cells = open_form(ProgrammeItem, visit_id=trip)
    assert put(cells["ends"], at(18))
    assert put(cells["starts"], at(17))
    assert cells["ends"].value == at(18)


def test_an_end_before_the_start_is_refused(trip: str, open_form: Open) -> None:
    cells = open_form(ProgrammeItem, visit_id=trip)
    assert not put(cells["ends"], at(8))
    assert cells["ends"].problem == "It ends before it starts."


def test_a_journey_is_told_by_the_clocks_of_both_ends(office: OfficeFile, trip: str, open_form: Open) -> None:
    cells = open_form(Travel, visit_id=trip)
    assert [shown_zone(cells[name]) for name in ("leaves", "arrives")] == [HOME, AWAY]
    assert put(cells["destination"], "London Heathrow")
    assert shown_zone(cells["arrives"]) == "Europe/London"
    added(office, Travel(visit_id=trip, origin="İstanbul", destination="Berlin", means="train"))
    back = open_form(Travel, visit_id=trip)
    assert [back[name].value for name in ("direction", "means", "origin", "destination")] == [
        "departure",
        "train",
        "Berlin",
        "İstanbul",
    ]
    assert [shown_zone(back[name]) for name in ("leaves", "arrives")] == [AWAY, HOME]
    assert put(back["direction"], "arrival")
    assert back["origin"].value == ""


def test_guests_come_from_their_clock_to_ours(office: OfficeFile, trip: str) -> None:
    with office.change("it becomes a visit to us") as session:
        session.get_one(Visit, trip).kind = "inbound"
    leaves, arrives = (field_of(Travel, name).kind for name in ("leaves", "arrives"))
    for direction, zones in (
        ("arrival", (AWAY, HOME)),
        ("departure", (HOME, AWAY)),
        ("between", (HOME, HOME)),
    ):
        known = {"visit_id": trip, "direction": direction}
        assert tuple(usual_zone(office, Travel, known, one) for one in (leaves, arrives)) == zones


def test_the_page_moves_the_end_and_names_the_town(
    office: OfficeFile, trip: str, settings: Settings, news: OfficeNews, qtbot: QtBot
) -> None:
    item = ProgrammeItem(visit_id=trip, title_tr="Görüşme", starts=at(9), ends=at(10))
    added(office, item)
    page = RecordPage(office, ProgrammeItem, item.id, settings, news)
    qtbot.addWidget(page)
    assert page.cells["starts"].shown.endswith("09:00 (Berlin)")
    assert put(page.cells["starts"], at(13))
    assert page.cells["ends"].value == at(14)
    assert not put(page.cells["ends"], at(12))
    assert page.cells["ends"].problem == "It ends before it starts."
    assert stored(office, ProgrammeItem, item.id).ends == at(14)
    office.undo()
    kept = stored(office, ProgrammeItem, item.id)
    assert (kept.starts, kept.ends) == (at(9), at(10))
