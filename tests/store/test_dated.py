"""Tests of what has a day: every sort, its overlap with the days that are looked at, and its order."""

from datetime import date

import pytest

from dipdesk.i18n import speaking
from dipdesk.model import (
    Agreement,
    Ceremony,
    Commitment,
    Contact,
    FundingCall,
    Gift,
    Leave,
    Membership,
    Partner,
    Payment,
    Person,
    ProgrammeItem,
    Project,
    Record,
    Relation,
    Task,
    Travel,
    Visit,
    entity_name,
)
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store import attention, dated, legal_due
from dipdesk.store.office_file import OfficeFile

DAY = date(2027, 5, 12)
NOON = Moment.parse("2027-05-12T12:00")


def add(office: OfficeFile, *records: Record) -> None:
    with office.change("Added") as session:
        session.add_all(records)


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    made = Visit(title_tr="Ziyaret", title_en="Visit", starts=date(2027, 5, 11), ends=date(2027, 5, 13))
    add(office, made)
    return made


def sorts(office: OfficeFile, first: date = DAY, last: date = DAY) -> list[str]:
    return [one.sort for one in dated.between(office.raw, first, last)]


def test_every_sort_is_found_on_its_day(office: OfficeFile, visit: Visit) -> None:
    person, partner = Person(family_name="Yılmaz"), Partner(name_tr="Gence")
    add(office, person, partner)
    membership = Membership(partner_id=partner.id)
    add(office, membership)
    add(
        office,
        ProgrammeItem(visit_id=visit.id, starts=NOON, title_tr="Öğle yemeği", place_tr="Konak"),
        Ceremony(title_tr="Tören", starts=NOON.after(60), ends=NOON.after(120)),
        Travel(visit_id=visit.id, leaves=NOON.after(-90), arrives=NOON, number="TK 1722"),
        Task(subject=f"{entity_name(Visit)}/{visit.id}", what_tr="İş", due=DAY),
        Commitment(what_tr="Söz", due=DAY),
        Agreement(partner_id=partner.id, ends_on=PartialDate(2027, 5, 12), state="in_force"),
        Payment(membership_id=membership.id, year=2027, due=DAY),
        Leave(person_id=person.id, starts=date(2027, 5, 1), ends=date(2027, 5, 31)),
        Relation(partner_id=partner.id, review_on=DAY),
        Contact(partner_id=partner.id, direction="in", answer_by=DAY, headline="Davet", day=date(2027, 5, 1)),
    )
    found = {one.sort: one for one in dated.between(office.raw, DAY, DAY)}
    assert set(found) == set(dated.SORTS) - {"approval", "deadline", "year", "holiday", "abroad"}
    assert found["programme"].starts == NOON.local
    assert found["programme"].place == "Konak"
    assert found["task"].place == "Visit"
    assert (found["leave"].first, found["leave"].last) == (date(2027, 5, 1), date(2027, 5, 31))
    timed = [one.sort for one in dated.between(office.raw, DAY, DAY) if one.starts]
    assert timed == ["travel", "programme", "ceremony"]


def test_days_before_and_after_are_left_out(office: OfficeFile, visit: Visit) -> None:
    add(office, ProgrammeItem(visit_id=visit.id, starts=NOON, title_tr="Görüşme"))
    assert sorts(office, date(2027, 5, 13), date(2027, 5, 20)) == ["visit"]
    assert sorts(office, date(2027, 5, 1), date(2027, 5, 10)) == []
    assert sorts(office, date(2027, 5, 1), date(2027, 5, 12)) == ["visit", "programme"]


def test_what_runs_past_midnight_stands_on_both_days(office: OfficeFile, visit: Visit) -> None:
    add(office, ProgrammeItem(visit_id=visit.id, starts=NOON, ends=NOON.after(900), title_tr="Gece"))
    assert "programme" in sorts(office, date(2027, 5, 13), date(2027, 5, 13))


@pytest.mark.parametrize(
    ("ends", "day"),
    [("2027", date(2027, 12, 31)), ("2027-06", date(2027, 6, 30)), ("2027-06-05", date(2027, 6, 5))],
)
def test_an_agreement_ends_on_the_last_day_that_is_known(office: OfficeFile, ends: str, day: date) -> None:
    partner = Partner(name_tr="Gence")
    add(office, partner)
    add(office, Agreement(partner_id=partner.id, ends_on=PartialDate.parse(ends), state="in_force"))
    assert sorts(office, day, day) == ["agreement"]
    assert sorts(office, date(2027, 1, 1), date(2027, 1, 31)) == []


def test_templates_and_the_programme_of_cancelled_visits_stay_out(office: OfficeFile) -> None:
    template = Visit(title_tr="Örnek", starts=DAY, ends=DAY, template=True)
    off = Visit(title_tr="İptal", starts=DAY, ends=DAY, state="cancelled")
    add(office, template, off)
    for one in (template, off):
        add(office, ProgrammeItem(visit_id=one.id, starts=NOON, title_tr="Kabul"))
    assert sorts(office) == ["visit"]


