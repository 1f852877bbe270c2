"""Texts that try to be more than text: shown letter by letter, and nothing else happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from dipdesk.i18n import fold
from dipdesk.model import entities
from dipdesk.papers import making, pdf, pictures, text
from dipdesk.papers.blocks import Document, Paragraph
from dipdesk.store.office_file import OfficeFile
from tests.papers.hostile import (
    BLANK,
    HUGE,
    LITERAL,
    SHOWN,
    TURNS,
    everywhere,
    free_texts,
    hostile_texts,
    store_pictures,
    watched,
)
from tests.papers.offices import only_read
from tests.papers.reading import lone_headings, made, page_texts
from tests.papers.samples import CASES, PAPERS
from tests.papers.samples import made as made_of

OWN = ("site-packages/docx/", "third_party/fonts/")
"""What writers may open: their own templates and fonts."""
UNSHOWN = "■\x00\x08\x1f\u202e\u2066"


STRIDE = 5
"""Turns that follow each other begin so many texts apart, as several stand together; no divisor of all."""
KNOWN = 30
"""By its first so many letters a text is known: some fields take few."""


@pytest.fixture(scope="module")
def hostile(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with bad pictures; what writers load once is loaded."""
    folder = tmp_path_factory.mktemp("hostile")
    assert pictures.readable(b"") is None
    first = everywhere("önce yazı tipleri açılsın ✓ محمد 王毅")
    for kind in ("pdf", "docx", "txt"):
        making.write_document(first, kind, folder / f"warm.{kind}")
    with only_read(sample_path, folder / "hostile.dipdesk", store_pictures) as office:
        yield office


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_every_paper_takes_every_hostile_text(
    hostile: OfficeFile, case: tuple[str, str], tmp_path: Path
) -> None:
    missed = set(LITERAL)
    for turn in range(TURNS):
        with hostile.read() as session, hostile_texts(session, turn * STRIDE % TURNS):
            document = made_of(hostile, *case, ("tr", "en"))
        said = fold(text.write(document))
        still = {words for words in missed if fold(words[:KNOWN]) not in said}
        if turn == 0 or still < missed:
            check_written(document, PAPERS[case[0]].formats if turn == 0 else ("pdf",), tmp_path)
        missed = still
        if not missed:
            break
    assert not missed


def check_written(document: Document, formats: tuple[str, ...], folder: Path) -> None:
    """Write a paper: nothing else is done, and its pages show what can be shown."""
    with watched() as seen:
        for kind in formats:
            making.write_document(document, kind, folder / f"paper.{kind}")
    opened = [one for one in seen if not one.startswith("os.") and not any(own in one for own in OWN)]
    assert [one for one in opened if str(folder) not in one] == []
    content = (folder / "paper.pdf").read_bytes()
    shown = "".join(page_texts(content))
    assert not any(sign in shown for sign in UNSHOWN)
    assert lone_headings(content) == []


def _blank_in_turns(session: Session) -> None:
    """In every pair of texts the Turkish one, the English one or both are blank."""
    for kind in entities():
        names = [name for name, _most in free_texts(kind) if name.endswith(("_tr", "_en"))]
        for number, record in enumerate(session.query(kind).order_by(kind.id) if names else ()):
            for name in names:
                if number % 3 == 2 or name.endswith(("_tr", "_en")[number % 3]):
                    setattr(record, name, BLANK[number % len(BLANK)])


@pytest.fixture(scope="module")
def blanked(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with blanks instead of texts in one language or both."""
    target = tmp_path_factory.mktemp("blanked") / "blanked.dipdesk"
    with only_read(sample_path, target, _blank_in_turns) as office:
        yield office


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_blanks_in_one_language_only_do_not_part_a_paper(blanked: OfficeFile, case: tuple[str, str]) -> None:
    assert made_of(blanked, *case, ("tr", "en")).languages == ("tr", "en")


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


def test_a_long_note_is_printed_to_its_end() -> None:
    note = "Toplantı notu. " * 2_000 + "Son."
    shown = "".join(page_texts(made(Document("x", (Paragraph("Ş" * 5_000), Paragraph(note))))[0]))
    assert (shown.count("Ş"), shown.count("Toplantı"), shown.count("Son.")) == (5_000, 2_000, 1)


def test_what_cannot_be_printed_is_named_with_its_record() -> None:
    paper = Document("x", (Paragraph("Ayşe 👩", record="person/7"), Paragraph("王毅")))
    assert pdf.missing_glyphs(paper) == [pdf.Missing("👩", "Ayşe 👩", "person/7")]
