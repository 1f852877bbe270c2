"""Clearing the personal data of a visit: what is chosen, of all members, as one step."""

from datetime import date

import pytest

from dipdesk.actions import retention
from dipdesk.errors import Known
from dipdesk.model import Delegation, DelegationMember, Person, Visit
from dipdesk.store import legal_due
from dipdesk.store.attention import due_soon
from dipdesk.store.office_file import OfficeFile

TODAY = date(2027, 7, 1)


@pytest.fixture
def visit(office: OfficeFile) -> str:
    with office.change("a visit") as session:
        made = Visit(title_tr="Ziyaret", starts=date(2027, 5, 12), ends=date(2027, 5, 14))
        side = Delegation(visit_id=made.id, side="guest")
        people = [Person(family_name=name) for name in "AB"]
        session.add_all([made, side, *people])
        session.flush()
        session.add(
            DelegationMember(
                delegation_id=side.id, person_id=people[0].id, meals="Vejetaryen", step_free=True,
                passport="X1", passport_until=date(2030, 1, 1), phone="+90 000", privacy_consent="yes",
            )
        )  # fmt: skip
        session.add(DelegationMember(delegation_id=side.id, person_id=people[1].id))
    return made.id


def counts(office: OfficeFile, visit_id: str) -> dict[str, int]:
    with office.read() as session:
        return {
            one.kind.key: one.count for one in retention.of_visit(session, session.get_one(Visit, visit_id))
        }


def test_it_is_known_what_is_held(office: OfficeFile, visit: str) -> None:
    assert counts(office, visit) == {"needs": 1, "passport": 1, "contact": 1}
    with office.read() as session:
        found = retention.of_visit(session, session.get_one(Visit, visit))
    assert [one.kind.key for one in found if one.is_due(TODAY)] == ["needs", "passport"]


def test_what_is_chosen_goes_and_the_proof_stays(office: OfficeFile, visit: str) -> None:
    assert retention.clear(office, visit, {"needs"}, TODAY) == 1
    assert counts(office, visit) == {"needs": 0, "passport": 1, "contact": 1}
    with office.read() as session:
        assert session.get_one(Visit, visit).cleared_on is None
    assert retention.clear(office, visit, {"needs", "passport", "contact"}, TODAY) == 1
    assert counts(office, visit) == {"needs": 0, "passport": 0, "contact": 0}
    with office.read() as session:
        member = session.query(DelegationMember).filter_by(privacy_consent="yes").one()
        assert (member.meals, member.step_free, member.passport_until, member.phone) == ("", False, None, "")
        assert session.get_one(Visit, visit).cleared_on == TODAY
    office.undo()
    assert counts(office, visit) == {"needs": 0, "passport": 1, "contact": 1}


def test_a_visit_that_is_gone_is_said(office: OfficeFile) -> None:
    with pytest.raises(Known):
        retention.clear(office, "gone", {"needs"}, TODAY)


def test_attention_asks_for_it_once_the_visit_is_over(office: OfficeFile, visit: str) -> None:
    def reminded(today: date) -> list[date | None]:
        found = due_soon(office.raw, today, legal_due.READERS)
        return [one.reminder.day for one in found if (one.entity, one.row_id) == ("visit", visit)]

    assert reminded(date(2027, 5, 14)) == []
    assert reminded(date(2027, 5, 20)) == [date(2027, 6, 13)]
    assert reminded(TODAY) == [date(2027, 6, 13)]
    retention.clear(office, visit, {"needs", "passport"}, TODAY)
    assert reminded(TODAY) == []
