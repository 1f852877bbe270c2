"""The ceremony year, the call list and the list for the door: empty, full, public, hostile."""

from datetime import date

import pytest

from dipdesk.model import Ceremony, Guest, Person, YearDay
from dipdesk.papers import making, text
from dipdesk.papers.registry import PAGES, paper
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT

AT = Moment.parse("2027-05-12T19:00")


def said(office: OfficeFile, name: str, subject: str = "", **chosen: object) -> str:
    one = paper(name)
    return text.write(making.build(office, one, subject, one.options(**chosen), ("en",), MADE_AT))


def hall(office: OfficeFile, count: int, **more: object) -> str:
    ceremony = Ceremony(title_tr="Yemek", title_en="Dinner", starts=AT, answer_by=date(2027, 5, 10))
    with office.change("Hall") as session:
        session.add(ceremony)
        for number in range(count):
            person = Person(family_name=f"Konuk {number:03}", phone="+90 555 0")
            session.add(person)
            session.flush()
            session.add(Guest(ceremony_id=ceremony.id, person_id=person.id, **more))
    return ceremony.id


def test_the_year_of_an_office_without_partners(office: OfficeFile) -> None:
    words = said(office, "ceremony_year", year=2028)
    assert "Ceremony year 2028" in words
    assert "Sunday, 23 April 2028 | National Sovereignty and Children's Day | 108 | 23 February 2028" in words
    assert "not verified" not in words


def test_only_the_days_that_are_wanted(office: OfficeFile) -> None:
    with office.change("Day") as session:
        session.add(YearDay(title_tr="Kurtuluş", title_en="Liberation", month=2, day=29, since=1922))
    words = said(office, "ceremony_year", year=2027, turkiye=False, sources=True)
    assert "Sunday, 28 February 2027 | Liberation | 105" in words
    assert "Republic" not in words
    assert "No day of the year is on file." in said(office, "ceremony_year", turkiye=False, own=False)


def test_a_call_list_holds_who_has_not_answered_and_no_phones_in_public(office: OfficeFile) -> None:
    ceremony = hall(office, 3)
    words = said(office, "guest_calls", ceremony)
    assert "Answers are wanted by 10 May 2027." in words
    assert "+90 555 0" in words
    assert "3 guests" in words
    assert "+90 555 0" not in said(office, "guest_calls", ceremony, public=True)


def test_lists_of_nobody_say_so(office: OfficeFile) -> None:
    ceremony = hall(office, 0)
    for name in ("guest_calls", "check_in"):
        assert "Nobody has been invited yet." in said(office, name, ceremony)
    assert "Everybody has answered." in said(office, "guest_calls", hall(office, 1, state="declined"))


def test_the_door_goes_by_the_alphabet_and_knows_who_is_here(office: OfficeFile) -> None:
    ceremony = hall(office, 2, state="arrived", came_at=AT)
    words = said(office, "check_in", ceremony, posts=False)
    assert words.index("KONUK 000") < words.index("KONUK 001")
    assert "19:00" in words


@pytest.mark.parametrize("name", ["guest_calls", "check_in"])
def test_hundreds_of_guests_fit_on_pages(office: OfficeFile, name: str) -> None:
    words = said(office, name, hall(office, 400))
    assert "400 guests" in words
    assert "pdf" in PAGES
