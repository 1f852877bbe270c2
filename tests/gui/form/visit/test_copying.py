"""The dialog that copies a visit: gifts that would be given twice are named and left out unless ticked."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.visit.copy_dialog import CopyDialog
from dipdesk.model import Ceremony, Delegation, DelegationMember, Gift, Guest, Person, Post, Visit
from dipdesk.rules import clock
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.gui.tabbing import stops_after

VISIT, OLD, NEW, POST = (f"{name:x<32}" for name in ("visit", "old", "new", "post"))


def fill(office: OfficeFile) -> None:
    """A visit of 2022 whose head, a guest of the dinner too, left the post; a plate was handed over."""
    with office.change("a visit") as session:
        day = date(2022, 5, 13)
        session.add(Visit(id=VISIT, title_tr="Ziyaret", starts=day, ends=day))
        session.add_all([Person(id=OLD, family_name="Eski"), Person(id=NEW, family_name="Yeni")])
        side = Delegation(visit_id=VISIT, side="guest")
        dinner = Ceremony(visit_id=VISIT, title_tr="Yemek")
        session.add_all([side, dinner])
        session.flush()
        session.add_all([
            Post(person_id=OLD, function="mayor", until=PartialDate(2024)),
            Post(id=POST, person_id=NEW, function="mayor", since=PartialDate(2025)),
            DelegationMember(delegation_id=side.id, person_id=OLD, role="head"),
            Guest(ceremony_id=dinner.id, person_id=OLD, state="coming"),
            Gift(visit_id=VISIT, what_tr="Tabak", receiver_id=OLD, day=day, state="done"),
        ])  # fmt: skip


def test_what_is_asked_follows_from_the_day_the_parts_and_the_answers(
    qtbot: QtBot, office: OfficeFile
) -> None:
    fill(office)
    dialog = CopyDialog(office, VISIT)
    qtbot.addWidget(dialog)
    dialog.show()
    proposed = dialog._day()
    assert proposed is not None
    assert proposed > clock.today()
    assert proposed.weekday() == date(2022, 5, 13).weekday()
    assert dialog._when.text() == "A Friday; the first time it began on 13 May 2022, a Friday."
    ((_rows, box),) = dialog.people.items()
    assert box.currentData() == POST
    assert dialog.again.isHidden()
    box.setCurrentIndex(box.findData(None))
    assert dialog.again.count() == 1
    assert dialog.again.item(0).text() == "Eski was given “Tabak” on 13 May 2022 (Ziyaret)."
    assert dialog.again.item(0).checkState() == Qt.CheckState.Unchecked
    assert stops_after(box)[0] is dialog.again
    dialog.parts["gifts"].setChecked(False)
    assert dialog.again.isHidden()
    dialog.parts["gifts"].setChecked(True)
    dialog.parts["delegations"].setChecked(False)
    assert len(dialog.people) == 1
    dialog.parts["ceremonies"].setChecked(False)
    assert not dialog.people
    assert dialog._said.text() == "Everybody is still in post."
    dialog.again.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    with office.read() as session:
        gift = session.scalars(select(Gift).where(Gift.visit_id == dialog.made)).one()
    assert (gift.state, gift.receiver_id) == ("planned", OLD)
