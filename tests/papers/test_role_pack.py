"""Packs of roles: the right papers, and nothing that the role must not see."""

from datetime import datetime

import pytest

from dipdesk import paths
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Duty,
    Person,
    Post,
    ProgrammeItem,
    SeatingPlan,
    TalkingPoint,
    Visit,
)
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Contents, Heading, PageBreak, in_line
from dipdesk.papers.ceremony.fitting import is_meal
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers import word
from tests.papers.briefs import MADE_AT, stored
from tests.papers.samples import SUBJECTS

KEYS = sorted(path.stem for path in paths.resources("packs").glob("*.toml"))


def _pack(office: OfficeFile, role: str, entity: str = "visit", **chosen: object) -> str:
    known = paper("role_pack")
    options = known.options(role=role, **chosen)
    return text.write(making.build(office, known, SUBJECTS[entity], options, ("en",), MADE_AT))


@pytest.mark.parametrize("role", KEYS)
@pytest.mark.parametrize("entity", ["visit", "ceremony"])
def test_every_pack_of_the_sample_holds_papers(read_office: OfficeFile, role: str, entity: str) -> None:
    known = paper("role_pack")
    document = making.build(
        read_office, known, SUBJECTS[entity], known.options(role=role), ("tr", "en"), MADE_AT
    )
    assert any(isinstance(one, PageBreak) for one in document.blocks)
    assert sum(isinstance(one, Heading) and one.level == 1 for one in document.blocks) > 1


def test_the_kitchen_learns_of_meals_and_of_no_phone(sample_office: OfficeFile) -> None:
    with sample_office.change("needs") as session:
        for one in session.query(DelegationMember):
            one.meals, one.passport, one.phone = "No nuts", "X 123 456", "+90 111 222 33 44"
    said = _pack(sample_office, "kitchen")
    assert "No nuts" in said
    assert "X 123 456" not in said
    assert "222 33" not in said
    assert "Copy for: Kitchen" in said


def test_an_empty_visit_says_that_nothing_is_planned(office: OfficeFile) -> None:
    with office.change("A visit") as session:
        visit = Visit(title_tr="Ziyaret", title_en="Visit")
        session.add(visit)
        row_id = visit.id
    known = paper("role_pack")
    said = text.write(making.build(office, known, row_id, known.options(role="master"), ("en",), MADE_AT))
    assert "Nothing has been planned yet" in said


@pytest.mark.parametrize("language", ["tr", "en"])
def test_papers_of_one_sort_are_told_apart_by_their_ceremonies(
    read_office: OfficeFile, language: str
) -> None:
    known = paper("role_pack")
    options = known.options(role="kitchen")
    document = making.build(read_office, known, SUBJECTS["visit"], options, (language,), MADE_AT)
    tops = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert len({in_line(one.text) for one in tops}) == len(tops) > 2
    assert [one.listed for one in tops] == [False] + [True] * (len(tops) - 1)
    assert any(isinstance(one, Contents) for one in document.blocks)
    listed = [one for one in word.texts(word.opened(document)) if one == in_line(tops[0].text)]
    assert len(listed) == 1


