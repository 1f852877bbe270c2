"""Making papers: languages, formats, files."""

from pathlib import Path

import pytest

from dipdesk.errors import Known
from dipdesk.model.kinds import Choice, Flag
from dipdesk.papers import making
from dipdesk.papers.options import choices
from dipdesk.papers.parts import parts
from dipdesk.papers.registry import paper, papers
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile
from tests.papers import samples
from tests.papers.briefs import brief
from tests.papers.conftest import Composed

BRIEF = paper("brief")


def test_papers_are_found_by_what_they_are_about() -> None:
    assert BRIEF in papers()
    assert BRIEF in papers("visit")
    assert BRIEF not in papers("person")
    with pytest.raises(Known):
        paper("nothing")


def test_options_can_be_shown_as_a_form() -> None:
    for one in papers():
        fields = choices(one.options)
        assert all(field.title() for field in fields)
        assert [field.initial for field in fields] == [getattr(one.options(), f.name) for f in fields]
    kinds = {field.name: type(field.kind) for field in choices(BRIEF.options)}
    assert kinds["public"] is Flag
    assert kinds["classification"] is Choice


def test_options_of_one_name_can_be_one_flag_of_the_command_line() -> None:
    kinds: dict[str, set[bool]] = {}
    for one in papers():
        for field in choices(one.options):
            kinds.setdefault(field.name, set()).add(isinstance(field.kind, Flag))
    assert [name for name, found in kinds.items() if len(found) > 1] == []


@pytest.mark.parametrize("languages", [(), ("tr", "tr"), ("tr", "en", "tr"), ("de",)])
def test_languages_that_cannot_be_had_are_refused(
    read_office: OfficeFile, languages: tuple[str, ...]
) -> None:
    with pytest.raises(Known):
        brief(read_office, languages)


@pytest.mark.parametrize(("name", "kind"), [(one.name, kind) for one in papers() for kind in one.formats])
def test_a_paper_is_written_in_every_format_it_can_be_had_in(
    composed: Composed, tmp_path: Path, name: str, kind: str
) -> None:
    one = paper(name)
    document = composed(name, one.subjects[0] if one.subjects else "", ("tr", "en"))
    target = tmp_path / f"paper.{kind}"
    assert making.write_document(document, kind, target, Progress()) == target
    assert target.stat().st_size > 100
    assert [one.name for one in tmp_path.glob("paper*")] == [target.name]


def test_a_pdf_tells_on_which_page_its_parts_begin(composed: Composed, tmp_path: Path) -> None:
    document = composed("brief", "visit", ("tr", "en"))
    pages = making.written(document, "pdf", tmp_path / "brief.pdf").pages
    named = [one.name for one in parts(document) if one.name and not one.is_card]
    assert [name for name in named if not pages.get(name)] == []
    assert making.written(document, "txt", tmp_path / "brief.txt").pages == {}


def test_a_paper_is_built_and_written(read_office: OfficeFile, tmp_path: Path) -> None:
    one, target = paper("gift_slip"), tmp_path / "slip.txt"
    about = samples.SUBJECTS["gift"]
    document = making.build(read_office, one, about, one.options(), ("tr", "en"))
    assert making.write_document(document, "txt", target) == target
    assert "\n" in target.read_text(encoding="utf-8")


def test_a_format_that_cannot_be_had_is_refused(composed: Composed, tmp_path: Path) -> None:
    with pytest.raises(Known):
        making.write_document(composed("gift_slip", "gift", ("en",)), "odt", tmp_path / "brief.odt")


def test_a_folder_that_is_not_there_is_said(composed: Composed, tmp_path: Path) -> None:
    with pytest.raises(Known):
        making.write_document(
            composed("gift_slip", "gift", ("en",)), "txt", tmp_path / "nowhere" / "brief.txt"
        )


def test_the_file_needs_no_office(sample_office: OfficeFile, tmp_path: Path) -> None:
    document = brief(sample_office)
    with sample_office.change("meanwhile"):
        making.write_document(document, "pdf", tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_a_paper_that_does_not_fit_is_refused(read_office: OfficeFile) -> None:
    one = paper("audit_sheet")
    with pytest.raises(Known, match="Beispielburg"):
        making.build(read_office, one, samples.SUBJECTS["visit"], one.options(), ("en",))
