"""Papers in the window: shown, chosen, exported, never over another file unasked."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QMenu, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui import papered
from dipdesk.gui.cards import RowButton
from dipdesk.gui.desk import Desk
from dipdesk.gui.papered import PAPERED
from dipdesk.gui.places import PAPERS
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.preview.page_sheet import PageSheet
from dipdesk.gui.preview.section_list import SectionList
from dipdesk.gui.preview.subject_box import SubjectBox
from dipdesk.gui.toast import Toast
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.model import Agreement, Partner, Visit
from dipdesk.papers.registry import papers
from tests.gui import small_office


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PreviewPage:
    assert desk.office is not None
    visit = small_office.fill(desk.office)["visit"]
    desk.settings.set("paper.name", "brief")
    desk.go(Spot(PAPERS, visit))
    assert isinstance(desk.page, PreviewPage)
    qtbot.waitUntil(lambda: desk.pages.preview is not None and desk.pages.preview.is_ready)
    return desk.page


def untick(page: PreviewPage, *names: str) -> None:
    """Take sections out of the paper."""
    sections = page.panel.findChildren(SectionList)[-1].list
    for row in range(sections.count()):
        if sections.item(row).text() in names:
            sections.item(row).setCheckState(Qt.CheckState.Unchecked)


def test_a_visit_shows_its_brief(qtbot: QtBot, page: PreviewPage) -> None:
    assert "Schwäbisch Hall" in page.panel.subject_title()
    qtbot.waitUntil(lambda: page.sheets.has_picture(0))
    assert page.sheets.count > 1


def test_every_choice_shows_at_once(qtbot: QtBot, page: PreviewPage) -> None:
    before = page.sheets.count
    untick(page, "Programme", "Delegations", "City and country", "Contacts")
    qtbot.waitUntil(lambda: page.is_ready and page.sheets.count < before)
    next(one for one in page.panel.findChildren(QRadioButton) if "together" in one.text()).click()
    assert page.panel.languages == ("tr", "en")
    with qtbot.waitSignal(page.ready):
        pass


def test_each_paper_remembers_its_own_language(page: PreviewPage) -> None:
    choices = page.panel.findChildren(QComboBox)[0]
    next(one for one in page.panel.findChildren(QRadioButton) if one.text() == "English").click()
    choices.setCurrentIndex(choices.findData("travel_statement"))
    assert page.panel.languages == ("tr",)
    choices.setCurrentIndex(choices.findData("brief"))
    assert page.panel.languages == ("en",)


def test_only_what_is_chosen_is_exported(
    qtbot: QtBot, page: PreviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(parent: object, title: str, name: str, *more: str) -> tuple[str, str]:
        asked.append(name)
        assert page.is_ready
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    next(one for one in page.panel.findChildren(QRadioButton) if one.text() == "English").click()
    assert not page.is_ready
    page.export()
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert asked[0].endswith("(en).pdf")
    next(one for one in page.panel.findChildren(QRadioButton) if one.text() == "Türkçe").click()
    assert page._file_name().endswith(" yılı dolayısıyla ziyareti – Ziyaret dosyası (tr).pdf")


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", b"SCHW")])
def test_the_paper_is_exported_in_every_format(
    qtbot: QtBot, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, start: bytes
) -> None:
    asked: list[str] = []
    target = tmp_path / "ziyaret dosyası 1.5"

    def answer(parent: object, title: str, name: str, filters: str, first: str) -> tuple[str, str]:
        asked.extend((Path(name).name, filters, first))
        return str(target), first

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    formats = next(one for one in page.panel.findChildren(QComboBox) if one.accessibleName() == "Format")
    formats.setCurrentIndex(formats.findData(kind))
    formats.activated.emit(formats.currentIndex())
    next(one for one in page.panel.findChildren(QPushButton) if one.text() == "Export …").click()
    written = target.with_name(f"ziyaret dosyası 1.5.{kind}")
    qtbot.waitUntil(written.exists)
    assert written.read_bytes().upper().startswith(start)
    assert asked[0].endswith(f"(tr).{kind}")
    assert "/" not in asked[0]
    assert asked[1] == "PDF (*.pdf);;Word document (*.docx);;Plain text (*.txt)"
    assert asked[2].endswith(f"(*.{kind})")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Toast)))


def test_another_format_can_be_chosen_in_the_dialog(
    qtbot: QtBot, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(parent: object, title: str, name: str, filters: str, first: str) -> tuple[str, str]:
        return str(tmp_path / "brief.pdf"), filters.split(";;")[2]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page.export()
    qtbot.waitUntil((tmp_path / "brief.txt").exists)


def test_what_is_not_written_in_a_language_is_listed_and_led_to(
    qtbot: QtBot, desk: Desk, page: PreviewPage
) -> None:
    assert page.panel.gaps.sentence == ""
    next(one for one in page.panel.findChildren(QRadioButton) if one.text() == "English").click()
    qtbot.waitUntil(lambda: page.is_ready and bool(page.panel.gaps.sentence))
    rows = page.panel.gaps.findChildren(RowButton)
    assert page.panel.gaps.sentence == f"{len(rows)} texts or details are missing for this paper."
    assert desk.window.commands["paper.export"].isEnabled()
    wanted = next(row for row in rows if row.accessibleName().startswith("Kardeş okul"))
    wanted.click()
    assert desk.trail.here is not None
    assert desk.trail.here.place == "commitment"


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


def test_every_paper_can_be_chosen(qtbot: QtBot, desk: Desk, page: PreviewPage) -> None:
    box = next(one for one in page.panel.findChildren(QComboBox) if one.accessibleName() == "Paper")
    names = [box.itemData(row) for row in range(box.count()) if box.itemData(row)]
    assert sorted(names) == sorted(one.name for one in papers())
    for name in ("register", "relation_file", "precedence_list", "brief"):
        box.setCurrentIndex(box.findData(name))
        with qtbot.waitSignal(page.ready):
            box.activated.emit(box.currentIndex())
        assert page.panel.paper.name == name
        has_subject = any(one.isVisible() for one in page.panel.findChildren(SubjectBox))
        assert has_subject == (name != "register")
        assert page.is_ready == (name != "precedence_list"), "there is no ceremony"
        assert desk.window.commands["paper.export"].isEnabled() == page.is_ready
    assert desk.settings.get("paper.name", "") == "brief"


def test_a_record_brings_a_paper_that_fits_it(qtbot: QtBot, desk: Desk, page: PreviewPage) -> None:
    assert desk.office is not None
    with desk.office.read() as session:
        partner = session.scalars(select(Partner.id).where(Partner.name_tr == "Atina")).one()
    desk.go(Spot("papers", partner))
    assert page.panel.paper.name == "relation_file"
    assert page.panel.subject == partner
    qtbot.waitUntil(lambda: page.is_ready)


def test_the_next_visit_is_chosen_at_first(desk: Desk, qtbot: QtBot) -> None:
    assert desk.office is not None
    small_office.fill(desk.office)
    today = date.today()  # noqa: DTZ011
    with desk.office.change("x") as session:
        for days, name in ((400, "Far"), (-30, "Over"), (5, "Next")):
            session.add(Visit(title_tr=name, title_en=name, starts=today + timedelta(days=days)))
    desk.go_to_place("papers")
    assert isinstance(desk.page, PreviewPage)
    assert desk.page.panel.subject_title() == "Next"
    qtbot.waitUntil(lambda: bool(desk.pages.preview and desk.pages.preview.is_ready))


def test_records_lead_to_the_papers_about_them(qtbot: QtBot, desk: Desk) -> None:
    assert desk.office is not None
    agreement = Agreement(partner_id=small_office.fill(desk.office)["partner"])
    with desk.office.change("an agreement") as session:
        session.add(agreement)
    desk.go(Spot("agreement", agreement.id))
    desk.window.commands["paper.about"].trigger()
    assert isinstance(desk.page, Workspace)
    menu = next(one for one in desk.window.frame.findChildren(QMenu) if one.isVisible())
    assert [one.text() for one in menu.actions()] == [
        "Audit sheet",
        "Signing readiness",
        "Official letter",
    ]
    next(one for one in menu.actions() if one.text() == "Audit sheet").trigger()
    menu.close()
    assert isinstance(desk.page, PreviewPage)
    assert desk.page.panel.paper.name == "audit_sheet"
    assert desk.page.panel.subject == agreement.id


def test_a_visit_leads_to_its_brief_whatever_was_made_last(page: PreviewPage, desk: Desk) -> None:
    visit = page.panel.subject
    desk.settings.set("paper.name", "register")
    desk.go(Spot("visit", visit))
    desk.window.commands["paper.brief"].trigger()
    assert isinstance(desk.page, PreviewPage)
    assert desk.page.panel.paper.name == "brief"


def test_the_window_knows_what_papers_are_about() -> None:
    assert set(PAPERED) == {name for one in papers() for name in one.subjects}


def test_a_paper_of_the_office_is_shown_though_another_was_used_last(desk: Desk) -> None:
    desk.go(Spot(PAPERS))
    page = desk.page
    assert isinstance(page, PreviewPage)
    assert page.panel.paper.name != "change_sheet"
    papered.show(desk, "change_sheet", "")
    assert page.panel.paper.name == "change_sheet"
    desk.go(Spot(PAPERS))
    assert page.panel.paper.name == "change_sheet"


def test_a_subject_is_found_by_a_few_letters(qtbot: QtBot, page: PreviewPage, desk: Desk) -> None:
    assert desk.office is not None
    with desk.office.change("others") as session:
        session.add_all([Partner(name_tr=f"Şehir {number}", kind="city") for number in range(30)])
    desk.settings.set("paper.name", "relation_file")
    page.choose(small_office_partner(desk))
    box = page.panel.findChildren(SubjectBox)[0]
    assert box.count > 30
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "sehir 17")
    assert box.suggested() == ["Şehir 17"]
    box.picked.emit(box._choices[[one.text for one in box._choices].index("Şehir 17")].key, "Şehir 17")
    assert page.panel.subject_title() == "Şehir 17"
    box.setText("nobody")
    box.editingFinished.emit()
    assert box.text() == "Şehir 17"


def small_office_partner(desk: Desk) -> str:
    """The id of any partner."""
    assert desk.office is not None
    with desk.office.read() as session:
        return str(session.scalars(select(Partner.id).order_by(Partner.id)).first())


def test_a_change_of_the_office_file_shows_in_the_paper(qtbot: QtBot, page: PreviewPage, desk: Desk) -> None:
    assert desk.office is not None
    with qtbot.waitSignal(page.ready), desk.office.change("Renamed") as session:
        session.scalars(select(Visit)).one().title_en = "A visit with another name"
    assert page._document is not None
    assert "Schwäbisch" in str(page._document.document)
    visible = page.isVisible()
    desk.go(Spot("visit"))
    with desk.office.change("Renamed again") as session:
        session.scalars(select(Visit)).one().title_tr = "Bambaşka bir ziyaret"
    assert visible
    with qtbot.waitSignal(page.ready):
        desk.go(Spot("papers"))
    assert "Bambaşka" in str(page._document.document)


def test_the_page_in_view_comes_first_and_is_never_blank(qtbot: QtBot, page: PreviewPage, desk: Desk) -> None:
    qtbot.waitUntil(lambda: page.sheets.has_picture(0))
    steps: list[tuple[int | None, bool]] = []
    page.sheets.turned.connect(lambda *_: steps.append((page.sheets._print.only, page.sheets.has_picture(0))))  # type: ignore[union-attr]
    assert desk.office is not None
    with qtbot.waitSignal(page.ready), desk.office.change("Renamed") as session:
        session.scalars(select(Visit)).one().title_tr = "Bambaşka"
    assert steps[:2] == [(1, True), (None, True)]


def test_a_place_on_the_paper_leads_to_its_record(qtbot: QtBot, page: PreviewPage, desk: Desk) -> None:
    qtbot.waitUntil(lambda: page.sheets.has_picture(0))
    sheet = next(
        one for one in page.sheets.findChildren(PageSheet) if one.place_at(one.rect().center()) or one._places
    )
    place = sheet._places[0]
    point = sheet.box(place).center().toPoint()
    qtbot.mouseMove(sheet, point)
    assert sheet.place_at(point) is not None
    with qtbot.waitSignal(page.opened) as signal:
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=point)
    assert "/".join(signal.args) == sheet.place_at(point).record  # type: ignore[union-attr]
    assert desk.trail.here == Spot(*signal.args)


def test_places_are_reached_by_keyboard_alone(qtbot: QtBot, page: PreviewPage, desk: Desk) -> None:
    page.sheets.setFocus()
    qtbot.keyClick(page.sheets, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.sheets, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.opened):
        qtbot.keyClick(page.sheets, Qt.Key.Key_Return)


def test_a_letter_that_no_font_has_is_an_error_with_the_way_to_it(
    qtbot: QtBot, page: PreviewPage, desk: Desk
) -> None:
    assert not page.panel.letters.isVisibleTo(page.panel)
    assert desk.office is not None
    with qtbot.waitSignal(page.ready), desk.office.change("Renamed") as session:
        session.scalars(select(Visit)).one().title_tr = "Kent \U00012000"
    assert page.panel.letters.isVisibleTo(page.panel)
