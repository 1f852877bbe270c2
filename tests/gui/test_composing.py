"""The choices of a paper in the window: sections dragged and moved by keys, profiles taken and saved."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from dipdesk.errors import Known
from dipdesk.gui.desk import Desk
from dipdesk.gui.preview.options import OptionsForm
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.preview.section_list import SectionList
from dipdesk.gui.toast import Toast
from dipdesk.gui.trail import Spot
from dipdesk.model import Exported
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.brief.sections import SECTIONS
from dipdesk.papers.masking import refusals
from dipdesk.papers.registry import papers
from tests.gui import small_office


@pytest.fixture
def form(qtbot: QtBot) -> OptionsForm:
    made = OptionsForm(BriefOptions)
    qtbot.addWidget(made)
    made.resize(280, 1200)
    made.show()
    return made


def sections(form: OptionsForm) -> SectionList:
    assert form.sections is not None
    return form.sections


def test_nothing_chosen_is_the_usual_paper(form: OptionsForm) -> None:
    assert form.value() == BriefOptions()
    assert not sections(form).reset_button.isEnabled()
    assert len(form.findChildren(SectionList)) == 1


def test_keys_move_a_section(qtbot: QtBot, form: OptionsForm) -> None:
    rows = sections(form).list
    rows.setCurrentRow(1)
    moved = rows.item(1).text()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(
            rows, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert rows.item(0).text() == moved
    assert rows.currentRow() == 0
    assert form.value().order[:2] == ("own_before", "summary")
    assert not sections(form).up_button.isEnabled()
    qtbot.keyClick(
        rows, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert rows.currentRow() == 0
    sections(form).down_button.click()
    assert form.value().order == ()


def test_a_section_is_dragged(qtbot: QtBot, form: OptionsForm) -> None:
    rows = sections(form).list
    last = rows.item(rows.count() - 1).text()
    with qtbot.waitSignal(form.changed):
        rows.model().moveRow(rows.rootIndex(), rows.count() - 1, rows.rootIndex(), 0)
        rows.moved.emit()
    assert rows.item(0).text() == last
    assert form.value().order[0] == "annexes"
    assert len(form.value().order) == rows.count()


def test_reset_brings_the_usual_order_and_keeps_the_ticks(form: OptionsForm) -> None:
    form.choose(BriefOptions(order=("contacts", "summary"), programme=False))
    assert form.value().order[:3] == ("contacts", "summary", "own_before")
    sections(form).reset_button.click()
    assert form.value() == BriefOptions(programme=False)


def test_all_choices_are_shown_and_read_again(qtbot: QtBot, form: OptionsForm) -> None:
    chosen = BriefOptions(
        version="3",
        draft=True,
        receiver="hotel",
        classification="confidential",
        copies="Vali\nBaşkan",
        copy=2,
        annexed="",
        summary=False,
        timeline=True,
        order=tuple(reversed([one.name for one in SECTIONS])),
    )
    told: list[bool] = []
    form.changed.connect(lambda: told.append(True))
    form.choose(chosen)
    assert form.value() == chosen
    assert told == [True]


def test_receivers_whom_a_paper_does_not_concern_are_grey_with_the_reason(form: OptionsForm) -> None:
    brief = next(one for one in papers() if one.name == "brief")
    form.grey_out("receiver", refusals(brief))
    box = next(one for one in form.findChildren(QComboBox) if one.findData("kitchen") >= 0)
    for key, is_free in (("kitchen", False), ("partner", True), ("", True)):
        at = box.model().index(box.findData(key), 0)
        assert bool(at.flags() & Qt.ItemFlag.ItemIsEnabled) is is_free
        assert bool(at.data(Qt.ItemDataRole.ToolTipRole)) is not is_free


def test_an_order_with_an_unknown_section_is_said(form: OptionsForm) -> None:
    with pytest.raises(Known, match="dessert"):
        form.choose(BriefOptions(order=("dessert",)))


@pytest.mark.parametrize("name", [one.name for one in papers()])
def test_every_paper_keeps_its_choices(qtbot: QtBot, name: str) -> None:
    options = next(one.options for one in papers() if one.name == name)
    made = OptionsForm(options)
    qtbot.addWidget(made)
    usual = made.value()
    made.choose(usual)
    assert made.value() == usual


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PreviewPage:
    assert desk.office is not None
    visit = small_office.fill(desk.office)["visit"]
    desk.go(Spot("visit", visit))
    desk.window.commands["paper.brief"].trigger()
    assert isinstance(desk.page, PreviewPage)
    qtbot.waitUntil(lambda: desk.pages.preview is not None and desk.pages.preview.is_ready)
    return desk.page


def names(page: PreviewPage) -> list[str]:
    box = page.panel.profiles.box
    return [box.itemText(row) for row in range(box.count()) if box.itemText(row)]


def take(page: PreviewPage, name: str) -> None:
    box = page.panel.profiles.box
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def test_a_proposal_is_taken(qtbot: QtBot, page: PreviewPage) -> None:
    assert names(page) == ["Own choices", "Governor (proposal)", "Mayor (proposal)", "Pocket (proposal)"]
    pages = page.sheets.count
    take(page, "Pocket (proposal)")
    wanted = [name for name in page.panel.options().order if name in ("summary", "greetings", "programme")]
    assert wanted == ["summary", "programme", "greetings"]
    assert not page.panel.options().delegations
    assert not page.panel.profiles.delete_action.isEnabled()
    qtbot.waitUntil(lambda: page.is_ready and page.sheets.count < pages)


def test_choices_are_saved_taken_changed_and_deleted(qtbot: QtBot, page: PreviewPage) -> None:
    box = page.panel.profiles
    next(one for one in page.panel.findChildren(QRadioButton) if one.text() == "English").click()
    form = page.panel.findChildren(OptionsForm)[-1]
    form.choose(BriefOptions(order=("contacts",), draft=True))
    box.save_action.trigger()
    qtbot.keyClicks(box.name, "For the governor")
    qtbot.keyClick(box.name, Qt.Key.Key_Return)
    assert box.box.currentText() == "For the governor"
    assert not box.name.isVisible()
    saved = page.panel.options()
    take(page, "Mayor (proposal)")
    assert page.panel.options() != saved
    take(page, "For the governor")
    assert page.panel.options() == saved
    assert page.panel.languages == ("en",)
    form.choose(BriefOptions(version="9"))
    box.update_action.trigger()
    take(page, "Mayor (proposal)")
    take(page, "For the governor")
    assert page.panel.options() == BriefOptions(version="9")
    box.delete_action.trigger()
    assert "For the governor" not in names(page)
    page.window().findChildren(Toast)[-1]._act()
    assert "For the governor" in names(page)


def test_a_name_that_is_taken_is_said_below(qtbot: QtBot, page: PreviewPage) -> None:
    box = page.panel.profiles
    for _again in range(2):
        box.save_action.trigger()
        qtbot.keyClicks(box.name, "Twice")
        qtbot.keyClick(box.name, Qt.Key.Key_Return)
    assert names(page).count("Twice") == 1
    assert box.name.isVisible()
    qtbot.keyClick(box.name, Qt.Key.Key_Escape)
    assert not box.name.isVisible()


def test_a_section_is_dragged_by_the_mouse(qtbot: QtBot, form: OptionsForm) -> None:
    """A drag of Qt needs a real display; here the list accepts the drop between rows only."""
    rows = sections(form).list
    item = rows.item(0)
    assert not item.flags() & Qt.ItemFlag.ItemIsDropEnabled
    assert item.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.itemAt(QPoint(5, 5)) is item


def test_every_copy_is_exported(
    qtbot: QtBot, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page.panel.copies.isVisible()
    form = page.panel.findChildren(OptionsForm)[-1]
    form.choose(BriefOptions(copies="Valilik\nYazı / İşleri", delegations=False, programme=False))
    qtbot.waitUntil(lambda: page.is_ready)
    assert page.panel.copies.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *asked: str(tmp_path))
    page.panel.copies.click()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 2)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Toast)))
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert names[0].endswith("– 1 Valilik.pdf")
    assert names[1].endswith("– 2 Yazı İşleri.pdf")
    with pypdfium2.PdfDocument(tmp_path / names[1]) as opened:
        assert "Nüsha 2/2" in opened[0].get_textpage().get_text_range() or "Copy 2 of 2" in (
            opened[0].get_textpage().get_text_range()
        )
    with page._office.read() as session:
        assert {one.receiver for one in session.query(Exported)} == {"Valilik", "Yazı / İşleri"}
