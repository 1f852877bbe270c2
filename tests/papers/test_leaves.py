"""Texts that fill rectangles, cards on leaves of labels, and booklets: nothing is cut, nothing is lost."""

from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipdesk.papers import docx, pdf, text
from dipdesk.papers.blocks import (
    Booklet,
    Boxed,
    Document,
    Figure,
    Grid,
    Heading,
    KeepTogether,
    Label,
    Leaves,
    PageBreak,
    Pair,
    Paragraph,
)
from dipdesk.papers.parts import parts
from dipdesk.papers.pdf.fitting import lines
from dipdesk.papers.style import PAGE_HEIGHT, PAGE_WIDTH
from dipdesk.progress import Progress

ORDINARY = "Prof. Dr. İpek Işıl ŞABLONOĞLU"
TEXTS = (
    ORDINARY,
    "Ş" * 300,
    "Çok uzun bir unvan; " * 60,
    "محمد بن سلمان " * 10,
    "王毅 北京市人民政府 " * 20,
    "דוד כהן",
    "a\nb\nc\nd\ne",
    "a" + "\u0301" * 500,
)


def pages(document: Document) -> list[tuple[tuple[int, int], str]]:
    """The size and the words of each page."""
    file = BytesIO()
    pdf.write(document, file, Progress(), invariant=True)
    with pypdfium2.PdfDocument(file.getvalue()) as written:
        return [
            (
                (round(page.get_width()), round(page.get_height())),
                " ".join(page.get_textpage().get_text_range().split()),
            )
            for page in written
        ]


@pytest.mark.parametrize("size", [(230.0, 40.0), (60.0, 12.0), (300.0, 300.0)])
@pytest.mark.parametrize("words", TEXTS, ids=range(len(TEXTS)))
def test_a_text_fills_its_rectangle_and_never_leaves_it(words: str, size: tuple[float, float]) -> None:
    width, height = size
    found = list(lines(Boxed(5, 5, width, height, Pair(words, words), 40.0), 1.0))
    assert found
    for line, style, right, down in found:
        assert -0.1 <= right <= right + line.width <= width + 0.1
        assert style.size <= 40
        assert 0 <= down <= height


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=80), st.floats(20, 300), st.floats(8, 100))
def test_whatever_is_typed_stays_inside(words: str, width: float, height: float) -> None:
    found = list(lines(Boxed(0, 0, width, height, words, 20.0), 1.0))
    assert sum(style.leading for _line, style, _right, _down in found) <= height + 0.1
    assert all(line.width <= width + 0.1 for line, *_rest in found)


def test_a_short_text_keeps_its_size_and_a_longer_one_one_line() -> None:
    [(_line, style, _right, _down)] = lines(Boxed(0, 0, 300, 40, "Örnek", 20.0), 1.0)
    assert style.size == 20
    shrunk = list(lines(Boxed(0, 0, 250, 40, ORDINARY, 18.0), 1.0))
    assert len(shrunk) == 1
    assert shrunk[0][1].size < 18


def test_words_are_wrapped_before_they_are_broken() -> None:
    found = list(lines(Boxed(0, 0, 60, 60, "Belediye Başkan Yardımcısı", 20.0), 1.0))
    assert ["".join(stretch for _font, stretch in line.runs) for line, *_rest in found] == [
        "Belediye",
        "Başkan",
        "Yardımcısı",
    ]


def card(number: int) -> Figure:
    return Figure(100, 50, (Boxed(0, 0, 100, 50, f"N{number}"),), record=f"person/{number}")


def test_cards_begin_where_the_sheet_was_left_off() -> None:
    places = ((0.0, 0.0), (100.0, 0.0), (0.0, 50.0))
    block = Leaves(tuple(card(n) for n in range(5)), 2, width=300, height=200, places=places, start=2)
    assert [[(x, y) for x, y, _card in leaf] for leaf in block.leaves()] == [
        [(0, 50)],
        list(places),
        [(0, 0)],
    ]
    assert pages(Document("x", (block,))) == [
        ((300, 200), "N0"),
        ((300, 200), "N1 N2 N3"),
        ((300, 200), "N4"),
    ]
    report = pdf.write(Document("x", (block,)), BytesIO(), Progress())
    assert [(one.page, round(one.x), round(one.top)) for one in report.places][:2] == [(1, 0, 50), (2, 0, 0)]
    assert [one.record for one in parts(Document("x", (block,)))] == [f"person/{n}" for n in range(5)]


def test_leaves_stand_between_other_pages() -> None:
    block = Leaves((card(1),), width=300, height=200, cut=True)
    sizes = [size for size, _words in pages(Document("x", (Paragraph("a"), block, Paragraph("b"))))]
    assert sizes == [(595, 842), (300, 200), (595, 842)]


def test_no_card_makes_no_leaf() -> None:
    assert list(Leaves((), width=300, height=200).leaves()) == []


def booklet(count: int) -> Booklet:
    blocks = [part for n in range(count) for part in (PageBreak(), Heading(f"P{n}"), Paragraph("text"))][1:]
    return Booklet(tuple(blocks))


def test_a_booklet_is_laid_out_to_be_folded() -> None:
    found = pages(Document("x", (booklet(4),)))
    assert [size for size, _words in found] == [(round(PAGE_HEIGHT), round(PAGE_WIDTH))] * 2
    assert [[word for word in words.split() if word[0] == "P"] for _size, words in found] == [
        ["P3", "P0"],
        ["P1", "P2"],
    ]


def test_empty_pages_stand_before_the_last() -> None:
    found = pages(Document("x", (booklet(3),)))
    assert [[word for word in words.split() if word[0] == "P"] for _size, words in found] == [
        ["P2", "P0"],
        ["P1"],
    ]
    assert len(pages(Document("x", (booklet(9),)))) == 6
    assert len(pages(Document("x", (booklet(1),)))) == 2


def test_a_booklet_without_a_page_has_no_sheets() -> None:
    assert [size for size, _words in pages(Document("x", (Booklet(()),)))] == [(595, 842)]


def test_long_texts_run_on_over_the_pages_of_a_booklet() -> None:
    words = " ".join(f"w{n}" for n in range(4000))
    found = pages(Document("x", (Booklet((KeepTogether((Heading("Long"), Paragraph(words))),)),)))
    told = " ".join(text for _size, text in found).split()
    assert {f"w{n}" for n in range(4000)} <= set(told)


def test_all_writers_know_them() -> None:
    shapes = (Boxed(0, 0, 90, 20, Pair("bir", "one")), Grid(0, 20, 30, ("101", "010")), Label(0, 60, "x"))
    block = Leaves((Figure(100, 70, shapes),), width=300, height=200)
    document = Document("x", (block, booklet(2)))
    assert "- bir · one" in text.write(document)
    file = BytesIO()
    docx.write(document, file, Progress())
    assert file.getvalue()
