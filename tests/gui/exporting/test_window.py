"""The actions of the window that write lists and find doubles."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dipdesk.exchange.csv_import import read_table
from dipdesk.gui.desk import Desk
from dipdesk.gui.doubles.dialog import DoublesDialog
from dipdesk.gui.trail import Spot
from dipdesk.model import Partner, Person


@pytest.fixture
def people(desk: Desk) -> list[str]:
    assert desk.office is not None
    some = [Person(family_name=name) for name in ("Akın", "Boz", "Can")]
    with desk.office.change("People") as session:
        session.add_all(some)
    return [one.id for one in some]


def test_the_list_and_the_record_go_into_files(
    desk: Desk, people: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.go(Spot("person", people[1]))
    names = iter(["all.csv", "one.vcf"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_said: (str(tmp_path / next(names)), ""))
    desk.window.commands["list.export"].trigger()
    desk.window.commands["record.export"].trigger()
    assert len(read_table(tmp_path / "all.csv").rows) >= 3
    assert [row.cells[0] for row in read_table(tmp_path / "one.vcf").rows] == ["Boz"]


def test_doubles_are_looked_for_among_what_is_shown(qtbot: QtBot, desk: Desk, people: list[str]) -> None:
    for spot, kind in ((Spot("person", people[0]), Person), (Spot("visit"), Partner)):
        desk.go(spot)
        desk.window.commands["list.doubles"].trigger()
        dialog = desk.window.frame.findChild(DoublesDialog)
        assert dialog is not None
        assert dialog.kind is kind
        dialog.reject()
        dialog.deleteLater()
        qtbot.waitUntil(lambda: desk.window.frame.findChild(DoublesDialog) is None)
