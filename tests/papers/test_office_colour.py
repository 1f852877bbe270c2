"""The colour of the office on covers, headings, letterhead and cards; always dark enough to be read."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Office
from dipdesk.papers import docx, pdf
from dipdesk.papers.blocks import Cover, Document, Facts, Ink, Rgb
from dipdesk.papers.style import in_colour, shade
from dipdesk.progress import Progress
from dipdesk.rules.contrast import LEAST, contrast
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import LANGUAGES, NOTHING, brief
from tests.papers.offices import only_read
from tests.papers.samples import made

OURS = shade(Ink.ACCENT)
WINE = (139, 30, 63)


def colours(document: Document) -> set[tuple[int, int, int]]:
    """The colours of all texts, lines and fields of the first page of a PDF."""
    file = BytesIO()
    pdf.write(document, file, Progress())
    with pypdfium2.PdfDocument(file.getvalue()) as opened:
        return set(_colours(opened[0]))


def _colours(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, int]]:
    for one in page.get_objects():
        parts = [pypdfium2.raw.c_uint() for _ in range(4)]
        if pypdfium2.raw.FPDFPageObj_GetFillColor(one, *parts):
            yield parts[0].value, parts[1].value, parts[2].value


@pytest.fixture(scope="module")
def wine(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with a colour of its own."""

    def colour(session: Session) -> None:
        session.scalars(select(Office)).one().colour = "#8B1E3F"

    with only_read(sample_path, tmp_path_factory.mktemp("wine") / "wine.dipdesk", colour) as office:
        yield office


def coloured(office: OfficeFile, colour: str) -> OfficeFile:
    with office.change("a colour") as session:
        session.scalars(select(Office)).one().colour = colour
    return office


def test_the_accent_belongs_to_the_paper_that_is_written() -> None:
    with in_colour(Rgb(*WINE)):
        assert shade(Ink.ACCENT) == Rgb(*WINE)
        assert contrast(_parts(shade(Ink.TINT))) < 1.3
        assert shade(Ink.RED) != Rgb(*WINE)
    with in_colour(None):
        assert shade(Ink.ACCENT) == OURS


def _parts(colour: Rgb) -> tuple[int, int, int]:
    return colour.red, colour.green, colour.blue


@pytest.mark.parametrize("languages", LANGUAGES)
def test_cover_and_headings_have_the_colour(
    sample_office: OfficeFile, wine: OfficeFile, languages: tuple[str, ...]
) -> None:
    assert _parts(OURS) in colours(brief(sample_office, languages, options=NOTHING))
    found = colours(brief(wine, languages, options=NOTHING))
    assert WINE in found
    assert _parts(OURS) not in found


@pytest.mark.parametrize(
    ("name", "entity", "language"),
    [("badges", "visit", "tr"), ("letter", "visit", "en"), ("programme", "visit", "tr")],
)
def test_cards_letterheads_and_lists_have_the_colour(
    wine: OfficeFile, name: str, entity: str, language: str
) -> None:
    assert WINE in colours(made(wine, name, entity, (language,)))


def test_the_turkish_letter_stays_as_the_regulation_wants_it(wine: OfficeFile) -> None:
    assert WINE not in colours(made(wine, "letter", "visit", ("tr",)))


def test_the_word_document_has_the_colour(wine: OfficeFile, tmp_path: Path) -> None:
    target = tmp_path / "brief.docx"
    docx.write(brief(wine, options=NOTHING), target, Progress())
    with ZipFile(target) as packed:
        styles = packed.read("word/styles.xml").decode()
    assert re.search(r'w:color w:val="8B1E3F"', styles)
    assert "0B7A75" not in styles


@pytest.mark.parametrize("colour", ["#FFFF00", "#FFFFFF", "#7FB2FF"])
def test_a_light_colour_is_darkened(sample_office: OfficeFile, colour: str) -> None:
    accent = brief(coloured(sample_office, colour), options=NOTHING).accent
    assert accent is not None
    assert contrast(_parts(accent)) >= LEAST


@pytest.mark.parametrize("broken", ["", "kırmızı", "#12"])
def test_what_is_no_colour_is_ours(sample_office: OfficeFile, broken: str) -> None:
    assert brief(coloured(sample_office, broken), options=NOTHING).accent is None


def test_both_flags_stand_on_the_cover(sample_office: OfficeFile) -> None:
    cover = next(one for one in brief(sample_office, options=NOTHING).blocks if isinstance(one, Cover))
    assert [bool(party.flag) for party in cover.parties] == [True, True]
    assert cover.parties[0].flag != cover.parties[1].flag


@pytest.mark.parametrize(("language", "germany"), [("tr", "Almanya"), ("en", "Germany")])
def test_the_anthems_of_both_sides_follow_the_flags(
    sample_office: OfficeFile, language: str, germany: str
) -> None:
    document = brief(sample_office, (language,))
    [names] = [
        {str(fact.label): str(fact.text) for fact in one.rows}
        for one in document.blocks
        if isinstance(one, Facts) and any(fact.text == "İstiklal Marşı" for fact in one.rows)
    ]
    assert list(names) == [germany, "Türkiye"]
    assert names[germany] == "Das Lied der Deutschen"
