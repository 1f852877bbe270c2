"""The PDF writer: what is on the pages, in the outline and in the report."""

import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from dipdesk.errors import Known
from dipdesk.papers import pdf
from dipdesk.papers.bilingual import merge
from dipdesk.papers.blocks import (
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
    Figure,
    Heading,
    KeepTogether,
    Label,
    Leaves,
    Moment,
    PageBreak,
    Paragraph,
    Row,
    Status,
    Table,
    Timeline,
    every,
    in_line,
)
from dipdesk.progress import Cancelled, Progress
from tests.papers.demo import document
from tests.papers.reading import made, page_texts, pages_of, text_of

SCRIPTS = (
    "İ ı Ş ş Ğ ğ ₺ – “Iğdır”",
    "Тирасполь",
    "Αθήνα",
    "თბილისი",
    "Երևան",
    "北京市",
    "東京都",
    "서울특별시",
    "Nguyễn Ưu",
)


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_reads_back_as_it_was_written(text: str) -> None:
    assert unicodedata.normalize("NFKC", text) in text_of(Paragraph(text))


@pytest.mark.parametrize("text", ["محمد بن سلمان", "טרבלוס", "پارسی چگونه گژ"])
def test_right_to_left_names_read_back(text: str) -> None:
    shown = text_of(Paragraph(text)).split("Page")[0]
    assert sorted(text.replace(" ", "")) == sorted(shown.split("Kâğıt")[0].replace(" ", ""))


def test_the_made_up_visit_is_whole() -> None:
    content, report = made(document())
    texts = page_texts(content)
    assert report.pages == len(texts) == 6
    assert report.unreadable == ()
    assert pdf.missing_glyphs(document()) == []
    assert not any(sign in "".join(texts) for sign in "■\ufffd")
    assert "Hizmete özel" in texts[0]
    for number, text in enumerate(texts[1:], start=2):
        assert f"{number} of 6" in text or f"{number} / 6" in text


def test_outline_contents_and_description() -> None:
    content, report = made(document())
    with pypdfium2.PdfDocument(content) as file:
        outline = [(one.get_title(), one.level, one.get_dest().get_index()) for one in file.get_toc()]
        described = file.get_metadata_dict()
    assert outline == [(one.title, one.level - 1, one.page - 1) for one in report.outline]
    assert ("Tam liste", 1, 3) in outline
    assert described["Title"] == "Schwäbisch Hall heyetinin ziyareti"
    assert described["Author"] == "Dış İlişkiler Müdürlüğü"
    assert described["Subject"] == "Protokol brifingi"
    assert b"/Lang (tr)" in content
    contents = page_texts(content)[1]
    headings = [block for block in every(document().blocks) if isinstance(block, Heading)]
    assert len(headings) == len(report.outline)
    for heading in headings:
        assert (in_line(heading.text) in contents) == (heading.level <= 2)


def test_every_font_is_embedded() -> None:
    content, _ = made(document())
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") >= 8


def test_the_same_document_gives_the_same_file() -> None:
    assert made(document("en"))[0] == made(document("en"))[0]


def test_an_empty_document_is_one_page() -> None:
    content, report = made(Document("", ()))
    assert report.pages == 1
    assert len(page_texts(content)) == 1


def test_empty_blocks_print_nothing_and_raise_nothing() -> None:
    empty = (
        Heading(""),
        Paragraph(""),
        Bullets(()),
        Cards(()),
        Timeline(()),
        Columns(()),
        KeepTogether(()),
        PageBreak(),
        PageBreak(),
        KeepTogether((PageBreak(),)),
        Contents(""),
        Table((Column("Ad"),), ()),
        Table((), ()),
    )
    assert len(pages_of(*empty)) == 2


def test_no_page_ends_with_a_heading() -> None:
    for filling in range(40, 60):
        blocks = [Paragraph(f"{number}.") for number in range(filling)]
        heads = (Heading("Büyük"), Heading("Küçük", 2), Paragraph("Metin"))
        first, *others = pages_of(*blocks[:33], *heads, *blocks[33:])
        assert ("Küçük" in first) == ("Metin" in first)
        assert ("Büyük" in first) == ("Küçük" in first)
        assert others or "Metin" in first


def test_kept_blocks_stand_together() -> None:
    filling = [Paragraph(f"{number}.") for number in range(31)]
    kept = KeepTogether(tuple(Paragraph(f"Satır {number}") for number in range(6)))
    first, second = pages_of(*filling, kept)
    assert "Satır" not in first
    assert all(f"Satır {number}" in second for number in range(6))


def test_kept_blocks_longer_than_a_page_go_on() -> None:
    kept = KeepTogether(tuple(Paragraph(f"Satır {number}") for number in range(100)))
    assert all(f"Satır {number}" in text_of(kept) for number in range(100))


def test_a_long_table_repeats_its_head_and_loses_no_row() -> None:
    rows = tuple(Row((f"Delege {number}", "Balıkesir")) for number in range(5000))
    pages = pages_of(Table((Column("Ad soyad"), Column("Şehir")), rows))
    assert all("Ad soyad" in page for page in pages)
    found = [line for page in pages for line in page.split() if line.isdigit()]
    assert [number for number in range(5000) if str(number) not in found] == []
    assert 100 < len(pages) < 160


