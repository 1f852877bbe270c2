"""Calendar files of other programs: their names of time zones, broken properties, several in one file."""

from datetime import date
from pathlib import Path

import pytest

from dipdesk.errors import Invalid
from dipdesk.exchange import icalendar_import
from dipdesk.exchange.icalendar_import import Incoming
from dipdesk.exchange.icalendar_reader import zone_named
from dipdesk.model import Country, Partner, ProgrammeItem, Visit
from dipdesk.store.office_file import OfficeFile

WEST = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
"""Rules as Outlook writes them."""


@pytest.fixture
def abroad(office: OfficeFile) -> str:
    """A visit of ours to a city in Germany."""
    with office.change("x") as session:
        germany = session.query(Country).filter_by(code="DE").one().id
        partner = Partner(name_tr="Beispielburg", country_id=germany, zone="Europe/Berlin")
        session.add(partner)
        session.flush()
        visit = Visit(title_tr="Gezi", kind="outbound", partner_id=partner.id, starts=date(2027, 5, 12))
        session.add(visit)
        session.flush()
        return visit.id


def calendar(*parts: str) -> str:
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(parts) + "END:VCALENDAR\n"


def event(*lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", "UID:1", "SUMMARY:Görüşme", *lines, "END:VEVENT\n"))


def planned(office: OfficeFile, visit: str, folder: Path, raw: str | bytes) -> list[Incoming]:
    path = folder / "in.ics"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    found = icalendar_import.preview(office, visit, icalendar_import.read(path))
    with office.read() as session:
        assert not session.query(ProgrammeItem).count(), "a preview stores nothing"
    return found


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("W. Europe Standard Time", "20270512", "2027-05-12T10:00 Europe/Berlin"),
        ("W. Europe Standard Time", "20270112", "2027-01-12T10:00 Europe/Berlin"),
        ("Our own hours", "20270512", "2027-05-12T10:00 Europe/Berlin"),
        ("Turkey Standard Time", "20270512", "2027-05-12T10:00 Europe/Berlin"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "20270512", "2027-05-12T10:00 Europe/Berlin"),
    ],
    ids=["summer", "winter", "own name", "wrong name", "global name"],
)
def test_the_rules_of_a_file_give_the_hour_and_its_names_the_place(
    office: OfficeFile, abroad: str, tmp_path: Path, name: str, day: str, expected: str
) -> None:
    raw = calendar(WEST.format(name=name), event(f"DTSTART;TZID={name}:{day}T100000"))
    (one,) = planned(office, abroad, tmp_path, raw)
    assert (str(one.starts), one.reason) == (expected, "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DTSTART:20270512T080000Z", "2027-05-12T10:00 Europe/Berlin"),
        ("DTSTART:20270512T100000", "2027-05-12T10:00 Europe/Berlin"),
        ("DTSTART;TZID=Tokyo Standard Time:20270512T100000", "2027-05-12T10:00 Asia/Tokyo"),
        ("DTSTART;TZID=azerbaijan standard time:20270512T100000", "2027-05-12T10:00 Asia/Baku"),
        ("DTSTART;TZID=europe/istanbul:20270512T100000", "2027-05-12T10:00 Europe/Istanbul"),
        ("DTSTART;TZID=Etc/UTC:20270512T080000", "2027-05-12T10:00 Europe/Berlin"),
    ],
)
def test_hours_without_a_place_are_those_of_the_visit(
    office: OfficeFile, abroad: str, tmp_path: Path, line: str, expected: str
) -> None:
    (one,) = planned(office, abroad, tmp_path, calendar(event(line)))
    assert (str(one.starts), one.reason) == (expected, "")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("DTSTART;TZID=Somewhere:20270512T100000", "“Somewhere” is not known"),
        ("DTSTART;TZID=Europe/Berlin:20270328T023000", "does not exist"),
        ("DTSTART;TZID=Europe/Berlin:20271031T023000", "comes twice"),
        ("DTSTART:20270512T100000\nRDATE:20270513T100000", "comes again"),
    ],
)
def test_what_is_doubtful_is_said(
    office: OfficeFile, abroad: str, tmp_path: Path, line: str, reason: str
) -> None:
    (one,) = planned(office, abroad, tmp_path, calendar(event(line)))
    assert one.action == "add"
    assert reason in one.reason


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("DTSTART:2027-05-12T10:00", "no start"),
        ("DTSTART:20271512T100000", "no start"),
        ("DTSTART:20270512T250000", "no start"),
        ("DTSTART:20270512T100000\nDTEND:later", "no end"),
        ("DTSTART:20270512T100000\nDURATION:long", "no end"),
        ("DTSTART:20270512T100000\nDURATION:P9999999999D", "no end"),
    ],
)
def test_broken_hours_are_refused_one_by_one(
    office: OfficeFile, abroad: str, tmp_path: Path, lines: str, reason: str
) -> None:
    good = event("DTSTART:20270512T150000").replace("UID:1", "UID:2")
    refused, read = planned(office, abroad, tmp_path, calendar(event(*lines.split("\n")), good))
    assert (refused.action, read.action) == ("refused", "add")
    assert reason in refused.reason


