"""A sister city carried from the first request to dormancy in the window, with the way back at every step."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from dipdesk.gui.desk import Desk
from dipdesk.gui.form.chain.section import ChainSection
from dipdesk.gui.form.chain.step_dialog import StepDialog
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.tongue import switch
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import _
from dipdesk.model import Agreement, Record, Relation, shipped_id
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import Typist, listed, soon, stored
from tests.gui.form.sample import png
from tests.gui.form.test_chain import city, fill, write


class Hands:
    """What somebody does at the window; everything that is done is taken back and done again."""

    def __init__(self, desk: Desk, type_text: Typist) -> None:
        assert desk.office is not None
        self.office: OfficeFile = desk.office
        self._desk = desk
        self._type = type_text

    @property
    def page(self) -> RecordPage:
        """The page that is shown."""
        assert isinstance(self._desk.page, Workspace)
        assert self._desk.page.record is not None
        return self._desk.page.record

    @property
    def chain(self) -> ChainSection:
        """The section of approval on it."""
        return next(one for one in self.page.sections if isinstance(one, ChainSection))

    @property
    def light(self) -> str:
        """What the light says."""
        return self.chain.light.chip.accessibleName()

    def go(self, name: str, row_id: str) -> None:
        """Show a record."""
        self._desk.go(Spot(name, row_id))
        QApplication.processEvents()

    def add(self, name: str) -> str:
        """Add a record to a list of the page, as it is proposed; its id."""

        def accept() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, NewRecordDialog)
            dialog.accept()

        soon(accept)
        found = listed(self.page, name)
        found.add()
        return found.model.rows[0].row_id

    def choose(self, name: str, value: Any) -> None:
        """Give a field of the page a value, as leaving its editor does."""
        kind, row_id = self._shown()
        before = getattr(stored(self.office, kind, row_id), name)
        cell = self.page.cells[name]
        cell.begin()
        cell.editor.set_value(value)
        cell.editor.changed.emit()
        cell.leave()
        assert getattr(stored(self.office, kind, row_id), name) == value
        self._back_and_again(lambda: getattr(stored(self.office, kind, row_id), name), before)

    def take(self, key: str, day: str, number: str = "", *, scans: bool = False) -> None:
        """Write a step of approval down, with a scan if wanted."""

        def act(dialog: StepDialog) -> None:
            if scans:
                dialog.scans.add_button.click()
            texts = {"date": day, "number": number} if number else {"date": day}
            fill(self._type, **texts)(dialog)

        before = self.state(key)
        self.chain.select(key)
        write(act)
        self.chain.edit()
        assert self.state(key) == "done", key
        self._back_and_again(lambda: self.state(key), before)

    def state(self, key: str) -> str:
        """The state of a step of approval."""
        step = self.chain.file.step(key) if self.chain.file else None
        assert step is not None
        return step.state

    def scans(self, key: str) -> int:
        """How many scans a step has."""
        step = self.chain.file.step(key) if self.chain.file else None
        assert step is not None
        return step.entry.scans

    def undo_all(self) -> None:
        """Take everything back."""
        assert self._desk.rooms is not None
        while self.office.undo_label:
            self._desk.rooms.verbs.undo()

    def _shown(self) -> tuple[type[Record], str]:
        assert isinstance(self._desk.page, Workspace)
        return self._desk.page.kind, self.page.row_id

    def _back_and_again(self, look: Callable[[], object], before: object) -> None:
        after = look()
        assert self._desk.rooms is not None
        self._desk.rooms.verbs.undo()
        assert look() == before
        self._desk.rooms.verbs.redo()
        assert look() == after


@pytest.fixture
def hands(desk: Desk, type_text: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Hands at a Turkish window; whoever asks for a file gets a scan."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    switch(app, "tr")
    scan = tmp_path / "niyet.png"
    scan.write_bytes(png())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(scan)], ""))
    return Hands(desk, type_text)


def ask_for_it(hands: Hands, partner_id: str) -> str:
    """From the first request to talks; the id of the relation."""
    hands.go("partner", partner_id)
    relation = hands.add("relation")
    hands.go("relation", relation)
    hands.choose("class_id", shipped_id("relation_class", "sister_city"))
    for name, value in (
        ("state", "idea"), ("asked_by", "them"), ("answer", "accepted"), ("state", "in_talks"),
    ):  # fmt: skip
        hands.choose(name, value)
    return relation


def approve_and_sign(hands: Hands, agreement: str) -> None:
    """Every step of the chain, from the letter of intent to the notification."""
    hands.go("agreement", agreement)
    hands.choose("state", "in_talks")
    hands.take("letter_of_intent", "05.01.2026", scans=True)
    hands.take("committee_report", "20.01.2026")
    hands.take("council_decision", "05.02.2026", "62")
    assert hands.light == _("Not ready to be signed")
    hands.take("sent_to_governor", "08.02.2026")
    hands.take("application", "10.02.2026", "E.661")
    hands.take("mfa_opinion", "2026-04")
    hands.take("ministry_permission", "11.05.2026", "12301")
    assert hands.light == _("May be signed")
    hands.take("signature", "01.06.2026")
    hands.take("notification", "10.06.2026")
    hands.choose("state", "in_force")
    assert hands.light == _("Signed in order")


def test_a_sister_city_from_the_first_request_to_dormancy(hands: Hands) -> None:
    there = city(hands.office)
    relation = ask_for_it(hands, there.id)
    hands.go("partner", there.id)
    agreement = hands.add("agreement")
    approve_and_sign(hands, agreement)
    assert hands.scans("letter_of_intent") == 1
    hands.go("relation", relation)
    hands.choose("state", "active")
    hands.go("agreement", agreement)
    hands.chain.follow("renewal")
    assert hands.page.row_id != agreement
    hands.take("council_decision", "05.07.2026", "70")
    hands.take("ministry_permission", "20.08.2026", "555")
    hands.take("signature", "01.09.2026")
    assert hands.light == _("Signed, to be looked at")
    hands.go("relation", relation)
    hands.choose("state", "dormant")
    hands.undo_all()
    assert stored(hands.office, Relation, relation) is None
    assert stored(hands.office, Agreement, agreement) is None


def test_the_menu_follows_the_agreement_that_is_shown(desk: Desk) -> None:
    assert desk.office is not None
    there = city(desk.office)
    one = Agreement(partner_id=there.id)
    with desk.office.change("Put") as session:
        session.add(one)
    renew = desk.window.commands["follow.renewal"]
    desk.go(Spot("partner", there.id))
    assert not renew.isEnabled()
    desk.go(Spot("agreement", one.id))
    assert renew.isEnabled()
    renew.trigger()
    assert isinstance(desk.page, Workspace)
    assert desk.page.row_id != one.id
    follower = stored(desk.office, Agreement, desk.page.row_id)
    assert (follower.act, follower.follows_id) == ("renewal", one.id)
    assert desk.office.undo_label == "Renewal of Hann · Sister-city agreement begun"