@pytest.mark.parametrize("name", ["seating_plan", "precedence_list", "counterpart_matrix"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_reasons_and_doubts_stay_in_the_office(read_office: OfficeFile, name: str, language: str) -> None:
    known = paper(name)
    row_id = SUBJECTS[known.subjects[0]]

    def told(**chosen: object) -> str:
        document = making.build(read_office, known, row_id, known.options(**chosen), (language,), MADE_AT)
        return text.write(document)

    ours, public = told(), told(public=True)
    for receiver in ("partner", "interpreter"):
        given = told(receiver=receiver)
        assert len(given) < len(ours)
        assert len(given.splitlines()) <= len(public.splitlines()) + 2


def test_lists_by_the_alphabet_begin_with_the_family_name(read_office: OfficeFile) -> None:
    for name in ("check_in", "seat_finder"):
        known = paper(name)
        row_id = SUBJECTS["ceremony"]
        said = text.write(making.build(read_office, known, row_id, known.options(), ("tr",), MADE_AT))
        assert "ÖRNEK, Ayşe" in said


TALKS = {"place_tr": "Salon", "address": "Atatürk Cd. 1", "note_en": "Budget first", "crew_note_en": "Gate 2"}


@pytest.fixture
def planned(office: OfficeFile, visit: str) -> str:
    """A visit with talks, a lunch, the way from the airport and a press conference; no car and no duty."""

    def at(hour: int) -> Moment:
        return Moment(datetime(2027, 5, 12, hour))  # noqa: DTZ001 - what the wall clock shows

    talks = Ceremony(visit_id=visit, title_tr="Makam görüşmesi", title_en="Office meeting", kind="courtesy")
    lunch = Ceremony(visit_id=visit, title_tr="Yemek", title_en="Lunch")
    items = [
        ProgrammeItem(visit_id=visit, title_tr=tr, title_en=en, starts=at(hour), kind=kind, **more)
        for tr, en, hour, kind, more in (
            ("Varış", "Landing", 9, "travel", {"phone": "+90 555 111 22 33"}),
            ("Görüşme", "Talks", 10, "meeting", TALKS),
            ("Ara", "Break", 11, "rest", {}),
            ("Yemek", "Lunch", 12, "meal", {"ceremony_id": lunch.id}),
            ("Basın toplantısı", "Press conference", 14, "press", {}),
            ("Hazırlık", "Set-up", 8, "other", {"audience": "crew"}),
        )
    ]
    plans = [
        SeatingPlan(ceremony_id=one.id, name_tr=f"{n}. düzen", name_en=f"Plan {n}", layout="round")
        for n, one in enumerate((talks, lunch), 1)
    ]
    guest, host = (Delegation(visit_id=visit, side=side) for side in ("guest", "host"))
    person = Person(given_name="Erika", family_name="Musterfrau", spoken_as="mus-ter-frau")
    post = Post(person_id=person.id, title_tr="Belediye Başkanı", title_en="Lady Mayor")
    member = DelegationMember(delegation_id=guest.id, person_id=person.id, post_id=post.id)
    points = [
        TalkingPoint(visit_id=visit, kind=kind, text_tr=f"{kind} tr", text_en=f"{kind} en")
        for kind in ("own", "avoid")
    ]
    stored(office, talks, lunch)
    stored(office, *items, *plans, guest, host, person, post, member, *points)
    return visit


def _given(office: OfficeFile, visit: str, role: str) -> str:
    known = paper("role_pack")
    return text.write(making.build(office, known, visit, known.options(role=role), ("en",), MADE_AT))


def test_the_press_gets_what_is_shown_to_everybody(office: OfficeFile, planned: str) -> None:
    said = _given(office, planned, "press")
    assert "Press conference" in said
    assert said.count("The press is invited.") == 1
    assert "Set-up" not in said
    assert "555 111" not in said


def test_a_driver_gets_moves_with_addresses_and_phones(office: OfficeFile, planned: str) -> None:
    said = _given(office, planned, "driver")
    for wanted in ("Landing", "555 111 22 33", "Talks", "Atatürk Cd. 1", "Gate 2"):
        assert wanted in said
    assert "Break" not in said
    assert "Budget first" not in said
    assert "Nothing to hand out yet for: Car plan, Arrivals and departures" in said


def test_an_interpreter_gets_names_points_and_courtesies(office: OfficeFile, planned: str) -> None:
    said = _given(office, planned, "interpreter")
    for wanted in (
        "Musterfrau",
        "Lady Mayor",
        "Belediye Başkanı",
        "own tr",
        "own en",
        "Guten Morgen",
        "Break",
    ):
        assert wanted.casefold() in said.casefold()
    assert "avoid" not in said
    assert "Nothing to hand out yet for: Interpreters and escorts" in said
    talks = making.build(office, paper("programme"), planned, paper("programme").options(), ("en",), MADE_AT)
    with office.change("a duty and a secret") as session:
        item = next(one for one in session.query(ProgrammeItem) if one.title_en == "Talks")
        session.add(Duty(visit_id=planned, kind="interpreter", item_id=item.id))
        session.get_one(Visit, planned).classification = "confidential"
    said = _given(office, planned, "interpreter")
    assert "Break" not in said
    assert "own en" not in said
    assert "Break" in text.write(talks)


def test_the_kitchen_gets_the_seating_of_meals_only(office: OfficeFile, planned: str) -> None:
    said = _given(office, planned, "kitchen")
    assert "Plan 2" in said
    assert "Plan 1" not in said
    assert "Office meeting" not in said


def test_only_meals_count_as_such(office: OfficeFile, planned: str) -> None:
    with office.read() as session:
        found = {one.title_en: is_meal(one) for one in session.query(Ceremony)}
    assert found == {"Office meeting": False, "Lunch": True}
    assert is_meal(Ceremony(kind="dinner"))