def test_a_broken_name_of_a_repetition_is_no_trouble(office: OfficeFile, abroad: str, tmp_path: Path) -> None:
    lines = ("DTSTART:20270512T100000", "RECURRENCE-ID:someday")
    assert planned(office, abroad, tmp_path, calendar(event(*lines)))[0].action == "add"


def test_of_doubled_properties_the_first_counts(office: OfficeFile, abroad: str, tmp_path: Path) -> None:
    lines = ("SUMMARY:Another", "UID:2", "LOCATION:Hall", "LOCATION:Room", "DTSTART:20270512T100000")
    (one,) = planned(office, abroad, tmp_path, calendar(event(*lines)))
    assert (one.title, one.values["place_tr"]) == ("Görüşme", "Hall")


def test_several_calendars_in_one_file_are_read(office: OfficeFile, abroad: str, tmp_path: Path) -> None:
    one = event("DTSTART:20270512T100000")
    raw = calendar(one) + calendar(one.replace("UID:1", "UID:2"))
    assert len(planned(office, abroad, tmp_path, raw)) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1254"])
def test_letters_of_windows_are_read(office: OfficeFile, abroad: str, tmp_path: Path, encoding: str) -> None:
    raw = calendar(event("DTSTART:20270512T100000")).encode(encoding)
    assert planned(office, abroad, tmp_path, raw)[0].title == "Görüşme"


@pytest.mark.parametrize(
    "rules",
    ["BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\n", WEST.format(name="X").replace("-1SU", "9XX")],
    ids=["empty", "no such day"],
)
def test_broken_rules_of_a_time_zone_are_said_in_a_sentence(
    office: OfficeFile, abroad: str, tmp_path: Path, rules: str
) -> None:
    with pytest.raises(Invalid, match=r"in\.ics"):
        planned(office, abroad, tmp_path, calendar(rules, event("DTSTART;TZID=X:20270512T100000")))


def test_the_rules_of_one_file_say_nothing_about_another(
    office: OfficeFile, abroad: str, tmp_path: Path
) -> None:
    with_rules = calendar(WEST.format(name="Ours"), event("DTSTART;TZID=Ours:20270512T100000"))
    assert planned(office, abroad, tmp_path, with_rules)[0].reason == ""
    (one,) = planned(office, abroad, tmp_path, calendar(event("DTSTART;TZID=Ours:20270512T100000")))
    assert "“Ours” is not known" in one.reason


def test_names_that_mean_no_place_name_none() -> None:
    for name in ("", "UTC", "GMT", "Etc/GMT-3", "../../etc/passwd", "Istanbul", "/", "Europe"):
        assert zone_named(name) == ""