def test_titles_are_in_the_language_spoken(office: OfficeFile, visit: Visit) -> None:
    with speaking("tr"):
        assert dated.between(office.raw, DAY, DAY)[0].title == "Ziyaret"
    with speaking("en"):
        assert dated.between(office.raw, DAY, DAY)[0].title == "Visit"


def test_a_visit_whose_days_are_turned_round_or_missing_does_no_harm(office: OfficeFile) -> None:
    add(
        office,
        Visit(title_tr="Ters", starts=DAY, ends=date(2027, 5, 1)),
        Visit(title_tr="Ucu açık", ends=DAY),
    )
    assert sorts(office) == ["visit"]
    assert sorts(office, date.min, date.max) == ["visit", "visit"]


def test_only_the_sorts_that_are_wanted(office: OfficeFile, visit: Visit) -> None:
    assert dated.between(office.raw, DAY, DAY, ("task",)) == []


def test_next_hours_leave_out_what_is_over(office: OfficeFile, visit: Visit) -> None:
    over = ProgrammeItem(visit_id=visit.id, starts=NOON, finished=NOON, title_tr="Bitti")
    ahead = ProgrammeItem(visit_id=visit.id, starts=NOON, title_tr="Sırada")
    add(office, over, ahead)
    assert [one.title for one in dated.next_hours(office.raw, DAY, DAY)] == ["Sırada"]


def test_what_the_first_page_reminds_of_stands_in_the_calendar_on_the_same_day(office: OfficeFile) -> None:
    partner, office_today = Partner(name_tr="Gence"), date(2027, 5, 1)
    add(office, partner)
    renewing = {"renews_itself": True, "renewal_years": 5, "notice_months": 3, "state": "in_force"}
    add(
        office,
        Agreement(partner_id=partner.id, ends_on=PartialDate(2027, 6, 30), state="in_force", notice_months=1),
        Agreement(partner_id=partner.id, signed_on=PartialDate(2022, 9, 1), **renewing),
        Agreement(partner_id=partner.id, state="in_talks", wanted_on=date(2027, 6, 1)),
        Membership(partner_id=partner.id, decide_by=date(2027, 6, 2)),
        Relation(partner_id=partner.id, state="in_talks", asked_by="them", asked_on=PartialDate(2027, 5, 3)),
        Gift(direction="received", state="done", day=date(2027, 5, 2), giver_body_id=partner.id, what_tr="a"),
        FundingCall(name_tr="Çağrı", deadline=date(2027, 5, 20)),
        Project(title_tr="Proje", lead_id=partner.id, report_on=date(2027, 5, 25)),
    )
    readers = {**attention.READERS, **legal_due.READERS}
    due = [one for one in attention.due_soon(office.raw, office_today, readers) if one.day is not None]
    assert {"expiry", "decision", "notice", "signing", "request", "call", "report"} <= {
        one.sort for one in due
    }
    for one in due:
        assert one.day is not None
        found = dated.between(office.raw, one.day, one.day, today=office_today)
        assert (one.row_id, one.why) in {(there.row_id, there.note) for there in found}
    assert {dated.of_due(one).sort for one in due if dated.of_due(one)} >= {"agreement", "answer"}
    far = dated.between(office.raw, date(2032, 1, 1), date(2033, 1, 1), ("agreement",), office_today)
    assert far == [], "the next term is not told before its time"


def test_what_is_done_is_not_owed_any_more(office: OfficeFile) -> None:
    partner = Partner(name_tr="Gence")
    add(office, partner)
    add(office, Contact(partner_id=partner.id, headline="a", day=DAY, answer_by=DAY, answered=True))
    add(office, Agreement(partner_id=partner.id, ends_on=PartialDate(2027, 5, 12), state="ended"))
    assert sorts(office) == []


def test_hours_of_other_places_stand_by_the_clocks_of_the_office_and_name_both(
    office: OfficeFile, visit: Visit
) -> None:
    add(
        office,
        ProgrammeItem(
            visit_id=visit.id, starts=Moment.parse("2027-05-13T03:00 Asia/Tokyo"), title_tr="Arama"
        ),
        Travel(
            visit_id=visit.id,
            leaves=Moment.parse("2027-05-12T07:25 Europe/Berlin"),
            arrives=Moment.parse("2027-05-12T11:20"),
            number="TK 1",
        ),
    )
    with speaking("en"):
        found = {one.sort: one for one in dated.between(office.raw, DAY, DAY)}
    call, flight = found["programme"], found["travel"]
    assert call.starts is not None
    assert (f"{call.starts:%d %H:%M}", call.zone) == ("12 21:00", "Europe/Istanbul")
    assert call.note == "13 May 2027 03:00 Tokyo, 21:00 Istanbul"
    assert [f"{one:%H:%M}" for one in (flight.starts, flight.ends) if one] == ["08:25", "11:20"]
    assert flight.note == "07:25 Berlin – 11:20 Istanbul"
    assert "programme" not in sorts(office, date(2027, 5, 13), date(2027, 5, 13))
