"""What goes out comes in again: CSV of any list, JSON of the whole file."""

import csv
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dipdesk.errors import Known
from dipdesk.exchange import csv_export, json_export, xlsx_export
from dipdesk.exchange.cells import visible
from dipdesk.exchange.csv_import import guess, read_table, run
from dipdesk.exchange.shapes import entity_shapes
from dipdesk.i18n import speaking
from dipdesk.model import (
    Note,
    Partner,
    Person,
    Record,
    Tag,
    entities,
    entity_name,
    fields,
)
from dipdesk.saving.cells import mark, unmark
from dipdesk.store.office_file import OfficeFile
from tests.exchange.conftest import SISTER_CITIES
from tests.exchange.everything import EVIL, everything


@pytest.fixture
def full(office: OfficeFile) -> OfficeFile:
    """An office with a record of everything, and two of one name."""
    with office.change("Everything") as session:
        everything(session)
    return office


@pytest.mark.parametrize(
    ("form", "spoken", "reading"), [(csv_export, "tr", "en"), (xlsx_export, "en", "tr")], ids=["csv", "xlsx"]
)
def test_every_list_comes_back_to_the_same_records(
    full: OfficeFile, tmp_path: Path, form: Any, spoken: str, reading: str
) -> None:
    for kind in (shape.kind for shape in entity_shapes()):
        path = tmp_path / entity_name(kind)
        with speaking(spoken):
            written = form.export(full, kind, path)
        assert written > 0, kind
        with speaking(reading):
            result = run(full, guess(read_table(path), entity_name(kind)))
        assert (result.read, result.same, result.refused) == (written, written, ()), kind


@pytest.mark.parametrize("form", [csv_export, xlsx_export])
def test_a_list_fills_an_empty_office_with_the_same(full: OfficeFile, tmp_path: Path, form: Any) -> None:
    path = tmp_path / "people"
    with speaking("tr"):
        form.export(full, Person, path)
        before = contents(full, Person)
        full.undo()
        assert contents(full, Person) == []
        assert run(full, guess(read_table(path))).added == 2
    assert contents(full, Person) == before


def contents(office: OfficeFile, kind: type[Record]) -> list[dict[str, Any]]:
    with office.read() as session:
        rows = session.scalars(select(kind))
        return sorted(({one.name: getattr(row, one.name) for one in fields(kind)} for row in rows), key=repr)


def test_spreadsheets_get_what_they_expect(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with speaking("tr"):
        csv_export.export(full, Partner, path, columns=("phone", "name_en", "note_tr"))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert len(rows[0]) == 3
    assert ["+389 32 226 600", "Štip", f"'{EVIL}"] in rows
    assert raw.endswith(b"\r\n")
    csv_export.export(full, Partner, path, columns=("name_en",))
    assert path.read_bytes()[3:].splitlines()[0] == b"Name in English"


def test_a_workbook_holds_nothing_but_text(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    assert xlsx_export.export(full, Partner, path, columns=("phone", "note_tr")) == 2
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in archive.namelist() if "rels" in name and "sheet" in name]
    assert "<f>" not in sheet
    assert set(re.findall(r'<c [^>]*?t="(\w+)"', sheet)) == {"s"}
    table = read_table(path)
    assert table.header == ("Phone", "City note in Turkish")
    assert ("+389 32 226 600", EVIL) in [row.cells for row in table.rows]


def test_a_text_too_long_for_a_cell_is_not_cut(full: OfficeFile, tmp_path: Path) -> None:
    with full.change("Long") as session:
        session.add(Note(headline="Uzun", text="ş" * 40_000))
    path = tmp_path / "t.xlsx"
    with pytest.raises(Known, match="A text of “Uzun” is longer than a workbook can hold"):
        xlsx_export.export(full, Note, path)
    assert not path.exists()
    csv_export.export(full, Note, path.with_suffix(".csv"))
    result = run(full, guess(read_table(path.with_suffix(".csv")), "note"))
    assert (result.same, result.read) == (2, 2)


def test_rows_go_out_in_the_order_asked_for(full: OfficeFile, tmp_path: Path) -> None:
    run(full, guess(read_table(SISTER_CITIES)))
    with full.read() as session:
        ids = [
            row.id for row in session.scalars(select(Partner)) if row.name_en in ("Bilma", "Ahlat", "Cairo")
        ]
    path = tmp_path / "t.csv"
    assert csv_export.export(full, Partner, path, rows=ids[::-1], columns=("name_en",)) == 3
    assert [row.cells[0] for row in read_table(path).rows] == ["Cairo", "Bilma", "Ahlat"]


def test_a_file_is_there_whole_or_not_at_all(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("old")
    for target, sentence in {
        tmp_path / "none" / "t.csv": "There is no folder",
        tmp_path: "There is no folder",
        full.path: "is the name of an office file",
    }.items():
        with pytest.raises(Known, match=sentence):
            csv_export.export(full, Partner, target)
    csv_export.export(full, Partner, path)
    assert path.read_bytes() != b"old"
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix in (".csv", ".part")) == ["t.csv"]


def test_json_holds_every_record_by_its_fields(full: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    written = json_export.export(full, path, sensitive=True)
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["format"], document["version"]) == ("dipdesk", 1)
    assert document["office"] == "Balıkesir Büyükşehir"
    assert list(document["records"]) == [entity_name(kind) for kind in entities()]
    assert sum(map(len, document["records"].values())) == written
    for kind in entities():
        for row in document["records"][entity_name(kind)]:
            read = {one.name: one.kind.from_json(row[one.name]) for one in fields(kind)}
            with full.read() as session:
                record = session.get_one(kind, row["id"])
                assert read == {one.name: getattr(record, one.name) for one in fields(kind)}
    assert json_export.export(full, path, [Tag]) == 1
    assert list(json.loads(path.read_text(encoding="utf-8"))["records"]) == ["tag"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-2+3", "'-2+3"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("'=1", "''=1"),
        ("+90 532 000 00 00", "+90 532 000 00 00"),
        ("+1+1", "'+1+1"),
        ("'ayn", "'ayn"),
        ("Štip", "Štip"),
        ("", ""),
    ],
)
def test_formulas_are_marked_and_phone_numbers_are_not(text: str, marked: str) -> None:
    assert mark(text) == marked
    assert unmark(marked) == text


@given(st.text())
def test_marks_come_off_again(text: str) -> None:
    assert unmark(mark(text)) == text
    assert not mark(text).startswith(("=", "-", "@", "\t", "\r"))


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("Ad\u202efdp\u200b.exe\n👩‍⚕️") == "Ad⟨202E⟩fdp⟨200B⟩.exe\n👩‍⚕️"


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headline=TEXTS.filter(lambda text: text.strip() != ""),
    text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
)
def test_any_text_survives_the_round_trip(
    office: OfficeFile, written: Callable[..., Path], tmp_path: Path, headline: str, text: str
) -> None:
    kinds = {one.name: one.kind for one in fields(Note)}
    try:
        values = {"headline": kinds["headline"].parse(headline), "text": kinds["text"].parse(text)}
    except ValueError:
        return
    path = tmp_path / "notes.csv"
    with office.change("Note") as session:
        session.add(Note(**values))
    csv_export.export(office, Note, path)
    before = contents(office, Note)
    assert run(office, guess(read_table(path), "note")).same == 1
    office.undo()
    assert run(office, guess(read_table(path), "note")).added == 1
    assert contents(office, Note) == before
    office.undo()
