"""Tests of the office's ceremony year: its days, what is due, and ceremonies begun from last year's."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from dipdesk.actions import calendar_holidays, calendar_year
from dipdesk.errors import Known
from dipdesk.i18n import speaking
from dipdesk.model import Ceremony, Country, Note, Partner, Phase, Record, Relation, Task, YearDay
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

TODAY = date(2027, 3, 1)
APRIL = date(2027, 4, 23)


def add(office: OfficeFile, *records: Record) -> None:
    with office.change("Added") as session:
        session.add_all(records)


def partner_in(office: OfficeFile, code: str, state: str = "active") -> None:
    with office.change("Partner") as session:
        country = session.scalars(select(Country).where(Country.code == code)).one()
        partner = Partner(name_tr=f"Kent {code}", country_id=country.id)
        session.add(partner)
        session.add(Relation(partner_id=partner.id, state=state))


def test_national_days_of_partners_are_there_and_those_of_ended_relations_not(office: OfficeFile) -> None:
    partner_in(office, "DE")
    partner_in(office, "FR", "ended")
    with office.read() as session:
        assert calendar_year.partner_countries(session) == ["DE"]
        found = calendar_year.dated(session, date(2027, 1, 1), date(2027, 12, 31))
    assert [one.title for one in found if one.first == date(2027, 10, 3)] == ["Germany: Unity Day"]
    assert not [one for one in found if one.first == date(2027, 7, 14)]


def test_public_holidays_of_both_sides_and_none_twice(office: OfficeFile) -> None:
    partner_in(office, "DE")
    year = (date(2027, 1, 1), date(2027, 12, 31))
    with office.read() as session, speaking("tr"):
        countries = calendar_holidays.holiday_countries(session)
        found = [one for country in countries for one in calendar_holidays.holidays_of(*country, *year)]
        found += calendar_year.dated(session, *year)
    titles = [one.title for one in found if one.sort in ("holiday", "abroad")]
    assert any(title.startswith("Almanya") for title in titles)
    assert any("Ramazan" in title for title in titles)
    assert [one.sort for one in found if one.first == APRIL] == ["year"]


def test_an_own_day_with_a_kind_is_due_in_its_own_time(office: OfficeFile) -> None:
    day = YearDay(title_tr="Kurtuluş", month=9, day=6, since=1922, ceremony_kind="wreath", lead_days=30)
    add(office, day, YearDay(title_tr="Panayır", month=9, day=7))
    with office.read() as session:
        early = calendar_year.days_due(session, date(2027, 8, 6))
        found = calendar_year.days_due(session, date(2027, 8, 7))
    assert "Kurtuluş" not in [one.title for one in early]
    mine = next(one for one in found if one.title == "Kurtuluş")
    assert (mine.entity, mine.row_id) == ("calendar", "2027-09-06")
    assert mine.why == "It falls on 6 September 2027, 105 years on; its ceremony is not begun yet."
    assert "Panayır" not in [one.title for one in found]


def test_a_day_that_has_its_ceremony_is_not_due(office: OfficeFile) -> None:
    with office.read() as session:
        assert APRIL.isoformat() in [one.row_id for one in calendar_year.days_due(session, TODAY)]
        day = calendar_year.find(session, "sovereignty")
    assert day is not None
    calendar_year.prepare(office, day, APRIL)
    with office.read() as session:
        assert APRIL.isoformat() not in [one.row_id for one in calendar_year.days_due(session, TODAY)]
        assert calendar_year.is_prepared(session, day, APRIL)
        assert not calendar_year.is_prepared(session, day, date(2028, 4, 23))
    with pytest.raises(Known, match="already"):
        calendar_year.prepare(office, day, APRIL)


def test_a_ceremony_is_begun_with_its_running_order_as_one_step(office: OfficeFile) -> None:
    with office.read() as session:
        day = calendar_year.find(session, "sovereignty")
    assert day is not None
    steps = len(office.undo_labels())
    made = calendar_year.prepare(office, day, APRIL)
    assert len(office.undo_labels()) == steps + 1
    with office.read() as session:
        ceremony = session.get_one(Ceremony, made)
        assert (ceremony.kind, ceremony.starts) == ("wreath", Moment.parse("2027-04-23T10:00"))
        assert session.scalar(select(func.count()).select_from(Phase).where(Phase.ceremony_id == made))
        assert session.scalar(select(func.count()).select_from(Task))
    office.undo()
    with office.read() as session:
        assert session.get(Ceremony, made) is None
        assert not session.scalar(select(func.count()).select_from(Task))


def test_last_years_place_tasks_and_notes_come_along(office: OfficeFile) -> None:
    with office.read() as session:
        day = calendar_year.find(session, "sovereignty")
    assert day is not None
    last = calendar_year.prepare(office, day, date(2026, 4, 23))
    subject = f"ceremony/{last}"
    with office.change("Last year") as session:
        before = session.get_one(Ceremony, last)
        before.place_tr, before.starts = "Anıt alanı", Moment.parse("2026-04-23T09:30")
        before.title_tr = ""  # a title in one language is enough
        session.add(Task(subject=subject, what_tr="Ses düzeni", days=-2, done_on=date(2026, 4, 21)))
        session.add(Task(subject=subject, what_tr="Gölgelik", due=date(2026, 4, 20)))
        session.add(Note(headline="Yağmur yağdı", subject=subject))
    made = calendar_year.prepare(office, day, APRIL)
    with office.read() as session:
        ceremony = session.get_one(Ceremony, made)
        tasks = session.scalars(select(Task).where(Task.subject == f"ceremony/{made}")).all()
        notes = session.scalars(select(Note).where(Note.subject == f"ceremony/{made}")).all()
    assert (ceremony.place_tr, ceremony.starts) == ("Anıt alanı", Moment.parse("2027-04-23T09:30"))
    due = {one.what_tr: (one.due, one.done_on) for one in tasks}
    assert due["Ses düzeni"] == (APRIL - timedelta(days=2), None)
    assert due["Gölgelik"] == (APRIL - timedelta(days=3), None)
    assert len(due) == len(tasks)
    assert [one.headline for one in notes] == ["Yağmur yağdı"]
