"""Letters in the window: chosen, copied, edited with the findings beneath the text, and printed."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui import papered
from dipdesk.gui.desk import Desk
from dipdesk.gui.form.letter_words import LetterWords
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.preview.letter_deed import LetterDeed
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.model import LetterTemplate, Partner
from tests.gui import small_office
from tests.gui.tabbing import stops_after


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PreviewPage:
    """The page of papers with a letter about a visit."""
    assert desk.office is not None
    visit = small_office.fill(desk.office)["visit"]
    papered.show(desk, "letter", visit)
    assert isinstance(desk.page, PreviewPage)
    qtbot.waitUntil(lambda: desk.pages.preview is not None and desk.pages.preview.is_ready)
    return desk.page


def letters(page: PreviewPage) -> QComboBox:
    """The choice of the letter."""
    return next(
        one for one in page.panel.findChildren(QComboBox) if one.accessibleName() == "Letter template"
    )


def names(page: PreviewPage) -> list[str]:
    box = letters(page)
    return [box.itemText(row) for row in range(box.count())]


def deed(page: PreviewPage) -> LetterDeed:
    return page.panel.findChildren(LetterDeed)[0]


def test_the_letters_about_a_visit_can_be_chosen(qtbot: QtBot, page: PreviewPage) -> None:
    assert names(page)[0] == "Invitation to a visit"
    assert "Thanks after a visit" in names(page)
    assert "Condolence" not in names(page)
    assert page.panel.options().template == "visit_invitation"
    with qtbot.waitSignal(page.ready):
        letters(page).setCurrentIndex(1)
    assert page.panel.options().template == "visit_thanks"


def test_both_languages_follow_each_other(page: PreviewPage) -> None:
    said = [one.text() for one in page.panel.findChildren(QRadioButton)]
    assert said == ["Türkçe", "English", "Türkçe, then English"]


def test_another_subject_offers_other_letters(qtbot: QtBot, desk: Desk, page: PreviewPage) -> None:
    assert desk.office is not None
    with desk.office.read() as session:
        partner = session.scalars(select(Partner.id)).first()
    assert partner
    with qtbot.waitSignal(page.ready):
        page.choose(partner)
    assert names(page) == ["Congratulation on a national day", "Condolence"]
    assert page.is_ready


def test_lines_of_a_letter_are_typed_one_below_the_other(qtbot: QtBot, page: PreviewPage) -> None:
    box = next(one for one in page.panel.findChildren(QPlainTextEdit) if one.accessibleName() == "Enclosures")
    with qtbot.waitSignal(page.ready):
        box.setPlainText("Program\n<b>Ek</b> {partner.name}")
    assert page.panel.options().enclosures == "Program\n<b>Ek</b> {partner.name}"


def test_a_shipped_letter_is_copied_and_edited(qtbot: QtBot, desk: Desk, page: PreviewPage) -> None:
    office = desk.office
    assert office is not None
    assert deed(page).text() == "Copy and edit"
    deed(page).click()
    assert isinstance(desk.page, Workspace)
    assert desk.page.kind is LetterTemplate
    with office.read() as session:
        made = session.scalars(select(LetterTemplate)).one()
        assert (made.about, made.copied_from, made.name_tr) == (
            "visit",
            "visit_invitation",
            "Heyet ziyareti daveti",
        )
        assert made.dated is not None
        assert made.remarks() == {}
    assert office.undo_label == "Letter copied: Invitation to a visit"
    visit = page.panel.subject
    papered.show(desk, "letter", visit)
    again = desk.page
    assert isinstance(again, PreviewPage)
    qtbot.waitUntil(lambda: again.is_ready)
    assert names(again)[0] == "Invitation to a visit (our own)"
    assert deed(again).text() == "Edit"
    deed(again).click()
    assert desk.trail.here == Spot("letter_template", made.id)


def test_what_the_checker_finds_stands_under_the_text(qtbot: QtBot, desk: Desk, page: PreviewPage) -> None:
    office = desk.office
    assert office is not None
    deed(page).click()
    assert isinstance(desk.page, Workspace)
    record = desk.page.record
    assert isinstance(record, RecordPage)
    with office.change("x") as session:
        session.scalars(select(LetterTemplate)).one().text_tr = "Bir\n\n{visit.partnr.name|'ya} ile"
    cell = record.cells["text_tr"]
    wanted = "Paragraph 2: “{visit.partnr.name|'ya}” is not known. Did you mean “{visit.partner.name|'e}”?"
    qtbot.waitUntil(lambda: cell.remark == wanted)
    with office.change("x") as session:
        session.scalars(select(LetterTemplate)).one().text_tr = "Bir {visit.partner.name|'e}"
    qtbot.waitUntil(lambda: cell.remark == "")


def test_the_words_of_a_letter_are_found_and_copied(qtbot: QtBot, desk: Desk, page: PreviewPage) -> None:
    deed(page).click()
    assert isinstance(desk.page, Workspace)
    record = desk.page.record
    assert record is not None
    words = record.findChildren(LetterWords)[0]
    assert len(words.model.rows) > 30
    words.line.setText("ilk")
    assert words.model.rows == []
    words.line.setText("first day")
    assert [row.texts for row in words.model.rows] == [("{visit.starts}", "Visit: First day")]
    words.table.selectRow(0)
    words.table.wanted.emit()
    assert QGuiApplication.clipboard().text() == "{visit.starts}"


def test_the_list_of_templates_is_a_place(desk: Desk) -> None:
    desk.go_to_place("letter_template")
    assert isinstance(desk.page, Workspace)
    assert "copy one from the papers" in desk.page.list.empty.sentence


def test_tab_leads_through_the_choices_before_the_pages(page: PreviewPage) -> None:
    """The options of a paper that was chosen later, too, in the order in which they stand."""
    wanted = [letters(page), *deed(page).findChildren(QPushButton)]
    export = next(one for one in page.panel.findChildren(QPushButton) if one.text() == "Export …")
    stops = stops_after(export)
    places = [at for one in wanted for at, stop in enumerate(stops) if stop is one]
    assert len(places) == len(wanted)
    assert places == sorted(places)
    assert all(page.panel.isAncestorOf(one) for one in stops[: max(places)])
