"""Gifts on pages: what to mind follows the fields; the stock; giving from it by keyboard."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.gifts.advice_section import AdviceSection
from dipdesk.gui.form.gifts.give_dialog import GiveDialog
from dipdesk.gui.form.gifts.stock_section import StockSection
from dipdesk.gui.form.gifts.visit_gifts import VisitGifts
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.proposals import proposed
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Gift,
    GiftArticle,
    Partner,
    Person,
    Post,
    Record,
    StockMove,
    Visit,
    field_of,
)
from dipdesk.model.kinds import Money
from dipdesk.store.columns import default_columns
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.ordering import TITLE

DAY = date(2026, 5, 12)


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def texts(section: AdviceSection | StockSection) -> list[str]:
    return [one.text for one in section.remarks.shown]


def test_advice_follows_the_fields(qtbot: QtBot, office: OfficeFile) -> None:
    gift = Gift(what_tr="Vazo", direction="received", state="done", day=DAY)
    put(office, gift)
    section = AdviceSection(office, gift.id)
    qtbot.addWidget(section)
    assert any("valuation" in text for text in texts(section))
    with office.change("Valued") as session:
        found = session.get(Gift, gift.id)
        assert found is not None
        found.value, found.value_source = Money(Decimal(300000), "TRY"), "invoice"
    section.refresh()
    assert texts(section)[0].startswith("Worth more than the limit of 280,750.00 lira")
    assert "unverified" not in section.remarks.shown[0].more.split("Source:")[1]
    assert section.remarks.shown[0].tone == "bad"


def test_twice_and_customs_are_said_with_source(qtbot: QtBot, office: OfficeFile) -> None:
    person = Person(family_name="Wang")
    put(office, person)
    old = Gift(what_tr="Çini tabak", kind="ceramics", state="done", day=DAY, receiver_id=person.id)
    new = Gift(what_tr="Çini tabak", kind="ceramics", receiver_id=person.id)
    knife = Gift(what_tr="Bıçak", kind="knife", receiver_id=person.id)
    put(office, old, new, knife)
    section = AdviceSection(office, new.id)
    other = AdviceSection(office, knife.id)
    for one in (section, other):
        qtbot.addWidget(one)
    assert texts(section) == ["Wang was given “Çini tabak” on 12 May 2026."]
    assert other.remarks.shown[0].more.startswith("Known custom. Source: ")


def test_a_number_that_is_used_twice_is_said_on_both_gifts(qtbot: QtBot, office: OfficeFile) -> None:
    gifts = [Gift(what_tr=name, number="2026/3", state="cancelled") for name in ("Vazo", "Tabak")]
    put(office, *gifts)
    for gift, other in zip(gifts, ("Tabak", "Vazo"), strict=True):
        section = AdviceSection(office, gift.id)
        qtbot.addWidget(section)
        assert texts(section)[0] == (
            f"The register number 2026/3 is also that of “{other}”. Each gift needs its own."
        )


def test_the_stock_warns_below_zero(qtbot: QtBot, office: OfficeFile) -> None:
    plate = GiftArticle(name_tr="Tabak")
    put(office, plate)
    put(office, StockMove(article_id=plate.id, day=DAY, pieces=1))
    section = StockSection(office, plate.id)
    qtbot.addWidget(section)
    assert texts(section) == ["1 in stock"]
    put(office, Gift(what_tr="x", article_id=plate.id, pieces=3))
    section.refresh()
    assert texts(section)[0].startswith("2 are missing")


def test_giving_from_stock_by_keyboard(qtbot: QtBot, office: OfficeFile) -> None:
    city = Partner(name_tr="Şehir")
    put(office, city)
    visit = Visit(title_tr="Ziyaret", partner_id=city.id, starts=DAY)
    put(office, GiftArticle(name_tr="Kitap"), visit)
    section = VisitGifts(office, visit.id)
    qtbot.addWidget(section)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, GiveDialog)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    section.give()
    with office.read() as session:
        (gift,) = session.scalars(select(Gift))
        assert (gift.what_tr, gift.receiver_body_id, gift.number) == ("Kitap", city.id, "2026/1")
    assert section.list.current_id() == gift.id


def test_giving_what_is_used_up_warns_in_the_dialog_and_on_the_gift(qtbot: QtBot, office: OfficeFile) -> None:
    visit, plate = Visit(title_tr="Ziyaret"), GiftArticle(name_tr="Tabak", at_first=1)
    put(office, visit, plate, GiftArticle(name_tr="Kitap"))
    dialog = GiveDialog(office, visit.id)
    qtbot.addWidget(dialog)
    assert not dialog._trouble.isVisibleTo(dialog)
    dialog.table.selectRow(1)
    assert dialog._trouble.text().startswith("Nothing of it is left in stock")
    assert dialog._trouble.isVisibleTo(dialog)
    gift = Gift(what_tr="x", article_id=plate.id, pieces=3)
    put(office, gift)
    section = AdviceSection(office, gift.id)
    qtbot.addWidget(section)
    assert texts(section)[0].startswith("2 are missing")


def test_without_stock_the_dialog_says_so(qtbot: QtBot, office: OfficeFile) -> None:
    visit = Visit(title_tr="Ziyaret")
    put(office, visit)
    dialog = GiveDialog(office, visit.id)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert not dialog.gift_id


def test_a_new_gift_takes_the_next_number(office: OfficeFile) -> None:
    visit = Visit(title_tr="Ziyaret", starts=DAY)
    put(office, visit, Gift(what_tr="x", number="2026/3"))
    assert proposed(office, Gift, {"visit_id": visit.id}) == {"day": DAY, "number": "2026/4"}


def two_sides(office: OfficeFile) -> dict[str, str]:
    """A visit to us: their head and deputy with posts in their city, ours with the mayor; ids by name."""
    city, union = Partner(name_tr="Mostar"), Partner(name_tr="Birlik")
    people = {name: Person(family_name=name) for name in ("Kordić", "Petrović", "Akın")}
    put(office, city, union, *people.values())
    visit = Visit(title_tr="Ziyaret", partner_id=city.id, starts=DAY)
    post = Post(person_id=people["Petrović"].id, partner_id=union.id, title_tr="Genel sekreter")
    put(office, visit, post)
    sides = {side: Delegation(visit_id=visit.id, side=side) for side in ("guest", "host")}
    put(office, *sides.values())
    for side, name, role in (
        ("guest", "Petrović", "member"),
        ("guest", "Kordić", "head"),
        ("host", "Akın", "head"),
    ):
        member = DelegationMember(delegation_id=sides[side].id, person_id=people[name].id, role=role)
        member.post_id = post.id if name == "Petrović" else None
        put(office, member)
    known = {name: one.id for name, one in people.items()}
    return {**known, "visit": visit.id, "city": city.id, "union": union.id}


@pytest.mark.parametrize("direction", ["given", "received"])
def test_a_new_gift_of_a_visit_goes_from_head_to_head(office: OfficeFile, direction: str) -> None:
    known = two_sides(office)
    found = proposed(office, Gift, {"visit_id": known["visit"], "direction": direction})
    ours, theirs = ("giver", "receiver") if direction == "given" else ("receiver", "giver")
    assert (found[f"{theirs}_id"], found[f"{theirs}_body_id"]) == (known["Kordić"], known["city"])
    assert (found[f"{ours}_id"], f"{ours}_body_id" in found) == (known["Akın"], False)


def test_the_body_of_a_gift_is_that_of_who_was_chosen(office: OfficeFile) -> None:
    known = two_sides(office)
    found = proposed(office, Gift, {"visit_id": known["visit"], "receiver_id": known["Petrović"]})
    assert found["receiver_body_id"] == known["union"]


def test_without_visit_the_body_is_that_of_the_post(office: OfficeFile) -> None:
    known = two_sides(office)
    found = proposed(office, Gift, {"receiver_id": known["Petrović"]})
    assert found["receiver_body_id"] == known["union"]
    assert "receiver_id" not in proposed(office, Gift, {})


def test_a_new_gift_asks_for_whom_it_is_and_who_gives_it(qtbot: QtBot, office: OfficeFile) -> None:
    known = two_sides(office)
    form = NewRecordDialog(office, Gift, {"visit_id": known["visit"]})
    qtbot.addWidget(form)
    cells = {one.field.name: one for one in form.cells}
    assert cells["receiver_id"].editor.text() == "KORDIĆ"
    assert cells["giver_id"].editor.text() == "AKIN"
    cells["direction"].editor.set_value("received")
    cells["direction"].editor.changed.emit()
    assert cells["direction"].commit()
    assert cells["receiver_id"].editor.text() == "AKIN"
    assert cells["giver_body_id"].editor.text() == "Mostar"
    assert cells["receiver_body_id"].editor.text() == ""


def test_the_words_for_the_direction_do_not_say_that_a_gift_was_given() -> None:
    directions = {field_of(Gift, "direction").kind.format(code) for code in ("given", "received")}
    assert directions == {"From us", "From them"}


def test_an_empty_stock_leads_to_the_first_article(
    qtbot: QtBot, office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = Visit(title_tr="Ziyaret")
    put(office, visit)
    dialog = GiveDialog(office, visit.id)
    qtbot.addWidget(dialog)
    assert not dialog._give.isEnabled()
    assert dialog._give.toolTip() == "No gift is in stock yet. Add the first one here."
    asked: list[tuple[type[Record], object]] = []

    def new_record(
        _office: OfficeFile, kind: type[Record], values: object, _over: object, **more: object
    ) -> str:
        asked.append((kind, more["likely"]))
        put(office, GiftArticle(id="a" * 32, name_tr="Tabak"))
        return "a" * 32

    monkeypatch.setattr("dipdesk.gui.form.gifts.give_dialog.new_record", new_record)
    dialog.add_button.click()
    assert asked == [(GiftArticle, {"at_first": 1})]
    assert dialog._give.isEnabled()
    dialog.accept()
    with office.read() as session:
        assert session.get_one(Gift, dialog.gift_id).article_id == "a" * 32


def test_the_list_of_gifts_names_each_thing_once() -> None:
    assert default_columns(Gift)[:3] == (TITLE, "number", "day")
    assert not {"what_tr", "what_en"} & set(default_columns(Gift))
