"""Files of approval: columns and records as steps, whose chain, what stands on file, the published list."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.actions import approval_file
from dipdesk.actions.approval_file import ApprovalFile
from dipdesk.exchange.csv_import import guess, read_table, run
from dipdesk.model import (
    Agreement,
    ApprovalStep,
    Attachment,
    Ceremony,
    ChainStep,
    Country,
    Membership,
    Partner,
    Record,
    Relation,
    Visit,
    field_of,
    shipped_id,
)
from dipdesk.rules.approval import OutOfOrder
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store.office_file import OfficeFile

TODAY = date(2026, 11, 22)
PUBLISHED = Path(__file__).parents[1] / "data" / "sister_cities_published.csv"


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Put") as session:
        session.add_all(records)


def partner(office: OfficeFile, code: str = "DE", **values: object) -> Partner:
    with office.read() as session:
        country = session.scalars(select(Country.id).where(Country.code == code)).one_or_none()
    made = Partner(name_tr="Hann", country_id=country, **values)
    put(office, made)
    return made


def filed(office: OfficeFile, record: Record) -> ApprovalFile:
    with office.read() as session:
        found = session.get(type(record), record.id)
        assert isinstance(found, approval_file.Approved)
        return approval_file.of(session, found, TODAY)


def test_columns_are_steps_and_name_fields_of_their_records() -> None:
    for name, steps in approval_file.COLUMNS.items():
        kind = {"agreement": Agreement, "membership": Membership, "visit": Visit}[name]
        for columns in steps.values():
            assert field_of(kind, columns.date)
            assert not columns.number or field_of(kind, columns.number)


def test_what_the_columns_hold_are_the_steps(office: OfficeFile) -> None:
    one = Agreement(
        partner_id=partner(office).id,
        council_date=PartialDate(2006, 4, 5),
        council_number="77",
        ministry_date=PartialDate(2006, 11, 20),
        ministry_number="12301/50000",
        signed_on=PartialDate(2007),
    )
    put(office, one)
    found = filed(office, one)
    assert (found.light, found.signed, found.required) == ("green", True, (2, 2))
    assert (found.entity, found.row_id, found.title) == ("agreement", one.id, one.title() or found.title)
    states = {step.key: step.state for step in found.steps}
    assert states["council_decision"] == states["ministry_permission"] == states["signature"] == "done"
    assert states["committee_report"] == "open"
    council = found.step("council_decision")
    assert council is not None
    assert council.columns is not None
    assert (council.entry.number, council.entry.record_id) == ("77", "")


def test_a_record_adds_to_a_step_what_its_columns_cannot_hold(office: OfficeFile) -> None:
    one = Agreement(partner_id=partner(office).id, council_date=PartialDate(2026, 1, 5), council_number="7")
    more = ApprovalStep(
        subject=f"agreement/{one.id}",
        step="council_decision",
        result="unanimous",
        day=PartialDate(1999),
        number="1",
    )
    scan = Attachment(name="a.pdf", content="0" * 64, subject=f"approval_step/{more.id}")
    put(office, one, more, scan)
    council = filed(office, one).step("council_decision")
    assert council is not None
    entry = council.entry
    assert (entry.date, entry.number, entry.result) == (PartialDate(2026, 1, 5), "7", "unanimous")
    assert (entry.scans, entry.record_id) == (1, more.id)


def test_two_records_of_one_step_are_read_as_one(office: OfficeFile) -> None:
    one = Agreement(partner_id=partner(office).id)
    subject = f"agreement/{one.id}"
    put(
        office,
        one,
        ApprovalStep(subject=subject, step="application", day=PartialDate(2026, 2)),
        ApprovalStep(subject=subject, step="application", number="E.5"),
    )
    step = filed(office, one).step("application")
    assert step is not None
    assert (step.state, step.entry.date, step.entry.number) == ("done", PartialDate(2026, 2), "E.5")


def test_states_of_steps(office: OfficeFile) -> None:
    one = Agreement(
        partner_id=partner(office).id,
        council_date=PartialDate(2026, 10, 5),
        wanted_on=date(2027, 3, 1),
        signed_on=PartialDate(2027, 3, 1),
    )
    subject = f"agreement/{one.id}"
    put(
        office,
        one,
        ApprovalStep(subject=subject, step="committee_report", skipped="council met at once"),
        ApprovalStep(subject=subject, step="letter_of_intent", day=PartialDate(2026, 9, 1)),
    )
    states = {step.key: step.state for step in filed(office, one).steps}
    assert states == {
        "letter_of_intent": "done",
        "committee_report": "skipped",
        "council_decision": "incomplete",
        "sent_to_governor": "late",
        "application": "late",
        "mfa_opinion": "due",
        "ministry_permission": "missing",
        "signature": "planned",
        "notification": "open",
    }


def test_terms_are_counted_from_the_day_wanted_or_the_ceremony(office: OfficeFile) -> None:
    ceremony = Ceremony(title_tr="İmza", kind="signing", starts=Moment.parse("01.05.2027 11:00"))
    one = Agreement(partner_id=partner(office).id, ceremony_id=ceremony.id)
    put(office, ceremony, one)
    assert filed(office, one).wanted == date(2027, 5, 1)
    step = filed(office, one).step("application")
    assert step is not None
    assert step.due == date(2026, 12, 20)


def test_steps_of_one_record_stand_before_signing_or_after_it_by_their_day(office: OfficeFile) -> None:
    one = Agreement(partner_id=partner(office).id, signed_on=PartialDate(2020, 5, 5))
    subject = f"agreement/{one.id}"
    put(
        office,
        one,
        early := ApprovalStep(subject=subject, name_tr="Parti onayı", day=PartialDate(2020, 3)),
        late := ApprovalStep(subject=subject, name_tr="Kutlama", name_en="Party", day=PartialDate(2021)),
        open_one := ApprovalStep(subject=subject, name_tr="Çeviri"),
    )
    found = filed(office, one)
    keys = [step.key for step in found.steps]
    assert keys.index(early.id) < keys.index("signature") < keys.index(late.id)
    assert [step.step.name.said() for step in found.steps if step.key in (early.id, late.id)] == [
        "Parti onayı",
        "Party",
    ]
    waiting = found.step(open_one.id)
    assert waiting is not None
    assert waiting.state == "open"


def test_what_a_chain_does_not_ask_for_is_shown_all_the_same(office: OfficeFile) -> None:
    one = Agreement(
        partner_id=partner(office, "TR").id,
        council_date=PartialDate(2026, 1, 5),
        council_number="7",
        ministry_date=PartialDate(2026, 2, 5),
    )
    put(office, one)
    found = filed(office, one)
    assert (found.light, found.chain.key, found.abroad) == ("green", "sister_city_domestic", False)
    assert found.step("ministry_permission") is not None


def test_the_office_has_its_own_word_on_a_chain(office: OfficeFile) -> None:
    one = Agreement(partner_id=partner(office).id)
    put(
        office,
        one,
        ChainStep(chain="sister_city_abroad", step="party", name_tr="Parti onayı", required=True, place=2),
        ChainStep(chain="sister_city_abroad", step="mfa_opinion", left_out=True),
        ChainStep(chain="joint_project", step="elsewhere"),
    )
    found = filed(office, one)
    assert "party" in found.answer.missing
    keys = [step.key for step in found.steps]
    assert "mfa_opinion" not in keys
    assert "elsewhere" not in keys


def test_memberships_trips_and_relations_have_files_too(office: OfficeFile) -> None:
    body = partner(office, kind="network")
    member = Membership(partner_id=body.id, since=PartialDate(2014), legal_form="network")
    trip = Visit(title_tr="Hann", kind="outbound", partner_id=body.id, starts=date(2026, 12, 1))
    here = Visit(title_tr="Bize", kind="inbound", partner_id=body.id)
    city = shipped_id("relation_class", "sister_city")
    bare = Relation(partner_id=partner(office).id, class_id=city)
    backed = Relation(partner_id=body.id, class_id=city)
    put(office, member, trip, here, bare, backed)
    assert filed(office, member).chain.key == "membership_international"
    travel = filed(office, trip)
    assert (travel.chain.key, travel.signed, travel.wanted) == ("travel_abroad", False, date(2026, 12, 1))
    assert (filed(office, here).light, filed(office, here).steps) == ("green", ())
    with office.read() as session:
        entities = [one.entity for one in approval_file.audit(session, TODAY)]
        assert entities == ["membership", "visit", "relation"]
        (own,) = approval_file.of_relation(session, session.get_one(Relation, bare.id), TODAY)
        (behind,) = approval_file.of_relation(session, session.get_one(Relation, backed.id), TODAY)
    assert (own.entity, own.chain.key) == ("relation", "sister_city_abroad")
    assert behind.entity == "membership"


def test_a_partner_without_a_country_is_looked_at(office: OfficeFile) -> None:
    one = Agreement(
        partner_id=partner(office, "??").id,
        council_date=PartialDate(2026, 1, 5),
        council_number="7",
        ministry_date=PartialDate(2026, 2, 5),
        ministry_number="8",
    )
    put(office, one)
    found = filed(office, one)
    assert (found.light, found.abroad) == ("amber", True)
    assert "country is not recorded" in found.because[-1]


@pytest.fixture
def published(office: OfficeFile) -> dict[str, ApprovalFile]:
    """The audit of a union that imported the published list, by municipality and partner."""
    with office.change("Union") as session:
        session.merge(office.office()).kind = "union"
    run(office, guess(read_table(PUBLISHED)))
    with office.read() as session:
        names = {one.id: one.name_tr or one.name_en for one in session.scalars(select(Partner))}
        files = approval_file.audit(session, TODAY)
    assert all(one.municipality_id for one in files if one.entity == "agreement")
    return {
        f"{names[one.municipality_id or '']}: {names[one.partner_id or '']} {one.kind}": one
        for one in files
        if one.entity == "agreement"
    }


def test_the_audit_of_the_published_list_finds_what_auditors_found(
    published: dict[str, ApprovalFile],
) -> None:
    early = {
        name
        for name, one in published.items()
        if {pair.before for pair in one.answer.out_of_order if pair.step == "signature"}
        == {"council_decision", "ministry_permission"}
    }
    assert early == {"Çekmeköy: Güzelyurt sister_city", "Çekmeköy: Doyran sister_city"}
    assert {published[name].light for name in early} == {"red"}
    balcova = [one for name, one in published.items() if name.startswith("Balçova")]
    assert [(one.light, one.signed) for one in balcova] == [("red", True)] * 3
    assert all("ministry_permission" in one.answer.missing for one in balcova)


def test_ahlat_is_at_home_and_complete_without_a_ministry(published: dict[str, ApprovalFile]) -> None:
    ahlat = published["Çekmeköy: Ahlat sister_city"]
    assert (ahlat.light, ahlat.abroad, ahlat.required) == ("green", False, (1, 1))
    assert ahlat.step("ministry_permission") is None
    assert ahlat.answer.out_of_order == ()


def test_schwabisch_hall_is_complete_and_dojran_says_why_not(published: dict[str, ApprovalFile]) -> None:
    hall = next(one for name, one in published.items() if "Schwäbisch" in name)
    assert (hall.light, hall.signed) == ("green", False)
    dojran = published["Çekmeköy: Doyran sister_city"]
    assert OutOfOrder("signature", "council_decision") in dojran.answer.out_of_order
    signature = dojran.step("signature")
    assert signature is not None
    assert signature.state == "out_of_order"
    assert [step.key for step in signature.out_of_order] == ["council_decision", "ministry_permission"]


def test_the_audit_needs_a_handful_of_queries(office: OfficeFile) -> None:
    one = partner(office)
    put(office, *(Agreement(partner_id=one.id, signed_on=PartialDate(2000 + year)) for year in range(20)))
    asked: list[str] = []
    office.raw.set_trace_callback(asked.append)
    with office.read() as session:
        assert len(approval_file.audit(session, TODAY)) == 20
    office.raw.set_trace_callback(None)
    assert len([line for line in asked if line.startswith("SELECT")]) < 10
