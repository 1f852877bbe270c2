"""CONTRIBUTING says how to add a field; here it is done, word for word, in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

_OLD_FILE = """
import sys
from pathlib import Path
from dipdesk.model import Person
from dipdesk.store import opening
office = opening.create(Path(sys.argv[1]), "Eski Ofis")
with office.change("Person added") as session:
    session.add(Person(family_name="Yılmaz", given_name="Ayşe"))
opening.close(office)
"""
_NEW_PROGRAM = """
import sys
from pathlib import Path
from sqlalchemy import select
from dipdesk.exchange import csv_export, csv_import
from dipdesk.model import Person, field_of
from dipdesk.store import checking, going, opening
from dipdesk.store.history import history
from dipdesk.store.listing import Listing, Order

path, table = Path(sys.argv[1]), Path(sys.argv[2])
office = opening.open_file(path)
assert office.raw.execute("PRAGMA user_version").fetchone()[0] == 2
assert field_of(Person, "nickname").title() == "Nickname"
with office.read() as session:
    person = session.scalars(select(Person)).one()
    assert person.nickname == ""
assert checking.check(office).all_well

table.write_text("Family name;Given name;Nickname\\nŞahin;Can;Kartal\\n", encoding="utf-8")
result = csv_import.run(office, csv_import.guess(csv_import.read_table(table), "person"))
assert (result.added, result.refused) == (1, ()), result
with office.change("Nickname written") as session:
    session.get_one(Person, person.id).nickname = "Çınar"
with office.read() as session:
    assert [one.row_id for one in going.targets(session.connection(), "cinar", 9)] == [person.id]
shown = Listing(office, Person, columns=("nickname",), order=Order("nickname")).page(0, 5)
assert [row.cells[0].text for row in shown] == ["Çınar", "Kartal"], shown
assert history(office, "person", person.id)[0].field == "Nickname"
table.unlink()
csv_export.export(office, Person, table)
assert "Kartal" in table.read_text(encoding="utf-8-sig")
office.undo()
with office.read() as session:
    assert session.get_one(Person, person.id).nickname == ""
assert checking.check(office).all_well
opening.close(office)
"""


def _recipe() -> tuple[str, str]:
    """The two pieces of code under "How to add a field"."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = text[text.index("## How to add a field") : text.index("## How to add an entity")]
    declaration, step = re.findall(r"```python\n(.*?)```", part, re.DOTALL)
    return declaration, step


def _copy(target: Path) -> None:
    for name in ("dipdesk", "resources", "translations"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))


def _follow(project: Path) -> None:
    declaration, step = _recipe()
    person = project / "dipdesk" / "model" / "person.py"
    text = person.read_text(encoding="utf-8")
    start = text.index("    email: Mapped[str]", text.index("class Person"))
    person.write_text(f"{text[:start]}    {declaration.strip()}\n{text[start:]}", encoding="utf-8")
    upgrade = project / "dipdesk" / "store" / "upgrade.py"
    text = upgrade.read_text(encoding="utf-8").replace("(step_1,)", "(step_1, step_2)")
    start = text.index("STEPS: ")
    upgrade.write_text(f"{text[:start]}{step}\n\n{text[start:]}", encoding="utf-8")


def _run(script: str, project: Path, *arguments: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C"}
    command = [
        sys.executable,
        "-c",
        f"from dipdesk.i18n import speak; speak('en')\n{script}",
        *map(str, arguments),
    ]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_field_is_added_as_it_is_written(tmp_path: Path) -> None:
    office = tmp_path / "office.dipdesk"
    _run(_OLD_FILE, ROOT, office)
    _copy(tmp_path / "project")
    _follow(tmp_path / "project")
    _run(_NEW_PROGRAM, tmp_path / "project", office, tmp_path / "people.csv")


def test_it_takes_six_lines_in_two_files() -> None:
    lines = [
        line for part in _recipe() for line in part.strip().splitlines() if not line.strip().startswith('"""')
    ]
    assert len(lines) + 1 <= 6
