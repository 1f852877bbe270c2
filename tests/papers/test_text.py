"""Papers as plain text, against golden texts."""

from pathlib import Path

from dipdesk.papers import text
from dipdesk.papers.blocks import (
    Bullets,
    Callout,
    Columns,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Label,
    Pair,
    Paragraph,
    Photo,
    Picture,
    Status,
)
from tests.papers.demo import document

GOLDEN = Path(__file__).with_name("golden")


def test_the_made_up_visit_reads_as_ever() -> None:
    assert text.write(document("en")) == (GOLDEN / "everything-en.txt").read_text(encoding="utf-8")


def test_two_languages_stand_beside_or_under_each_other() -> None:
    paper = Document(
        Pair("Ziyaret", "Visit"),
        (
            Heading(Pair("Program", "Programme"), 2),
            Paragraph(Pair("Hoş geldiniz.", "Welcome.")),
            Facts((Fact(Pair("Şehir", "City"), "Ankara"),)),
            Callout(Status.RED, Pair("Eksik", "Missing"), Pair("Konuşma", "Speech")),
            Bullets((Pair("bir", "one"), "", "iki"), numbered=True),
        ),
        ("en", "tr"),
        version="2",
    )
    assert text.write(paper) == (
        "Ziyaret · Visit\n\nVersion 2\n\nProgram · Programme\n-------------------\n\n"
        "Hoş geldiniz.\nWelcome.\n\nŞehir · City: Ankara\n\nEksik · Missing: Konuşma · Speech\n\n"
        "1. bir · one\n2. iki\n"
    )


def test_pictures_and_drawings_say_what_they_show() -> None:
    drawing = Figure(9, 9, (Label(0, 0, "Ayşe"), Label(0, 0, "")), "Oturma düzeni")
    paper = Document("", (Columns(((Photo(Picture(b"", "Meydan")),), (drawing,))),))
    assert text.write(paper) == "Meydan\n\nOturma düzeni\n- Ayşe\n"
