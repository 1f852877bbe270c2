"""Reading tables of every make, and refusing what is none."""

import codecs
import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.csv_reader import SEPARATORS
from dipdesk.exchange.reading import read_table
from dipdesk.exchange.table import LARGEST, MOST_COLUMNS
from tests.exchange.conftest import SISTER_CITIES

Written = Callable[..., Path]
TEXT = 'Adı{s}Ülke\nŞehir Iğdır{s}Türkiye\n"Çek{s}meköy"{s}Türkiye\n'
WANTED = (("Şehir Iğdır", "Türkiye"), ("Çek{s}meköy", "Türkiye"))


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254"])
def test_finds_encoding_and_separator(written: Written, encoding: str, separator: str) -> None:
    table = read_table(written(TEXT.replace("{s}", separator), encoding))
    assert (table.encoding, table.separator) == (encoding, separator)
    assert table.header == ("Adı", "Ülke")
    assert tuple(row.cells for row in table.rows) == tuple(
        tuple(cell.replace("{s}", separator) for cell in row) for row in WANTED
    )


def test_reads_big_endian_utf16(written: Written) -> None:
    raw = codecs.BOM_UTF16_BE + "Adı;No\nŞükrü;1\n".encode("utf-16-be")
    assert read_table(written(raw)).rows[0].cells == ("Şükrü", "1")


def test_says_the_line_on_which_each_row_begins(written: Written) -> None:
    table = read_table(written('a,b\r\n\r\n1,"two\r\nlines"\r\n , \r\n3,4\r\n'))
    assert [(row.line, row.cells) for row in table.rows] == [(3, ("1", "two\r\nlines")), (6, ("3", "4"))]


def test_takes_the_separator_that_spreadsheets_write_first(written: Written) -> None:
    table = read_table(written("sep=;\na;b,c\n1;2,5\n"))
    assert table.header == ("a", "b,c")
    assert [(row.line, row.cells) for row in table.rows] == [(3, ("1", "2,5"))]


def test_person_may_choose_encoding_and_separator(written: Written) -> None:
    path = written("a;b,c\nþ;1,2\n", "cp1252")
    assert read_table(path, "cp1252", ";").rows[0].cells == ("þ", "1,2")
    assert read_table(path, "cp1254", ",").header == ("a;b", "c")


def test_names_columns_without_a_heading_and_twins(written: Written) -> None:
    assert read_table(written("a,,a,\n1,2,3,4\n")).header == ("a", "Column 2", "a (2)", "Column 4")


def test_short_rows_are_filled_and_long_ones_are_a_problem_of_the_row(written: Written) -> None:
    first, second, third = read_table(written("a,b\n1\n1,2,,\n1,2,3\n")).rows
    assert first.cells == ("1", "")
    assert second.cells == ("1", "2")
    assert (third.line, third.problem) == (4, "The row has 3 cells, but the heading only 2.")


def test_marks_of_spreadsheets_are_taken_off(written: Written) -> None:
    table = read_table(written("a\n'=1+1\n'’tis\n''=x\n'ayn\n"))
    assert [row.cells[0] for row in table.rows] == ["=1+1", "'’tis", "'=x", "'ayn"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty: the first row has to name the columns."),
        (b" \n\n", "The file is empty: the first row has to name the columns."),
        (b"a,b\nx\x00y,2\n", "This is not a table of text: it holds characters that no text has."),
        (b'a,b\n1,"never\nclosed\n', "A quotation mark on line 2 is never closed."),
        (b'a,b\n"1"2,3\n', "Line 2 cannot be read: a quotation mark stands in the wrong place."),
        (
            b"a,b\n\x81\x8d,2\n",
            "The letters of this file cannot be read as Windows-1254. Choose another encoding.",
        ),
        (
            b"PK\x03\x04x",
            "“table.csv” is damaged. Open it in your spreadsheet program and save it anew.",
        ),
        (b"\xff\xfe\x00", "The letters of this file cannot be read as UTF-16. Choose another encoding."),
        (
            ",".join("a" * (MOST_COLUMNS + 1)).encode(),
            "The file has 1,001 columns; at most 1,000 can be read.",
        ),
        (
            b"a\n" + b"x" * 200_001,
            "The cell on line 2 is too long; perhaps a quotation mark is never closed.",
        ),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(written: Written, content: bytes, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_table(written(content))
    assert refused.value.sentence == sentence


def test_refuses_a_file_that_is_too_large_without_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b'a,b\n"')
        file.truncate(LARGEST + 1)
    for way in ("open", "read_bytes", "read_text"):
        monkeypatch.setattr(Path, way, lambda *_args, **_more: pytest.fail("the file was read"))
    with pytest.raises(Invalid, match="at most 50 MB"):
        read_table(path)


@pytest.mark.parametrize("content", [b"," * 100_000, b'a,b\n"' + b"x" * 400_000, b"a\n" * 250_000])
def test_hostile_sizes_are_refused(written: Written, content: bytes) -> None:
    with pytest.raises(Invalid, match=r"\.$"):
        read_table(written(content))


def test_refuses_what_cannot_be_opened_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Known, match="There is no file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(Known, match="is a folder"):
        read_table(tmp_path)
    with pytest.raises(Known, match="is an office file"):
        read_table(tmp_path / "t.dipdesk")
    (tmp_path / "link.csv").symlink_to(tmp_path / "t.dipdesk")
    with pytest.raises(Known, match="is an office file"):
        read_table(tmp_path / "link.csv")


def test_refuses_an_encoding_and_a_separator_that_are_none(written: Written) -> None:
    with pytest.raises(Invalid, match="Choose another encoding"):
        read_table(written("a"), "klingon")
    with pytest.raises(Invalid, match="separator is one character"):
        read_table(written("a"), separator="ab")


def test_reads_the_published_list_as_the_csv_module_does() -> None:
    table = read_table(SISTER_CITIES)
    with SISTER_CITIES.open(encoding="utf-8", newline="") as file:
        plain = list(csv.reader(file))
    assert [list(row.cells) for row in table.rows] == plain[1:]
    assert len(table.rows) == 70
