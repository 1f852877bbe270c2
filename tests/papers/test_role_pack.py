"""Packs of roles: the right papers, and nothing that the role must not see."""

import pytest

from dipdesk import paths
from dipdesk.model import DelegationMember, Visit
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Contents, Heading, PageBreak, in_line
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile
from tests.papers import word
from tests.papers.briefs import MADE_AT
from tests.papers.samples import SUBJECTS

KEYS = sorted(path.stem for path in paths.resources("packs").glob("*.toml"))


def _pack(office: OfficeFile, role: str, entity: str = "visit", **chosen: object) -> str:
    known = paper("role_pack")
    options = known.options(role=role, **chosen)
    return text.write(making.build(office, known, SUBJECTS[entity], options, ("en",), MADE_AT))


@pytest.mark.parametrize("role", KEYS)
@pytest.mark.parametrize("entity", ["visit", "ceremony"])
def test_every_pack_of_the_sample_holds_papers(read_office: OfficeFile, role: str, entity: str) -> None:
    known = paper("role_pack")
    document = making.build(
        read_office, known, SUBJECTS[entity], known.options(role=role), ("tr", "en"), MADE_AT
    )
    assert any(isinstance(one, PageBreak) for one in document.blocks)
    assert sum(isinstance(one, Heading) and one.level == 1 for one in document.blocks) > 1


def test_the_kitchen_learns_of_meals_and_of_no_phone(sample_office: OfficeFile) -> None:
    with sample_office.change("needs") as session:
        for one in session.query(DelegationMember):
            one.meals, one.passport, one.phone = "No nuts", "X 123 456", "+90 111 222 33 44"
    said = _pack(sample_office, "kitchen")
    assert "No nuts" in said
    assert "X 123 456" not in said
    assert "222 33" not in said
    assert "Copy for: Kitchen" in said


def test_an_empty_visit_says_that_nothing_is_planned(office: OfficeFile) -> None:
    with office.change("A visit") as session:
        visit = Visit(title_tr="Ziyaret", title_en="Visit")
        session.add(visit)
        row_id = visit.id
    known = paper("role_pack")
    said = text.write(making.build(office, known, row_id, known.options(role="master"), ("en",), MADE_AT))
    assert "Nothing has been planned yet" in said


@pytest.mark.parametrize("language", ["tr", "en"])
def test_papers_of_one_sort_are_told_apart_by_their_ceremonies(
    read_office: OfficeFile, language: str
) -> None:
    known = paper("role_pack")
    options = known.options(role="kitchen")
    document = making.build(read_office, known, SUBJECTS["visit"], options, (language,), MADE_AT)
    tops = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert len({in_line(one.text) for one in tops}) == len(tops) > 2
    assert [one.listed for one in tops] == [False] + [True] * (len(tops) - 1)
    assert any(isinstance(one, Contents) for one in document.blocks)
    listed = [one for one in word.texts(word.opened(document)) if one == in_line(tops[0].text)]
    assert len(listed) == 1


@pytest.mark.parametrize("name", ["seating_plan", "precedence_list", "counterpart_matrix"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_reasons_and_doubts_stay_in_the_office(read_office: OfficeFile, name: str, language: str) -> None:
    known = paper(name)
    row_id = SUBJECTS[known.subjects[0]]

    def told(**chosen: object) -> str:
        document = making.build(read_office, known, row_id, known.options(**chosen), (language,), MADE_AT)
        return text.write(document)

    ours, public = told(), told(public=True)
    for receiver in ("partner", "interpreter"):
        given = told(receiver=receiver)
        assert len(given) < len(ours)
        assert len(given.splitlines()) <= len(public.splitlines()) + 2


def test_lists_by_the_alphabet_begin_with_the_family_name(read_office: OfficeFile) -> None:
    for name in ("check_in", "seat_finder"):
        known = paper(name)
        row_id = SUBJECTS["ceremony"]
        said = text.write(making.build(read_office, known, row_id, known.options(), ("tr",), MADE_AT))
        assert "ÖRNEK, Ayşe" in said
