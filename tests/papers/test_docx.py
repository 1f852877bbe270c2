"""Papers as Word documents: read back, compared with the text writer, and opened by LibreOffice."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx.oxml.ns import qn

from dipdesk.errors import Known
from dipdesk.papers import docx as word
from dipdesk.papers import text
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
    KeepTogether,
    Label,
    Moment,
    PageBreak,
    Pair,
    Paragraph,
    Photo,
    Picture,
    Rect,
    Row,
    Status,
    Table,
    Timeline,
)
from dipdesk.progress import Cancelled, Progress
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import NOTHING, brief
from tests.papers.demo import document, photo
from tests.papers.hostile import HUGE, LITERAL, SHOWN, everywhere, watched
from tests.papers.word import bare, of, opened, paragraphs, texts, words_of, written, xml

ARABIC = "تعد مدينة طرابلس من أقدم المدن على ساحل البحر الأبيض المتوسط، وقد وقعت اتفاقية عام 1997"


def test_headings_are_real_headings() -> None:
    paper = of(Heading("Program"), Heading("Gün", 2), Heading("Not", 3), Heading("", 1), Heading("Dip", 9))
    found = [(one.style.name, one.text) for one in paper.paragraphs if one.text]
    assert found == [
        ("Heading 1", "Program"),
        ("Heading 2", "Gün"),
        ("Heading 3", "Not"),
        ("Heading 3", "Dip"),
    ]
    for level in (1, 2, 3):
        wanted = paper.styles[f"Heading {level}"].element.pPr
        assert wanted.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
        assert wanted.find(qn("w:keepNext")) is not None


def test_the_page_is_a4_with_our_margins_and_font() -> None:
    paper = of(Paragraph("x"))
    section = paper.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(edge.mm) for edge in edges] == [22] * 4
    fonts = paper.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{side}")) for side in ("ascii", "hAnsi")} == {"Noto Sans"}
    assert fonts.get(qn("w:eastAsia"))
    assert fonts.get(qn("w:cs"))
    assert str(paper.styles["Heading 1"].font.color.rgb) == "0B7A75"


def undrawn(block: Block) -> Block:
    """The block without the words in its drawings, which are pictures in a Word document."""
    if isinstance(block, Figure):
        return replace(block, shapes=())
    if isinstance(block, KeepTogether):
        return replace(block, blocks=tuple(map(undrawn, block.blocks)))
    return block


def words_outside_drawings(paper: Document) -> str:
    """What a paper says, but for the words in its drawings."""
    return text.write(replace(paper, blocks=tuple(map(undrawn, paper.blocks))))


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_brief_reads_in_the_order_of_its_text(read_office: OfficeFile, language: str) -> None:
    paper = brief(read_office, (language,))
    plain = words_outside_drawings(paper).split("\n\n", 2)[2]
    word_texts = texts(opened(paper))
    marks = {
        "Hizmete özel",
        "For office use",
        *(line for line in word_texts if "09:30" in line and "2027" in line),
    }
    cover_end = next(number for number, line in enumerate(word_texts) if "2027 09:30" in line)
    body = [*(line for line in word_texts[:cover_end] if line not in marks), *word_texts[cover_end + 1 :]]
    assert bare("\n".join(body)) == bare(plain)


def test_the_brief_in_two_languages_says_all_words(read_office: OfficeFile) -> None:
    paper = brief(read_office, ("tr", "en"))
    said = bare("\n".join(texts(opened(paper))))
    assert set(bare(words_outside_drawings(paper))) <= set(said)


def test_a_table_repeats_its_head_and_keeps_short_rows_whole() -> None:
    long = "Toplantı notu. " * 400
    rows = (Row(("Ayşe", "1")), Row((long, "2")), Row(("Toplam", "3"), strong=True))
    table = of(Table((Column("Ad", 3), Column("Sayı", align=Align.RIGHT)), rows)).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["Ad", "Sayı"], ["Ayşe", "1"], [long, "2"], ["Toplam", "3"]]
    marks = [{mark.tag.split("}")[1] for mark in row._tr.findall(f"{qn('w:trPr')}/*")} for row in table.rows]
    assert marks == [{"cantSplit", "tblHeader"}, {"cantSplit"}, set(), {"cantSplit"}]
    assert table.rows[3].cells[0].paragraphs[0].style.name == "Table strong"
    wide, narrow = (column.width for column in table.columns)
    assert round(wide / narrow) == 3


def test_tables_are_kept_apart() -> None:
    table = Table((Column("a"),), (Row(("b",)),))
    body = of(table, table, Facts((Fact("a", "b"),)), Timeline((Moment("9", "x"),))).element.body
    tags = [child.tag.split("}")[1] for child in body]
    assert "tbl tbl" not in " ".join(tags)
    assert tags.count("tbl") == 4


def test_a_long_table_is_one_table_with_all_its_rows() -> None:
    columns = tuple(Column(name) for name in ("No", "Ad", "Görev", "Şehir", "Tarih"))
    rows = tuple(Row((str(number), "Ayşe Gül", "Başkan", "Balıkesir", "2027")) for number in range(500))
    content = written(Document("x", (Table(columns, rows),)))
    assert xml(content).count("<w:tr>") == 501


def test_an_empty_paper_is_a_paper() -> None:
    assert texts(of()) == [""]
    assert texts(opened(Document("", (), ("en",)))) == [""]
    empty = (Bullets(()), Facts(()), Table((), ()), Cards(()), Timeline(()), Columns(()), KeepTogether(()))
    assert "".join(texts(of(*empty, Contents(""), Paragraph(""), PageBreak()))) == ""


def test_a_cover_alone_is_one_page_without_a_foot(read_office: OfficeFile) -> None:
    paper = opened(brief(read_office, options=NOTHING))
    assert len(paper.sections) == 1
    assert paper.sections[0].footer.is_linked_to_previous


def test_the_foot_stands_on_all_pages_but_the_cover() -> None:
    paper = opened(document("en"))
    cover, rest = paper.sections
    assert cover.footer.is_linked_to_previous
    foot = rest.footer.paragraphs[0]
    assert foot.text.startswith("Visit of the delegation from Schwäbisch Hall\tVersion 3")
    assert "Restricted" in foot.text
    fields = [one.get(qn("w:instr")).strip() for one in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_contents_are_a_field_with_the_headings_in_it() -> None:
    content = written(
        Document("x", (Contents("İçindekiler"), Heading("Bir"), Heading("İki", 2), Heading("Üç", 3)))
    )
    body = xml(content)
    orders = re.findall(r"<w:instrText[^>]*> ([^<]*) </w:instrText>", body)
    assert orders == ['TOC \\o "1-2" \\h \\z', "PAGEREF _Toc000001 \\h", "PAGEREF _Toc000002 \\h"]
    assert body.count('fldCharType="begin"') == body.count('fldCharType="end"') == 3
    assert re.findall(r'w:name="(_Toc\d+)"', body) == ["_Toc000001", "_Toc000002", "_Toc000003"]
    assert '<w:updateFields w:val="true"/>' in xml(content, "word/settings.xml")


def test_the_contents_tell_pages_before_any_program_brings_them_up_to_date() -> None:
    blocks = (Contents("İçindekiler"), PageBreak(), Heading("Bir"), PageBreak(), Heading("İki"))
    entries = re.findall(r"<w:hyperlink.*?</w:hyperlink>", xml(written(Document("x", blocks))))
    assert [re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one) for one in entries] == [["Bir", "2"], ["İki", "3"]]


def test_breaks_begin_pages_and_never_make_empty_ones() -> None:
    table = Table((Column("a"),), ())
    paper = of(
        PageBreak(), Paragraph("1"), PageBreak(), PageBreak(), Paragraph("2"), PageBreak(), table, PageBreak()
    )
    broken = [words_of(one) for one in paragraphs(paper) if one.pPr.pageBreakBefore is not None]
    assert broken == ["2", ""]


def test_what_belongs_together_is_kept_together() -> None:
    together = KeepTogether((Paragraph("1"), Paragraph("2"), Paragraph("3")))
    kept = [one.pPr.keepNext is not None for one in paragraphs(of(together))]
    assert kept == [True, True, False]
    led = of(Heading("a"), Paragraph("12 kişi"), Table((Column("b"),), ()))
    assert led.paragraphs[1]._p.pPr.keepNext is not None


def test_every_numbered_list_begins_with_one() -> None:
    lists = [Bullets(("a", "", "b"), numbered=True), Bullets(("c",)), Bullets(("d", "e"), numbered=True)]
    assert texts(of(*lists)) == ["1. a", "2. b", "c", "1. d", "2. e"]


def test_the_second_language_is_muted_and_knows_itself() -> None:
    paper = of(
        Heading(Pair("Program", "Programme")),
        Paragraph(Pair("Hoş geldiniz", "Welcome")),
        languages=("tr", "en"),
    )
    assert texts(paper) == ["Program · Programme", "Hoş geldiniz\nWelcome"]
    for one in paper.paragraphs:
        first, second = one.runs
        assert [run._r.rPr.find(qn("w:lang")).get(qn("w:val")) for run in (first, second)] == [
            "tr-TR",
            "en-GB",
        ]
        assert second.style.name == "Second language"


def test_right_to_left_texts_know_their_direction() -> None:
    paper = of(Paragraph(ARABIC + " Balıkesir."), Paragraph("Ayşe דוד בן־גוריון (1)"), Paragraph("Ankara"))
    arabic, mixed, latin = paper.paragraphs
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    assert [(run.text, bool(run.font.rtl)) for run in arabic.runs] == [
        (ARABIC + " ", True),
        ("Balıkesir", False),
        (".", True),
    ]
    assert mixed._p.pPr.find(qn("w:bidi")) is None
    assert [(run.text, bool(run.font.rtl)) for run in mixed.runs] == [
        ("Ayşe ", False),
        ("דוד בן־גוריון", True),
        (" (1)", False),
    ]
    assert mixed.runs[1]._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "he-IL"
    assert [run.font.rtl for run in latin.runs] == [None]


def test_callouts_of_one_colour_keep_their_own_bars() -> None:
    one, two = of(Callout(Status.RED, "Eksik", "a"), Callout(Status.RED, "Eksik")).paragraphs
    bars = [each._p.pPr.find(f"{qn('w:pBdr')}/{qn('w:left')}") for each in (one, two)]
    assert {bar.get(qn("w:color")) for bar in bars} == {"B0241C"}
    assert one.paragraph_format.right_indent != two.paragraph_format.right_indent
    assert (one.text, two.text) == ("Eksik\na", "Eksik")


def test_pictures_carry_words_and_are_stored_once() -> None:
    jpeg = photo((90, 120, 140))
    drawing = Figure(100, 50, (Rect(0, 0, 100, 50), Label(50, 25, "Ayşe")), "Oturma düzeni")
    picture = Picture(jpeg, "Meydan")
    paper = Document("x", (Photo(picture, "Saat kulesi", 200), Photo(picture), drawing))
    content = written(paper)
    with zipfile.ZipFile(BytesIO(content)) as package:
        media = [name for name in package.namelist() if "media" in name]
    assert sorted(media) == ["word/media/image1.jpg", "word/media/image2.png"]
    assert re.findall(r'descr="([^"]*)"', xml(content)) == ["Meydan", "Meydan", "Oturma düzeni; Ayşe"]
    first, second, third = opened(paper).inline_shapes
    assert round(first.width.pt) == 200
    assert round(second.width.pt) > 400
    assert (round(third.width.pt), round(third.height.pt)) == (100, 50)


@pytest.mark.parametrize("data", [b"", b"not a picture", photo((9, 9, 9))[:900]])
def test_what_is_no_picture_is_said(data: bytes) -> None:
    logo = Cover("x", logo=Picture(data))
    paper = of(logo, Photo(Picture(data, "Meydan")), Cards((Card("Ayşe", photo=Picture(data)),)))
    assert "Meydan" in texts(paper)


@pytest.mark.parametrize("words", LITERAL)
def test_a_text_is_shown_as_it_was_typed(words: str) -> None:
    paper = opened(everywhere(words))
    assert "\n".join(texts(paper)).count(words) >= 20
    assert paper.core_properties.title == words
    orders = [one.text.split()[0] for one in paper.element.body.iter(qn("w:instrText"))]
    assert set(orders) == {"TOC", "PAGEREF"}


@pytest.mark.parametrize("words", SHOWN)
def test_what_deceives_is_shown_and_what_cannot_be_seen_is_left_out(words: str) -> None:
    assert SHOWN[words] in " ".join(" ".join(texts(of(Paragraph(words)))).split())


@pytest.mark.parametrize("words", [*HUGE, "", "\x00", "a" * 300_000], ids=range(len(HUGE) + 3))
def test_no_text_is_too_much_in_any_place(words: str) -> None:
    assert opened(everywhere(words)).core_properties.version is not None


def test_nothing_outside_is_opened_or_referred_to() -> None:
    written(everywhere("önce yazı tipleri açılsın ✓ محمد 王毅"))
    with watched() as seen:
        contents = [written(everywhere(words)) for words in LITERAL]
    assert [event for event in seen if not re.search(r"site-packages|third_party|open \(-?\d", event)] == []
    for content in contents:
        with zipfile.ZipFile(BytesIO(content)) as package:
            assert not any(b"External" in package.read(name) for name in package.namelist())


def test_the_file_says_what_it_is() -> None:
    about = opened(document("en")).core_properties
    assert about.title == "Visit of the delegation from Schwäbisch Hall"
    assert (about.subject, about.author) == ("Protocol brief", "Dış İlişkiler Müdürlüğü")
    assert (about.language, about.version, about.comments) == ("en-GB", "3", "")
    assert about.created.isoformat() == "2027-05-10T14:05:00+00:00"
    assert opened(Document("a" * 999, ())).core_properties.title == "a" * 255


def test_the_file_is_whole_or_not_there(tmp_path: Path) -> None:
    word.write(document(), tmp_path / "a.docx", Progress())
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]
    with pytest.raises(Known):
        word.write(document(), tmp_path / "nowhere" / "a.docx", Progress())
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        word.write(document(), tmp_path / "b.docx", stopped)
    assert not (tmp_path / "b.docx").exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("paper", [document("tr"), everywhere(LITERAL[2])], ids=["all blocks", "hostile"])
def test_libreoffice_opens_it(paper: Document, tmp_path: Path) -> None:
    word.write(paper, tmp_path / "paper.docx", Progress())
    order = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*order, "paper.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=200)
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as file:
        first = file[0].get_textpage().get_text_bounded()
    assert bare(text.write(paper).splitlines()[0])[0] in first


def test_every_block_can_be_inside_others() -> None:
    blocks: tuple[Block, ...] = tuple(block for block in document().blocks if not isinstance(block, Cover))
    nested = of(Columns((blocks, (Columns((blocks,)),))), KeepTogether(blocks))
    assert all(cell[-1].tag == qn("w:p") for cell in nested.element.body.iter(qn("w:tc")))
