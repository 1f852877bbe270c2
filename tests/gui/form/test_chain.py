"""The section of approval on a page: what it says, writing steps down, what follows an agreement."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.actions.approval_file import Entry, StepOnFile
from dipdesk.gui.form.chain.section import ChainSection
from dipdesk.gui.form.chain.step_dialog import StepDialog
from dipdesk.gui.form.chain.step_table import BENEATH, SOURCE_SIGNS, _checked, _source_sign
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.model import (
    Agreement,
    ApprovalStep,
    Attachment,
    ChainStep,
    Country,
    Membership,
    Partner,
    Visit,
)
from dipdesk.rules.chains import chain_keys, shipped_chain
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import Typist, added, press, soon, stored
from tests.gui.form.sample import png

HOSTILE = "<b>Ayşe</b> & \n'; DROP TABLE x;--" + "ş" * 200


def city(office: OfficeFile, code: str = "DE") -> Partner:
    with office.read() as session:
        country = session.scalars(select(Country.id).where(Country.code == code)).one()
    made = Partner(name_tr="Hann", country_id=country)
    added(office, made)
    return made


def agreement(office: OfficeFile, **values: Any) -> Agreement:
    made = Agreement(partner_id=city(office).id, **values)
    added(office, made)
    return made


@pytest.fixture
def section(qtbot: QtBot, office: OfficeFile) -> Callable[[Agreement | Membership | Visit], ChainSection]:
    def make(record: Agreement | Membership | Visit) -> ChainSection:
        made = ChainSection(type(record), office, record.id)
        made.resize(700, 700)
        qtbot.addWidget(made)
        if not made.isHidden():
            made.show()
            made.activateWindow()
            qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


Make = Callable[[Agreement | Membership | Visit], ChainSection]


def words(section: ChainSection, key: str) -> list[str]:
    """What the row of a step says, line by line."""
    row = next(at for at, one in enumerate(section.model.steps) if one.key == key)
    cells = [section.model.index(row, column) for column in range(section.model.columnCount())]
    return [cell.data(role) for cell in cells for role in (Qt.ItemDataRole.DisplayRole, BENEATH)]


def write(dialog_does: Callable[[StepDialog], None]) -> None:
    """Act in the editor of a step that comes next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StepDialog)
        dialog_does(dialog)

    soon(act)


def fill(type_text: Typist, **texts: str) -> Callable[[StepDialog], None]:
    """Types into fields of the editor of a step, then presses Ctrl+Enter."""

    def act(dialog: StepDialog) -> None:
        for name, text in texts.items():
            field = dialog.cells[name].editor.stops()[0]
            field.setFocus()
            field.selectAll()  # type: ignore[attr-defined]
            type_text(field, text)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return act


