"""Tests of answers to invitations: calls, letters, companions, the waiting list and the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select

from dipdesk.actions import rsvp
from dipdesk.errors import Known
from dipdesk.model import Ceremony, Guest, Invitation, Partner, Person, Post
from dipdesk.rules import rsvp as rules
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

AT = Moment.parse("2027-05-01T10:05")


class Hall:
    """A ceremony with three guests: a governor, a mayor, somebody without a post."""

    def __init__(self, office: OfficeFile, most: int | None = None) -> None:
        self.office = office
        people = [
            Person(given_name="Şahin", family_name="Yıldız"),
            Person(family_name="Işık"),
            Person(family_name="Ilgaz"),
        ]
        self.ceremony = Ceremony(title_tr="Yemek", starts=Moment.parse("2027-05-12T19:00"), most_guests=most)
        with office.change("Hall") as session:
            session.add_all([*people, self.ceremony])
            session.flush()
            session.add(Post(person_id=people[1].id, function="governor"))
            self.guests = [Guest(ceremony_id=self.ceremony.id, person_id=one.id) for one in people]
            session.add_all(self.guests)
        self.ids = [one.id for one in self.guests]

    def states(self) -> list[str]:
        with self.office.read() as session:
            return [session.get_one(Guest, one).state for one in self.ids]

    def set(self, number: int, state: str) -> None:
        with self.office.change("State") as session:
            session.get_one(Guest, self.ids[number]).state = state


@pytest.fixture
def hall(office: OfficeFile) -> Hall:
    return Hall(office)


def test_a_call_notes_who_said_what_and_is_one_step(office: OfficeFile, hall: Hall) -> None:
    steps = len(office.undo_labels())
    rsvp.note_answer(office, hall.ids[0], "unreached", AT)
    rsvp.note_answer(office, hall.ids[0], "coming", AT.after(60), spoke_with=" Özel kalem ")
    assert len(office.undo_labels()) == steps + 2
    with office.read() as session:
        notes = session.scalars(select(Invitation).order_by(Invitation.id)).all()
        assert [(one.round, one.answer, one.spoke_with) for one in notes] == [
            (1, "unreached", ""),
            (2, "coming", "Özel kalem"),
        ]
    assert hall.states() == ["coming", "invited", "invited"]
    office.undo()
    assert hall.states()[0] == "invited"


def test_who_is_expected_is_invited_once_somebody_wrote_or_called(office: OfficeFile, hall: Hall) -> None:
    for number in range(3):
        hall.set(number, "expected")
    rsvp.note_answer(office, hall.ids[0], "unreached", AT)
    assert hall.states() == ["expected"] * 3
    rsvp.note_answer(office, hall.ids[1], "undecided", AT)
    assert hall.states() == ["expected", "invited", "expected"]
    assert rsvp.note_round(office, hall.ceremony.id, "letter", AT) == 3
    assert hall.states() == ["invited"] * 3


@pytest.mark.parametrize(
    ("answer", "state"), [("declined", "declined"), ("represented", "represented"), ("undecided", "invited")]
)
def test_answers_become_states(office: OfficeFile, hall: Hall, answer: str, state: str) -> None:
    rsvp.note_answer(office, hall.ids[1], answer, AT)
    assert hall.states()[1] == state


def test_a_letter_goes_to_all_who_have_not_answered(office: OfficeFile, hall: Hall) -> None:
    hall.set(0, "coming")
    assert rsvp.note_round(office, hall.ceremony.id, "letter", AT) == 2
    with office.read() as session:
        asked = {one.guest.id: one for one in rsvp.asked(session, hall.ceremony.id)}
    assert [len(asked[one].attempts) for one in hall.ids] == [0, 1, 1]
    hall.set(1, "declined")
    hall.set(2, "declined")
    assert rsvp.note_round(office, hall.ceremony.id, "letter", AT) == 0


def test_companions_are_people_and_follow_who_brings_them(office: OfficeFile, hall: Hall) -> None:
    partner = Person(family_name="Refakat")
    with office.change("Person") as session:
        session.add(partner)
        beside = Guest(person_id=partner.id, **rsvp.companion(office, hall.ids[0]))
        session.add(beside)
    made = beside.id
    with office.read() as session:
        asked = rsvp.asked(session, hall.ceremony.id)
        line = [one.guest.id for one in asked]
        assert line.index(made) == line.index(hall.ids[0]) + 1
        assert next(one for one in asked if one.guest.id == hall.ids[0]).companions == 1
        assert not next(one for one in asked if one.guest.id == made).is_open
    rsvp.note_answer(office, hall.ids[0], "declined", AT)
    with office.read() as session:
        assert session.get_one(Guest, made).state == "declined"


def test_who_is_here_stays_here_whatever_the_one_who_brings_him_says(office: OfficeFile, hall: Hall) -> None:
    people = [Person(family_name=name) for name in ("Gelen", "Bekleyen")]
    with office.change("People") as session:
        session.add_all(people)
        beside = [Guest(person_id=one.id, **rsvp.companion(office, hall.ids[0])) for one in people]
        session.add_all(beside)
        beside[0].state, beside[1].state = "arrived", "waiting"
    for answer in ("coming", "declined"):
        rsvp.note_answer(office, hall.ids[0], answer, AT)
        with office.read() as session:
            states = [session.get_one(Guest, one.id).state for one in beside]
        assert states == ["arrived", "waiting" if answer == "coming" else "declined"]


def test_namesakes_are_told_apart_at_the_door(office: OfficeFile, hall: Hall) -> None:
    body, twins = (
        Partner(name_tr="Üniversite"),
        [Person(given_name="Ayşe", family_name="Yılmaz") for _n in "12"],
    )
    with office.change("Twins") as session:
        session.add_all([body, *twins])
        session.flush()
        session.add(Post(person_id=twins[0].id, function="rector", partner_id=body.id))
        session.add(Guest(ceremony_id=hall.ceremony.id, person_id=twins[0].id))
        session.add(Guest(person_id=twins[1].id, **rsvp.companion(office, hall.ids[1])))
    with office.read() as session:
        found = rsvp.fitting(rsvp.door_list(session, hall.ceremony.id), "ay yil")
    assert [one.title for one in found] == ["Ayşe YILMAZ"] * 2
    assert sorted(one.about for one in found) == ["Rector · Üniversite", "with IŞIK"]


def test_those_who_are_here_do_not_hide_those_who_come(office: OfficeFile, hall: Hall) -> None:
    people = [Person(given_name=f"A{number}", family_name="Yıl") for number in range(12)]
    with office.change("Many") as session:
        session.add_all(people)
        session.flush()
        for number, one in enumerate(people):
            state = "invited" if number == 11 else "arrived"
            session.add(Guest(ceremony_id=hall.ceremony.id, person_id=one.id, state=state))
    with office.read() as session:
        found = rsvp.fitting(rsvp.door_list(session, hall.ceremony.id), "yil")
    assert found[0].title == "A11 YIL"
    assert len(found) == 13


def test_who_is_awaited_stands_before_who_declined(office: OfficeFile, hall: Hall) -> None:
    hall.set(2, "declined")
    with office.read() as session:
        found = rsvp.fitting(rsvp.door_list(session, hall.ceremony.id), "i")
    assert [one.title for one in found] == ["IŞIK", "ILGAZ"]


def test_a_long_list_is_read_in_a_few_questions(office: OfficeFile, hall: Hall) -> None:
    with office.change("Many") as session:
        people = [Person(family_name=f"Konuk{number}") for number in range(40)]
        session.add_all(people)
        session.flush()
        session.add_all(Post(person_id=one.id, function="clerk") for one in people)
        session.add_all(Guest(ceremony_id=hall.ceremony.id, person_id=one.id) for one in people)
    for read in (rsvp.asked, rsvp.door_list):
        with office.read() as session:
            asked: list[object] = []

            def note(*told: object, asked: list[object] = asked) -> None:
                asked.append(told[2])

            event.listen(session.get_bind(), "before_cursor_execute", note)
            read(session, hall.ceremony.id)
            event.remove(session.get_bind(), "before_cursor_execute", note)
            assert len(asked) < 30


def test_who_stands_first_moves_up_only_when_a_place_is_free(office: OfficeFile) -> None:
    hall = Hall(office, most=1)
    hall.set(1, "waiting")
    hall.set(2, "waiting")
    with office.read() as session:
        assert rsvp.moves_up(session, hall.ceremony.id) is None
    rsvp.note_answer(office, hall.ids[0], "declined", AT)
    with office.read() as session:
        found = rsvp.moves_up(session, hall.ceremony.id)
        assert found is not None
        assert found.id == hall.ids[1]
    rsvp.promote(office, hall.ids[1])
    with office.read() as session:
        assert rsvp.moves_up(session, hall.ceremony.id) is None
        assert rsvp.tally(session, hall.ceremony.id).free == 0
    assert hall.states() == ["declined", "invited", "waiting"]


def test_the_door_finds_by_first_letters_and_notes_the_hour(office: OfficeFile, hall: Hall) -> None:
    def found(typed: str) -> list[rsvp.AtDoor]:
        with office.read() as session:
            return rsvp.fitting(rsvp.door_list(session, hall.ceremony.id), typed)

    names = [[one.title for one in found(typed)] for typed in ("i", "sah y", "ILG")]
    assert names == [["ILGAZ", "IŞIK"], ["Şahin YILDIZ"], ["ILGAZ"]]
    rsvp.arrive(office, hall.ids[2], AT)
    with office.read() as session:
        guest = session.get_one(Guest, hall.ids[2])
        assert (guest.state, guest.came_at) == ("arrived", AT)
    assert [one.guest_id for one in found("i")] == [hall.ids[1], hall.ids[2]]
    office.undo()
    assert hall.states()[2] == "invited"


def test_guests_who_are_gone_are_said_to_be(office: OfficeFile, hall: Hall) -> None:
    for act in (
        lambda: rsvp.note_answer(office, "x", "coming", AT),
        lambda: rsvp.arrive(office, "x", AT),
        lambda: rsvp.promote(office, "x"),
        lambda: rsvp.companion(office, "x"),
    ):
        with pytest.raises(Known, match="not on the list"):
            act()


def test_a_ring_of_companions_shows_everybody_once(office: OfficeFile, hall: Hall) -> None:
    with office.change("Ring") as session:
        session.get_one(Guest, hall.ids[0]).companion_of_id = hall.ids[1]
        session.get_one(Guest, hall.ids[1]).companion_of_id = hall.ids[0]
        session.get_one(Guest, hall.ids[2]).companion_of_id = hall.ids[2]
    with office.read() as session:
        found = [one.guest.id for one in rsvp.asked(session, hall.ceremony.id)]
    assert sorted(found) == sorted(hall.ids)


@given(
    states=st.lists(st.sampled_from(["", "invited", "coming", "declined", "waiting", "arrived"])),
    most=st.none() | st.integers(0, 20),
)
def test_places_add_up(states: list[str], most: int | None) -> None:
    found = rules.tally(states, most)
    assert found.taken == sum(one in rules.TAKES_PLACE for one in states)
    assert (found.free is None) == (most is None)
    if found.free is not None and most is not None:
        assert found.free + found.taken == most


@given(names=st.lists(st.text(max_size=20)), typed=st.text(max_size=6))
def test_the_door_never_stumbles(names: list[str], typed: str) -> None:
    found = rules.at_door(typed, names)
    assert len(found) == len(set(found)) <= len(names)
