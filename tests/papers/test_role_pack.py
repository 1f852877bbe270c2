"""Packs of roles: the right papers, and nothing that the role must not see."""

import pytest

from dipdesk import paths
from dipdesk.model import DelegationMember, Visit
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Heading, PageBreak
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT
from tests.papers.samples import SUBJECTS

KEYS = sorted(path.stem for path in paths.resources("packs").glob("*.toml"))


def _pack(office: OfficeFile, role: str, entity: str = "visit", **chosen: object) -> str:
    known = paper("role_pack")
    options = known.options(role=role, **chosen)
    return text.write(making.build(office, known, SUBJECTS[entity], options, ("en",), MADE_AT))


@pytest.mark.parametrize("role", KEYS)
@pytest.mark.parametrize("entity", ["visit", "ceremony"])
def test_every_pack_of_the_sample_holds_papers(sample_office: OfficeFile, role: str, entity: str) -> None:
    known = paper("role_pack")
    document = making.build(
        sample_office, known, SUBJECTS[entity], known.options(role=role), ("tr", "en"), MADE_AT
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
