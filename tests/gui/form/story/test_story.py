"""The story of a partner on its page: health, ties, who was in post, timeline; and the score sheet."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk import paths
from dipdesk.actions import story
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.scores.dots import Dots
from dipdesk.gui.form.scores.sheet import ScoreSheet
from dipdesk.gui.form.story.health import HealthSection
from dipdesk.gui.form.story.in_post import InPostSection
from dipdesk.gui.form.story.ties import TiesSection
from dipdesk.gui.form.story.timeline import PAGE, TimelineSection
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import (
    Commitment,
    Contact,
    Criterion,
    Partner,
    Person,
    Post,
    Record,
    Relation,
    Score,
    Tie,
    Visit,
)
from dipdesk.rules import scoring
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.gui.conftest import typed

TODAY = date.today()  # noqa: DTZ011
Shown = Callable[[QWidget], QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(section: QWidget) -> QWidget:
        qtbot.addWidget(section)
        section.resize(900, 600)
        section.show()
        qtbot.waitExposed(section)
        for _round in range(3):
            QApplication.processEvents()
        return section

    return show


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


@pytest.fixture
def city(office: OfficeFile) -> Partner:
    made = Partner(name_tr="Şehir", name_en="City")
    put(office, made)
    return made


# Health


def test_a_partner_without_anything_on_file_is_not_judged(
    office: OfficeFile, city: Partner, shown: Shown
) -> None:
    section = HealthSection("partner", office, city.id)
    assert section.isHidden()
    assert section.condition is None


def test_the_ledger_says_whose_turn_it_is(office: OfficeFile, city: Partner, shown: Shown) -> None:
    put(
        office,
        Relation(partner_id=city.id),
        Contact(headline="Mektup", day=TODAY, direction="in", partner_id=city.id),
        Visit(title_tr="Ziyaret", partner_id=city.id, state="done", kind="outbound", starts=date(2024, 5, 1)),
        Commitment(what_tr="Liste", partner_id=city.id, due=date(2025, 1, 1)),
    )
    section = HealthSection("partner", office, city.id)
    shown(section)
    _heads, contacts, visits, promises = section.ledger.texts()
    assert contacts[:3] + contacts[4:] == ["Contacts", "0", "1", "Our turn"]
    assert visits == ["Visits", "1", "0", "1 May 2024, from us", "Their turn"]
    assert promises[:3] == ["Open commitments", "1 (1 late)", "0"]
    assert section.word.accessibleName() == "Needs attention"
    assert section.reasons.text() == "1 commitment of ours is late."
    assert section.months.text().startswith("Less than a month since the last contact · ")
    assert len(section.buttons) == 3


def test_a_step_begins_the_record_that_it_proposes(
    qtbot: QtBot, office: OfficeFile, city: Partner, shown: Shown
) -> None:
    put(
        office,
        Relation(partner_id=city.id),
        Commitment(what_tr="Liste", partner_id=city.id, due=date(2025, 1, 1)),
    )
    section = HealthSection("partner", office, city.id)
    shown(section)

    def accept() -> None:
        (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, NewRecordDialog)]
        dialog.accept()

    QTimer.singleShot(0, accept)
    qtbot.mouseClick(section.buttons[0], Qt.MouseButton.LeftButton)
    with office.read() as session:
        (made,) = session.scalars(select(Contact))
    assert (made.headline, made.direction, made.partner_id) == (
        "Word about the commitment that is late",
        "out",
        city.id,
    )
    assert made.day == TODAY
    assert section.months.text().startswith("Less than a month")
    office.undo()
    with office.read() as session:
        assert session.scalars(select(Contact)).all() == []


def test_a_relation_that_is_over_needs_no_next_step(office: OfficeFile, city: Partner, shown: Shown) -> None:
    over = Relation(partner_id=city.id, state="ended")
    put(office, over)
    section = HealthSection("relation", office, over.id)
    shown(section)
    assert section.buttons == []
    assert section.word.accessibleName() == "Over"


# Ties


def test_ties_are_read_from_both_sides(office: OfficeFile, city: Partner, shown: Shown) -> None:
    network = Partner(name_tr="Ağ", name_en="Network")
    put(office, network)
    put(office, Tie(partner_id=city.id, kind="member", other_id=network.id, since=PartialDate(1998)))
    ours, theirs = TiesSection(office, city.id), TiesSection(office, network.id)
    shown(ours)
    shown(theirs)
    assert ours.model.rows[0].texts[:3] == ("is a member of", "Network", "1998")
    assert theirs.model.rows[0].texts[:3] == ("has as a member", "City", "1998")


def test_a_tie_leads_to_the_other_side_and_can_be_removed(
    qtbot: QtBot, office: OfficeFile, city: Partner, shown: Shown
) -> None:
    network = Partner(name_tr="Ağ")
    put(office, network)
    put(office, tie := Tie(partner_id=network.id, kind="seat", other_id=city.id))
    section = TiesSection(office, city.id)
    shown(section)
    section.table.selectRow(0)
    with qtbot.waitSignal(section.opened) as opened:
        qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert opened.args == ["partner", network.id]
    with qtbot.waitSignal(section.opened) as opened:
        qtbot.mouseClick(section.edit_button, Qt.MouseButton.LeftButton)
    assert opened.args == ["tie", tie.id]
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    assert section.model.rows == []
    office.undo()
    section.refresh()
    assert len(section.model.rows) == 1


# Who was in post


def test_who_was_mayor_in_2019(qtbot: QtBot, office: OfficeFile, city: Partner, shown: Shown) -> None:
    old, new = (
        Person(given_name="Eski", family_name="Başkan"),
        Person(given_name="Yeni", family_name="Başkan"),
    )
    put(office, old, new)
    put(
        office,
        Post(person_id=old.id, partner_id=city.id, function="mayor", until=PartialDate(2019, 3)),
        Post(person_id=new.id, partner_id=city.id, function="mayor", since=PartialDate(2019, 4), acting=True),
    )
    section = InPostSection(office, city.id)
    shown(section)
    assert section.table.isHidden()
    typed(section.line, "2019")
    assert [row.texts[:2] for row in section.model.rows] == [
        ("Mayor", "Eski BAŞKAN"),
        ("Mayor (acting)", "Yeni BAŞKAN"),
    ]
    section.line.clear()
    typed(section.line, "05.2020")
    assert [row.texts[1] for row in section.model.rows] == ["Yeni BAŞKAN"]
    section.table.selectRow(0)
    with qtbot.waitSignal(section.opened) as opened:
        qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert opened.args == ["person", new.id]


def test_a_day_that_is_none_says_so(office: OfficeFile, city: Partner, shown: Shown) -> None:
    section = InPostSection(office, city.id)
    shown(section)
    typed(section.line, "31.02.2019")
    assert section.answer.text() == "There is no such day as “31.02.2019”."
    section.line.clear()
    typed(section.line, "2019")
    assert section.answer.text() == "Nobody is known to have been in post then."
    section.line.clear()
    assert section.answer.isHidden()


# Timeline


def test_five_hundred_events_come_in_pages(
    qtbot: QtBot, office: OfficeFile, city: Partner, shown: Shown
) -> None:
    put(
        office,
        *(
            Contact(headline=f"Mektup {number}", day=TODAY - timedelta(days=number), partner_id=city.id)
            for number in range(400)
        ),
        *(
            Commitment(what_tr=f"Söz {number}", partner_id=city.id, due=date(2000, 1, 1))
            for number in range(100)
        ),
    )
    section = TimelineSection(office, city.id)
    shown(section)
    assert [row.texts[1] for row in section.model.rows][:2] == ["Mektup 0", "Mektup 1"]
    assert len(section.model.rows) == PAGE
    qtbot.mouseClick(section.more_button, Qt.MouseButton.LeftButton)
    assert len(section.model.rows) == 2 * PAGE
    assert section.table.currentIndex().row() == PAGE
    (promises,) = [pill for pill in section.pills if pill.key == "commitment"]
    qtbot.mouseClick(promises, Qt.MouseButton.LeftButton)
    assert {row.entity for row in section.model.rows} == {"commitment"}
    section.table.selectRow(3)
    with qtbot.waitSignal(section.opened) as opened:
        qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert opened.args == ["commitment", section.model.rows[3].row_id]


def test_an_empty_story_says_what_belongs_here(office: OfficeFile, city: Partner, shown: Shown) -> None:
    section = TimelineSection(office, city.id)
    shown(section)
    assert section.table.isHidden()
    assert not section.more_button.isVisible()


# Scores


@pytest.fixture
def relation(office: OfficeFile, city: Partner) -> Relation:
    made = Relation(partner_id=city.id)
    put(office, made)
    return made


def points(office: OfficeFile) -> list[int | None]:
    with office.read() as session:
        return list(session.scalars(select(Score.points)))


def test_points_are_given_by_key_and_by_click(
    qtbot: QtBot, office: OfficeFile, relation: Relation, shown: Shown
) -> None:
    sheet = ScoreSheet(office, relation.id)
    shown(sheet)
    with office.read() as session:
        assert len(sheet.dots) == len(session.scalars(select(Criterion)).all()) == 8
    first = next(iter(sheet.dots))
    qtbot.keyClick(sheet.dots[first], Qt.Key.Key_4)
    assert points(office) == [4]
    assert sheet.total.text() == "80% · 1 of 8 criteria"
    assert office.undo_label == "Points for “Alike in duties and services”"
    dots = sheet.dots[first]
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=dots.rect().topLeft() + dots.rect().center() / 8)
    assert points(office) == [1]
    qtbot.keyClick(sheet.dots[first], Qt.Key.Key_Right)
    assert points(office) == [2]
    qtbot.keyClick(sheet.dots[first], Qt.Key.Key_Delete)
    assert points(office) == []
    assert sheet.total.text() == ""
    for expected in ([2], [1], [4], []):
        office.undo()
        sheet.refresh()
        assert points(office) == expected
    assert sheet.dots[first].points is None


def test_a_note_leads_to_the_score(
    qtbot: QtBot, office: OfficeFile, relation: Relation, shown: Shown
) -> None:
    with office.read() as session:
        criterion = session.scalars(select(Criterion.id)).first()
    given = Score(relation_id=relation.id, criterion_id=criterion, points=3, note="Uzun & iyi")
    put(office, given)
    sheet = ScoreSheet(office, relation.id)
    shown(sheet)
    (note,) = [one for one in sheet.findChildren(QPushButton) if not one.isHidden()]
    assert note.text() == "Uzun && iyi"
    with qtbot.waitSignal(sheet.opened) as opened:
        qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert opened.args == ["score", given.id]
    assert criterion is not None
    sheet.give(criterion, None)
    assert points(office) == [None]


def test_an_office_without_criteria_is_told_where_they_are(
    office: OfficeFile, relation: Relation, shown: Shown
) -> None:
    with office.change("None") as session:
        for one in session.scalars(select(Criterion)):
            session.delete(one)
    sheet = ScoreSheet(office, relation.id)
    shown(sheet)
    assert sheet.dots == {}


def test_dots_take_five_points_at_most(qtbot: QtBot) -> None:
    dots = Dots("Ortak amaç")
    qtbot.addWidget(dots)
    dots.show()
    for key in (Qt.Key.Key_9, Qt.Key.Key_Left, Qt.Key.Key_A):
        qtbot.keyClick(dots, key)
    assert dots.points is None
    for _press in range(8):
        qtbot.keyClick(dots, Qt.Key.Key_Right)
    assert dots.points == scoring.MOST_POINTS == 5
    assert dots.accessibleName() == "Ortak amaç: 5 of 5"


# All on one page


def test_the_page_of_the_sample_partner_tells_it_all(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    story.tell(office, paths.resources("sample"), "Sample")
    page = RecordPage(office, Partner, story.record_id("partner", "beispielburg"), settings, news)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    kinds = [type(section) for section in page.sections]
    assert kinds[:3] == [HealthSection, TiesSection, InPostSection]
    assert kinds[-1] is TimelineSection
    with qtbot.waitSignal(page.opened):
        page.findChild(TiesSection).opened.emit("partner", "x")
    line = page.findChild(InPostSection).findChild(QLineEdit)
    line.setFocus()
    typed(line, "2024")
    timeline = page.findChild(TimelineSection)
    assert timeline.model.rows == []
    QApplication.processEvents()
    page.findChild(QScrollArea).ensureWidgetVisible(timeline)
    qtbot.waitUntil(lambda: len(timeline.model.rows) > 30)
    with office.change("Contact") as session:
        session.add(Contact(headline="Yeni", day=TODAY, partner_id=page.row_id))
    assert "Yeni" in [row.texts[1] for row in timeline.model.rows]
