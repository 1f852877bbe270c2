"""Papers that are one table, as files for spreadsheets and web pages."""

import csv
import io
from html.parser import HTMLParser
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from dipdesk.errors import Known
from dipdesk.papers import making, registry, sheets
from dipdesk.papers.blocks import Column, Document, Pair, Paragraph, Row, Table
from dipdesk.papers.sheets.grid import NoTable
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT
from tests.papers.hostile import LITERAL

TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "p",
}


def paper(*cells: str, remark: str = "As of today.") -> Document:
    columns = tuple(Column(f"Head {number}") for number, _cell in enumerate(cells))
    return Document("Title", (Table(columns, (Row(cells),)), Paragraph(remark)), ("en",))


class Page(HTMLParser):
    """The tags of a page, and the texts of its cells."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")
        elif tag == "br":
            self.cells[-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.cells and data.strip():
            self.cells[-1] += data


@pytest.mark.parametrize("words", LITERAL)
def test_a_text_stays_a_text(words: str) -> None:
    made = paper(words, "x")
    (_head, row) = csv.reader(io.StringIO(sheets.content(made, "csv").decode("utf-8-sig")))
    assert row[0] == words or (row[0] == f"'{words}" and words[0] in "=+-@'")
    book = CalamineWorkbook.from_filelike(BytesIO(sheets.content(made, "xlsx")))
    assert book.get_sheet_by_index(0).to_python()[-1] == [words, "x"]
    page = Page(sheets.content(made, "html"))
    assert page.cells[2] == words
    assert set(page.tags) <= TAGS


def test_two_languages_stand_in_one_cell() -> None:
    table = Table((Column(Pair("Şehir", "City")),), (Row((Pair("Ağrı\nTürkiye", "Agri\nTürkiye"),)),))
    made = Document("Liste", (table,), ("tr", "en"))
    lines = sheets.content(made, "csv").decode("utf-8-sig").splitlines()
    assert lines == ["Şehir · City", "Ağrı, Türkiye / Agri, Türkiye"]
    assert Page(sheets.content(made, "html")).cells == ["Şehir · City", "Ağrı\nTürkiye\nAgri\nTürkiye"]


def test_only_a_paper_of_one_table_can_be_a_sheet() -> None:
    table = Table((Column("x"),), ())
    with pytest.raises(NoTable):
        sheets.content(Document("x", (table, table)), "csv")


@pytest.mark.parametrize("name", ["arrival_board", "rooming_list", "kitchen_list", "counterpart_matrix"])
def test_a_paper_that_has_nothing_to_tell_yet_says_so(office: OfficeFile, visit: str, name: str) -> None:
    one = registry.paper(name)
    made = making.build(office, one, visit, one.options(), ("en",), MADE_AT)
    for kind in sheets.WRITERS:
        with pytest.raises(Known, match="has no table yet"):
            sheets.content(made, kind)
