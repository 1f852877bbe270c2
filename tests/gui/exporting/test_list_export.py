"""The rows of a list go into the file that somebody named."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Known
from dipdesk.exchange.csv_import import read_table
from dipdesk.gui.exporting.list_export import ListExport
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import Toast
from dipdesk.model import Partner, Person
from dipdesk.store.office_file import OfficeFile


@pytest.fixture
def people(office: OfficeFile) -> list[str]:
    some = [Person(family_name=name, phone=f"+90 266 {name}".replace(name, "1234")) for name in ("Ak", "Boz")]
    with office.change("People") as session:
        session.add_all(some)
    return [one.id for one in some]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "chosen", "written"),
    [
        ("kişiler", "Workbook (*.xlsx)", "kişiler.xlsx"),
        ("kişiler.csv", "Workbook (*.xlsx)", "kişiler.csv"),
        ("a.b", "CSV table (*.csv)", "a.b.csv"),
        ("kişiler", "Contacts (*.vcf)", "kişiler.vcf"),
    ],
)
def test_the_ending_or_the_choice_says_the_format(
    office: OfficeFile,
    settings: Settings,
    window: QWidget,
    people: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    chosen: str,
    written: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_said: (str(tmp_path / typed), chosen))
    ListExport(office, Person, settings, window).ask(people[1:], ("phone", "family_name", "nothing"))
    table = read_table(tmp_path / written)
    assert len(table.rows) == 1
    assert "Boz" in table.rows[0].cells
    if not written.endswith(".vcf"):
        assert table.header[:2] == ("Phone", "Family name")
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.accessibleName() == f"1 record written to “{written}”."


def test_nothing_is_written_when_nobody_chooses(
    office: OfficeFile, settings: Settings, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Any] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *said: (offered.append(said), ("", ""))[1])
    ListExport(office, Partner, settings, window).ask([])
    assert offered[0][2].endswith("Partners.xlsx")
    assert "vcf" not in offered[0][3]
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_folder_that_is_not_there_is_said(
    office: OfficeFile, settings: Settings, window: QWidget, tmp_path: Path
) -> None:
    with pytest.raises(Known, match="There is no folder"):
        ListExport(office, Partner, settings, window).write(tmp_path / "no" / "x.csv", [])
