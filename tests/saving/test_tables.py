"""Tables for spreadsheet programs: read back as they were written, and nothing in them runs."""

import csv
import io
import re
import zipfile
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from dipdesk.i18n import speaking
from dipdesk.saving.cells import mark, unmark
from dipdesk.saving.csv_file import csv_parts, usual_separator
from dipdesk.saving.workbook import SheetTable, workbook

HOSTILE = ("=cmd|'/c calc'!A1", "@SUM(1+1)", "-2+3", "\t=1", "https://example.org", "Ş" * 40_000, "a\x08b")


def test_a_csv_file_reads_back() -> None:
    rows = [["Ağrı", 'say "hi"; a,b'], ["line\nbreak", ""]] * 250
    content = b"".join(csv_parts(rows, ";"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")) == rows


@pytest.mark.parametrize(("language", "separator"), [("tr", ";"), ("en", ",")])
def test_the_separator_is_that_of_the_language(language: str, separator: str) -> None:
    with speaking(language):
        assert usual_separator() == separator


@pytest.mark.parametrize("text", HOSTILE)
def test_a_marked_text_is_no_formula_and_is_read_back(text: str) -> None:
    assert not mark(text).startswith(("=", "@", "-", "\t"))
    assert unmark(mark(text)) == text


def test_a_workbook_holds_texts_only() -> None:
    rows = [(one, "x") for one in HOSTILE]
    made = workbook(SheetTable("a/b:[c]*" * 9, "Title", (("One", 1), ("Two", 3)), rows))
    with zipfile.ZipFile(BytesIO(made)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        names = package.namelist()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert set(re.findall(r'<c [^>]*?t="(\w+)"', sheet)) == {"s"}
    assert not any("externalLink" in name or ("rels" in name and "sheet" in name) for name in names)


def test_a_workbook_is_read_back() -> None:
    table = SheetTable("a/b:[c]*" * 9, "Title", (("One", 1), ("Two", 3)), [(one, "x") for one in HOSTILE])
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(table)))
    assert len(book.sheet_names[0]) <= 31
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[-len(HOSTILE)] == [HOSTILE[0], "x"]
    assert len(str(rows[-2][0])) == 32_767


def test_a_workbook_without_rows_can_be_made() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(SheetTable("", "", (("One", 1),), ()))))
    assert book.get_sheet_by_index(0).to_python()[-1] == ["One"]
