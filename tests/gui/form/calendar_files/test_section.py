"""Calendar files in the window: written where one says, shown before they are read."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.errors import Invalid
from dipdesk.gui.day.page import DayPage
from dipdesk.gui.desk import Desk
from dipdesk.gui.form.calendar_files.dialogs import ReadDialog
from dipdesk.gui.form.calendar_files.section import person_calendar, visit_calendar
from dipdesk.gui.toast import Toast
from dipdesk.gui.trail import Spot
from dipdesk.model import Person, ProgrammeItem, Visit
from dipdesk.store.office_file import OfficeFile

EVENT = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Kahvaltı\r\nDTSTART:20270513T070000\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Gün\r\nDTSTART;VALUE=DATE:20270513\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    made = Visit(
        title_tr="Ziyaret", title_en="Visit / no: 1", starts=date(2027, 5, 12), ends=date(2027, 5, 14)
    )
    with office.change("Visit") as session:
        session.add(made)
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.ics"
    path.write_text(EVENT, encoding="utf-8", newline="")
    return path


def test_a_file_is_shown_before_it_is_read(
    qtbot: QtBot, office: OfficeFile, visit: Visit, source: Path
) -> None:
    dialog = ReadDialog(office, visit.id, source)
    qtbot.addWidget(dialog)
    cells = [line.cells for line in dialog.model.lines]
    assert [one[1:] for one in cells] == [
        ("Gün", "is not read – It lasts all day; an item of the programme needs an hour."),
        ("Kahvaltı", "is added"),
    ]
    assert dialog.sums.text() == "1 item changes."
    with office.read() as session:
        assert session.scalars(select(ProgrammeItem)).all() == []
    dialog.show()
    assert dialog.focusWidget() is dialog.read_button
    dialog.read_button.click()
    with office.read() as session:
        assert [one.title_tr for one in session.scalars(select(ProgrammeItem))] == ["Kahvaltı"]
    again = ReadDialog(office, visit.id, source)
    qtbot.addWidget(again)
    assert not again.read_button.isEnabled()


def test_what_is_no_calendar_is_refused(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="is not a calendar"):
        ReadDialog(office, visit.id, write(tmp_path / "x.ics", b"nothing"))


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_the_buttons_of_a_visit(
    qtbot: QtBot, office: OfficeFile, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "out"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    section = visit_calendar(office, visit.id)
    qtbot.addWidget(section)
    section.show()
    words = [one.text() for one in section.findChildren(QPushButton)]
    assert words == ["Day view", "Export to a calendar …", "Public calendar …", "Read a calendar …"]
    section.write()
    assert [Path(one).name for one in proposed] == ["Visit no 1.ics"]
    assert (tmp_path / "out.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert section.findChildren(Toast)[-1].accessibleName() == "1 event written to “out.ics”."


def test_a_damaged_file_is_said_in_a_toast(
    qtbot: QtBot, office: OfficeFile, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write(tmp_path / "x.ics", b"\xff\xfe")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_all: (str(bad), ""))
    section = visit_calendar(office, visit.id)
    qtbot.addWidget(section)
    section.show()
    section.read()
    assert "is not a calendar" in section.findChildren(Toast)[-1].accessibleName()


def test_a_person_has_one_button(qtbot: QtBot, office: OfficeFile) -> None:
    person = Person(family_name="Yılmaz")
    with office.change("Person") as session:
        session.add(person)
    section = person_calendar(office, person.id)
    qtbot.addWidget(section)
    assert [one.text() for one in section.findChildren(QPushButton)] == ["Export to a calendar …"]


def test_the_action_leads_to_the_day_of_the_visit_that_is_shown(desk: Desk) -> None:
    assert desk.office is not None
    with desk.office.change("Visit") as session:
        visit = Visit(title_tr="Ziyaret", starts=date(2027, 5, 12))
        session.add(visit)
    desk.go(Spot("visit", visit.id))
    desk.do("go.day")
    page = desk.page
    assert isinstance(page, DayPage)
    assert page.visit_id == visit.id


def test_an_hour_of_another_zone_names_its_place(
    qtbot: QtBot, office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    text = EVENT.replace("DTSTART:", "DTSTART;TZID=Europe/Berlin:")
    dialog = ReadDialog(office, visit.id, write(tmp_path / "x.ics", text.encode()))
    qtbot.addWidget(dialog)
    assert [line.cells[0] for line in dialog.model.lines][1] == "13 May 2027 07:00 (Berlin)"
