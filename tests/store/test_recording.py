"""Whatever one change does to a record is taken down: undo brings back exactly what was."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Agreement, Partner, Person, Record, entities, entity_name
from dipdesk.store import checking
from dipdesk.store.changes import Registers, all_registers
from dipdesk.store.office_file import OfficeFile

PERSON = "0" * 31 + "1"


def state(office: OfficeFile) -> dict[str, Registers]:
    """All that the tables say, by entity and id."""
    with office.read() as session:
        return {
            f"{entity_name(kind)}/{record.id}": all_registers(record)
            for kind in entities()
            for record in session.scalars(select(kind))
        }


def filled() -> Person:
    return Person(id=PERSON, given_name="Ayşe", family_name="Yılmaz", phone="+90 266 123 45 67")


def change_and_delete(session: Session, person: Record) -> None:
    assert isinstance(person, Person)
    person.phone = "+90 266 765 43 21"
    session.flush()
    session.delete(person)


def delete_and_add_again(session: Session, person: Record) -> None:
    session.delete(person)
    session.flush()
    session.add(Person(id=PERSON, family_name="Şimşek"))


def empty_and_fill(session: Session, person: Record) -> None:
    assert isinstance(person, Person)
    person.phone = ""
    session.flush()
    person.email = "ayse@ornek.org"
    session.flush()
    person.phone = "+90 266 000 00 00"


def empty_delete_and_add_again(session: Session, person: Record) -> None:
    assert isinstance(person, Person)
    person.phone = ""
    session.flush()
    delete_and_add_again(session, person)


@pytest.mark.parametrize(
    "work", [change_and_delete, delete_and_add_again, empty_and_fill, empty_delete_and_add_again]
)
def test_undo_and_redo_are_exact_whatever_one_change_did_to_a_record(
    office: OfficeFile, work: Callable[[Session, Record], None]
) -> None:
    with office.change("Person added") as session:
        session.add(filled())
    before = state(office)
    with office.change("Several things") as session:
        work(session, session.get_one(Person, PERSON))
    after = state(office)
    assert checking.check(office).all_well
    office.undo()
    assert state(office) == before
    office.redo()
    assert state(office) == after
    assert checking.check(office).all_well


def test_a_field_that_was_emptied_stays_empty_when_its_record_comes_back(office: OfficeFile) -> None:
    with office.change("Agreement added") as session:
        partner = Partner(name_tr="Ştip")
        agreement = Agreement(partner_id=partner.id, state="")
        session.add_all([partner, agreement])
    before = state(office)
    with office.change("Agreement deleted") as session:
        session.delete(session.get_one(Agreement, agreement.id))
    office.undo()
    assert state(office) == before
    office.undo()
    office.redo()
    assert state(office) == before


def test_a_record_that_comes_back_supersedes_that_it_was_gone(office: OfficeFile) -> None:
    with office.change("Person added") as session:
        session.add(filled())
    with office.change("Person deleted") as session:
        session.delete(session.get_one(Person, PERSON))
    for _time in range(2):
        office.undo()
        office.redo()
    office.undo()
    with office.read() as session:
        heads = session.connection().exec_driver_sql(
            "SELECT reg, count(*) FROM head WHERE row_id = ? GROUP BY reg", (PERSON,)
        )
        assert {row[0]: row[1] for row in heads} == {"": 1, "name": 1, "phone": 1}
