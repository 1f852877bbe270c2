"""Workbooks as people make them, and as nobody should."""

import io
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from datetime import time as clock
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from dipdesk.errors import Invalid
from dipdesk.exchange import xlsx_export
from dipdesk.exchange.archive import MOST_ENTRIES
from dipdesk.exchange.csv_import import guess, read_table, run
from dipdesk.i18n import speaking
from dipdesk.model import Agreement, Partner
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.exchange.conftest import SISTER_CITIES

Fill = Callable[[Any, Any], None]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook: ``made(lambda book, sheet: sheet.write(0, 0, "x"))``."""

    def make(*fills: Fill, name: str = "t.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
            for fill in fills:
                fill(book, book.add_worksheet())
        return path

    return make


def plain(rows: Iterable[Iterable[object]]) -> Fill:
    """Fills a sheet with rows as they are; days as a Turkish sheet shows them."""

    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for number, cells in enumerate(rows):
            for column, value in enumerate(cells):
                sheet.write(number, column, value, *([day] if isinstance(value, date) else []))

    return fill


def cells(path: Path, **chosen: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(path, **chosen).rows]


def swapped(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one part changed."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in content.items():
            archive.writestr(name, change(raw) if name == part else raw)
    return path


def test_cells_come_as_a_person_sees_them(made: Callable[..., Path]) -> None:
    def fill(book: Any, sheet: Any) -> None:
        def like(code: str) -> Any:
            return book.add_format({"num_format": code})

        sheet.write_row(0, 0, [f"c{n}" for n in range(12)])
        sheet.write(1, 0, 42068, like("dd.mm.yyyy"))
        sheet.write(1, 1, 42068, like("mmm.yy"))
        sheet.write(1, 2, 42068, like('"yıl "yyyy'))
        sheet.write(1, 3, 42068.4375, like("dd/mm/yyyy hh:mm"))
        sheet.write(1, 4, clock(9, 5), like("hh:mm"))
        sheet.write(1, 5, 905321234567)
        sheet.write(1, 6, 1.25)
        sheet.write(1, 7, True)
        sheet.write_string(1, 8, "=1+1")
        sheet.write_formula(1, 9, "=1+1", None, 2)
        sheet.write_formula(1, 10, '=HYPERLINK("http://x","Iğdır")', None, "Iğdır")
        sheet.write_string(1, 11, "'=1")

    with speaking("en"):
        (row,) = cells(made(fill))
    first = ("05.03.2015", "03.2015", "2015", "05.03.2015 10:30", "09:05", "905321234567", "1.25")
    assert row == (*first, "yes", "=1+1", "2", "Iğdır", "'=1")
    with speaking("tr"):
        (row,) = cells(made(fill))
    assert row[6:8] == ("1,25", "evet")


def test_the_published_list_gives_the_same_as_a_workbook(
    office: OfficeFile, made: Callable[..., Path]
) -> None:
    table = read_table(SISTER_CITIES)

    def value(text: str) -> object:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return int(text) if text.isdigit() and len(text) < 8 else text

    rows = [table.header, *(map(value, row.cells) for row in table.rows)]
    result = run(office, guess(read_table(made(plain(rows)))))
    assert (result.read, result.refused) == (70, ())
    assert result.by_entity == {"partner": 77, "agreement": 71, "relation": 70}
    assert run(office, guess(table)).updated == 0
    with office.read() as session:
        (hall,) = session.query(Agreement).join(Partner, Agreement.partner_id == Partner.id).filter(
            Partner.name_en == "Schwäbisch Hall"
        )  # fmt: skip
        assert (hall.council_date, hall.council_number) == (PartialDate(2006, 4, 5), "77")


def test_sheets_are_named_and_chosen(made: Callable[..., Path]) -> None:
    def hidden(book: Any, sheet: Any) -> None:
        plain([["h"], ["3"]])(book, sheet)
        sheet.hide()

    path = made(plain([["a"], ["1"]]), plain([["b"], ["2"]]), hidden)
    table = read_table(path)
    assert (table.sheets, table.sheet, table.header) == (("Sheet1", "Sheet2"), "Sheet1", ("a",))
    assert read_table(path, sheet=" sheet2").header == ("b",)
    with pytest.raises(Invalid, match=r"has no sheet “Üç”\. Its sheets are: Sheet1, Sheet2"):
        read_table(path, sheet="Üç")


def test_titles_and_merged_headings_become_one(made: Callable[..., Path]) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.merge_range("A1:E1", "KARDEŞ ŞEHİR LİSTESİ")
        sheet.merge_range("A3:A4", "Belediye")
        sheet.merge_range("B3:B4", "Kardeş Şehir")
        sheet.merge_range("C3:D3", "Meclis Kararı")
        sheet.write_row("C4", ["Tarihi", "Sayısı"])
        sheet.merge_range("E3:E4", "Ülke")
        sheet.merge_range("A5:A6", "Ilgaz")
        sheet.write_row("B5", ["Üsküp", "2015", "7", "Kuzey Makedonya"])
        sheet.write_row("B6", ["Kiev", "2016", "8", "Ukrayna"])
        sheet.write_row("A7", ["Çerkeş", "Ulm", "2017", "9", "Almanya"])

    table = read_table(made(fill))
    assert table.header == (
        "Belediye",
        "Kardeş Şehir",
        "Meclis Kararı Tarihi",
        "Meclis Kararı Sayısı",
        "Ülke",
    )
    assert [(row.line, row.cells[:2]) for row in table.rows] == [
        (5, ("Ilgaz", "Üsküp")),
        (6, ("Ilgaz", "Kiev")),
        (7, ("Çerkeş", "Ulm")),
    ]
    plan = guess(table)
    assert plan.shape.name == "sister_cities"
    assert len(plan.columns) == 5


def test_a_heading_merged_over_two_columns_of_its_own(made: Callable[..., Path]) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.merge_range("A1:B1", "Şehir")
        sheet.write("C1", "Ülke")
        sheet.write_row("A2", ["Ulm", "", "Almanya"])

    table = read_table(made(fill))
    assert table.header == ("Şehir", "Şehir (2)", "Ülke")
    assert len(table.rows) == 1


def test_one_cell_at_the_far_end_is_one_row(made: Callable[..., Path]) -> None:
    table = read_table(made(lambda _book, sheet: sheet.write("XFD1048576", "x")))
    assert (table.header, table.rows) == (("x",), ())


def test_a_stray_cell_far_away_is_refused_before_it_costs_anything(made: Callable[..., Path]) -> None:
    path = made(lambda _book, sheet: (sheet.write("A1", "x"), sheet.write("XFD1048576", "y")))
    with pytest.raises(Invalid, match="16,384 columns; at most 1,000"):
        read_table(path)
    tall = made(lambda _book, sheet: (sheet.write("A1", "x"), sheet.write("A1048576", "y")), name="u.xlsx")
    with pytest.raises(Invalid, match="more than 200,000 rows"):
        read_table(tall)
    wide = made(lambda _book, sheet: (sheet.write("A1", "x"), sheet.write("ALL190000", "y")), name="v.xlsx")
    with pytest.raises(Invalid, match="more than 4,000,000 cells"):
        read_table(wide)


def test_stray_formats_count_for_nothing(made: Callable[..., Path]) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_row(1, 0, ["1", "2"])
        sheet.write_blank("XFD1048576", None, book.add_format({"bold": True}))

    assert cells(made(fill)) == [("1", "2")]


def test_a_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(SHEET, "w", force_zip64=True) as part:
            for _piece in range(300):
                part.write(b"\x20" * 1024 * 1024)
    assert path.stat().st_size < 400_000
    tracemalloc.start()
    with pytest.raises(Invalid, match="unpacks to more than 100 MB"):
        read_table(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * 1024 * 1024


def test_a_part_that_lies_about_its_size_is_refused(made: Callable[..., Path]) -> None:
    path = made(plain([["a"], ["1"]]))
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"PK\x01\x02", 0, raw.rindex(SHEET.encode()))
    raw[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(Invalid, match="is damaged"):
        read_table(path)


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("evil", [ENTITY, LAUGHS])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_document_types_are_refused(made: Callable[..., Path], evil: bytes, part: str) -> None:
    path = swapped(made(plain([["a"], ["1"]])), part, lambda raw: raw.replace(b"?>\n", b"?>\n" + evil, 1))
    with pytest.raises(Invalid, match="reaches for other files"):
        read_table(path)


@pytest.mark.parametrize("name", ["../../x", "/abs", "C:\\x", "xl/..\\y"])
def test_archives_with_tricks_are_refused(made: Callable[..., Path], name: str) -> None:
    path = made(plain([["a"], ["1"]]))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(Invalid, match="parts are named wrongly"):
        read_table(path)


def test_a_part_that_is_there_twice_is_refused(made: Callable[..., Path]) -> None:
    path = made(plain([["a"], ["1"]]))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, b"x")
    with pytest.raises(Invalid, match="parts are named wrongly"):
        read_table(path)


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as archive:
        for number in range(MOST_ENTRIES + 1):
            archive.writestr(str(number), b"")
    path = tmp_path / "many.xlsx"
    path.write_bytes(page.getvalue())
    with pytest.raises(Invalid, match="parts are named wrongly"):
        read_table(path)


def test_what_is_no_workbook_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(Invalid, match="is no workbook that can be read"):
        read_table(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(Invalid, match="of an old form or with a password"):
        read_table(path)


def test_an_empty_sheet_gets_a_sentence(made: Callable[..., Path]) -> None:
    with pytest.raises(Invalid, match="The sheet is empty"):
        read_table(made(plain([])))


def read_or_refuse(path: Path) -> None:
    """Anything but a sentence fails the test."""
    with suppress(Invalid):
        read_table(path)


def test_damage_anywhere_gets_a_sentence(made: Callable[..., Path]) -> None:
    path = made(plain([["a", "b"], ["1", date(2015, 3, 5)], ["Iğdır", 2.5]]))
    raw = path.read_bytes()
    for place in range(0, len(raw), 61):
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :])
        read_or_refuse(path)
    for part in (SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"):
        path.write_bytes(raw)
        for change in (lambda text: text[: len(text) // 2], lambda text: text.replace(b"1", b"99999999999")):
            swapped(path, part, change)
            read_or_refuse(path)
            path.write_bytes(raw)


@pytest.mark.parametrize("name", ["count", "uniqueCount"])
def test_counts_that_would_fill_the_memory_are_refused(made: Callable[..., Path], name: str) -> None:
    path = swapped(
        made(plain([["a"], ["x"]])),
        "xl/sharedStrings.xml",
        lambda raw: raw.replace(f'{name}="2"'.encode(), f'{name}="99999999999"'.encode()),
    )
    with pytest.raises(Invalid, match="This workbook is damaged"):
        read_table(path)


def test_an_encoding_nobody_knows_gets_a_sentence(made: Callable[..., Path]) -> None:
    path = swapped(made(plain([["a"], ["x"]])), SHEET, lambda raw: raw.replace(b'"UTF-8"', b'"klingon"'))
    with pytest.raises(Invalid, match="This workbook is damaged"):
        read_table(path)


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A1",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3",
        "<b>Ayşe</b> Yılmaz",
        "Smith & Oğulları; AT&T &copy; &#0;",
        '<img src="http://127.0.0.1:9/x.png"/>',
        "'; DROP TABLE partner;--",
        "Ad\u202efdp.exe",
        "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn",
        "A\x08\x1fB",
        "a" + "\u0301" * 200,
        "{name} %s {0}",
    ],
)
def test_hostile_text_is_text(
    office: OfficeFile, made: Callable[..., Path], tmp_path: Path, text: str
) -> None:
    path = made(plain([["name_en", "country", "phone"], [text, "MK", "+90 532 000 00 00"]]))
    assert run(office, guess(read_table(path))).added == 1
    with office.read() as session:
        (city,) = session.query(Partner)
        assert city.name_en == unicodedata.normalize("NFC", text.replace("\x08\x1f", ""))
        assert city.phone == "+90 532 000 00 00"
    out = tmp_path / "out.xlsx"
    xlsx_export.export(office, Partner, out)
    assert run(office, guess(read_table(out), "partner")).same == 1


@pytest.mark.parametrize("name", ["", " ", "\u00a0", "\u200b"])
def test_a_name_of_nothing_is_missing(office: OfficeFile, made: Callable[..., Path], name: str) -> None:
    result = run(office, guess(read_table(made(plain([["name_en", "country"], [name, "MK"]])))))
    assert [one.reason for one in result.refused] == ["The name is missing."]


@pytest.mark.parametrize("day", ["31.02.2026", "01/02/26", "٠١٠٢٢٠٢٦", "1e309", "NaN"])
def test_days_that_are_none_are_refused_with_an_example(
    office: OfficeFile, made: Callable[..., Path], day: str
) -> None:
    rows = [["partner_city", "partner_country", "council_decision_date"], ["Ulm", "Almanya", day]]
    (refused,) = run(office, guess(read_table(made(plain(rows))))).refused
    assert (refused.line, refused.column) == (2, 2)
    assert day in refused.reason
