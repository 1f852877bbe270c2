"""The page of exported papers: what is no longer true, why, and new versions with a click."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.desk import Desk
from dipdesk.gui.exported.page import ExportedPage
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.places import STALE
from dipdesk.gui.settings import Settings
from dipdesk.gui.trail import Spot
from dipdesk.gui.trouble import Troubles
from dipdesk.model import Exported, ProgrammeItem, Visit
from dipdesk.papers import exported, making
from dipdesk.papers.exported import Order
from dipdesk.papers.parts import unpacked
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui import small_office

Make = Callable[[], ExportedPage]
ITEM = "Talks in the town hall with a name that is rather long for a line"


@pytest.fixture
def visit(office: OfficeFile) -> str:
    """A visit with one item."""
    with office.change("Sample") as session:
        made = Visit(
            title_tr="Ziyaret", title_en="The visit", starts=date(2027, 5, 12), ends=date(2027, 5, 12)
        )
        session.add(made)
        session.flush()
        when = Moment.parse("2027-05-12 10:00 Europe/Istanbul")
        session.add(ProgrammeItem(visit_id=made.id, starts=when, title_tr="Görüşme", title_en=ITEM))
        return made.id


@pytest.fixture
def brief(office: OfficeFile, visit: str, tmp_path: Path) -> Path:
    """The brief of the visit as plain text, exported."""
    known = paper("brief")
    made = exported.make(office, Order(known, visit, known.options(), ("en",), "txt"))
    target = making.write_document(made.document, "txt", tmp_path / "brief.txt")
    exported.remember(office, made, target, "Governorship")
    return target


@pytest.fixture
def make(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Make:
    """Put the page on the screen and wait until all papers are checked."""

    def made() -> ExportedPage:
        window = QWidget()
        qtbot.addWidget(window)
        page = ExportedPage(office, settings, news, Jobs(window), Troubles(MessageBar(window), window))
        page.resize(1000, 700)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.checked):
            page.show()
        return page

    return made


def move(office: OfficeFile) -> None:
    with office.change("Moved") as session:
        item = session.query(ProgrammeItem).one()
        item.starts = Moment.parse("2027-05-12 11:30 Europe/Istanbul")


def texts(page: ExportedPage) -> str:
    labels = [*page.findChildren(QLabel), *page.findChildren(Wrapped)]
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def test_an_empty_list_says_what_belongs_here(make: Make) -> None:
    page = make()
    assert page.cards == {}
    assert "Every paper that you export is remembered here" in texts(page)


def test_a_paper_that_is_true_says_so_and_offers_nothing_to_do(make: Make, brief: Path) -> None:
    (card,) = make().cards.values()
    assert card.state.accessibleName() == "Up to date"
    assert not card.export.isVisibleTo(card)


def test_a_change_shows_at_once_with_part_and_reason(
    qtbot: QtBot, make: Make, office: OfficeFile, brief: Path
) -> None:
    page = make()
    with qtbot.waitSignal(page.checked):
        move(office)
    qtbot.waitUntil(lambda: "Programme" in texts(page))
    shown = texts(page)
    assert "1 paper would be different today." in shown
    assert "11:30" in shown
    assert "given to Governorship" in shown


def test_exporting_again_writes_the_same_file_and_all_is_well(
    qtbot: QtBot, make: Make, office: OfficeFile, brief: Path
) -> None:
    move(office)
    page = make()
    assert "10:00" in brief.read_text()
    with qtbot.waitSignal(page.checked):
        qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert "11:30" in brief.read_text()
    (card,) = page.cards.values()
    assert card.state.accessibleName() == "Up to date"
    assert card.facts.receiver == "Governorship"


def test_a_folder_that_is_gone_is_asked_for(
    qtbot: QtBot,
    make: Make,
    office: OfficeFile,
    brief: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with office.change("Elsewhere") as session:
        session.query(Exported).one().file = str(tmp_path / "gone" / "brief.txt")
    move(office)
    page = make()
    target = tmp_path / "new.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_ignored: (str(target), ""))
    (card,) = page.cards.values()
    with qtbot.waitSignal(page.checked):
        qtbot.mouseClick(card.export, Qt.MouseButton.LeftButton)
    assert "11:30" in target.read_text()


def test_what_is_no_longer_watched_comes_back_with_undo(
    qtbot: QtBot, make: Make, office: OfficeFile, brief: Path
) -> None:
    page = make()
    (card,) = page.cards.values()
    with qtbot.waitSignal(page.checked):
        qtbot.mouseClick(card.forget, Qt.MouseButton.LeftButton)
    assert page.cards == {}
    with qtbot.waitSignal(page.checked):
        office.undo()
    assert len(page.cards) == 1


def test_an_export_from_the_papers_page_is_remembered(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.office is not None
    visit = small_office.fill(desk.office)["visit"]
    desk.go(Spot("visit", visit))
    desk.window.commands["paper.brief"].trigger()
    qtbot.waitUntil(lambda: desk.pages.preview is not None and desk.pages.preview.is_ready)
    target = tmp_path / "Özet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_ignored: (str(target), "PDF (*.pdf)"))
    desk.window.commands["paper.export"].trigger()
    qtbot.waitUntil(target.exists)
    desk.go(Spot(STALE))
    page = desk.page
    assert isinstance(page, ExportedPage)
    qtbot.waitUntil(lambda: bool(page.cards) and not page.stale())
    with desk.office.read() as session:
        parts = unpacked(session.query(Exported).one().parts)
    assert any(one.page > 1 for one in parts)
    qtbot.mouseClick(next(iter(page.cards.values())).details, Qt.MouseButton.LeftButton)
    assert desk.trail.here is not None
    assert desk.trail.here.place == "exported"


def export_three(office: OfficeFile, visit: str, folder: Path) -> None:
    for number, languages in enumerate((("en",), ("tr",), ("tr", "en"))):
        known = paper("brief")
        made = exported.make(office, Order(known, visit, known.options(), languages, "txt"))
        target = making.write_document(made.document, "txt", folder / f"brief {number}.txt")
        exported.remember(office, made, target)


def test_an_empty_page_does_not_say_that_all_is_well(make: Make) -> None:
    page = make()
    assert "up to date" not in texts(page)
    title = next(label for label in page.findChildren(QLabel) if label.text() == "Exported papers")
    assert title.height() < 2 * title.fontMetrics().height()


def test_all_that_were_saved_together_are_named(
    qtbot: QtBot, make: Make, office: OfficeFile, visit: str, tmp_path: Path
) -> None:
    export_three(office, visit, tmp_path)
    move(office)
    page = make()
    said: list[str] = []
    page.renewal._told = said.append
    with qtbot.waitSignal(page.checked):
        qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said[0].startswith("Saved: brief ")
    assert said[-1].startswith("3 papers saved: brief ")
    assert all(f"brief {number}.txt" in said[-1] for number in range(3))


def test_the_focus_goes_to_what_can_be_done_next(
    qtbot: QtBot, make: Make, office: OfficeFile, visit: str, tmp_path: Path
) -> None:
    export_three(office, visit, tmp_path)
    move(office)
    page = make()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for left in (2, 1, 0):
        button = next(card.export for card in page.cards.values() if card.export.isVisibleTo(card))
        button.setFocus()
        with qtbot.waitSignal(page.checked):
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert len(page.stale()) == left
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert page.isAncestorOf(focused)
        assert focused.text() == ("Export again" if left else "Given to …")
