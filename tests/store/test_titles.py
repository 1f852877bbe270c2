"""Which records a few letters may mean where the form belongs to a visit."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import Delegation, DelegationMember, Partner, Person, Post, Room, Travel, Visit
from dipdesk.model.travel import Lodging
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import count_of, suggestions


@pytest.fixture
def session(office: OfficeFile) -> Iterator[Session]:
    """Two visits, each with a delegation of one; the names of both begin alike. And a partner."""
    with office.change("Two visits") as session:
        for name in ("Acar", "Acarlı"):
            visit, person = Visit(title_tr=f"{name} ziyareti"), Person(given_name="Ada", family_name=name)
            session.add_all([visit, person])
            session.flush()
            side = Delegation(visit_id=visit.id, side="guest")
            hotel = Lodging(visit_id=visit.id, name="Otel")
            session.add_all([side, hotel, Travel(visit_id=visit.id, number=f"{name} 1", direction="arrival")])
            session.flush()
            session.add(DelegationMember(delegation_id=side.id, person_id=person.id))
            session.add(Room(lodging_id=hotel.id, number=f"{name} 7"))
        session.add(Partner(name_tr="Mostar"))
    with office.read() as session:
        yield session


def visit_of(session: Session, name: str) -> str:
    return next(one.id for one in session.query(Visit) if one.title_tr == f"{name} ziyareti")


@pytest.mark.parametrize("typed", ["", "aca", "ada acar"])
def test_a_member_is_looked_for_in_the_own_visit_only(session: Session, typed: str) -> None:
    for name, title in (("Acar", "Ada ACAR"), ("Acarlı", "Ada ACARLI")):
        found = suggestions(session, DelegationMember, typed, visit=visit_of(session, name))
        assert [one[1] for one in found] == [title]
    assert len(suggestions(session, DelegationMember, typed)) == 2


@pytest.mark.parametrize("kind", [Travel, Room])
def test_what_belongs_to_a_visit_by_another_record_is_too(
    session: Session, kind: type[Travel | Room]
) -> None:
    (found,) = suggestions(session, kind, "", visit=visit_of(session, "Acarlı"))
    assert "Acarlı" in found[1]


def test_what_belongs_to_no_visit_is_offered_all_the_same(session: Session) -> None:
    found = suggestions(session, Partner, "", visit=visit_of(session, "Acar"))
    assert "Mostar" in [title for _id, title in found]
    assert len(suggestions(session, Visit, "acar", visit=visit_of(session, "Acar"))) == 2


def test_what_could_be_suggested_is_counted_once(office: OfficeFile) -> None:
    with office.change("Posts") as session:
        ada = Person(family_name="Ada")
        session.add(ada)
        session.flush()
        session.add(Post(person_id=ada.id, title_tr="Vali yardımcısı"))
        session.add_all([Post(title_tr="Yardımcı"), Post(title_tr="Vali")])
    with office.read() as session:
        nobody: dict[str, object] = {}
        found = [count_of(session, Post, typed, nobody, "") for typed in ("", "vali", "yardim", "ardim")]
        assert found == [3, 2, 2, 0]
        for typed, count in (("", 3), ("vali", 2), ("yardim", 2), ("ardim", 1)):
            mine: dict[str, object] = {"person_id": ada.id}
            assert count_of(session, Post, typed, mine, "") == count
            assert len(suggestions(session, Post, typed, near=mine)) == count


def test_of_a_visit_only_its_own_is_counted(session: Session) -> None:
    assert count_of(session, Room, "", {}, visit_of(session, "Acar")) == 1


@pytest.mark.parametrize("typed", ["", "gast", "vis"])
def test_suggestions_are_called_as_they_call_themselves_in_the_language_spoken(
    office: OfficeFile, typed: str
) -> None:
    with office.change("Visits") as session:
        session.add(Visit(title_tr="Gast ziyareti", title_en="Visit of a gast"))
        session.add(Visit(title_tr="Gast"))
    for spoken in LANGUAGES:
        with speaking(spoken), office.read() as session:
            found = suggestions(session, Visit, typed)
            assert found
            assert {title for _id, title in found} == {
                session.get_one(Visit, key).title() for key, _ in found
            }
