"""The running text of letters: sides, the short first line, pages; feet of their own; languages apart."""

from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest

from dipdesk.papers import docx, text
from dipdesk.papers.bilingual import follow
from dipdesk.papers.blocks import Document, PageBreak, Prose, Side
from dipdesk.papers.pdf.lines import lay
from dipdesk.papers.style import COLUMN, INDENT, LETTER, MARGIN, PAGE_WIDTH
from dipdesk.progress import Progress
from tests.papers.reading import made, page_texts

WORDS = "Belediyemiz ile kardeş şehrimiz arasındaki ilişki her yıl yeni bir adımla güçleniyor. " * 9


def lines_of(content: bytes, page: int = 0) -> list[tuple[float, float]]:
    """Left and right edge of each line of a page above its foot, from top to bottom."""
    edges: dict[int, list[float]] = {}
    with pypdfium2.PdfDocument(content) as file:
        read = file[page].get_textpage()
        for at in range(read.count_chars()):
            left, bottom, right, top = read.get_charbox(at, loose=True)
            if read.get_text_range(at, 1).strip() and bottom > MARGIN - 4:
                edges.setdefault(round(top), []).extend((left, right))
    return [(min(found), max(found)) for _top, found in sorted(edges.items(), reverse=True)]


def test_full_lines_reach_from_edge_to_edge_but_for_the_last() -> None:
    content, _report = made(Document("x", (Prose(WORDS, Side.FULL, indented=True),)))
    lines = lines_of(content)
    assert lines[0][0] == pytest.approx(MARGIN + INDENT, abs=1.5)
    for left, right in lines[1:-1]:
        assert left == pytest.approx(MARGIN, abs=1.5)
        assert right == pytest.approx(PAGE_WIDTH - MARGIN, abs=1.5)
    assert lines[-1][1] < PAGE_WIDTH - MARGIN - 10
    assert WORDS.strip() in " ".join(page_texts(content)[0].split())


@pytest.mark.parametrize("side", [Side.LEFT, Side.CENTRE, Side.RIGHT])
def test_a_line_stands_at_its_side(side: Side) -> None:
    content, _report = made(Document("x", (Prose("BAŞKAN", side, strong=True),)))
    left, right = lines_of(content)[0]
    middle = {Side.LEFT: MARGIN + (right - left) / 2, Side.CENTRE: PAGE_WIDTH / 2}
    wanted = middle.get(side, PAGE_WIDTH - MARGIN - (right - left) / 2)
    assert (left + right) / 2 == pytest.approx(wanted, abs=2)


def test_an_indent_counts_when_lines_are_broken() -> None:
    for words in (WORDS, "x" * 400, "a " + "y" * 400, "kısa"):
        found = lay(words, LETTER, COLUMN, INDENT)
        assert all(line.width <= COLUMN + 0.01 for line in found.lines)
        said = "".join(stretch for line in found.lines for _font, stretch in line.runs)
        assert said.replace(" ", "") == words.replace(" ", "")


def test_a_long_text_goes_over_pages_without_a_second_indent() -> None:
    content, report = made(Document("x", (Prose(WORDS * 20, Side.FULL, indented=True),)))
    assert report.pages > 2
    said = " ".join(" ".join(page_texts(content)).split())
    assert said.count("güçleniyor") == 180
    assert lines_of(content, 1)[0][0] == pytest.approx(MARGIN, abs=1.5)
    assert lines_of(content)[-1][1] == pytest.approx(PAGE_WIDTH - MARGIN, abs=1.5)


def document_xml(paper: Document, part: str = "document") -> str:
    """A part of a paper as a Word document."""
    target = BytesIO()
    docx.write(paper, target, Progress())
    with ZipFile(target) as file:
        return file.read(f"word/{part}.xml").decode()


def test_word_gets_the_same_sides_indents_and_languages() -> None:
    blocks = (
        Prose(WORDS, Side.FULL, indented=True, above=3, below=6, language="en"),
        Prose("BAŞKAN", Side.CENTRE, strong=True),
        Prose("10.05.2027", Side.RIGHT),
    )
    said = document_xml(Document("x", blocks, ("tr", "en")))
    for side in ("both", "center", "right"):
        assert f'jc w:val="{side}"' in said
    assert 'w:firstLine="' in said
    assert 'lang w:val="en-GB"' in said
    assert 'w:before="60"' in said
    assert 'w:after="120"' in said


@pytest.mark.parametrize("words", ["محمد " * 60, "漢" * 300, "", " ", "👩‍⚕️", "Ş" * 3000])
def test_any_script_can_be_set(words: str) -> None:
    for side in Side:
        content, report = made(Document("x", (Prose(words, side, indented=True),)))
        assert len(page_texts(content)) == report.pages


def test_a_foot_of_its_own_stands_in_place_of_title_and_time() -> None:
    foot = "Cumhuriyet Meydanı No. 1\n+90 000 000 00 00 · ornek@ornek.example"
    paper = Document("BAŞLIK", (Prose("Metin"),), foot=foot, version="3", made_at="dün")
    said = page_texts(made(paper)[0])[0]
    for wanted in ("Cumhuriyet Meydanı No. 1", "ornek@ornek.example", "3"):
        assert wanted in said
    assert "BAŞLIK" not in said
    assert "dün" not in said
    assert text.write(paper).endswith(f"{foot}\n")
    assert "Cumhuriyet Meydanı No. 1" in document_xml(paper, "footer1")


def test_papers_laid_out_by_their_language_follow_each_other() -> None:
    one = Document("Yazı", (Prose("Metin"),), ("tr",))
    two = Document("Letter", (Prose("Text"), Prose("More")), ("en",))
    both = follow(one, two)
    assert both.blocks == (Prose("Metin"), PageBreak(), Prose("Text"), Prose("More"))
    assert both.languages == ("tr", "en")
    assert both.title == "Yazı"
