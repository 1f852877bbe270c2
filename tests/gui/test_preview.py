"""Papers in the window: shown, chosen, exported, never over another file unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from dipdesk.gui.desk import Desk
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.toast import Toast
from dipdesk.gui.trail import Spot
from tests.gui import small_office


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PreviewPage:
    assert desk.office is not None
    visit = small_office.fill(desk.office)["visit"]
    desk.go(Spot("visit", visit))
    desk.window.commands["paper.brief"].trigger()
    assert isinstance(desk.page, PreviewPage)
    qtbot.waitUntil(lambda: desk.preview is not None and desk.preview.is_ready, timeout=20_000)
    return desk.page


def test_a_visit_shows_its_brief(qtbot: QtBot, page: PreviewPage) -> None:
    assert "Schwäbisch Hall" in page.panel.subject_title()
    qtbot.waitUntil(lambda: page.sheets.has_picture(0), timeout=20_000)
    assert page.sheets.count > 1


def test_every_choice_shows_at_once(qtbot: QtBot, page: PreviewPage) -> None:
    before = page.sheets.count
    for box in page.panel.findChildren(QCheckBox):
        if box.text() in ("Programme", "Delegations", "City and country", "Contacts"):
            box.click()
    qtbot.waitUntil(lambda: page.is_ready and page.sheets.count < before, timeout=20_000)
    next(one for one in page.panel.findChildren(QRadioButton) if "side by side" in one.text()).click()
    assert page.panel.languages == ("tr", "en")
    with qtbot.waitSignal(page.ready, timeout=20_000):
        pass


def test_the_paper_is_exported(
    qtbot: QtBot, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    target = tmp_path / "ziyaret dosyası"

    def answer(parent: object, title: str, name: str, filters: str) -> tuple[str, str]:
        asked.append(Path(name).name)
        return str(target), filters.split(";;")[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    export = next(one for one in page.panel.findChildren(QPushButton) if one.text() == "Export as PDF …")
    export.click()
    written = target.with_name("ziyaret dosyası.pdf")
    qtbot.waitUntil(written.exists, timeout=20_000)
    assert written.read_bytes().startswith(b"%PDF")
    assert asked[0].endswith("(tr).pdf")
    assert "/" not in asked[0]
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Toast)))


def test_pages_are_zoomed(page: PreviewPage) -> None:
    page.sheets.set_zoom(1.0)
    page.sheets.step_zoom(1)
    assert page.sheets.zoom == 1.25
    page.sheets.step_zoom(-1)
    page.sheets.step_zoom(-1)
    assert page.sheets.zoom == 0.8


def test_without_a_visit_one_sentence_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.go_to_place("papers")
    assert isinstance(desk.page, PreviewPage)
    with qtbot.waitSignal(desk.page.ready):
        pass
    assert not desk.window.commands["paper.export"].isEnabled()
    assert desk.page.sheets.isHidden()
