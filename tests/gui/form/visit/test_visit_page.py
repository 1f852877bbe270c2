"""The page of a visit: chapters made when needed and remembered, its checklist, the dialog that copies."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.choice_editors import ChoiceEditor
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.drafts import Drafts, draft_path
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.sections import chapters_for
from dipdesk.gui.form.storing import store_field
from dipdesk.gui.form.visit.checklist_section import ChecklistSection
from dipdesk.gui.form.visit.copy_dialog import CopyDialog
from dipdesk.gui.form.visit.cost_section import CostSection
from dipdesk.gui.form.visit.data_section import ClearDialog, DataSection
from dipdesk.gui.form.visit.promise_line import PromiseLine
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Commitment, Expense, Partner, Person, Post, Task, Visit, entities, field_of
from dipdesk.model.delegation import Delegation, DelegationMember
from dipdesk.model.kinds import Money
from dipdesk.model.travel import Travel
from dipdesk.rules.timing import PartialDate
from dipdesk.store import backup
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.rows import read_rows
from tests.gui.form.pages import press
from tests.gui.tabbing import stops_after


@pytest.fixture
def visit(office: OfficeFile) -> str:
    with office.change("a visit") as session:
        made = Visit(title_tr="Ziyaret", kind="inbound", starts=date(2027, 5, 12), ends=date(2027, 5, 14))
        session.add(made)
    return made.id


@pytest.fixture
def page(qtbot: QtBot, office: OfficeFile, visit: str, settings: Settings, news: OfficeNews) -> RecordPage:
    made = RecordPage(office, Visit, visit, settings, news)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_every_other_page_is_of_one_piece() -> None:
    for kind in entities():
        assert (len(chapters_for(kind)) > 1) is (kind is Visit)


def test_chapters_are_made_when_they_are_needed(page: RecordPage) -> None:
    assert page.chapters.key == "overview"
    before = len(page.sections)
    page.chapters.turn("travel")
    assert len(page.sections) > before
    assert page.chapters.strip.bar.currentIndex() == 3
    assert not page.cells["title_tr"].isVisible()
    page.chapters.turn("no such chapter")
    assert page.chapters.key == "overview"
    assert page.cells["title_tr"].isVisible()


def test_chapters_are_turned_by_keyboard(qtbot: QtBot, page: RecordPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert page.chapters.key == "programme"
    assert page.chapters.strip.bar.hasFocus()
    page.turn(1)
    assert page.chapters.key == "travel"
    page.turn(-2)
    assert page.chapters.key == "delegations"
    page.turn(-2)
    assert page.chapters.key == "after"


def test_keys_lead_from_part_to_part_through_every_chapter(
    qtbot: QtBot, office: OfficeFile, visit: str, settings: Settings, news: OfficeNews
) -> None:
    with office.change("guests and hosts") as session:
        sides = [Delegation(visit_id=visit, side=side) for side in ("guest", "host")]
        session.add_all([*sides, Travel(visit_id=visit, direction="arrival", number="TK 1")])
    page = RecordPage(office, Visit, visit, settings, news)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    window = page._area.viewport()
    for chapter in chapters_for(Visit):
        page.chapters.turn(chapter.key)
        page.chapters.strip.setFocus()
        forth = _walked(page, window, 1)
        assert page.history.isAncestorOf(forth[-1]), chapter.key
        back = _walked(page, window, -1)
        assert back[-1] is page.chapters.strip.bar, chapter.key
        assert back[-2::-1] == forth[:-1], chapter.key
        if chapter.key == "delegations":
            section = page.chapters.parts[2]
            assert isinstance(section, DelegationsSection)
            assert {one.add_button for one in section.lists.values()} <= set(forth)


def test_tab_leads_to_the_history_after_the_chapter_that_was_made_last(page: RecordPage) -> None:
    page.chapters.turn("guests")
    stops = stops_after(page.chapters.strip.bar)
    first = next(at for at, one in enumerate(stops) if page.history.isAncestorOf(one))
    last = stops[first - 1]
    assert page.chapters.parts[-1].isAncestorOf(last)
    assert not page.chapters.strip.more.focusPolicy() & Qt.FocusPolicy.TabFocus


def _walked(page: RecordPage, window: QWidget, step: int) -> list[QWidget]:
    """Where the keys from part to part put the focus until they lead no farther, always in sight."""
    found: list[QWidget] = []
    while True:
        page.go_on(step)
        here = QApplication.focusWidget()
        assert here is not None
        assert here.isVisible()
        assert window.rect().contains(here.mapTo(window, here.rect().topLeft()))
        if found and here is found[-1]:
            return found
        assert here not in found
        found.append(here)


def test_the_chapter_is_remembered_for_each_visit(
    qtbot: QtBot, office: OfficeFile, page: RecordPage, visit: str, settings: Settings, news: OfficeNews
) -> None:
    page.chapters.turn("gifts")
    again = RecordPage(office, Visit, visit, settings, news)
    qtbot.addWidget(again)
    assert again.chapters.key == "gifts"
    settings.set("form.visit.chapters", ["broken", [1], {}])
    third = RecordPage(office, Visit, visit, settings, news)
    qtbot.addWidget(third)
    assert third.chapters.key == "overview"


def test_a_field_that_is_wrong_keeps_its_chapter(page: RecordPage, type_text: Callable[..., None]) -> None:
    cell = page.cells["starts"]
    cell.begin()
    type_text(cell.editor.stops()[0], "no day")
    page.turn(1)
    assert cell.problem
    assert page.chapters.key == "overview"


def test_the_checklist_is_laid_out_and_counted(office: OfficeFile, page: RecordPage) -> None:
    section = next(one for one in page.sections if isinstance(one, ChecklistSection))
    section.lay_out()
    assert office.undo_label == "Checklist laid out"
    total = len(section.model.rows)
    section.lay_out()
    with office.read() as session:
        assert session.query(Task).count() >= total >= 12
    section.table.selectRow(0)
    section.finish()
    assert " done" in section._line.text()
    assert section._line.text().startswith("1 of ")


def test_the_checklist_says_whose_part_every_task_is(page: RecordPage) -> None:
    section = next(one for one in page.sections if isinstance(one, ChecklistSection))
    section.lay_out()
    model = section.table.model()
    last = model.columnCount() - 1
    assert model.headerData(last, Qt.Orientation.Horizontal) == "Whose task"
    told = [model.index(row, last).data() for row in range(model.rowCount())]
    assert all(told)
    assert len(set(told)) > 1


def test_several_tasks_are_done_today_in_one_step(qtbot: QtBot, office: OfficeFile, page: RecordPage) -> None:
    section = next(one for one in page.sections if isinstance(one, ChecklistSection))
    section.lay_out()
    section.table.selectRow(0)
    for _row in range(4):
        qtbot.keyClick(section.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(section.chosen_ids()) == 5
    assert section._line.text().endswith(" · 5 selected")
    done = next(one for one in section.menu().actions() if one.text() == "Done today")
    done.trigger()
    assert _done(office) == 5
    assert len(section.chosen_ids()) == 5
    office.undo()
    assert _done(office) == 0


def test_several_tasks_go_in_one_step(office: OfficeFile, page: RecordPage) -> None:
    section = next(one for one in page.sections if isinstance(one, ChecklistSection))
    section.lay_out()
    total = len(section.model.rows)
    section.table.selectAll()
    section.remove_current()
    assert section.model.rows == []
    office.undo()
    section.refresh()
    assert len(section.model.rows) == total


def _done(office: OfficeFile) -> int:
    with office.read() as session:
        return session.query(Task).filter(Task.done_on.is_not(None)).count()


class _Windows(QObject):
    """Notes the kinds of windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_the_checklist_flashes_up_as_a_window(
    qtbot: QtBot, office: OfficeFile, page: RecordPage, visit: str
) -> None:
    next(one for one in page.sections if isinstance(one, ChecklistSection)).lay_out()
    app, windows = QApplication.instance(), _Windows()
    assert isinstance(app, QApplication)
    app.installEventFilter(windows)
    ground = QWidget()
    qtbot.addWidget(ground)
    section = ChecklistSection(office, visit, ground)
    app.removeEventFilter(windows)
    assert windows.seen == []
    assert not section._line.isHidden()


