"""How relations fare, gathered from a file: for one, for a partner, for all of them fast."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from dipdesk.actions import relation_health
from dipdesk.model import Agreement, Commitment, Contact, Partner, Record, Relation, Visit, entity, fields
from dipdesk.model.kinds import Choice
from dipdesk.rules.next_steps import Suggestion, suggestions
from dipdesk.rules.relation_health import Health
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile

TODAY = date(2026, 11, 22)


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def relation(office: OfficeFile) -> Relation:
    city = Partner(name_tr="Şehir")
    put(office, city)
    made = Relation(partner_id=city.id, since=PartialDate(2020))
    put(office, made)
    return made


def test_everything_of_the_partner_is_gathered(office: OfficeFile) -> None:
    one = relation(office)
    put(
        office,
        Contact(
            headline="Mektup", day=date(2026, 10, 1), partner_id=one.partner_id, answer_by=date(2026, 11, 1)
        ),
        Contact(
            headline="Arama", day=date(2026, 11, 1), direction="in", partner_id=one.partner_id, kind="call"
        ),
        Contact(headline="Gelecek", day=date(2027, 1, 1), partner_id=one.partner_id),
        Contact(headline="Başkası", day=date(2026, 11, 20)),
        Visit(title_tr="Ziyaret", partner_id=one.partner_id, state="done", starts=date(2026, 5, 1)),
        Visit(title_tr="İptal", partner_id=one.partner_id, state="cancelled", starts=date(2026, 6, 1)),
        Visit(title_tr="Gelecek", partner_id=one.partner_id, kind="outbound", starts=date(2027, 5, 1)),
        Commitment(what_tr="Biz", partner_id=one.partner_id, due=date(2026, 1, 1)),
        Commitment(what_tr="Onlar", partner_id=one.partner_id, whose="them"),
        Commitment(what_tr="Bitti", partner_id=one.partner_id, state="done"),
        Agreement(partner_id=one.partner_id, signed_on=PartialDate(2022), ends_on=PartialDate(2027, 1)),
    )
    with office.read() as session:
        found = relation_health.of_relation(session, one.id, TODAY)
        assert found == relation_health.of_partner(session, one.partner_id or "", TODAY)
        assert relation_health.of_all(session, TODAY) == {one.id: found.health if found else None}
    assert found is not None
    assert (found.health.contacts.ours, found.health.contacts.theirs, found.health.contacts.turn) == (
        1,
        1,
        "us",
    )
    assert (found.health.visits.ours, found.health.visits.theirs, found.health.visits.turn) == (0, 1, "us")
    assert found.facts.next_visit == date(2027, 5, 1)
    assert found.facts.unanswered == ["out"]
    assert found.facts.ends == date(2027, 1, 31)
    assert (found.health.ours.open, found.health.ours.late, found.health.theirs.open) == (1, 1, 1)
    assert found.health.word == "attention"
    assert len(found.steps) == 3


def test_a_partner_without_a_relation_has_a_ledger_too(office: OfficeFile) -> None:
    city = Partner(name_tr="Şehir")
    put(office, city)
    with office.read() as session:
        found = relation_health.of_partner(session, city.id, TODAY)
        assert relation_health.of_relation(session, "none", TODAY) is None
    assert found.health.word == "attention"
    assert found.health.reasons == ("No contact is on file.",)


def test_the_own_relation_speaks_for_the_partner(office: OfficeFile) -> None:
    one = relation(office)
    member = Partner(name_tr="Üye", kind="member")
    put(office, member)
    put(office, Relation(partner_id=one.partner_id, municipality_id=member.id, state="suspended"))
    with office.read() as session:
        assert relation_health.of_partner(session, one.partner_id or "", TODAY).facts.state == "active"


def test_many_relations_are_judged_with_as_few_questions_as_a_few(office: OfficeFile) -> None:
    few, _found = _asked(office, 10)
    many, found = _asked(office, 300)
    assert few == many
    assert len(found) == 310
    assert {one.word for one in found.values()} == {"good", "attention", "dormant"}


def _asked(office: OfficeFile, count: int) -> tuple[int, dict[str, Health]]:
    """Judge all relations after ``count`` more; how many questions that took, and the answers."""
    cities = [Partner(name_tr=f"Şehir {number}") for number in range(count)]
    put(office, *cities)
    rows: list[Record] = []
    for number, city in enumerate(cities):
        rows.append(Relation(partner_id=city.id, since=PartialDate(1990 + number % 30)))
        rows.append(Contact(headline="Mektup", day=TODAY - timedelta(days=5 * number), partner_id=city.id))
        rows.append(Agreement(partner_id=city.id, signed_on=PartialDate(2000)))
    put(office, *rows)
    asked: list[object] = []
    with office.read() as session:
        event.listen(session, "do_orm_execute", asked.append)
        found = relation_health.of_all(session, TODAY)
    return len(asked), found


@pytest.mark.parametrize("step", suggestions(), ids=lambda step: step.key)
def test_every_suggestion_begins_a_record_that_can_be_stored(office: OfficeFile, step: Suggestion) -> None:
    one = relation(office)
    kind = entity(step.makes)
    values = relation_health.prefilled(step, one.partner_id or "", TODAY)
    known = {field.name: field.kind for field in fields(kind)}
    for name, value in values.items():
        choice = known[name]
        assert not isinstance(choice, Choice) or value in choice.options, (name, value)
    made = kind(**values)
    put(office, made)
    assert made.title() == step.title.said()
