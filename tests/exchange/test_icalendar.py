"""Calendar files: right hours everywhere, the same names each time, and reading them back without doubles."""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sqlalchemy import select

from dipdesk.errors import Invalid, Known
from dipdesk.exchange import icalendar_events, icalendar_export, icalendar_import
from dipdesk.exchange.icalendar_events import Event
from dipdesk.i18n import speaking
from dipdesk.model import (
    Ceremony,
    Commitment,
    Delegation,
    DelegationMember,
    Guest,
    Person,
    ProgrammeItem,
    Record,
    TakingPart,
    Task,
    Travel,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

NOW = datetime(2027, 1, 1, 9, tzinfo=UTC)
ZONES = ("Europe/Istanbul", "Europe/Berlin", "Asia/Baku", "Asia/Tokyo")


def add(office: OfficeFile, *records: Record) -> None:
    with office.change("Added") as session:
        session.add_all(records)


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    made = Visit(
        title_tr="Gence ziyareti",
        title_en="Visit of Ganja",
        starts=date(2027, 5, 11),
        ends=date(2027, 5, 13),
        classification="open",
    )
    add(office, made)
    return made


def item(visit: Visit, title: str, at: str = "2027-05-12T10:00", **more: object) -> ProgrammeItem:
    return ProgrammeItem(visit_id=visit.id, title_tr=title, starts=Moment.parse(at), **more)


def exported(
    office: OfficeFile, folder: Path, about: Record | None = None, *, public: bool = False
) -> Calendar:
    target = folder / "out.ics"
    icalendar_export.export(office, target, NOW, about, public=public)
    found = Calendar.from_ical(target.read_bytes())
    assert isinstance(found, Calendar)
    return found


def parts(calendar: Any, name: str) -> list[Any]:
    return list(calendar.walk(name))


def titles(calendar: Calendar) -> list[str]:
    return sorted(str(one["SUMMARY"]) for one in parts(calendar, "VEVENT"))


def unfolded(folder: Path) -> bytes:
    return (folder / "out.ics").read_bytes().replace(b"\r\n ", b"")


def calendar_file(folder: Path, *events: str, name: str = "in.ics") -> Path:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.splitlines(), "END:VEVENT"]
    path = folder / name
    path.write_bytes("\r\n".join([*lines, "END:VCALENDAR", ""]).encode())
    return path


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "day", ["2027-03-27", "2027-03-28", "2027-03-29", "2027-10-30", "2027-10-31", "2027-11-01"]
)
def test_hours_are_right_across_changes_of_the_clock(zone: str, day: str) -> None:
    moment = Moment.parse(f"{day}T14:30 {zone}")
    raw = icalendar_export.written(
        [Event("programme_item", "1", "Kabul", moment, moment.after(90))], "Takvim", NOW, {}
    )
    found = Calendar.from_ical(raw)
    event = parts(found, "VEVENT")[0]
    expected = datetime.fromisoformat(f"{day}T14:30").replace(tzinfo=ZoneInfo(zone))
    assert event["DTSTART"].dt.astimezone(UTC) == expected.astimezone(UTC)
    assert event["DTSTART"].params["TZID"] == zone
    rules = parts(found, "VTIMEZONE")[0].to_tz(lookup_tzid=False)
    assert expected.replace(tzinfo=rules).utcoffset() == expected.utcoffset()


def test_a_journey_keeps_the_clocks_of_both_places(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    leaves, arrives = Moment.parse("2027-05-11T07:25 Europe/Berlin"), Moment.parse("2027-05-11T11:20")
    add(office, Travel(visit_id=visit.id, leaves=leaves, arrives=arrives, number="TK 1722"))
    calendar = exported(office, tmp_path, visit)
    event = next(one for one in parts(calendar, "VEVENT") if str(one["SUMMARY"]).startswith("TK"))
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["DTEND"].params["TZID"] == "Europe/Istanbul"
    assert {str(one["TZID"]) for one in parts(calendar, "VTIMEZONE")} == {"Europe/Berlin", "Europe/Istanbul"}


def test_days_end_on_the_day_after_and_take_no_hours(
    office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    event = parts(exported(office, tmp_path, visit), "VEVENT")[0]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 5, 11), date(2027, 5, 14))