def test_the_last_row_of_a_table_does_not_stand_alone() -> None:
    for filling in range(20, 34):
        before = [Paragraph(f"{number}.") for number in range(filling)]
        rows = tuple(Row((f"Delege{number}",)) for number in range(8))
        last = pages_of(*before, Table((Column("Ad"),), rows))[-1]
        assert ("Delege7" in last) == ("Delege6" in last)


@pytest.mark.parametrize(("rest", "expected"), [(3, 2), (30, 3)])
def test_a_small_rest_has_no_page_of_its_own_before_a_gentle_break(rest: int, expected: int) -> None:
    before = [Paragraph(f"{number}.") for number in range(33 + rest)]
    pages = pages_of(*before, PageBreak(gentle=True), Heading("Heyetler"), Paragraph("Kişiler"))
    assert len(pages) == expected
    assert "Heyetler" in pages[-1]
    assert "Kişiler" in pages[-1]


def test_the_last_page_is_never_scant() -> None:
    for count in (36, 37, 38):
        pages = pages_of(*(Paragraph(f"Satır {number}.") for number in range(count)))
        assert len(pages) == 2
        assert pages[1].count("Satır") >= 4
        assert all(f"Satır {number}." in "".join(pages) for number in range(count))


def test_a_note_of_many_pages_in_a_cell_is_printed_whole() -> None:
    note = " ".join(f"not{number}" for number in range(12_000))
    shown = text_of(Table((Column("Ad"), Column("Not", 3)), (Row(("Ayşe", note)), Row(("Can", "son")))))
    found = set(shown.split())
    assert all(f"not{number}" in found for number in range(12_000))
    assert "son" in found


def test_long_items_split_over_pages() -> None:
    note = " ".join(f"not{number}" for number in range(1500))
    for block in (
        Timeline((Moment("09:00", note, note, note, note), Moment("10:00", "Sonra"))),
        Cards((Card(note, note, note, (Fact(note, note),)), Card("Sonra"))),
        Callout(Status.RED, note, note + " Sonra"),
        Columns(((Paragraph(note),), (Paragraph("Sonra"),))),
        Bullets((note, "Sonra")),
        Heading(note + " Sonra"),
        Cover(note, note, note, facts=(Fact("a", note + " Sonra"),)),
    ):
        shown = text_of(block)
        assert all(f"not{number}" in shown for number in (0, 700, 1499)), type(block).__name__
        assert "Sonra" in shown, type(block).__name__


def test_places_lead_back_to_records() -> None:
    _, report = made(document())
    records = {place.record: place.page for place in report.places}
    assert records["person/1"] == 4
    assert records["item/1"] == 5
    for place in report.places:
        assert 0 <= place.x < 596
        assert 0 <= place.top < 842
    assert report.block_pages[0] == 1
    assert list(report.block_pages) == sorted(report.block_pages)


def test_a_bilingual_paper_holds_both() -> None:
    content, report = made(merge(document("tr"), document("en")))
    text = " ".join(" ".join(page_texts(content)).split())
    assert "Havalimanında karşılama" in text
    assert "Welcome at the airport" in text
    assert "Görüşme notları · Talking points" in [entry.title for entry in report.outline]


def test_a_time_is_printed_as_it_reads_in_its_zone() -> None:
    paper = Document("x", (Paragraph("a"),), ("en",), made_at=datetime(2027, 5, 1, 21, 5, tzinfo=UTC))
    assert "1 May 2027 21:05" in page_texts(made(paper)[0])[0]


def test_a_cancelled_paper_leaves_no_file(tmp_path: Path) -> None:
    progress = Progress(lambda done, total: progress.cancel() if done > total / 2 else None)
    with pytest.raises(Cancelled):
        pdf.write(document(), tmp_path / "a.pdf", progress)
    assert list(tmp_path.iterdir()) == []


def test_progress_only_goes_forward() -> None:
    seen: list[float] = []
    pdf.write(document(), BytesIO(), Progress(lambda done, total: seen.append(done / total)))
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Known, match="There is no folder"):
        pdf.write(document(), tmp_path / "none" / "a.pdf", Progress())


def test_a_paper_replaces_the_older_one(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    pdf.write(Document("x", ()), target, Progress())
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("page", [1, 2, 4, 99])
def test_a_glimpse_is_one_page_as_it_will_be(page: int) -> None:
    whole = page_texts(made(document())[0])
    content, shown = pdf.glimpse(document(), page, Progress())
    assert shown == min(page, len(whole))
    assert page_texts(content) == [text if n == shown else "" for n, text in enumerate(whole, 1)]


def test_the_pages_of_a_glimpse_have_their_sizes() -> None:
    card = Figure(200, 100, (Label(10, 10, "Ayşe", room=90),))
    paper = Document("x", (Paragraph("a"), Leaves((card,), width=300, height=400), Paragraph("b")))
    with pypdfium2.PdfDocument(pdf.glimpse(paper, 1, Progress())[0]) as seen:
        sizes = [seen.get_page_size(number) for number in range(len(seen))]
    with pypdfium2.PdfDocument(made(paper)[0]) as whole:
        assert sizes == [whole.get_page_size(number) for number in range(len(whole))]
    assert len(set(sizes)) > 1
