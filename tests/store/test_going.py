"""Going anywhere: what is called so comes before what has the words in its name, that before the rest."""

import pytest

from dipdesk.i18n import speaking
from dipdesk.model import (
    Agreement,
    Country,
    Delegation,
    Note,
    Partner,
    Person,
    ProgrammeItem,
    Visit,
    entity_name,
)
from dipdesk.store import going, titles
from dipdesk.store.office_file import OfficeFile


@pytest.fixture
def office(office: OfficeFile) -> OfficeFile:
    with office.change("Filled") as session:
        city = Partner(name_tr="Gence", name_en="Ganja")
        union = Partner(name_tr="Büyük Gence Belediyeler Birliği")
        session.add_all([city, union])
        session.flush()
        visit = Visit(title_tr="Gence heyetinin ziyareti", partner_id=city.id)
        session.add_all([visit, Person(given_name="Gence", family_name="Yılmaz")])
        session.add_all([Person(given_name=f"Gence {number}", family_name="Acar") for number in range(40)])
        session.add(Person(given_name="Ali", family_name="Genceli"))
        session.flush()
        session.add(Agreement(partner_id=city.id))
        session.add(Delegation(visit_id=visit.id, side="guest", partner_id=city.id))
        session.add(ProgrammeItem(visit_id=visit.id, title_tr="Karşılama", place_tr="Gence Salonu"))
        session.add(Note(headline="Ganja", text="x"))
    return office


def found(office: OfficeFile, text: str, limit: int = 30) -> list[tuple[str, str]]:
    with office.read() as session:
        hits = going.targets(session.connection(), text, limit)
    return [(entity_name(one.kind), one.title) for one in hits]


@pytest.mark.parametrize("typed", ["Gence", "GENCE", "gence ", "ganja", "GANJA"])
@pytest.mark.parametrize("code", ["tr", "en"])
def test_the_city_that_is_called_so_comes_first(office: OfficeFile, typed: str, code: str) -> None:
    with speaking(code):
        assert found(office, typed)[0] == ("partner", "Gence" if code == "tr" else "Ganja")


def test_the_fit_counts_before_the_kind(office: OfficeFile) -> None:
    with speaking("tr"):
        hits = found(office, "gence", 100)
    kinds = [kind for kind, _title in hits]
    assert hits[0] == ("partner", "Gence")
    assert kinds[1] == "person"
    assert hits.index(("partner", "Büyük Gence Belediyeler Birliği")) > kinds.index("visit")
    assert kinds.index("visit") < kinds.index("agreement")
    assert kinds.index("programme_item") > hits.index(("partner", "Büyük Gence Belediyeler Birliği"))


def test_what_is_called_so_in_another_language_is_exact_too(office: OfficeFile) -> None:
    with speaking("tr"):
        assert [kind for kind, _title in found(office, "ganja")[:2]] == ["partner", "note"]


def test_one_entity_can_be_asked_for(office: OfficeFile) -> None:
    with office.read() as session:
        hits = going.targets(session.connection(), "gence", 5, (Person,))
    assert {one.kind for one in hits} == {Person}
    assert len(hits) == 5


def test_many_people_do_not_hide_a_city(office: OfficeFile) -> None:
    with office.change("Many") as session:
        session.add_all([Person(given_name="Gence", family_name=f"K{number}") for number in range(1500)])
    with speaking("tr"):
        assert found(office, "genc")[0] == ("partner", "Gence")


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "NEAR(", "\x00", "a" * 5000, "title:x", "-"])
def test_no_text_is_an_error(office: OfficeFile, typed: str) -> None:
    assert found(office, typed) == []


def test_a_country_is_found_by_its_name(office: OfficeFile) -> None:
    with speaking("tr"), office.read() as session:
        first = going.targets(session.connection(), "azerbaycan", 5)[0]
    assert first.kind is Country
    assert first.fit == going.EXACT


def test_whole_words_come_before_beginnings(office: OfficeFile) -> None:
    with office.change("People") as session:
        session.add_all(
            Person(given_name="Ayşe", family_name=name) for name in ("Örneksoy", "Örnekli", "Örnek")
        )
    with office.read() as session:
        found = [title for _id, title in titles.suggestions(session, Person, "ornek")]
    assert found[0] == "Ayşe ÖRNEK"
    assert len(found) == 3
