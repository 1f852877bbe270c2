"""The same paper in two languages becomes one."""

import pytest

from dipdesk.papers.bilingual import DifferentPapers, merge
from dipdesk.papers.blocks import Bullets, Document, Heading, Pair, Paragraph, Tone
from tests.papers.demo import document


def paper(*blocks: Heading | Paragraph | Bullets, language: str = "tr") -> Document:
    return Document("x", blocks, (language,))


def test_equal_words_stand_once_and_others_twice() -> None:
    merged = merge(
        paper(Heading("Program"), Paragraph("Ankara")),
        paper(Heading("Programme"), Paragraph("Ankara"), language="en"),
    )
    assert merged == Document("x", (Heading(Pair("Program", "Programme")), Paragraph("Ankara")), ("tr", "en"))


def test_a_paper_merged_with_itself_is_itself() -> None:
    assert merge(document(), document()).blocks == document().blocks


@pytest.mark.parametrize(
    "other",
    [
        paper(),
        paper(Paragraph("a")),
        paper(Heading("a", 2)),
        paper(Heading("a", record="person/2")),
        paper(Heading("a"), Paragraph("b")),
    ],
)
def test_papers_that_differ_in_more_than_words_are_a_mistake(other: Document) -> None:
    with pytest.raises(DifferentPapers, match="document"):
        merge(paper(Heading("a", record="person/1")), other)


def test_the_place_of_the_difference_is_named() -> None:
    with pytest.raises(DifferentPapers, match=r"document\.blocks\[1\]\.tone"):
        merge(
            paper(Heading("a"), Paragraph("b")),
            paper(Heading("a"), Paragraph("b", Tone.MUTED)),
        )
