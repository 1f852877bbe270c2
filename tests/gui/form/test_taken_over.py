"""What a record made out of a link field takes over from the form, and the days that are likely there."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid
from dipdesk.gui.form.likely_days import likely_day
from dipdesk.gui.form.link_editors import LinkEditor
from dipdesk.gui.form.new_record import NewRecordDialog, surroundings
from dipdesk.gui.form.storing import store_field
from dipdesk.gui.form.taken_over import own_visit, taken_over
from dipdesk.model import (
    Agreement,
    Ceremony,
    Contact,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    Guest,
    Lodging,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    Record,
    Room,
    Signatory,
    Travel,
    Visit,
    field_of,
)
from dipdesk.model.kinds import Link
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import added, press, soon, stored

FIRST, LAST = date(2027, 3, 8), date(2027, 3, 10)


@pytest.fixture
def known(office: OfficeFile) -> dict[str, Any]:
    """A visit of two delegations, one person, and one hotel, by the names that links have."""
    partner, person = Partner(name_tr="Mostar"), Person(family_name="Kordić")
    added(office, partner, person)
    visit = Visit(title_tr="Ziyaret", partner_id=partner.id, starts=FIRST, ends=LAST)
    added(office, visit)
    guests, hosts = (Delegation(visit_id=visit.id, side=side) for side in ("guest", "host"))
    hotel = Lodging(visit_id=visit.id, name="Otel")
    added(office, guests, hosts, hotel)
    return {
        "partner": partner.id,
        "person": person.id,
        "visit": visit.id,
        "guests": guests.id,
        "hosts": hosts.id,
        "hotel": hotel.id,
    }


def link_of(kind: type[Record], name: str) -> Link:
    found = field_of(kind, name).kind
    assert isinstance(found, Link)
    return found


def taken(office: OfficeFile, source: type[Record], name: str, **values: object) -> dict[str, object]:
    link = field_of(source, name).kind
    with office.read() as session:
        return taken_over(session, source, values, link)  # type: ignore[arg-type]


def test_a_post_of_a_member_knows_the_person_and_the_partner_who_comes(
    office: OfficeFile, known: dict[str, Any]
) -> None:
    member = {"delegation_id": known["guests"], "person_id": known["person"]}
    assert taken(office, DelegationMember, "post_id", **member) == {
        "person_id": known["person"],
        "partner_id": known["partner"],
    }
    ours = {"delegation_id": known["hosts"], "person_id": known["person"]}
    assert taken(office, DelegationMember, "post_id", **ours) == {"person_id": known["person"]}
    assert taken(office, DelegationMember, "post_id") == {}


def test_a_post_of_who_travels_for_us_is_in_our_own_office(office: OfficeFile, known: dict[str, Any]) -> None:
    with office.change("Abroad") as session:
        session.get_one(Visit, known["visit"]).kind = "outbound"
    for side, partner in (("guests", {}), ("hosts", {"partner_id": known["partner"]})):
        member = {"delegation_id": known[side], "person_id": known["person"]}
        assert taken(office, DelegationMember, "post_id", **member) == {
            "person_id": known["person"],
            **partner,
        }


def test_a_journey_of_a_member_knows_visit_and_direction(office: OfficeFile, known: dict[str, Any]) -> None:
    for link, direction in (("arrival_id", "arrival"), ("departure_id", "departure")):
        found = taken(office, DelegationMember, link, delegation_id=known["guests"])
        assert found == {"visit_id": known["visit"], "direction": direction}


def test_a_room_of_a_member_is_in_the_only_hotel(office: OfficeFile, known: dict[str, Any]) -> None:
    found = taken(office, DelegationMember, "room_id", delegation_id=known["guests"])
    assert found == {"lodging_id": known["hotel"]}
    added(office, Lodging(visit_id=known["visit"], name="Başka otel"))
    assert taken(office, DelegationMember, "room_id", delegation_id=known["guests"]) == {}


def test_a_counterpart_is_another_person_on_the_other_side(office: OfficeFile, known: dict[str, Any]) -> None:
    member = {"delegation_id": known["guests"], "person_id": known["person"], "room_id": "x"}
    found = taken(office, DelegationMember, "counterpart_id", **member)
    assert found["delegation_id"] == known["hosts"]
    assert not {"person_id", "post_id"} & found.keys()


def test_what_has_the_same_name_is_the_same(office: OfficeFile, known: dict[str, Any]) -> None:
    log = {"partner_id": known["partner"], "visit_id": known["visit"], "person_id": known["person"]}
    assert taken(office, Contact, "refers_id", **log) == {
        "partner_id": known["partner"],
        "visit_id": known["visit"],
    }
    assert taken(office, Agreement, "follows_id", partner_id=known["partner"]) == {
        "partner_id": known["partner"]
    }
    assert taken(office, Guest, "stands_for_id", person_id=known["person"]) == {}
    signs = {"agreement_id": "", "person_id": known["person"], "partner_id": known["partner"]}
    assert taken(office, Signatory, "post_id", **signs) == {"person_id": known["person"]}


def test_a_ceremony_takes_time_and_place_of_its_item(office: OfficeFile, known: dict[str, Any]) -> None:
    starts = Moment.parse("09.03.2027 10:00")
    item = {"visit_id": known["visit"], "starts": starts, "place_tr": "Meclis", "began": starts}
    assert taken(office, ProgrammeItem, "ceremony_id", **item) == {
        "visit_id": known["visit"],
        "partner_id": known["partner"],
        "starts": starts,
        "place_tr": "Meclis",
    }


def test_the_dialog_shows_what_was_taken_over_and_lets_it_be_changed(
    qtbot: QtBot, office: OfficeFile, known: dict[str, Any]
) -> None:
    form = NewRecordDialog(office, DelegationMember, {"delegation_id": known["guests"]})
    qtbot.addWidget(form, before_close_func=lambda one: one.hide())
    form.show()
    cells = {one.field.name: one for one in form.cells}
    cells["person_id"].begin()
    cells["person_id"].editor.set_value(known["person"])
    cells["person_id"].editor.changed.emit()
    assert cells["person_id"].commit()
    shown: dict[str, object] = {}

    def look() -> None:
        over = QApplication.activeModalWidget()
        assert isinstance(over, NewRecordDialog)
        shown.update({one.field.name: one.value for one in over.cells})
        title = next(one for one in over.cells if one.field.name == "title_tr")
        title.editor.set_text("Başkan")
        title.editor.changed.emit()
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    soon(look)
    made = cells["post_id"].editor.around.create(field_of(DelegationMember, "post_id").kind, "", form)
    assert (shown["person_id"], shown["partner_id"]) == (known["person"], known["partner"])
    post = stored(office, Post, made)
    assert (post.person_id, post.partner_id, post.title_tr) == (known["person"], known["partner"], "Başkan")


@pytest.mark.parametrize(
    ("kind", "name", "values", "day"),
    [
        (Travel, "arrives", {"direction": "arrival"}, FIRST),
        (Travel, "leaves", {"direction": "departure"}, LAST),
        (
            Travel,
            "leaves",
            {"direction": "arrival", "arrives": Moment.parse("07.03.2027 23:00")},
            date(2027, 3, 7),
        ),
        (Duty, "starts", {}, FIRST),
        (Ceremony, "starts", {}, FIRST),
    ],
)
def test_the_day_of_a_moment_comes_from_the_visit(
    office: OfficeFile,
    known: dict[str, Any],
    kind: type[Record],
    name: str,
    values: dict[str, Any],
    day: date,
) -> None:
    values = {"visit_id": known["visit"], **values}
    with office.read() as session:
        assert likely_day(session, kind, values, field_of(kind, name).kind) == day
        assert likely_day(session, kind, {}, field_of(kind, name).kind) is None


def test_the_day_of_a_duty_is_that_of_its_item(office: OfficeFile, known: dict[str, Any]) -> None:
    item = ProgrammeItem(visit_id=known["visit"], title_tr="Kabul", starts=Moment.parse("09.03.2027 10:00"))
    added(office, item)
    values = {"visit_id": known["visit"], "item_id": item.id}
    with office.read() as session:
        assert likely_day(session, Duty, values, field_of(Duty, "ends").kind) == date(2027, 3, 9)


def test_typing_the_hour_is_enough_for_a_journey(
    qtbot: QtBot, office: OfficeFile, known: dict[str, Any], type_text: Any
) -> None:
    form = NewRecordDialog(office, Travel, {"visit_id": known["visit"]})
    qtbot.addWidget(form, before_close_func=lambda one: one.hide())
    form.show()
    cells = {one.field.name: one for one in form.cells}
    arrives = cells["arrives"].editor
    assert (arrives.day.text(), arrives.day.placeholderText()) == ("", "08/03/2027")
    cells["direction"].editor.set_value("departure")
    cells["direction"].editor.changed.emit()
    assert cells["direction"].commit()
    leaves = cells["leaves"].editor
    assert leaves.day.placeholderText() == "10/03/2027"
    leaves.clock.setFocus()
    type_text(leaves.clock, "1430")
    assert leaves.day.text() == "10/03/2027"
    assert cells["leaves"].commit()
    assert cells["leaves"].value == Moment.parse("10.03.2027 14:30")
    assert cells["arrives"].value is None


def test_a_new_room_has_the_beds_of_its_kind(qtbot: QtBot, office: OfficeFile, known: dict[str, Any]) -> None:
    form = NewRecordDialog(office, Room, {"lodging_id": known["hotel"]})
    qtbot.addWidget(form, before_close_func=lambda one: one.hide())
    cells = {one.field.name: one for one in form.cells}

    def take(name: str, value: object) -> None:
        cells[name].editor.set_value(value)
        cells[name].editor.changed.emit()
        assert cells[name].commit()

    assert cells["beds"].value == 1
    take("kind", "double")
    assert cells["beds"].value == 2
    take("beds", 3)
    take("kind", "single")
    assert cells["beds"].value == 3


def test_the_beds_of_a_room_follow_its_kind_unless_they_were_counted(
    office: OfficeFile, known: dict[str, Any]
) -> None:
    room = Room(lodging_id=known["hotel"], number="401", beds=1)
    counted = Room(lodging_id=known["hotel"], number="402", beds=3)
    silent = Room(lodging_id=known["hotel"], number="403")
    added(office, room, counted, silent)
    for one in (room, counted, silent):
        store_field(office, (Room, one.id), field_of(Room, "kind"), "double", None, lambda _s: None)
    assert [stored(office, Room, one.id).beds for one in (room, counted, silent)] == [2, 3, None]
    assert stored(office, Room, silent.id).sleeps() == 2


def test_the_last_day_is_in_the_year_of_the_first(qtbot: QtBot, office: OfficeFile) -> None:
    form = NewRecordDialog(office, Visit, {"starts": date(2031, 12, 30)})
    qtbot.addWidget(form, before_close_func=lambda one: one.hide())
    ends = next(one for one in form.cells if one.field.name == "ends")
    ends.editor.set_text("2.1")
    ends.editor.changed.emit()
    assert ends.commit()
    assert ends.value == date(2032, 1, 2)


@pytest.mark.parametrize(
    ("kind", "field", "known_of"),
    [
        (Expense, "member_id", {"visit_id": "visit"}),
        (Duty, "member_id", {"visit_id": "visit"}),
        (DelegationMember, "counterpart_id", {"delegation_id": "guests"}),
        (DelegationMember, "arrival_id", {"delegation_id": "hosts"}),
    ],
)
def test_whom_a_link_may_lead_to_is_of_the_own_visit(
    office: OfficeFile, known: dict[str, Any], kind: type[Record], field: str, known_of: dict[str, str]
) -> None:
    values = {name: known[one] for name, one in known_of.items()}
    around = surroundings(office, kind, lambda: values)
    assert around.visit(link_of(kind, field)) == known["visit"]
    assert surroundings(office, kind, dict).visit(link_of(kind, field)) == ""


def test_the_delegation_says_the_visit_and_may_be_of_another(
    office: OfficeFile, known: dict[str, Any]
) -> None:
    with office.read() as session:
        values = {"delegation_id": known["guests"]}
        link = link_of(DelegationMember, "delegation_id")
        assert own_visit(session, DelegationMember, values, link) == ""


def test_a_cost_finds_members_of_its_own_visit_only(
    office: OfficeFile, known: dict[str, Any], qtbot: QtBot
) -> None:
    elsewhere, other = Visit(title_tr="Başka ziyaret"), Person(family_name="Horvat")
    added(office, elsewhere, other)
    away = Delegation(visit_id=elsewhere.id, side="guest")
    added(office, away)
    here = DelegationMember(delegation_id=known["guests"], person_id=known["person"])
    added(office, here, DelegationMember(delegation_id=away.id, person_id=other.id))
    values = {"visit_id": known["visit"]}
    link = LinkEditor(link_of(Expense, "member_id"), surroundings(office, Expense, lambda: values))
    qtbot.addWidget(link)
    link.set_text("kordić")
    assert link.value() == here.id
    link.set_text("horvat")
    with pytest.raises(Invalid):
        link.value()
