"""What new records begin with: places of partners, kinds of items, journeys home, allowances."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from dipdesk.gui.form.draft import asked
from dipdesk.gui.form.proposals import proposed
from dipdesk.model import (
    Ceremony,
    Country,
    Delegation,
    DelegationMember,
    Expense,
    GiftArticle,
    Lodging,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    Room,
    Visit,
    field_of,
)
from dipdesk.model.kinds import Choice, Money, Position
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import added


def trip(office: OfficeFile) -> Visit:
    """A trip of three days without a partner."""
    made = Visit(title_tr="Gezi", kind="outbound", place="Berlin", starts=date(2027, 3, 8))
    made.ends = date(2027, 3, 10)
    added(office, made)
    return made


def test_the_title_says_of_which_kind_an_item_is(office: OfficeFile) -> None:
    known = {"visit_id": trip(office).id}
    assert "kind" not in proposed(office, ProgrammeItem, known)
    assert proposed(office, ProgrammeItem, {**known, "title_tr": "Öğle yemeği"})["kind"] == "meal"
    assert "kind" not in proposed(office, ProgrammeItem, {**known, "title_tr": "Öğle yemeği", "kind": ""})


def test_the_title_says_of_which_kind_a_ceremony_is(office: OfficeFile) -> None:
    known = {"visit_id": trip(office).id}
    assert proposed(office, Ceremony, known) == {"place_tr": "Berlin"}
    assert proposed(office, Ceremony, {**known, "title_tr": "Akşam yemeği"})["kind"] == "dinner"
    assert "kind" not in proposed(office, Ceremony, {"title_en": "Dinner", "kind": ""})


def test_the_press_is_invited_to_what_is_made_for_it(office: OfficeFile) -> None:
    known = {"visit_id": trip(office).id}
    assert proposed(office, ProgrammeItem, {**known, "kind": "press"})["press"] is True
    assert proposed(office, ProgrammeItem, {**known, "title_tr": "Basın toplantısı"})["press"] is True
    assert "press" not in proposed(office, ProgrammeItem, {**known, "kind": "meeting"})
    assert "press" not in proposed(office, ProgrammeItem, {**known, "kind": "press", "press": False})


def test_an_allowance_is_the_rate_for_the_days_away(office: OfficeFile) -> None:
    visit = trip(office)
    side, person = Delegation(visit_id=visit.id, side="guest"), Person(given_name="Ayşe")
    member = DelegationMember(delegation_id=side.id, person_id=person.id, allowance=Money(Decimal(70), "EUR"))
    added(office, side, person, member)
    known = {"visit_id": visit.id, "kind": "allowance", "member_id": member.id}
    assert proposed(office, Expense, known) == {
        "rate": Money(Decimal(70), "EUR"),
        "days": 3,
        "planned": Money(Decimal(210), "EUR"),
    }
    assert proposed(office, Expense, {**known, "days": 2})["planned"] == Money(Decimal(140), "EUR")
    assert proposed(office, Expense, {"visit_id": visit.id}) == {}


def test_an_interpreter_by_post_is_one_in_the_delegation(office: OfficeFile) -> None:
    side = Delegation(visit_id=trip(office).id, side="guest")
    voice, lead = Person(given_name="Ayşe"), Person(given_name="Can")
    post = Post(person_id=voice.id, function="interpreter")
    added(office, side, voice, lead, post, Post(person_id=lead.id, function="mayor"))
    known = {"delegation_id": side.id}
    assert proposed(office, DelegationMember, {**known, "person_id": voice.id}) == {"role": "interpreter"}
    assert proposed(office, DelegationMember, {**known, "post_id": post.id}) == {"role": "interpreter"}
    assert proposed(office, DelegationMember, {**known, "person_id": lead.id}) == {"role": "head"}
    assert proposed(office, DelegationMember, {"person_id": voice.id, "role": "staff"}) == {}


def test_a_known_title_says_the_function(office: OfficeFile) -> None:
    assert proposed(office, Post, {"title_en": "Deputy Mayor"})["function"] == "deputy_mayor"
    assert proposed(office, Post, {"title_tr": "Vali Yardımcısı"})["function"] == "deputy_governor"
    assert proposed(office, Post, {"title_en": "First Deputy Mayor", "function": "mayor"}) == {}
    assert proposed(office, Post, {"title_tr": "Bilinmeyen"}) == {}


def test_a_post_called_as_its_function_is_told_in_both_languages(office: OfficeFile) -> None:
    assert proposed(office, Post, {"title_en": "mayor"})["title_tr"] == "Belediye başkanı"
    assert proposed(office, Post, {"title_tr": "Belediye Başkanı"})["title_en"] == "Mayor"
    assert "title_tr" not in proposed(office, Post, {"title_en": "Mayor of the city"})
    assert "title_tr" not in proposed(office, Post, {"title_en": "Mayor", "title_tr": "Başkan"})


def test_functions_of_a_town_hall_are_offered_first() -> None:
    kind = field_of(Post, "function").kind
    assert isinstance(kind, Choice)
    found = [key for key, name in kind.options.items() if "eputy" in name]
    assert found == ["deputy_mayor", "deputy_governor"]


def test_a_room_has_a_name_until_the_hotel_tells_its_number(office: OfficeFile) -> None:
    hotel = Lodging(visit_id=trip(office).id, name="Hotel")
    added(office, hotel, Room(lodging_id=hotel.id, number="Double room 1", kind="double"))
    known = {"lodging_id": hotel.id, "kind": "double"}
    assert proposed(office, Room, known) == {"beds": 2, "number": "Double room 2"}
    assert proposed(office, Room, {**known, "number": "214"}) == {"beds": 2}
    assert proposed(office, Room, {"lodging_id": hotel.id})["number"] == "Single room 1"


def test_forms_ask_for_rate_days_and_first_pieces() -> None:
    assert {"member_id", "rate", "days", "planned"} <= {one.name for one in asked(Expense, {"visit_id"})}
    assert "at_first" in {one.name for one in asked(GiftArticle, set())}
    assert "kind" in {one.name for one in asked(ProgrammeItem, {"visit_id"})}


def test_a_city_lies_where_the_gazetteer_knows_it(office: OfficeFile) -> None:
    with office.read() as session:
        country = session.scalars(select(Country).where(Country.code == "AZ")).one().id
    known = {"name_tr": "Gence", "country_id": country}
    assert proposed(office, Partner, known) == {"position": Position(40.68, 46.36), "zone": "Asia/Baku"}
    assert proposed(office, Partner, {**known, "zone": "Europe/Berlin"}).keys() == {"position"}
    assert proposed(office, Partner, {"name_tr": "Gence"}) == {}, "many countries may have one"
    assert proposed(office, Partner, {**known, "name_tr": "Örnek Dostluk Derneği"}) == {}
