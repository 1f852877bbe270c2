"""The story of a partner: everything dated, the newest first, each in its thread."""

from datetime import date

from sqlalchemy import select

from dipdesk import paths
from dipdesk.actions import absence, story, timeline
from dipdesk.actions.timeline import THREADS
from dipdesk.i18n import speaking
from dipdesk.model import Leave, Partner, Person, Post
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile


def filled(office: OfficeFile) -> str:
    story.tell(office, paths.resources("sample"), "Sample")
    return story.record_id("partner", "beispielburg")


def test_the_sample_partner_tells_all_threads_but_its_dues(office: OfficeFile) -> None:
    partner_id = filled(office)
    with office.read() as session:
        events = timeline.timeline(session, partner_id)
        network = timeline.timeline(session, story.record_id("partner", "network"))
    assert {one.thread for one in events} | {one.thread for one in network} == set(THREADS)
    assert [one.day for one in events] == sorted((one.day for one in events), reverse=True)
    texts = [one.text for one in events]
    assert "Sister city: the relation began" in texts
    assert "Sister-city agreement signed" in texts
    assert all(one.text and one.icon for one in events)
    assert "Dues of 2025 paid" in [one.text for one in network]


def test_it_speaks_the_language_of_now(office: OfficeFile) -> None:
    partner_id = filled(office)
    with speaking("tr"), office.read() as session:
        assert "Beispielburg heyetinin ziyareti" in [
            one.text for one in timeline.timeline(session, partner_id)
        ]


def test_a_partner_without_a_past_has_no_story(office: OfficeFile) -> None:
    with office.change("Partner") as session:
        city = Partner(name_tr="Şehir")
        session.add(city)
    with office.read() as session:
        assert timeline.timeline(session, city.id) == []


def test_who_was_mayor_in_2019(office: OfficeFile) -> None:
    with office.change("Mayors") as session:
        city = Partner(name_tr="Şehir")
        people = [Person(family_name=name) for name in ("Eski", "Orta", "Yeni", "Belirsiz")]
        session.add_all([city, *people])
        session.flush()
        terms = [
            (PartialDate(2009), PartialDate(2014, 3, 30)),
            (PartialDate(2014, 4), PartialDate(2019, 3, 31)),
            (PartialDate(2019, 4, 1), None),
            (None, None),
        ]
        session.add_all(
            Post(person_id=one.id, partner_id=city.id, function="mayor", since=since, until=until)
            for one, (since, until) in zip(people, terms, strict=True)
        )
    with office.read() as session:

        def names(when: PartialDate) -> set[str]:
            found = absence.in_post(session, city.id, when)
            held = session.scalars(select(Person)).all()
            assert held
            return {one.person.family_name for one in found if one.person}

        assert names(PartialDate(2019)) == {"Orta", "Yeni", "Belirsiz"}
        assert names(PartialDate(2019, 5)) == {"Yeni", "Belirsiz"}
        assert names(PartialDate(2014, 3, 31)) == {"Belirsiz"}
        assert names(PartialDate(1990)) == {"Belirsiz"}


def test_leave_is_found_by_the_days_it_touches(office: OfficeFile) -> None:
    with office.change("Leave") as session:
        person = Person(family_name="Çınar")
        session.add(person)
        session.flush()
        session.add(Leave(person_id=person.id, starts=date(2027, 5, 10), ends=date(2027, 5, 21)))
    with office.read() as session:
        assert absence.leave_on(session, person.id, date(2027, 5, 10)) is not None
        assert absence.leave_on(session, person.id, date(2027, 5, 1), date(2027, 5, 9)) is None
        assert absence.leave_on(session, person.id, date(2027, 5, 1), date(2027, 5, 12)) is not None
        assert absence.leave_on(session, None, date(2027, 5, 12)) is None
        assert absence.next_leave(session, person.id, date(2027, 5, 21)) is not None
        assert absence.next_leave(session, person.id, date(2027, 5, 22)) is None
