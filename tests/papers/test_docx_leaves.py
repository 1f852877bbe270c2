"""Cards in Word documents: tables of the exact size of the sheet, with words that can be edited."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from dipdesk.papers.blocks import (
    Align,
    Boxed,
    Circle,
    Cuts,
    Figure,
    Grid,
    Label,
    Leaves,
    Line,
    Pair,
    Paragraph,
    Polygon,
    Rect,
    in_line,
)
from dipdesk.papers.docx.places import extent, moved
from dipdesk.papers.style import MILLIMETRE
from dipdesk.store.office_file import OfficeFile
from tests.papers import word
from tests.papers.samples import made

CARDS = ("badges", "invitation_cards", "address_labels", "envelopes", "signs", "guest_book_page")


def rows(document: docx.document.Document) -> list[tuple[int, int]]:
    """Height in twips of every row of the outer tables, and how many cells it has."""
    tables = document.element.body.findall(qn("w:tbl"))
    return [
        (int(row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}").get(qn("w:val"))), len(row.findall(qn("w:tc"))))
        for table in tables
        for row in table.findall(qn("w:tr"))
    ]


def card(name: str) -> Figure:
    return Figure(90, 50, (Boxed(5, 10, 80, 20, name, 14.0, bold=True),))


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("languages", [("tr",), ("en",), ("tr", "en")])
def test_every_word_of_the_cards_can_be_edited(
    read_office: OfficeFile, name: str, languages: tuple[str, ...]
) -> None:
    entity = "ceremony" if name == "invitation_cards" else "visit"
    document = made(read_office, name, entity, languages)
    leaves = next(one for one in document.blocks if isinstance(one, Leaves))
    wanted = [in_line(one.text) for card in leaves.cards for one in card.shapes if isinstance(one, Boxed)]
    opened = docx.Document(BytesIO(word.written(document)))
    assert sorted(word.bare(" ".join(word.texts(opened)))) == sorted(word.bare(" ".join(wanted)))
    page = opened.sections[-1]
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.page_width.pt == pytest.approx(leaves.width, abs=0.1)
    assert page.page_height.pt == pytest.approx(leaves.height, abs=0.1)


def test_rows_are_as_high_as_the_cards_and_pages_hold_a_leaf() -> None:
    places = ((10.0, 20.0), (110.0, 20.0), (10.0, 80.0), (110.0, 80.0))
    block = Leaves(
        tuple(card(f"N{number}") for number in range(6)), width=300, height=200, places=places, start=1
    )
    opened = word.of(block)
    assert rows(opened) == [(1000, 3), (200, 1), (1000, 3)] * 2
    breaks = opened.element.body.findall(f".//{qn('w:pageBreakBefore')}")
    assert len(breaks) == 2
    assert word.texts(opened).count("N0") == 1


def test_a_card_that_fills_its_page_leaves_room_for_the_end_of_the_document() -> None:
    [(height, _cells)] = rows(word.of(Leaves((card("A"),), width=90, height=50)))
    assert 900 < height < 1000


def test_what_stands_before_cards_keeps_its_own_pages() -> None:
    opened = word.of(Paragraph("Before"), Leaves((card("A"),), width=90, height=50))
    sizes = [round((one.page_width or 0) / 12700) for one in opened.sections]
    assert sizes == [round(210 * MILLIMETRE), 90]


def test_place_cards_have_the_front_as_text_and_the_back_as_a_picture(read_office: OfficeFile) -> None:
    opened = word.opened(made(read_office, "place_cards", "ceremony", ("tr",)))
    assert sum("MUSTERFRAU" in one for one in word.texts(opened)) == 1
    assert all(height == pytest.approx(rows(opened)[0][0]) for height, _cells in rows(opened))


def test_every_shape_finds_its_place_in_a_cell() -> None:
    shapes = (
        Boxed(0, 0, 30, 10, Pair("Bir", "One"), align=Align.LEFT),
        Rect(40, 0, 10, 10),
        Circle(70, 5, 5),
        Polygon(((60.0, 20.0), (70.0, 30.0), (50.0, 30.0))),
        Line(0, 40, 90, 40, dashed=True),
        Line(85, 12, 85, 30),
        Grid(0, 15, 20, ("101", "010", "101")),
        Label(45, 48, "Aşağıda", align=Align.CENTRE),
        Label(45, 20, "Baş aşağı", align=Align.CENTRE, turned=True),
        Boxed(0, 60, 10, 10, ""),
    )
    opened = word.of(Cuts((Figure(90, 70, shapes),)))
    assert {"Bir", "One", "Aşağıda"} <= set(word.texts(opened))
    assert len(opened.element.body.findall(f".//{qn('w:drawing')}")) == 6
    for one in shapes:
        here, there = extent(one), extent(moved(one, 3, 4))
        assert (here is None) == (there is None)
        if here and there:
            assert (there.left - here.left, there.bottom - here.bottom) == pytest.approx((3, 4))


def test_no_cards_are_a_document_with_its_words_only() -> None:
    assert word.texts(word.of(Paragraph("Nobody"), Leaves((), width=90, height=50))) == ["Nobody"]


def test_two_thousand_letters_stay_in_their_cell() -> None:
    shape = Boxed(0, 0, 80, 20, "Ç" * 2000, 14.0)
    opened = word.of(Cuts((Figure(90, 50, (shape,)),)))
    sizes = {int(one.get(qn("w:val"))) for one in opened.element.body.iter(qn("w:sz"))}
    assert min(sizes) <= 4
