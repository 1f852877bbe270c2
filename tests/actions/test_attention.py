"""What needs attention in a file: found in plain SQL, done and put off as steps that can be taken back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from dipdesk.actions import attention, relation_health, timeline
from dipdesk.i18n import speaking
from dipdesk.model import (
    Agreement,
    Commitment,
    Contact,
    Leave,
    Membership,
    Office,
    Partner,
    Payment,
    Person,
    Project,
    Record,
    Relation,
    Task,
    Visit,
    entity,
)
from dipdesk.rules.timing import PartialDate
from dipdesk.store.attention import DAYS_MOVED, DONE_AT_ONCE, Due, due_soon
from dipdesk.store.office_file import OfficeFile
from tests.gui.form import sample

TODAY = date(2026, 11, 22)


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def partner(office: OfficeFile) -> Partner:
    made = Partner(name_tr="Şehir", name_en="City")
    put(office, made)
    return made


def due(office: OfficeFile, today: date = TODAY) -> list[Due]:
    return due_soon(office.raw, today)


def test_an_empty_office_has_nothing_due(office: OfficeFile) -> None:
    assert due(office) == []


def test_everything_that_is_due_is_found_in_order(office: OfficeFile) -> None:
    city = partner(office)
    body = Membership(partner_id=city.id, decide_by=date(2026, 12, 1))
    put(office, body)
    put(
        office,
        Agreement(partner_id=city.id, ends_on=PartialDate(2027, 1), signed_on=PartialDate(2022)),
        Agreement(partner_id=city.id, state="in_talks", wanted_on=date(2026, 12, 24)),
        Payment(membership_id=body.id, year=2026, due=date(2026, 3, 31)),
        Relation(partner_id=city.id, review_on=date(2026, 11, 29)),
        Relation(partner_id=city.id, state="idea", asked_by="them"),
        Commitment(what_tr="Liste", what_en="List", partner_id=city.id, due=date(2026, 11, 21)),
        Commitment(what_tr="Süresiz", what_en="Undated"),
        Contact(headline="Davet", day=date(2026, 11, 1), partner_id=city.id, answer_by=date(2026, 12, 15)),
        Task(what_tr="Salon", what_en="Hall", subject=f"partner/{city.id}", due=date(2026, 11, 23)),
    )
    found = due(office)
    assert [(one.sort, one.urgency) for one in found] == [
        ("dues", "late"),
        ("commitment", "late"),
        ("task", "week"),
        ("review", "week"),
        ("decision", "month"),
        ("answer", "month"),
        ("signing", "later"),
        ("expiry", "later"),
        ("request", "undated"),
        ("commitment", "undated"),
    ]
    assert [one.day for one in found if one.day] == sorted(one.day for one in found if one.day)
    assert found[1].title == "List"
    assert found[1].partner == "City"
    assert found[0].partner == "City"


def test_it_speaks_the_language_of_now(office: OfficeFile) -> None:
    city = partner(office)
    put(office, Commitment(what_tr="Liste", what_en="List", partner_id=city.id, due=TODAY))
    with speaking("tr"):
        (one,) = due(office)
    assert (one.title, one.partner) == ("Liste", "Şehir")


def test_what_is_far_away_comes_when_the_office_wants_to_know(office: OfficeFile) -> None:
    put(office, Commitment(what_tr="Uzak", due=TODAY + timedelta(days=200)))
    assert due(office) == []
    with office.change("Ahead") as session:
        session.scalars(select(Office)).one().remind_days = 365
    assert len(due(office)) == 1


def test_a_reply_settles_a_letter(office: OfficeFile) -> None:
    letter = Contact(headline="Davet", day=TODAY, answer_by=TODAY)
    put(office, letter)
    assert len(due(office)) == 1
    put(office, Contact(headline="Cevap", day=TODAY, direction="in", refers_id=letter.id))
    assert due(office) == []


def test_a_renewal_that_was_signed_settles_the_end(office: OfficeFile) -> None:
    city = partner(office)
    old = Agreement(partner_id=city.id, ends_on=PartialDate(2026), signed_on=PartialDate(2021))
    put(office, old)
    assert [one.sort for one in due(office)] == ["expiry"]
    put(
        office,
        Agreement(partner_id=city.id, act="renewal", follows_id=old.id, signed_on=PartialDate(2026, 10)),
    )
    assert due(office) == []


def test_the_deputy_of_who_is_away_is_named(office: OfficeFile) -> None:
    away, other = Person(given_name="Ayşe", family_name="Çınar"), Person(given_name="Can", family_name="Öz")
    put(office, away, other)
    put(
        office,
        Commitment(what_tr="Liste", owner_id=away.id, due=TODAY),
        Leave(person_id=away.id, starts=TODAY, ends=TODAY, deputy_id=other.id),
    )
    (one,) = due(office)
    assert one.note == "Ayşe ÇINAR is on leave then; Can ÖZ stands in."


@pytest.mark.parametrize(("pair", "name"), DAYS_MOVED.items())
def test_what_can_be_put_off_has_such_a_field(pair: tuple[str, str], name: str) -> None:
    assert hasattr(entity(pair[0]), name)


def test_done_and_put_off_are_steps_that_can_be_taken_back(office: OfficeFile) -> None:
    city = partner(office)
    body = Membership(partner_id=city.id, decide_by=TODAY)
    put(office, body)
    put(
        office,
        Payment(membership_id=body.id, year=2026, due=TODAY),
        Relation(partner_id=city.id, review_on=TODAY),
        Commitment(what_tr="Liste", due=TODAY),
        Contact(headline="Davet", day=TODAY, answer_by=TODAY),
        Task(what_tr="Salon", subject=f"partner/{city.id}", due=TODAY),
        Agreement(partner_id=city.id, state="in_talks", wanted_on=TODAY),
        Project(title_tr="Proje", report_on=TODAY),
    )
    before = due(office)
    assert {(one.entity, one.sort) for one in before} == set(DAYS_MOVED)
    for one in before:
        assert attention.put_off(office, one, TODAY) == TODAY + timedelta(days=14)
        (moved,) = [other for other in due(office) if other.row_id == one.row_id]
        assert moved.day == TODAY + timedelta(days=14)
        office.undo()
        assert due(office) == before
        if one.can_be_done:
            assert attention.mark_done(office, one, TODAY)
            assert all(other.row_id != one.row_id for other in due(office))
            office.undo()
            assert due(office) == before
    assert {(one.entity, one.sort) for one in before if one.can_be_done} == set(DONE_AT_ONCE)


def test_a_late_one_is_put_off_from_today(office: OfficeFile) -> None:
    put(office, Commitment(what_tr="Liste", due=date(2024, 1, 1)))
    assert attention.put_off(office, due(office)[0], TODAY) == TODAY + timedelta(days=14)


def test_what_comes_again_comes_again(office: OfficeFile) -> None:
    put(
        office,
        Commitment(what_tr="Rapor", what_en="Report", due=date(2026, 3, 31), repeats="year", whose="both"),
    )
    (one,) = due(office)
    attention.mark_done(office, one, TODAY)
    (again,) = due(office)
    assert again.day == date(2027, 3, 31)
    with office.read() as session:
        states = {row.due: (row.state, row.whose) for row in session.scalars(select(Commitment))}
    assert states == {date(2026, 3, 31): ("done", "both"), date(2027, 3, 31): ("open", "both")}


def test_what_is_gone_cannot_be_done(office: OfficeFile) -> None:
    put(office, Commitment(what_tr="Liste", due=TODAY))
    (one,) = due(office)
    office.undo()
    assert not attention.mark_done(office, one, TODAY)
    assert attention.put_off(office, one, TODAY) is None


def test_steps_of_approval_are_due_before_a_wanted_signing(office: OfficeFile) -> None:
    city = partner(office)
    put(office, Agreement(partner_id=city.id, state="in_talks", wanted_on=date(2027, 6, 1)))
    with office.read() as session:
        found = attention.steps_due(session, TODAY)
    assert found
    assert {one.sort for one in found} == {"approval"}
    assert all(one.day is not None and one.day <= date(2027, 6, 1) for one in found)


def test_steps_of_approval_are_due_before_a_trip_that_is_not_over(office: OfficeFile) -> None:
    city = partner(office)
    starts = TODAY + timedelta(days=40)
    put(
        office,
        Visit(title_tr="Gezi", kind="outbound", partner_id=city.id, starts=starts, ends=starts),
        Visit(title_tr="Eski", kind="outbound", partner_id=city.id, starts=TODAY - timedelta(days=9)),
        Visit(title_tr="Vazgeçildi", kind="outbound", state="cancelled", starts=starts),
        Visit(title_tr="Bize", kind="inbound", partner_id=city.id, starts=starts),
        Visit(title_tr="Taslak", kind="outbound", template=True, starts=starts),
    )
    with office.read() as session:
        found = attention.steps_due(session, TODAY)
    assert {(one.entity, one.title, one.sort) for one in found} == {("visit", "Gezi", "approval")}
    assert all(one.day is not None and one.day < starts for one in found)


@pytest.mark.parametrize("fill", [sample.fill, sample.bare], ids=["full", "bare"])
def test_records_with_everything_or_almost_nothing_are_read(
    office: OfficeFile, fill: Callable[[OfficeFile], dict[str, str]]
) -> None:
    ids = fill(office)
    for today in (TODAY, date(1, 1, 1), date(9998, 12, 31)):
        assert all(one.why for one in due(office, today))
        with office.read() as session:
            attention.steps_due(session, today)
            assert set(relation_health.of_all(session, today)) == {ids["relation"]}
            assert relation_health.of_partner(session, ids["partner"], today).health.reasons
            assert isinstance(timeline.timeline(session, ids["partner"]), list)


def test_days_at_the_end_of_the_calendar_are_read(office: OfficeFile) -> None:
    city = partner(office)
    last = PartialDate(9999)
    put(
        office,
        Agreement(partner_id=city.id, ends_on=last, renews_itself=True, renewal_years=99, notice_months=99),
        Agreement(partner_id=city.id, ends_on=last, signed_on=last, notice_months=99),
        Relation(partner_id=city.id, state="idea", asked_by="us", asked_on=last),
        Commitment(what_tr="Uzak", due=date.max, repeats="year", partner_id=city.id),
    )
    assert [one for one in due(office) if one.day] == []
    late = due(office, date(9999, 12, 1))
    assert {one.sort for one in late} >= {"notice", "commitment", "request"}
    assert all(one.why for one in late)