def test_a_new_day_moves_the_tasks_in_the_same_step(office: OfficeFile, page: RecordPage, visit: str) -> None:
    section = next(one for one in page.sections if isinstance(one, ChecklistSection))
    section.lay_out()
    store_field(office, (Visit, visit), field_of(Visit, "starts"), date(2027, 6, 12), None, lambda _s: None)
    with office.read() as session:
        wanted = select(Task).where(Task.origin == "inbound.request")
        assert session.scalars(wanted).one().due == date(2027, 4, 13)
    office.undo()
    with office.read() as session:
        assert session.scalars(wanted).one().due == date(2027, 3, 13)
        assert session.get_one(Visit, visit).starts == date(2027, 5, 12)


def test_the_dialog_copies_and_asks_about_people(
    qtbot: QtBot, office: OfficeFile, visit: str, type_text: Callable[..., None]
) -> None:
    old, new = Person(family_name="Eski"), Person(family_name="Yeni")
    side = Delegation(visit_id=visit, side="guest")
    with office.change("people") as session:
        session.add_all([old, new, side])
        session.flush()
        session.add_all([
            Post(person_id=old.id, function="mayor", until=PartialDate(2027, 9, 1)),
            Post(person_id=new.id, function="mayor", since=PartialDate(2027, 9, 2)),
            DelegationMember(delegation_id=side.id, person_id=old.id, role="head"),
        ])  # fmt: skip
    dialog = CopyDialog(office, visit)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.day.text() == "10 May 2028"
    assert len(dialog.people) == 1
    dialog.day.setText("not a day")
    dialog.accept()
    assert not dialog.made
    assert dialog._problem.text()
    dialog.day.setText("10.5.28")
    dialog._ask()
    dialog.accept()
    with office.read() as session:
        made = session.get_one(Visit, dialog.made)
        assert made.starts == date(2028, 5, 10)
        people = session.scalars(select(DelegationMember.person_id)).all()
    assert sorted(map(str, people)) == sorted([old.id, new.id])
    assert office.undo_label == "Visit copied"


