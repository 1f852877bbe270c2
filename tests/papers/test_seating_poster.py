"""The seating plan to hang up: a page of A3, A2 or A1 for each plan, on its side where the plan is wide."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import select

from dipdesk.actions import story
from dipdesk.model import SeatingPlan
from dipdesk.papers import docx, pdf, text
from dipdesk.papers.blocks import Document, Figure, Heading, Paragraph, Poster, every
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile
from tests.papers.samples import made

LANGUAGES = [("en",), ("tr",), ("tr", "en")]
SIZES = {"a3": (842, 1191), "a2": (1191, 1684), "a1": (1684, 2381)}


def pages(document: Document) -> list[tuple[int, int]]:
    """The size of each page, in whole points."""
    file = BytesIO()
    pdf.write(document, file, Progress(), invariant=True)
    with pypdfium2.PdfDocument(file.getvalue()) as written:
        return [(round(page.get_width()), round(page.get_height())) for page in written]


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("size", SIZES)
def test_a_wide_plan_lies_on_a_large_page(
    read_office: OfficeFile, size: str, languages: tuple[str, ...]
) -> None:
    document = made(read_office, "seating_plan", "ceremony", languages, page=size)
    assert pages(document) == [SIZES[size][::-1]]


def test_a_deep_plan_stands_upright(sample_office: OfficeFile) -> None:
    with sample_office.change("a minibus") as session:
        plan = session.scalars(select(SeatingPlan)).first()
        assert plan is not None
        plan.layout = "minibus"
        plan.left, plan.right = 1, 2
    assert pages(made(sample_office, "seating_plan", "ceremony", ("en",), page="a3")) == [SIZES["a3"]]


def test_the_drawing_stays_on_its_page(read_office: OfficeFile) -> None:
    document = made(read_office, "seating_plan", "ceremony", ("en",), page="a2")
    poster = document.blocks[0]
    assert isinstance(poster, Poster)
    figure = next(one for one in poster.blocks if isinstance(one, Figure))
    assert figure.width <= 842 - 124
    assert figure.height <= 595 - 124 - 70


def test_posters_stand_between_other_pages(tmp_path: Path) -> None:
    figure = Figure(100, 100, ())
    blocks = (
        Paragraph("before"),
        Poster((Heading("A poster"), figure), wide=True, scale=2.0),
        Poster((Heading("Another"), figure), scale=2.0),
        Paragraph("after"),
    )
    document = Document("Both", blocks)
    assert pages(document) == [(595, 842), (1684, 1191), (1191, 1684), (595, 842)]
    report = pdf.write(document, tmp_path / "both.pdf", Progress())
    assert [(one.title, one.page) for one in report.outline] == [("A poster", 2), ("Another", 3)]
    assert report.block_pages == (1, 2, 3, 4)


def test_word_and_text_have_the_same_blocks(read_office: OfficeFile, tmp_path: Path) -> None:
    document = made(read_office, "seating_plan", "ceremony", ("tr", "en"), page="a1")
    docx.write(document, tmp_path / "plan.docx", Progress())
    assert "Musterfrau" in text.write(document)
    assert [one for one in every(document.blocks) if isinstance(one, Heading)]


def test_without_a_plan_it_says_so(sample_office: OfficeFile) -> None:
    with sample_office.change("no plan") as session:
        for plan in session.scalars(select(SeatingPlan)):
            plan.ceremony_id = story.record_id("ceremony", "3")
    document = made(sample_office, "seating_plan", "ceremony", ("en",), page="a3")
    assert pages(document) == [(595, 842)]
    assert "There is no seating plan yet." in text.write(document)


def test_a_plan_that_cannot_be_made_says_why(sample_office: OfficeFile) -> None:
    with sample_office.change("a layout without a co-host") as session:
        for plan in session.scalars(select(SeatingPlan)):
            plan.layout = "long_cohost"
    assert "Not possible" in text.write(made(sample_office, "seating_plan", "ceremony", ("en",), page="a1"))
