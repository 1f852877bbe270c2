"""Calendar files by commands: written for a visit, a person or the office, and read into a programme."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Run

EVENT = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Kahvaltı\r\nDTSTART:20270513T070000\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def sample(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.dipdesk"
    assert run("new", path, "--sample")[0] == 0
    return path


def test_calendars_of_the_office_a_visit_and_a_person(run: Run, sample: Path, tmp_path: Path) -> None:
    sizes = {}
    for name, about in (
        ("all", ()),
        ("visit", ("--visit", "Beispielburg heyetinin")),
        ("public", ("--public",)),
    ):
        target = tmp_path / f"{name}.ics"
        code, out, err = run("calendar", sample, target, *about)
        assert (code, err) == (0, "")
        assert "events written" in out
        sizes[name] = len(Calendar.from_ical(target.read_bytes()).walk("VEVENT"))
    assert sizes["all"] > sizes["visit"] > 10
    assert sizes["public"] < sizes["all"]
    code, _out, err = run("calendar", sample, tmp_path / "all.ics")
    assert (code, "exists already" in err) == (1, True)
    code, _out, err = run("calendar", sample, tmp_path / "none.ics", "--person", "Nobody at all")
    assert (code, "Nothing is called" in err) == (1, True)


def test_a_calendar_is_read_into_a_programme(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.ics"
    source.write_text(EVENT, encoding="utf-8", newline="")
    code, _out, err = run("import", sample, source)
    assert (code, "--visit" in err) == (1, True)
    visit = ("--visit", "Beispielburg heyetinin")
    code, out, _err = run("import", sample, source, *visit, "--dry-run")
    assert (code, out) == (0, "1 event read: 1 added, 0 updated, 0 known already, 0 refused.\n")
    assert run("import", sample, source, *visit)[0] == 0
    code, out, _err = run("import", sample, source, *visit, "--json")
    assert [one["action"] for one in json.loads(out)] == ["same"]


def test_a_file_that_is_no_calendar_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.ics"
    source.write_bytes(b"\xff\xfe nothing")
    code, _out, err = run("import", sample, source, "--visit", "Beispielburg heyetinin")
    assert (code, "is not a calendar" in err) == (1, True)
