"""Two languages on facing pages."""

from io import BytesIO

import pypdfium2
import pytest

from dipdesk.papers import bilingual, pdf, text
from dipdesk.papers.bilingual import DifferentPapers
from dipdesk.papers.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Facing,
    Heading,
    PageBreak,
    Pair,
    Paragraph,
)
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.pdf.headings import headings
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import brief


def paper(language: str, long: int = 1, blocks: tuple[Block, ...] = ()) -> Document:
    words = tuple(Paragraph(f"{language} {number} " * 40) for number in range(long))
    body = blocks or (
        Cover(f"Title {language}"),
        Contents(f"Contents {language}"),
        PageBreak(),
        Heading(f"One {language}"),
        *words,
        PageBreak(),
        Heading(f"Two {language}"),
        Paragraph("same"),
    )
    return Document(f"Title {language}", body, (language,))


def pages_of(document: Document) -> list[str]:
    file = BytesIO()
    pdf.write(document, file, Progress())
    with pypdfium2.PdfDocument(file.getvalue()) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


@pytest.mark.parametrize("long", [1, 30])
def test_the_first_language_is_on_even_pages(long: int) -> None:
    joined = bilingual.facing(paper("tr", long), paper("en", long))
    assert joined.languages == ("tr", "en")
    assert joined.title == Pair("Title tr", "Title en")
    said = pages_of(joined)
    for name in ("One", "Two"):
        left = next(number for number, words in enumerate(said, 1) if words.startswith(f"{name} tr"))
        assert left % 2 == 0
        assert said[left].startswith(f"{name} en")
    for number, words in enumerate(said[3:], 4):
        assert f"{'en' if number % 2 == 0 else 'tr'} 0 " not in words


def test_what_is_shared_stands_once() -> None:
    joined = bilingual.facing(paper("tr"), paper("en"))
    kinds = [type(one) for one in joined.blocks]
    assert kinds == [Cover, Contents, PageBreak, Facing, PageBreak, Facing]
    assert [str(one.text) for one in headings(joined)] == ["One tr", "One en", "Two tr", "Two en"]
    said = text.write(joined)
    assert said.index("One tr") < said.index("One en") < said.index("Two tr")


def test_different_papers_are_a_mistake() -> None:
    with pytest.raises(DifferentPapers):
        bilingual.facing(paper("tr"), paper("en", 2))


def test_a_brief_on_facing_pages_says_all_in_both_languages(read_office: OfficeFile) -> None:
    options = BriefOptions(facing=True, contents=True)
    document = brief(read_office, ("tr", "en"), options=options)
    said = text.write(document)
    for code in ("tr", "en"):
        alone = text.write(brief(read_office, (code,), options=options))
        lines = [line for line in alone.splitlines()[12:] if len(line) > 20 and "·" not in line]
        assert len(lines) > 200
        assert [line for line in lines if line not in said] == []
    entries = pdf.write(document, BytesIO(), Progress()).outline
    places = {entry.title: entry.page for entry in entries if entry.level == 1}
    assert places["Summary"] == places["Özet"] + 1
    assert places["Özet"] % 2 == 0


def test_one_language_has_no_facing_pages(read_office: OfficeFile) -> None:
    assert brief(read_office, options=BriefOptions(facing=True)) == brief(read_office)
