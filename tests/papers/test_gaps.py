"""Texts that a paper lacks in a language: each once, by record and field, and none if nothing lacks."""

from pathlib import Path

import pytest

from dipdesk import paths
from dipdesk.i18n import speaking
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    TalkingPoint,
    Visit,
)
from dipdesk.papers import making
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.gaps import Gap
from dipdesk.papers.registry import paper
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OfficeFile:
    monkeypatch.setattr(paths, "data", lambda: tmp_path)
    return opening.create(tmp_path / "o.dipdesk", "Örnek")


def visit_of(office: OfficeFile, **texts: str) -> str:
    with office.change("x") as session:
        city = Partner(name_tr="Gence", name_en="Ganja")
        session.add(city)
        session.flush()
        visit = Visit(partner_id=city.id, **texts)
        session.add(visit)
        session.flush()
        session.add(Delegation(visit_id=visit.id, side="guest", partner_id=city.id))
        session.add(ProgrammeItem(visit_id=visit.id, title_tr="Karşılama"))
        session.add(TalkingPoint(visit_id=visit.id, text_tr="Gençlik", text_en="Youth"))
    return visit.id


def gaps(office: OfficeFile, visit: str, *languages: str) -> list[tuple[str, str, str, str]]:
    found: tuple[Gap, ...] = making.build(office, paper("brief"), visit, BriefOptions(), languages).gaps
    return [(one.entity, one.record, one.field, one.language) for one in found]


def test_what_is_written_in_one_language_only_is_listed_once(office: OfficeFile) -> None:
    visit = visit_of(office, title_tr="Ziyaret", aim_tr="Dostluk", results_tr="Bir\nİki", results_en="One")
    assert gaps(office, visit, "tr") == []
    missing = gaps(office, visit, "en")
    assert len(missing) == len(set(missing))
    assert ("visit", "Ziyaret", "Title in English", "en") in missing
    assert {kind for kind, *_rest in missing} == {"visit", "programme_item"}
    assert len([one for one in missing if one[0] == "visit"]) == 3
    assert gaps(office, visit, "tr", "en") == missing
    with speaking("tr"):
        assert gaps(office, visit, "en") != missing


def test_what_is_not_written_at_all_is_no_gap(office: OfficeFile) -> None:
    visit = visit_of(office, title_tr="Ziyaret", title_en="Visit")
    assert {kind for kind, *_rest in gaps(office, visit, "en")} == {"programme_item"}


def test_a_part_that_is_left_out_leaves_no_gap(office: OfficeFile) -> None:
    visit = visit_of(office, title_tr="Ziyaret", title_en="Visit")
    options = BriefOptions(programme=False)
    assert making.build(office, paper("brief"), visit, options, ("en",)).gaps == ()


def test_people_whose_form_of_address_is_left_open_are_listed(office: OfficeFile) -> None:
    visit = visit_of(office, title_tr="Ziyaret", title_en="Visit")
    with office.change("people") as session:
        (delegation,) = session.query(Delegation)
        for family, sex in (("Open", ""), ("Known", "f")):
            person = Person(given_name="A", family_name=family, sex=sex)
            session.add(person)
            session.flush()
            post = Post(person_id=person.id, partner_id=delegation.partner_id, function="mayor")
            session.add(post)
            session.flush()
            session.add(DelegationMember(delegation_id=delegation.id, person_id=person.id, post_id=post.id))
    assert [one[1:] for one in gaps(office, visit, "en") if one[0] == "person"] == [("A OPEN", "Sex", "en")]
    for chosen in ({"public": True}, {"receiver": "partner"}):
        document = making.build(office, paper("brief"), visit, BriefOptions(**chosen), ("en",))
        assert "person" not in {one.entity for one in document.gaps}