def test_names_stay_and_numbers_grow_with_changes(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    one = item(visit, "Kabul")
    add(office, one)
    before = parts(exported(office, tmp_path, visit), "VEVENT")[1]
    with office.change("Moved") as session:
        session.get_one(ProgrammeItem, one.id).starts = Moment.parse("2027-05-12T11:00")
    after = parts(exported(office, tmp_path, visit), "VEVENT")[1]
    assert before["UID"] == after["UID"] == f"programme_item-{one.id}@dipdesk"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt


def test_the_public_version_holds_nothing_behind_the_scenes(
    office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    person = Person(given_name="Ayşe", family_name="Yılmaz")
    add(office, person)
    add(
        office,
        item(visit, "Kabul", responsible_id=person.id, phone="+90 555", note_tr="Özel not"),
        item(visit, "Koruma toplantısı", audience="crew"),
        Visit(title_tr="Gizli", starts=date(2027, 6, 1), classification="confidential"),
        Task(subject=f"visit/{visit.id}", what_tr="İş", due=date(2027, 5, 1)),
        Commitment(what_tr="Söz", due=date(2027, 5, 1)),
    )
    with speaking("tr"):
        assert titles(exported(office, tmp_path, visit, public=True)) == ["Gence ziyareti", "Kabul"]
        assert titles(exported(office, tmp_path, public=True)) == ["Gence ziyareti", "Kabul"]
        assert "Söz" in titles(exported(office, tmp_path))
    exported(office, tmp_path, visit, public=True)
    public = unfolded(tmp_path)
    for word in ("YILMAZ", "+90 555", "Özel"):
        assert word.encode() not in public
    exported(office, tmp_path, visit)
    assert b"YILMAZ" in unfolded(tmp_path)
    with pytest.raises(Known, match="no public version"):
        exported(office, tmp_path, person, public=True)


def test_a_ceremony_of_an_item_stands_once_and_plans_are_tentative(
    office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    at = "2027-05-12T10:00"
    signing = Ceremony(title_tr="İmza", visit_id=visit.id, starts=Moment.parse(at), state="confirmed")
    dinner = Ceremony(title_tr="Yemek", visit_id=visit.id, starts=Moment.parse("2027-05-12T19:00"))
    add(office, signing, dinner)
    add(office, item(visit, "İmza", at, ceremony_id=signing.id), item(visit, "Yemek", ceremony_id=dinner.id))
    found = parts(exported(office, tmp_path, visit), "VEVENT")
    assert sorted((str(one["SUMMARY"]), str(one["STATUS"])) for one in found) == [
        ("Visit of Ganja", "TENTATIVE"),
        ("Yemek", "TENTATIVE"),
        ("Yemek", "TENTATIVE"),
        ("İmza", "TENTATIVE"),
    ], "the dinner is at another hour than its item"


def test_a_ceremony_begun_with_an_item_stands_once_for_visit_office_and_person(
    office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    guest = Person(family_name="Konuk")
    theirs = Delegation(visit_id=visit.id, side="guest")
    signing = Ceremony(title_tr="Tören", visit_id=visit.id, starts=Moment.parse("2027-05-12T10:00"))
    add(office, guest, theirs, signing, item(visit, "İmza"))
    member = DelegationMember(delegation_id=theirs.id, person_id=guest.id)
    add(office, member, Guest(ceremony_id=signing.id, person_id=guest.id))
    for about in (visit, guest, None):
        with speaking("tr"):
            assert titles(exported(office, tmp_path, about)) == ["Gence ziyareti", "İmza"]


def test_a_person_gets_what_is_for_him_or_her(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    guest, host = Person(family_name="Konuk"), Person(family_name="Ev sahibi")
    theirs, ours = Delegation(visit_id=visit.id, side="guest"), Delegation(visit_id=visit.id, side="host")
    add(office, guest, host, theirs, ours)
    member = DelegationMember(delegation_id=theirs.id, person_id=guest.id)
    add(office, member, DelegationMember(delegation_id=ours.id, person_id=host.id, role="head"))
    named = item(visit, "Adıyla", takes_part="named")
    dinner = Ceremony(title_tr="Yemek", starts=Moment.parse("2027-05-12T19:00"))
    off = Ceremony(title_tr="Gelmedi", starts=Moment.parse("2027-05-12T20:00"))
    add(
        office,
        named,
        dinner,
        off,
        item(visit, "Herkes"),
        item(visit, "Konuklar", takes_part="guests"),
        item(visit, "Ev sahipleri", takes_part="hosts"),
        item(visit, "Başkanlar", takes_part="heads"),
    )
    add(
        office,
        TakingPart(item_id=named.id, member_id=member.id),
        Guest(ceremony_id=dinner.id, person_id=guest.id),
        Guest(ceremony_id=off.id, person_id=guest.id, state="declined"),
    )
    with speaking("tr"):
        mine = titles(exported(office, tmp_path, guest))
        his = titles(exported(office, tmp_path, host))
    assert mine == ["Adıyla", "Gence ziyareti", "Herkes", "Konuklar", "Yemek"]
    assert his == ["Başkanlar", "Ev sahipleri", "Gence ziyareti", "Herkes"]


def test_hostile_texts_survive_the_way_out(tmp_path: Path) -> None:
    title = 'Ş;, \\n " 王毅\nBEGIN:VEVENT\r\nkonuşma ' * 20
    moment = Moment.parse("2027-05-12T10:00")
    raw = icalendar_export.written([Event("programme_item", "1", title, moment)], title, NOW, {})
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    events = parts(Calendar.from_ical(raw), "VEVENT")
    assert len(events) == 1
    assert str(events[0]["SUMMARY"]).split() == title.split()


# Reading

EVENT = (
    "UID:abc@host\nDTSTART;TZID=Europe/Istanbul:20270512T100000\nDURATION:PT45M\nSUMMARY:Görüşme\n"
    "LOCATION:Saray"
)


def items(office: OfficeFile) -> list[ProgrammeItem]:
    with office.read() as session:
        return list(session.scalars(select(ProgrammeItem).order_by(ProgrammeItem.starts)))


def test_reading_twice_makes_no_doubles_and_is_one_step(
    office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    other = EVENT.replace("abc", "def").replace("T10", "T12")
    calendar = icalendar_import.read(calendar_file(tmp_path, EVENT, other))
    steps = len(office.undo_labels())
    assert [one.action for one in icalendar_import.run(office, visit.id, calendar)] == ["add", "add"]
    assert [one.action for one in icalendar_import.run(office, visit.id, calendar)] == ["same", "same"]
    assert len(office.undo_labels()) == steps + 1
    first = items(office)[0]
    assert (first.title_tr, first.place_tr) == ("Görüşme", "Saray")
    assert (first.starts, first.ends) == (Moment.parse("2027-05-12T10:00"), Moment.parse("2027-05-12T10:45"))
    office.undo()
    assert items(office) == []


def test_what_was_moved_comes_up_to_date(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    icalendar_import.run(office, visit.id, icalendar_import.read(calendar_file(tmp_path, EVENT)))
    moved = icalendar_import.read(calendar_file(tmp_path, EVENT.replace("T10", "T11")))
    assert [one.action for one in icalendar_import.run(office, visit.id, moved)] == ["update"]
    assert [one.starts for one in items(office)] == [Moment.parse("2027-05-12T11:00")]


def test_our_own_file_comes_back_unchanged(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    add(
        office,
        item(visit, "Kabul", title_en="Reception", place_tr="Makam", address="Meydan 1", note_tr="Not"),
    )
    exported(office, tmp_path, visit)
    back = icalendar_import.run(office, visit.id, icalendar_import.read(tmp_path / "out.ics"))
    assert {one.title: one.action for one in back} == {"Visit of Ganja": "same", "Reception": "same"}
    assert items(office)[0].title_tr == "Kabul"


def test_what_our_own_file_tells_besides_is_known_already(
    office: OfficeFile, visit: Visit, tmp_path: Path
) -> None:
    at = Moment.parse("2027-05-12T20:00")
    add(office, Travel(visit_id=visit.id, number="TK 1", arrives=at))
    add(office, Ceremony(title_tr="Yemek", visit_id=visit.id, starts=at))
    exported(office, tmp_path, visit)
    calendar = icalendar_import.read(tmp_path / "out.ics")
    assert [one.action for one in icalendar_import.run(office, visit.id, calendar)] == ["same"] * 3
    assert items(office) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DTSTART:20270512T070000Z", "2027-05-12T10:00 Europe/Istanbul"),
        ("DTSTART:20270512T100000", "2027-05-12T10:00 Europe/Istanbul"),
        ("DTSTART;TZID=Asia/Tokyo:20270512T100000", "2027-05-12T10:00 Asia/Tokyo"),
        ("DTSTART;TZID=Turkey Standard Time:20270512T100000", "2027-05-12T10:00 Europe/Istanbul"),
        ("DTSTART;TZID=Uydurma/Yer:20270512T100000", "2027-05-12T10:00 Europe/Istanbul"),
    ],
)
def test_every_way_to_write_an_hour(
    office: OfficeFile, visit: Visit, tmp_path: Path, line: str, expected: str
) -> None:
    calendar = icalendar_import.read(calendar_file(tmp_path, f"UID:1\nSUMMARY:Kabul\n{line}"))
    assert [str(one.starts) for one in icalendar_import.preview(office, visit.id, calendar)] == [expected]


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ("UID:1\nSUMMARY:Gün\nDTSTART;VALUE=DATE:20270512", "all day"),
        ("UID:1\nDTSTART:20270512T100000", "no title"),
        ("UID:1\nSUMMARY:Yok", "no start"),
        ("UID:1\nSUMMARY:İptal\nSTATUS:CANCELLED\nDTSTART:20270512T100000", "cancelled"),
        ("UID:1\nSUMMARY:Ters\nDTSTART:20270512T100000\nDTEND:20270512T090000", "ends before"),
        (f"UID:1\nSUMMARY:{'Ş' * 3000}\nDTSTART:20270512T100000", "too long"),
        ("UID:1\nSUMMARY:Eski\nDTSTART:00010101T000000Z", "no start"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(
    office: OfficeFile, visit: Visit, tmp_path: Path, event: str, reason: str
) -> None:
    calendar = icalendar_import.read(calendar_file(tmp_path, event))
    one = icalendar_import.run(office, visit.id, calendar)[0]
    assert one.action == "refused"
    assert reason in one.reason
    assert items(office) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\x01\x02",
        "Merhaba".encode("utf-16"),
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"BEGIN:VCARD\r\nEND:VCARD\r\n",
        b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n",
    ],
)
def test_files_that_are_no_calendar_are_refused_in_a_sentence(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "in.ics"
    path.write_bytes(raw)
    with pytest.raises(Invalid, match=r"in\.ics"):
        icalendar_import.read(path)


@given(raw=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "in.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + raw + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    with suppress(Invalid):
        icalendar_import.read(path)


def test_too_much_is_refused(tmp_path: Path) -> None:
    path = calendar_file(tmp_path, *[f"UID:{number}\nSUMMARY:x" for number in range(5001)])
    with pytest.raises(Invalid, match="5,000"):
        icalendar_import.read(path)


def test_a_repeated_event_is_read_once_and_says_so(office: OfficeFile, visit: Visit, tmp_path: Path) -> None:
    calendar = icalendar_import.read(calendar_file(tmp_path, f"{EVENT}\nRRULE:FREQ=DAILY"))
    found = icalendar_import.run(office, visit.id, calendar)
    assert "only the first" in found[0].reason
    assert len(items(office)) == 1


def test_names_of_ours_are_known() -> None:
    event = Event("programme_item", "abc", "x")
    assert icalendar_events.record_of(icalendar_events.uid(event)) == "abc"
    assert icalendar_events.record_of("abc@host") == ""