def test_costs_are_added_up(office: OfficeFile, page: RecordPage, visit: str) -> None:
    page.chapters.turn("costs")
    section = next(one for one in page.sections if isinstance(one, CostSection))
    assert section._sums.isHidden()
    with office.change("costs") as session:
        session.add(Expense(visit_id=visit, what_tr="Otel", planned=Money(Decimal(900), "TRY")))
        session.add(Expense(visit_id=visit, what_tr="Bilet", spent=Money(Decimal(90), "EUR")))
    section.refresh()
    assert section._sums.text().splitlines() == [
        "We planned: 900 TRY",
        "We spent: 90 EUR",
        "There is no sum in lira: 1 line in another currency has no amount in lira.",
    ]


def test_personal_data_are_cleared_when_somebody_says_so(
    office: OfficeFile, page: RecordPage, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.chapters.turn("after")
    section = next(one for one in page.sections if isinstance(one, DataSection))
    assert section.clear_button.isHidden()
    person, side = Person(family_name="Gast"), Delegation(visit_id=visit, side="guest")
    with office.change("needs") as session:
        session.add_all([person, side])
        session.flush()
        session.add(
            DelegationMember(delegation_id=side.id, person_id=person.id, meals="Vejetaryen", phone="+49 0")
        )
    section.refresh()
    assert not section.clear_button.isHidden()
    with office.read() as session:
        member = session.query(DelegationMember).one().id
    drafts = Drafts(draft_path(office.office().id, "delegation_member", member))
    drafts.keep("meals", "never saved")
    drafts.keep("role", "escort")
    drafts.flush()
    made = backup.write(office.raw, office.path, backup.folder_for(office.raw, office.path))

    def agree(dialog: ClearDialog) -> int:
        assert "cannot be undone" in " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert not any(button.isDefault() for button in dialog.findChildren(QPushButton))
        assert dialog.backups.text().startswith("Delete the backup that still holds it")
        dialog.backups.setChecked(True)
        return 1

    monkeypatch.setattr(ClearDialog, "exec", agree)
    section.clear()
    with office.read() as session:
        found = session.get_one(DelegationMember, member)
        assert (found.meals, found.phone) == ("", "+49 0")
        assert session.get_one(Visit, visit).cleared_on is not None
    assert not office.raw.execute("SELECT 1 FROM op_value WHERE value LIKE '%Vejetaryen%'").fetchone()
    assert office.undo_label == "needs"
    assert list(Drafts(drafts.path).found()) == ["role"]
    assert made not in backup.list_backups(made.parent)


def test_what_is_written_afterwards_waits_open(page: RecordPage) -> None:
    page.chapters.turn("after")
    waiting = ("minutes_tr", "minutes_en", "outcome_tr", "outcome_en", "lessons")
    assert all(page.cells[name].isVisible() for name in waiting)
    assert not page.cells["cleared_on"].isVisible()
    page.chapters.turn("overview")
    assert not page.cells["weather_tr"].isVisible()


def test_a_promise_is_kept_from_the_quick_line(
    page: RecordPage, office: OfficeFile, visit: str, type_text: Callable[[QWidget, str], None]
) -> None:
    with office.change("people") as session:
        owner = Person(given_name="Ayşe", family_name="Ak")
        session.add(owner)
    page.chapters.turn("after")
    line = page.findChild(PromiseLine)
    assert line is not None
    line.add_button.click()
    assert line.cells["what_en"].problem == "This is needed."
    page.activateWindow()
    line.cells["what_en"].begin()
    type_text(QApplication.focusWidget(), "Plan gönder")
    press(Qt.Key.Key_Return)
    who = line.cells["owner_id"].editor
    assert who.isAncestorOf(QApplication.focusWidget())
    who.set_value(owner.id)
    who.changed.emit()
    press(Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), "1.6.2027")
    press(Qt.Key.Key_Return)
    with office.read() as session:
        (made,) = session.scalars(select(Commitment))
        assert (made.what_en, made.owner_id, made.due) == ("Plan gönder", owner.id, date(2027, 6, 1))
        assert (made.visit_id, made.state, made.whose) == (visit, "open", "us")
    assert [one.value for one in line.cells.values()] == ["", None, None]
    assert line.cells["what_en"].editor.isAncestorOf(QApplication.focusWidget())
    assert office.undo_label == "Commitment added"


def test_the_form_of_a_delegation_says_which_side_is_ours(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    with office.change("abroad") as session:
        partner = Partner(name_tr="Gence", name_en="Ganja")
        trip = Visit(title_tr="Gidiş", kind="outbound", partner_id=partner.id)
        side = Delegation(visit_id=trip.id, side="guest")
        session.add_all([partner, trip, side])
    page = RecordPage(office, Delegation, side.id, settings, news)
    qtbot.addWidget(page)
    cell = page.cells["side"]
    assert cell.shown == "Guests (us)"
    line = cell.editor
    assert isinstance(line, ChoiceEditor)
    assert [one.text for one in line.suggestions("")] == ["Guests (us)", "Hosts (Ganja)"]
    line.set_text("Hosts (Ganja)")
    assert line.value() == "host"
    line.set_text("konuklar")
    assert line.value() == "guest"
    with office.read() as session:
        (row,) = read_rows(session, Delegation, ("side", "visit_id"), [side.id])
    assert row.texts()[0] == "Guests (us)"
