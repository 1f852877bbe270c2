"""Texts that try to be more than text: shown letter by letter, and nothing else happens."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from dipdesk.papers import pdf, text
from dipdesk.papers.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Column,
    Columns,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Label,
    Moment,
    Paragraph,
    Party,
    Row,
    Status,
    Table,
    Timeline,
)
from tests.papers.reading import made, page_texts

CODE = (
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('calc') for Word in "
    "[orgTypeFun('Word',(str,),{})]]]]\">x</font>"
)
LITERAL = (
    "<b>Ayşe</b> Yılmaz",
    "<b>Ayşe",
    "Smith & Oğulları; AT&T &copy; &#0;",
    "Ayşe </para><para> x",
    "&#x110000;",
    r'<img src="C:\Windows\win.ini" width="9999" height="9999"/>',
    '<img src="/etc/hostname" width="10" height="10"/>',
    r'<img src="\\10.0.0.5\paylas\x.png">',
    '<img src="http://127.0.0.1:9/x.png"/>',
    CODE,
    "Mehmet<table>gizli",
    '<a href="javascript:alert(1)">tıkla</a>',
    "=cmd|'/c calc'!A1",
    "'; DROP TABLE contact;--",
    "{title} %s %(x)d \\n $HOME `ls`",
)
SHOWN = {
    "Ad\u202efdp.exe": "Ad[U+202E]fdp.exe",
    "a\u200bb": "a[U+200B]b",
    "Ayşe\r\nATTENDEE:mailto:x@y": "Ayşe ATTENDEE:mailto:x@y",
    "A\x00B\x08\x1f\ud800C": "ABC",
    "王毅 Nguyễn": "王毅 Nguyễn",
    "Аyşe": "Аyşe",
}
HUGE = (
    "a" + "\u0301" * 5000,
    "Ş" * 5_000,
    "Toplantı notu. " * 1_000,
    "محمد " * 800,
    "漢" * 3_000,
    " ",
    "\u00a0",
    "\n" * 50,
    "👩‍⚕️",
)


def everywhere(words: str) -> Document:
    """A paper that has ``words`` in every place that takes a text."""
    fact = Fact(words, words)
    blocks: tuple[Block, ...] = (
        Cover(words, words, words, words, (Party(words, words, words),), (fact,)),
        Contents(words),
        Heading(words),
        Paragraph(words),
        Bullets((words,)),
        Facts((fact,)),
        Table((Column(words), Column("b", align=Align.RIGHT)), (Row((words, words)),)),
        Cards((Card(words, words, words, (fact,), number=words),)),
        Timeline((Moment(words, words, words, words, words),)),
        Callout(Status.RED, words, words),
        Figure(100, 100, (Label(10, 10, words, room=90),), words),
        Columns(((Paragraph(words),), (Paragraph(words),))),
    )
    return Document(words, blocks, subject=words, author=words, classification=words, version=words)


@contextmanager
def watched() -> Iterator[list[str]]:
    """The files opened, sockets and processes made inside the block; the hook itself stays, asleep."""
    seen: list[str] = []
    awake = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if awake[0] and event.split(".")[0] in ("open", "socket", "subprocess", "os", "urllib"):
            seen.append(f"{event} {arguments[:1]}")

    sys.addaudithook(hook)
    yield seen
    awake[0] = False


def test_nothing_is_opened_whatever_a_text_says() -> None:
    made(everywhere("önce yazı tipleri açılsın ✓ محمد 王毅"))
    with watched() as seen:
        for words in LITERAL:
            made(everywhere(words))
    assert seen == []


@pytest.mark.parametrize("words", LITERAL)
def test_a_text_is_shown_as_it_was_typed(words: str) -> None:
    paper = everywhere(words)
    shown = "".join("".join(page_texts(made(paper)[0])).split())
    assert shown.count("".join(words.split())) >= 20
    assert words in text.write(paper)


@pytest.mark.parametrize("words", SHOWN)
def test_what_deceives_is_shown_and_what_cannot_be_seen_is_left_out(words: str) -> None:
    shown = " ".join(" ".join(page_texts(made(Document("x", (Paragraph(words),)))[0])).split())
    assert SHOWN[words] in shown
    assert "■" not in shown


@pytest.mark.parametrize("words", HUGE, ids=range(len(HUGE)))
def test_no_text_is_too_much_in_any_place(words: str) -> None:
    content, report = made(everywhere(words))
    assert len(page_texts(content)) == report.pages
    assert text.write(everywhere(words))


def test_a_long_note_takes_seconds_at_most() -> None:
    start = time.process_time()
    made(Document("x", (Paragraph("Ş" * 20_000), Paragraph("Toplantı notu. " * 20_000))))
    assert time.process_time() - start < 5


def test_what_cannot_be_printed_is_named_with_its_record() -> None:
    paper = Document("x", (Paragraph("Ayşe 👩", record="person/7"), Paragraph("王毅")))
    assert pdf.missing_glyphs(paper) == [pdf.Missing("👩", "Ayşe 👩", "person/7")]
