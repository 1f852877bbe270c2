"""Every command, as somebody types it: exit codes, sentences, JSON, and never a traceback."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk import cli
from dipdesk.model import Exported, Office
from dipdesk.papers.registry import papers
from dipdesk.rules.receivers import receiver
from dipdesk.store import opening

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "resources" / "sample"


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.dipdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent))
        patch.setenv("LC_ALL", "C")
        assert cli.main(["new", str(path), "--sample"]) == 0
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(part) for part in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out, said.err


def test_a_published_list_is_imported_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = tmp_path / "t.dipdesk"
    assert run(capsys, "new", office, "--office", "Balıkesir Büyükşehir")[0] == 0
    code, out, _err = run(capsys, "import", office, LISTS / "sister_cities_published.csv")
    assert code == 0
    assert out.startswith("70 rows read: ")
    code, out, _err = run(capsys, "import", office, LISTS / "sister_cities_published.csv")
    assert code == 0
    assert out == "70 rows read: 0 added, 0 updated, 70 known already, 0 refused.\n"
    code, out, _err = run(capsys, "import", office, LISTS / "union_collaborations.csv", "--json")
    assert json.loads(out)["read"] == 12
    assert run(capsys, "check", office) == (0, "The file is whole, and its history is complete.\n", "")


def test_columns_that_were_not_read_are_named(
    office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Family name;Shoe size\nYılmaz;42\n", encoding="utf-8")
    code, out, _err = run(capsys, "import", office_path, table, "--as", "person")
    assert (code, out.splitlines()[-1]) == (0, "Columns not read: Shoe size.")


def test_a_dry_run_stores_nothing(office_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "import", office_path, LISTS / "sister_cities_published.csv", "--dry-run")
    assert (code, out.startswith("70 rows read: ")) == (0, True)
    assert "0 records" in run(capsys, "list", office_path, "agreement")[1]


def test_refused_rows_are_named_and_nothing_is_stored(
    office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Family name;E-mail\nYılmaz;ayse@ornek.org\nŞahin;at yok\n", encoding="utf-8")
    code, out, err = run(capsys, "import", office_path, table, "--as", "person")
    assert code == 1
    assert re.search(r"Line 3: .*not an e-mail address", out)
    assert "Nothing was stored" in err
    assert "0 records" in run(capsys, "list", office_path, "person")[1]
    code, out, err = run(capsys, "import", office_path, table, "--as", "person", "--skip-refused")
    assert (code, err) == (0, "")
    assert "YILMAZ" in run(capsys, "list", office_path, "person")[1]


def test_listing_and_showing(sample_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "list", sample_file, "visit", "--json")
    visits = json.loads(out)
    assert code == 0
    assert {"entity", "id", "title", "starts"} <= set(visits[0])
    code, out, _err = run(capsys, "show", sample_file, visits[0]["id"][:16], "--json")
    assert json.loads(out)["id"] == visits[0]["id"]
    code, out, _err = run(capsys, "show", sample_file, "Beispielburg heyetinin ziyareti")
    assert code == 0
    assert "Aim in Turkish" in out
    found = run(capsys, "list", sample_file, "partner", "--search", "schwabisch")[1]
    assert "Schwäbisch Hall" in found


@pytest.mark.parametrize("language", ["tr", "en", "tr,en"])
def test_the_brief_is_written(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    target = tmp_path / "brief.pdf"
    arguments = ("paper", sample_file, "brief", "--for", "Beispielburg", "--lang", language, "-o", target)
    assert run(capsys, *arguments)[0] == 0
    assert target.read_bytes().startswith(b"%PDF-")
    code, _out, err = run(capsys, *arguments)
    assert (code, "exists already" in err) == (1, True)
    assert run(capsys, *arguments, "--force")[0] == 0


@pytest.mark.parametrize(
    ("name", "reference", "form"),
    [
        ("audit_sheet", "Nimuşeti · Dostluk anlaşması", "pdf"),
        ("relation_file", "Beispielburg", "docx"),
        ("membership_renewal", "Örnek Kentler Ağı", "txt"),
        ("signing_readiness", "İmza töreni: gençlik", "pdf"),
        ("register", "", "txt"),
        ("published_list", "", "csv"),
        ("published_list", "", "xlsx"),
        ("published_list", "", "html"),
    ],
)
def test_every_kind_of_paper_is_written(
    sample_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    reference: str,
    form: str,
) -> None:
    target = tmp_path / f"paper.{form}"
    about = ("--for", reference) if reference else ()
    code, _out, err = run(capsys, "paper", sample_file, name, *about, "--lang", "tr,en", "-o", target)
    assert (code, err) == (0, "")
    assert target.stat().st_size > 1000


def test_the_papers_are_listed_with_what_they_are_about(capsys: pytest.CaptureFixture[str]) -> None:
    found = {one["name"]: one for one in json.loads(run(capsys, "papers", "--json")[1])}
    assert found["audit_sheet"]["for"] == ["relation", "agreement", "membership", "visit"]
    assert found["published_list"]["for"] == []
    assert set(found["published_list"]["formats"]) > {"pdf", "csv", "xlsx", "html"}
    assert "csv" not in found["register"]["formats"]


def test_the_brief_as_text_speaks_the_language_that_was_asked_for(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "brief.txt"
    assert (
        run(capsys, "paper", sample_file, "brief", "--for", "Beispielburg", "--lang", "tr", "-o", target)[0]
        == 0
    )
    text = target.read_text(encoding="utf-8")
    assert "12 Mayıs 2027" in text
    assert "Wednesday" not in text


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("check", "nothing.dipdesk"), "There is no file"),
        (("list", "OFFICE", "spaceship"), "There is no “spaceship”"),
        (("show", "OFFICE", "zzzz"), "Nothing is called “zzzz”"),
        (("show", "OFFICE", "an"), "records, among them"),
        (("paper", "OFFICE", "brief", "-o", "x.pdf"), "--for"),
        (("paper", "OFFICE", "brief", "--for", "zzzz", "-o", "x.pdf"), "Nothing is called"),
        (("paper", "OFFICE", "brief", "--for", "zzzz", "-o", "x.xyz"), "can be had as"),
        (("paper", "OFFICE", "brief", "--for", "zzzz", "--lang", "fr", "-o", "x.pdf"), "can be had in"),
        (("paper", "OFFICE", "register", "-o", "x.csv"), "can be had as"),
        (("import", "OFFICE", "nothing.csv"), "."),
        (("import", "OFFICE", "OFFICE"), "."),
        (("restore", "nothing", "OFFICE"), "There is no file"),
        (("export", "OFFICE", "-o", "x.doc"), ".csv"),
        (("new", "OFFICE"), "exists already"),
        (("new", "/nowhere/at/all.dipdesk"), "There is no folder"),
        (("rules", "flags", "nothing.json"), "The system refused"),
    ],
)
def test_what_is_refused_gets_one_sentence(
    office_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], part: str
) -> None:
    code, _out, err = run(capsys, *(office_path if one == "OFFICE" else one for one in arguments))
    assert code == 1
    assert part in err
    assert err.count("\n") == 1


def test_wrong_usage_is_two(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["fly"], ["list"], ["new", "a", "--kind", "kingdom"]):
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        assert stopped.value.code == 2
    capsys.readouterr()


def test_backup_history_and_restore(
    office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "import", office_path, LISTS / "union_collaborations.csv")
    code, out, _err = run(capsys, "backup", office_path, "--to", tmp_path)
    assert code == 0
    saved = Path(re.findall("“(.*)”", out)[0])
    steps = json.loads(run(capsys, "history", office_path, "--json")[1])
    assert len(steps) == 2
    assert "NALAS" in run(capsys, "history", office_path, "Network of Associations")[1]
    code, out, _err = run(capsys, "restore", saved, office_path)
    assert code == 0
    assert out.count("“") == 2
    assert run(capsys, "check", office_path)[0] == 0


def test_export_and_import_again_adds_nothing(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people, everything = tmp_path / "people.csv", tmp_path / "all.json"
    assert run(capsys, "export", sample_file, "person", "-o", people)[0] == 0
    assert run(capsys, "export", sample_file, "-o", everything)[0] == 0
    assert json.loads(everything.read_text(encoding="utf-8"))
    result = json.loads(run(capsys, "import", sample_file, people, "--as", "person", "--json")[1])
    assert (result["added"], result["updated"], result["refused"]) == (0, 0, [])


def test_the_rules_answer_without_an_office_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = tmp_path / "flags.json"
    question.write_text(
        '{"countries": ["TR", "DE", "FR"], "policy": "CENTRE_IF_ODD", "language": "tr"}', encoding="utf-8"
    )
    code, out, _err = run(capsys, "rules", "flags", question)
    assert code == 0
    assert json.loads(out)["hall"] == ["DE", "TR", "FR"]
    question.write_text('{"countries": ["TR"], "policy": "NONE", "colour": "red"}', encoding="utf-8")
    code, out, err = run(capsys, "rules", "flags", question)
    assert (code, out) == (1, "")
    assert err.strip()
    question.write_text("{", encoding="utf-8")
    code, out, err = run(capsys, "rules", "flags", question)
    assert (code, out) == (1, "")
    assert "This is not JSON." in err


def test_every_command_and_paper_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in cli.commands():
        assert f"\ndipdesk {command.name}" in readme, command.name
    told = " ".join(readme.split()).lower()
    for paper in papers():
        assert paper.title().lower() in told, paper.name


def test_the_program_starts_as_a_module_and_speaks_turkish_where_the_environment_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dipdesk", "check", str(tmp_path / "yok.dipdesk")]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "tr_TR.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "dosyası yok" in done.stderr
    assert done.stdout == ""


def test_opening_leaves_no_note_behind(office_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "list", office_path, "country")
    assert [one.name for one in office_path.parent.iterdir()] == [office_path.name]
    opening.open_file(office_path).close()


def test_a_paper_that_was_given_away_is_told_when_it_is_no_longer_true(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, target = tmp_path / "b.dipdesk", tmp_path / "liste.txt"
    assert run(capsys, "new", file, "--office", "Örnek")[0] == 0
    paper = ("paper", file, "register", "--lang", "en", "-o", target, "--given-to", "Valilik")
    assert run(capsys, *paper)[0] == 0
    assert run(capsys, "stale", file) == (0, "All papers that were exported are up to date.\n", "")
    with opening.open_file(file) as office, office.change("Named") as session:
        session.scalars(select(Office)).one().name_en = "Municipality of Sampletown"
    code, out, _err = run(capsys, "stale", file)
    assert code == 0
    assert str(target) in out
    assert "Municipality of Sampletown" in out
    assert json.loads(run(capsys, "stale", file, "--json")[1])[0]["causes"]


def test_who_is_called_like_a_receiver_gets_their_copy_or_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, target = tmp_path / "b.dipdesk", tmp_path / "out.txt"
    assert run(capsys, "new", file, "--office", "Örnek")[0] == 0
    code, _out, err = run(capsys, "paper", file, "gift_register", "-o", target, "--given-to", "otel")
    assert code == 1
    assert receiver("hotel").name.said() in err
    assert not target.exists()
    assert run(capsys, "paper", file, "register", "-o", target, "--given-to", "Basın")[0] == 0
    with opening.open_file(file) as office, office.read() as session:
        note = session.scalars(select(Exported)).one()
        assert '"receiver": "press"' in note.options
