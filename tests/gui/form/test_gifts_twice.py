"""Never the same gift twice: said where it is chosen and in the list of the visit, and nothing forbidden."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.asking.gift_question import GiftQuestion
from dipdesk.gui.form.gifts.give_dialog import GiveDialog
from dipdesk.gui.form.gifts.visit_gifts import VisitGifts
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.model import Delegation, DelegationMember, Gift, GiftArticle, Person, Record, Visit
from dipdesk.store.office_file import OfficeFile

SAID = "“Çini tabak” is also planned for Yi Wang on 12 May 2027 (Bahar ziyareti)."


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    """A visit in summer with one guest, for whom a plate is planned in spring."""
    person, plate = Person(given_name="Yi", family_name="Wang"), GiftArticle(name_tr="Çini tabak", at_first=9)
    spring = Visit(title_tr="Bahar ziyareti", starts=date(2027, 5, 12))
    summer = Visit(title_tr="Yaz ziyareti", starts=date(2027, 7, 1))
    put(office, person, plate, GiftArticle(name_tr="Kitap", at_first=9), spring, summer)
    side = Delegation(visit_id=summer.id, side="guest")
    put(office, side)
    put(
        office,
        DelegationMember(delegation_id=side.id, person_id=person.id, role="head"),
        Gift(what_tr="Çini tabak", article_id=plate.id, receiver_id=person.id, visit_id=spring.id),
    )
    return summer


def test_the_dialog_for_a_gift_from_stock_says_it_before(
    qtbot: QtBot, office: OfficeFile, visit: Visit
) -> None:
    dialog = GiveDialog(office, visit.id)
    qtbot.addWidget(dialog)
    assert [one.text for one in dialog.remarks.shown] == [SAID]
    assert dialog.remarks.isVisibleTo(dialog)
    dialog.table.selectRow(1)
    assert not dialog.remarks.isVisibleTo(dialog)
    dialog.table.selectRow(0)
    dialog.receiver.setCurrentIndex(1)
    assert not dialog.remarks.shown
    dialog.receiver.setCurrentIndex(0)
    dialog.accept()
    assert dialog.gift_id


def test_the_form_for_a_new_gift_says_it_as_soon_as_it_is_known(
    qtbot: QtBot, office: OfficeFile, visit: Visit
) -> None:
    form = NewRecordDialog(office, Gift, {"visit_id": visit.id})
    qtbot.addWidget(form)
    (asked,) = form.findChildren(GiftQuestion)
    assert not asked.remarks.shown
    cells = {one.field.name: one for one in form.cells}
    cells["what_tr"].editor.set_value("tabak, çini")
    cells["what_tr"].editor.changed.emit()
    assert cells["what_tr"].commit()
    assert [one.text for one in asked.remarks.shown] == [SAID]
    form.accept()
    assert form.row_id


def test_the_list_of_the_visit_has_a_sign_at_what_is_given_twice(
    qtbot: QtBot, office: OfficeFile, visit: Visit
) -> None:
    dialog = GiveDialog(office, visit.id)
    qtbot.addWidget(dialog)
    dialog.accept()
    put(office, Gift(what_tr="Atkı", visit_id=visit.id))
    section = VisitGifts(office, visit.id)
    qtbot.addWidget(section)
    model, column = section.list.model, 1
    said = {
        row.row_id: [
            model.data(model.index(at, column), role)
            for role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole)
        ]
        for at, row in enumerate(model.rows)
    }
    sign, tip = said.pop(dialog.gift_id)
    assert not sign.isNull()
    assert "Bahar ziyareti" in tip
    assert list(said.values()) == [[None, None]]
