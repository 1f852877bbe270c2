"""The structure of a PDF as programs that read aloud find it."""

from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from dipdesk.papers.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    Label,
    Paragraph,
    Photo,
    Picture,
    Rect,
    Row,
    Table,
)
from tests.papers.demo import document, photo
from tests.papers.reading import made, part_said, text_of


def _inside(part: object, level: int = 0) -> Iterator[tuple[int, str, str]]:
    alt = part_said(pdfium.FPDF_StructElement_GetAltText, part)
    said = part_said(pdfium.FPDF_StructElement_GetActualText, part)
    yield level, part_said(pdfium.FPDF_StructElement_GetType, part), alt or said
    for number in range(pdfium.FPDF_StructElement_CountChildren(part)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(part, number)
        if child:
            yield from _inside(child, level + 1)


def structure(*blocks: Block) -> list[tuple[int, str, str]]:
    """Depth, role and the text that stands for it, of every part of the pages that these blocks make."""
    found: list[tuple[int, str, str]] = []
    with pypdfium2.PdfDocument(made(Document("Kâğıt", blocks))[0]) as file:
        for page in file:
            found += parts_on(page)
    return found


def parts_on(page: pypdfium2.PdfPage) -> list[tuple[int, str, str]]:
    """Depth, role and the text that stands for it, of every part on a page."""
    found: list[tuple[int, str, str]] = []
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        found += _inside(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))
    pdfium.FPDF_StructTree_Close(tree)
    return found


def roles(*blocks: Block) -> list[str]:
    return [role for _level, role, _alt in structure(*blocks)]


def test_headings_paragraphs_and_lists_stand_in_reading_order() -> None:
    blocks = (Heading("A"), Paragraph("b"), Heading("C", 2), Heading("D", 3), Bullets(("e", "f")))
    assert roles(*blocks) == ["Document", "H1", "P", "H2", "H3", "P", "P"]


def test_a_table_has_head_rows_and_cells() -> None:
    table = Table((Column("Ad"), Column("Şehir")), (Row(("Ayşe", "Kars")), Row(("Can", ""))))
    tree = structure(table)
    assert [role for _level, role, _alt in tree] == [
        "Document",
        "Table",
        *("TR", "TH", "TH"),
        *("TR", "TD", "TD"),
        *("TR", "TD", "TD"),
    ]
    assert [level for level, _role, _alt in tree] == [0, 1, 2, 3, 3, 2, 3, 3, 2, 3, 3]


def test_pictures_and_drawings_say_what_they_show() -> None:
    drawing = Figure(100, 100, (Rect(0, 0, 50, 50), Label(10, 10, "1 Ayşe", room=90)), "Masa düzeni")
    plain = Figure(100, 100, (Rect(0, 0, 50, 50),))
    shown = Photo(Picture(photo((120, 160, 170), (30, 40)), "Başkan Örnek"))
    assert [alt for _level, role, alt in structure(drawing, plain, shown) if role == "Figure"] == [
        "Masa düzeni · 1 Ayşe",
        "Başkan Örnek",
    ]


def test_entries_of_the_contents_are_one_paragraph_each() -> None:
    blocks = (Contents("İçindekiler"), Heading("A"), Paragraph("b"), Heading("C"), Paragraph("d"))
    assert Counter(roles(*blocks)) == {"Document": 1, "P": 5, "H1": 2}


def test_every_part_of_the_made_up_visit_is_on_its_page() -> None:
    content, report = made(document())
    assert content.count(b"/StructParents") == report.pages
    assert content.count(b"/S /H1") == sum(entry.level == 1 for entry in report.outline)
    assert b"/MarkInfo" in content


def test_a_line_that_was_broken_at_a_space_keeps_it_for_those_who_hear_it() -> None:
    words = " ".join(["Büyükşehir"] * 40)
    assert words in text_of(Paragraph(words))
    assert "Ş" * 400 in text_of(Paragraph("Ş" * 400)).replace(" ", "")


@pytest.mark.parametrize("words", ["محمد بن سلمان", "נצרת עילית", "Ayşe (محمد) Örnek"])
def test_names_from_right_to_left_are_heard_in_reading_order(words: str) -> None:
    assert structure(Paragraph(words)) == [(0, "Document", ""), (1, "P", ""), (2, "Span", words)]
