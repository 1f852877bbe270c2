"""Clearing the personal data of a visit: what is chosen, of all members, as one step."""

from datetime import date

import pytest

from dipdesk.actions import retention
from dipdesk.errors import Known
from dipdesk.model import Delegation, DelegationMember, Person, Visit, field_of
from dipdesk.model.kinds import File
from dipdesk.rules.retention import retention as rule
from dipdesk.store import backup, checking, legal_due, removal
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
    assert len(retention.clear(office, visit, {"needs"}, TODAY)) == 1
    assert counts(office, visit) == {"needs": 0, "passport": 1, "contact": 1}
    with office.read() as session:
        assert session.get_one(Visit, visit).cleared_on is None
    assert len(retention.clear(office, visit, {"needs", "passport", "contact"}, TODAY)) == 1
    assert counts(office, visit) == {"needs": 0, "passport": 0, "contact": 0}
    with office.read() as session:
        member = session.query(DelegationMember).filter_by(privacy_consent="yes").one()
        assert (member.meals, member.step_free, member.passport_until, member.phone) == ("", False, None, "")
        assert session.get_one(Visit, visit).cleared_on == TODAY
    assert office.undo() == "a visit"
    office.redo()
    assert counts(office, visit) == {"needs": 0, "passport": 0, "contact": 0}


def test_what_was_emptied_by_hand_is_still_held_until_it_is_cleared(office: OfficeFile, visit: str) -> None:
    with office.change("emptied") as session:
        session.query(DelegationMember).filter_by(passport="X1").one().passport = ""
    assert counts(office, visit)["passport"] == 1
    retention.clear(office, visit, {"passport"}, TODAY)
    assert counts(office, visit)["passport"] == 0


def test_those_who_left_the_delegation_are_cleared_too(office: OfficeFile, visit: str) -> None:
    with office.change("removed") as session:
        gone = session.query(DelegationMember).filter_by(passport="X1").one()
        removal.remove(session, session.get_one(Delegation, gone.delegation_id))
    assert retention.clear(office, visit, {"passport"}, TODAY) == (gone.id,)
    office.undo()
    with office.read() as session:
        member = session.get_one(DelegationMember, gone.id)
        assert (member.passport, member.meals) == ("", "Vejetaryen")
    assert checking.check(office).all_well


def test_the_fields_of_the_rule_are_words_with_a_history_of_their_own() -> None:
    for name in (name for one in rule().classes for name in one.fields):
        one = field_of(DelegationMember, name)
        assert one.register == name
        assert not isinstance(one.kind, File), "a file must be taken out of the attachments as well"


def test_backups_that_hold_it_are_named_and_can_make_way(office: OfficeFile, visit: str) -> None:
    folder = backup.folder_for(office.raw, office.path)
    made = backup.write(office.raw, office.path, folder)
    assert retention.backups_with(office, visit) == [made]
    assert retention.backups_with(office, visit, ()) == [], "only what is chosen counts"
    retention.clear(office, visit, {"needs", "passport", "contact"}, TODAY)
    assert retention.backups_with(office, visit) == []
    retention.replace_backups(office, [made])
    (new,) = backup.list_backups(folder)
    assert new != made
    assert backup.fingerprint_of(new) == backup.fingerprint(office.raw)


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
