"""The figures on paper."""

from pathlib import Path

import pytest

from dipdesk.errors import Invalid
from dipdesk.model import Partner, Relation
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Document, Table
from dipdesk.papers.figures_paper import FiguresOptions
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile
from tests.gui import world_office
from tests.papers.briefs import LANGUAGES, MADE_AT, stored


def made(
    office: OfficeFile, languages: tuple[str, ...] = ("en",), options: FiguresOptions | None = None
) -> Document:
    return making.build(office, paper("figures"), "", options or FiguresOptions(), languages, MADE_AT)


def said(office: OfficeFile, options: FiguresOptions | None = None) -> str:
    return " ".join(text.write(made(office, options=options)).split())


@pytest.fixture
def ids(office: OfficeFile) -> dict[str, str]:
    """An office with relations all over the world."""
    return world_office.fill(office)


def test_an_empty_office_says_that_there_is_nothing(office: OfficeFile) -> None:
    shown = said(office)
    assert "There is nothing to count yet." in shown
    assert "Relations by class" not in shown


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
def test_it_can_be_had_in_every_language(
    office: OfficeFile, ids: dict[str, str], languages: tuple[str, ...]
) -> None:
    shown = text.write(made(office, languages))
    for spoken, country in (("tr", "Yunanistan"), ("en", "Greece")):
        assert (country in shown) == (spoken in languages)


def test_five_hundred_relations_fit(office: OfficeFile, tmp_path: Path) -> None:
    world_office.crowd(office, 500)
    document = made(office, ("tr", "en"))
    making.write_document(document, "pdf", tmp_path / "figures.pdf")
    assert "500" in text.write(document)


def test_numbers_are_those_of_the_figures(office: OfficeFile, ids: dict[str, str]) -> None:
    shown = said(office)
    assert "Relations by country" in shown
    assert "Every relation once, by its class." in shown
    assert "the definition is ours" in shown
    tables = [block for block in made(office).blocks if isinstance(block, Table)]
    by_class = tables[0]
    assert by_class.rows[0].cells == ("Sister city", "14", "58%")
    assert by_class.rows[-1].cells[:2] == ("Total", "24")


def test_years_and_parts_can_be_chosen(office: OfficeFile, ids: dict[str, str]) -> None:
    shown = said(office, FiguresOptions(from_year=1990, to_year=1999, map=False, money=False))
    assert "1990 to 1999" in shown
    assert "Total | 7 |" in shown
    assert "Natural Earth" not in shown
    assert "Dues" not in shown
    assert "Agreements signed by year" in shown
    bare = made(office, options=FiguresOptions(tables=False))
    assert not any(isinstance(block, Table) for block in bare.blocks)


def test_a_municipality_of_a_union_can_be_chosen(office: OfficeFile, ids: dict[str, str]) -> None:
    member = Partner(name_tr="Çekmeköy Belediyesi", kind="member")
    stored(office, member)
    stored(office, Relation(partner_id=ids["Suva"], municipality_id=member.id))
    shown = said(office, FiguresOptions(municipality="cekmekoy belediyesi"))
    assert "Fiji" in shown
    assert "Georgia" not in shown
    with pytest.raises(Invalid, match="No municipality called “Yok”"):
        made(office, options=FiguresOptions(municipality="Yok"))


@pytest.mark.parametrize("name", ["<b>Ayşe</b> & Oğulları", "Ş" * 200, "محمد بن سلمان"])
def test_hostile_names_are_printed(office: OfficeFile, name: str, tmp_path: Path) -> None:
    member = Partner(name_tr=name, kind="member")
    stored(office, member)
    stored(office, Relation(municipality_id=member.id))
    document = made(office, ("tr", "en"))
    for kind in ("pdf", "docx", "txt"):
        making.write_document(document, kind, tmp_path / f"figures.{kind}")
    assert name in text.write(document)
