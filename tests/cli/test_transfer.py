"""Bringing data in and out by commands: sheets, whose list it is, workbooks, contacts."""

import json
from pathlib import Path

import pytest
import xlsxwriter

from tests.cli.conftest import Run

NAMELESS = "Kardeş Şehir;Ülke;Meclis Karar Tarihi;İmza Tarihi\nÜsküp;MK;2015;2016\n"


@pytest.fixture
def union(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "union.dipdesk"
    assert run("new", path, "--office", "Belediyeler Birliği", "--kind", "union")[0] == 0
    return path


def test_a_union_takes_the_name_of_the_file_or_what_it_is_told(run: Run, union: Path, tmp_path: Path) -> None:
    table = tmp_path / "cekmekoy_kardes_sehirler.csv"
    table.write_text(NAMELESS, encoding="utf-8")
    code, out, _err = run("import", union, table)
    assert (code, out.splitlines()[0]) == (0, "Municipality: Çekmeköy")
    code, out, _err = run("import", union, table, "--municipality", "Şile")
    assert (code, out.splitlines()[0]) == (0, "Municipality: Şile")
    assert [row["municipality_id"] for row in relations(run, union, tmp_path)] != [None, None]
    code, out, _err = run("import", union, table, "--municipality", "")
    assert (code, "Municipality" in out) == (0, False)
    assert sum(row["municipality_id"] is None for row in relations(run, union, tmp_path)) == 1


def relations(run: Run, office: Path, folder: Path) -> list[dict[str, object]]:
    path = folder / "out.json"
    assert run("export", office, "relation", "-o", path, "--force")[0] == 0
    found: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))["records"]["relation"]
    return found


def test_a_list_that_says_whose_it_is_refuses_to_be_told(run: Run, union: Path) -> None:
    lists = Path(__file__).parents[1] / "data" / "sister_cities_published.csv"
    code, _out, err = run("import", union, lists, "--municipality", "Şile")
    assert (code, "says itself whose it is" in err) == (1, True)


def test_a_sheet_is_chosen_and_a_list_goes_out_as_a_workbook(run: Run, union: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "people.xlsx", tmp_path / "out.xlsx"
    with xlsxwriter.Workbook(source) as book:
        book.add_worksheet("Boş").write_row(0, 0, ["x", "y"])
        sheet = book.add_worksheet("Kişiler")
        sheet.write_row(0, 0, ["Ad", "Soyad", "E-posta"])
        sheet.write_row(1, 0, ["Ayşe", "Yılmaz", "a@b.example"])
    assert run("import", union, source, "--as", "person")[0] == 1
    assert run("import", union, source, "--as", "person", "--sheet", "kişiler")[0] == 0
    code, _out, err = run("import", union, source, "--sheet", "Üç")
    assert (code, "Its sheets are: Boş, Kişiler" in err) == (1, True)
    assert run("export", union, "person", "-o", target)[0] == 0
    code, out, _err = run("import", union, target, "--as", "person")
    assert (code, "1 known already" in out) == (0, True)


def test_contacts_go_in_and_out(run: Run, union: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "in.vcf", tmp_path / "out.vcf"
    source.write_text(
        "BEGIN:VCARD\nN:Kaya;Ali\nORG:Örnek\nEND:VCARD\nBEGIN:VCARD\nN:Çelik;Can\nEND:VCARD\n",
        encoding="utf-8",
    )
    assert run("import", union, source)[0] == 0
    assert run("export", union, "person", "--only", "Çelik", "-o", target)[0] == 0
    assert target.read_text(encoding="utf-8").count("BEGIN:VCARD") == 1
    assert "FN:Can Çelik" in target.read_text(encoding="utf-8")
    for entity, name in (("partner", "x.vcf"), ("person", "x.doc")):
        code, _out, err = run("export", union, entity, "-o", tmp_path / name)
        assert (code, "people to a .vcf file" in err) == (1, True)


def test_doubles_are_named_and_merged_when_told(run: Run, union: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("name_tr;population\nSchwäbisch Hall;\nSchwabisch Halle;40\nUlm;\n", encoding="utf-8")
    assert run("import", union, table, "--as", "partner")[0] == 0
    code, out, _err = run("doubles", union, "partner")
    assert (code, len(out.splitlines()), "Names that are alike" in out) == (0, 1, True)
    (pair,) = json.loads(run("doubles", union, "partner", "--json")[1])
    assert pair["reasons"] == ["like_name"]
    code, out, _err = run("doubles", union, "partner", "--merge", "Schwäbisch Hall", "Schwabisch Halle")
    assert (code, out) == (0, "Merged: “Schwabisch Halle” into “Schwäbisch Hall”\n")
    assert run("doubles", union, "partner")[1] == "No two records look as if they were the same.\n"
    code, _out, err = run("doubles", union, "visit")
    assert (code, "There are: partner, person." in err) == (1, True)
