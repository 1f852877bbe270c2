"""The same gift twice: said before it is entered, with day and visit, and of which gifts of a visit."""

from datetime import date

from dipdesk.actions import gift_advice
from dipdesk.model import Gift, Person, Record, Visit
from dipdesk.store.office_file import OfficeFile

DAY = date(2027, 5, 12)


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def planned_twice(office: OfficeFile) -> tuple[Person, Visit]:
    """Somebody for whom a plate is planned on a visit and given without one, and the visit."""
    person, visit = Person(family_name="Wang"), Visit(title_tr="Bahar ziyareti", starts=DAY)
    put(office, person, visit)
    put(
        office,
        Gift(what_tr="Çini tabak", receiver_id=person.id, visit_id=visit.id),
        Gift(what_tr="Çini tabak", receiver_id=person.id, day=date(2026, 3, 1), state="done"),
        Gift(what_tr="Kitap", receiver_id=person.id, visit_id=visit.id),
    )
    return person, visit


def test_a_gift_that_is_not_entered_yet_is_compared_with_those_before(office: OfficeFile) -> None:
    person, _visit = planned_twice(office)
    with office.read() as session:
        values = {"what_tr": "Tabak (çini)", "receiver_id": person.id, "number": "2027/9"}
        found = gift_advice.before(session, values)
        assert [one.said() for one in found.repeats] == [
            "“Çini tabak” is also planned for Wang on 12 May 2027 (Bahar ziyareti).",
            "Wang was given “Çini tabak” on 1 March 2026.",
        ]
        assert gift_advice.before(session, {**values, "direction": "received"}).is_empty
        assert gift_advice.before(session, {"receiver_id": person.id}).is_empty
        assert not session.new


def test_the_gifts_of_a_visit_that_are_given_twice_are_told_apart(office: OfficeFile) -> None:
    _person, visit = planned_twice(office)
    with office.read() as session:
        (same,) = gift_advice.twice(session, visit.id).values()
    assert [one.said() for one in same] == ["Wang was given “Çini tabak” on 1 March 2026."]


def test_customs_are_said_before_a_gift_is_entered(office: OfficeFile) -> None:
    with office.read() as session:
        found = gift_advice.before(session, {"what_tr": "Bıçak", "kind": "knife"})
    assert found.notes