def answer(text: str, asked: list[str]) -> Callable[[], None]:
    """Presses the button with ``text`` in the question that comes, and notes what was asked."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == text).click()

    return act


# What it says


def test_it_says_the_light_the_reasons_and_every_step(office: OfficeFile, section: Make) -> None:
    made = section(
        agreement(
            office,
            signed_on=PartialDate(2008, 6, 27),
            council_date=PartialDate(2015, 3, 5),
            council_number="62",
        )
    )
    assert made.light.chip.accessibleName() == "Signed, not in order"
    assert "Ministry permission is missing" in made.light.reasons[0].text()
    assert made.light.about.text() == "Sister city abroad: 2 of 3 steps needed now on file"
    assert words(made, "council_decision")[:6] == [
        "Council decision", "Municipal council", "Done", "", "5 March 2015", "No 62",
    ]  # fmt: skip
    assert words(made, "signature")[1] == "It came before: Council decision"
    tip = made.model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Copy of the decision" in tip
    assert "Verified, read on 21 November 2026" in tip
    said = made.model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "State: Done"


def test_every_head_can_be_read_also_where_there_is_little_room(office: OfficeFile, section: Make) -> None:
    made = section(agreement(office, signed_on=PartialDate(2008, 6, 27)))
    head = made.table.horizontalHeader()
    for width in (700, 480, 420):
        made.resize(width, 700)
        QApplication.processEvents()
        last = made.model.columnCount() - 1
        assert head.sectionSize(last) >= head.sectionSizeHint(last), width


def test_a_verified_source_looks_like_nothing_that_could_be_pressed() -> None:
    assert _source_sign("verified") == ("dormant", "info")
    assert _source_sign("unverified") == SOURCE_SIGNS["unverified"]


def test_an_unverified_source_says_so_once() -> None:
    shipped = [step for key in chain_keys() for step in shipped_chain(key).steps]
    unverified = [step for step in shipped if step.source.state == "unverified"]
    assert unverified
    for step in unverified:
        says_so = "not checked against" in step.source.said("en")
        assert (_checked(StepOnFile(step, Entry(), "open")) == "") == says_so
    assert any("not checked against" in step.source.said("en") for step in unverified)


def test_the_sources_unfold(office: OfficeFile, section: Make) -> None:
    made = section(agreement(office))
    unfolded = [made.sources.is_open]
    for _click in range(2):
        made.sources.toggle.click()
        unfolded.append(made.sources.is_open)
    assert unfolded == [False, True, False]
    assert any("art. 74/3" in text and "Ministry permission" in text for text in made.sources.texts)


def test_a_visit_at_home_shows_none_and_a_trip_abroad_does(office: OfficeFile, section: Make) -> None:
    there = city(office)
    here = Visit(title_tr="Bize", kind="inbound", partner_id=there.id)
    trip = Visit(title_tr="Hann", kind="outbound", partner_id=there.id, starts=date(2027, 5, 1))
    added(office, here, trip)
    assert section(here).isHidden()
    made = section(trip)
    assert words(made, "signature")[0] == "Departure"
    with office.change("Now inbound") as session:
        session.get_one(Visit, trip.id).kind = "inbound"
    made.refresh()
    assert made.isHidden()


def test_own_steps_of_the_office_show_at_once(office: OfficeFile, section: Make) -> None:
    made = section(agreement(office))
    added(office, ChainStep(chain="sister_city_abroad", step="party", name_tr="Parti onayı", required=True))
    made.refresh()
    assert words(made, "party")[2] == "Missing"


# Writing down


def test_enter_writes_a_step_into_the_columns_of_its_record(
    office: OfficeFile, section: Make, type_text: Typist
) -> None:
    one = agreement(office)
    made = section(one)
    made.select("council_decision")
    made.table.setFocus()
    write(fill(type_text, date="05.03.2026", number="62", result="oy birliği"))
    press(Qt.Key.Key_Return)
    kept = stored(office, Agreement, one.id)
    assert (kept.council_date, kept.council_number) == (PartialDate(2026, 3, 5), "62")
    assert words(made, "council_decision")[2:6] == ["Done", "", "5 March 2026", "No 62 · oy birliği"]
    assert office.undo_label == "Council decision of Hann · Sister-city agreement written down"
    office.undo()
    made.refresh()
    assert words(made, "council_decision")[2] == "Missing"
    current = made.current()
    assert current is not None
    assert current.key == "council_decision"


def test_nothing_written_makes_no_step(office: OfficeFile, section: Make) -> None:
    made = section(agreement(office))
    steps = office.undo_labels()
    made.select("application")
    write(lambda dialog: dialog.accept())
    made.edit()
    write(lambda dialog: dialog.reject())
    made.edit()
    assert office.undo_labels() == steps


def test_what_was_written_is_not_lost_unasked(office: OfficeFile, section: Make, type_text: Typist) -> None:
    made = section(agreement(office))
    made.select("application")
    asked: list[str] = []

    def act(dialog: StepDialog) -> None:
        type_text(dialog.cells["number"].editor.stops()[0], "E.5")
        soon(answer("Keep writing", asked))
        dialog.reject()
        assert dialog.isVisible()
        soon(answer("Discard", asked))
        dialog.reject()
        assert not dialog.isVisible()

    steps = office.undo_labels()
    write(act)
    made.edit()
    assert asked == ["Discard what you wrote?"] * 2
    assert office.undo_labels() == steps


def test_a_wrong_day_stays_and_says_why(office: OfficeFile, section: Make, type_text: Typist) -> None:
    made = section(agreement(office))
    made.select("application")
    said: list[str] = []

    def act(dialog: StepDialog) -> None:
        fill(type_text, date="31.02.2026")(dialog)
        assert dialog.isVisible()
        said.append(dialog.cells["date"].problem)
        soon(answer("Discard", said))
        dialog.reject()

    write(act)
    made.edit()
    assert "31.02.2026" in said[0]


def test_a_step_is_left_out_with_a_reason_and_taken_up_again(
    office: OfficeFile, section: Make, type_text: Typist
) -> None:
    made = section(agreement(office))
    made.select("committee_report")
    write(fill(type_text, skipped="Meclis doğrudan görüştü"))
    made.leave_out()
    assert words(made, "committee_report")[1:3] == [
        "Left out because: Meclis doğrudan görüştü", "Skipped",
    ]  # fmt: skip
    assert office.undo_label.endswith("left out")
    texts = [one.text() for one in made.menu().actions()]
    assert "Take this step up again" in texts
    made.take_up()
    assert words(made, "committee_report")[2] == "Not recorded"
    office.undo()
    office.undo()
    made.refresh()
    assert words(made, "committee_report")[2] == "Not recorded"


def test_a_step_of_its_own_is_added_and_removed(office: OfficeFile, section: Make, type_text: Typist) -> None:
    one = agreement(office)
    made = section(one)
    problems: list[str] = []

    def act(dialog: StepDialog) -> None:
        dialog.accept()
        problems.append(dialog.cells["name_tr"].problem)
        fill(type_text, name_tr="Parti onayı", date="03.2026")(dialog)

    write(act)
    made.add_button.click()
    assert problems == ["This is needed in at least one language."]
    with office.read() as session:
        step = session.scalars(select(ApprovalStep)).one()
    assert (step.subject, step.step, step.day) == (f"agreement/{one.id}", "", PartialDate(2026, 3))
    assert words(made, step.id)[0] == "Parti onayı"
    made.select(step.id)
    QTest.keyClick(made.table, Qt.Key.Key_Delete)
    assert all(row.key != step.id for row in made.model.steps)
    made.select("application")
    QTest.keyClick(made.table, Qt.Key.Key_Delete)
    assert any(row.key == "application" for row in made.model.steps)
    office.undo()
    made.refresh()
    assert words(made, step.id)[4] == "March 2026"


def test_scans_are_kept_with_their_step_as_one_change(
    office: OfficeFile, section: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = section(agreement(office))
    scan = tmp_path / "karar.png"
    scan.write_bytes(png())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(scan), "/moon"], ""))
    made.select("council_decision")

    def act(dialog: StepDialog) -> None:
        dialog.scans.add_button.click()
        assert dialog.scans.list.count() == 1
        assert "cannot be read" in dialog._trouble.text()
        dialog.accept()

    before = len(office.undo_labels())
    write(act)
    made.edit()
    assert len(office.undo_labels()) == before + 1
    assert words(made, "council_decision")[1] == "Municipal council · 1 file"
    assert words(made, "council_decision")[2] == "Incomplete"

    def take_away(dialog: StepDialog) -> None:
        dialog.scans.list.setFocus()
        press(Qt.Key.Key_Delete)
        dialog.accept()

    write(take_away)
    made.edit()
    assert words(made, "council_decision")[1] == "Municipal council"
    office.undo()
    with office.read() as session:
        assert [one.name for one in session.scalars(select(Attachment))] == ["karar.png"]


def test_hostile_texts_are_shown_letter_for_letter(office: OfficeFile, section: Make) -> None:
    one = agreement(office)
    added(office, ApprovalStep(subject=f"agreement/{one.id}", name_tr=HOSTILE, skipped=HOSTILE))
    made = section(one)
    own = next(step for step in made.model.steps if step.key == step.entry.record_id)
    assert words(made, own.key)[0].startswith("<b>Ayşe</b> &  · ")
    row = made.model.steps.index(own)
    assert "&lt;b&gt;" in made.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    made.grab()


def test_a_step_whose_record_is_gone_changes_nothing(office: OfficeFile, section: Make) -> None:
    one = agreement(office)
    made = section(one)
    made.select("application")

    def act(dialog: StepDialog) -> None:
        office.undo()
        dialog.values["number"] = "5"
        dialog.accept()
        assert dialog._trouble.text() == "The record is no longer there."

    write(act)
    made.edit()
    with office.read() as session:
        assert session.scalars(select(ApprovalStep)).all() == []


def test_a_step_is_changed_for_the_whole_office(qtbot: QtBot, office: OfficeFile, section: Make) -> None:
    made = section(agreement(office))
    made.select("mfa_opinion")

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewRecordDialog)
        dialog.accept()

    soon(accept)
    with qtbot.waitSignal(made.opened) as told:
        made.change_for_all()
    word = stored(office, ChainStep, told.args[1])
    assert (word.chain, word.step, word.required) == ("sister_city_abroad", "mfa_opinion", False)
    assert (word.name_tr, word.name_en) == ("Dışişleri görüşü", "Opinion of the Foreign Ministry")
    with qtbot.waitSignal(made.opened) as again:
        made.change_for_all()
    assert again.args == ["chain_step", word.id]


# What follows


@pytest.mark.parametrize(("place", "act"), list(enumerate(["renewal", "amendment", "termination"])))
def test_what_follows_is_one_step_and_opens(
    qtbot: QtBot, office: OfficeFile, section: Make, place: int, act: str
) -> None:
    one = agreement(office)
    made = section(one)
    with qtbot.waitSignal(made.opened) as told:
        made.acts_menu().actions()[place].trigger()
    entity, row_id = told.args
    follower = stored(office, Agreement, row_id)
    assert (entity, follower.act, follower.follows_id) == ("agreement", act, one.id)
    office.undo()
    assert stored(office, Agreement, row_id) is None


def test_memberships_have_no_such_menu(office: OfficeFile, section: Make) -> None:
    member = Membership(partner_id=city(office).id, legal_form="network")
    added(office, member)
    assert section(member).acts_button.isHidden()
