"""What ours do at an international meeting: told before in the brief, after in the report, and dated."""

from datetime import date

import pytest

from dipdesk.actions import approval_file
from dipdesk.exchange import icalendar_events
from dipdesk.i18n import speaking
from dipdesk.model import Person, Slot, Visit
from dipdesk.papers import making, text
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store import dated
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored

DAY = date(2028, 3, 9)


@pytest.fixture
def meeting(office: OfficeFile) -> Visit:
    speaker = Person(given_name="Ayşe", family_name="Çınar")
    made = Visit(title_en="General assembly", kind="meeting", starts=DAY, ends=DAY, classification="open")
    stored(office, speaker, made)
    slot = Slot(
        visit_id=made.id,
        person_id=speaker.id,
        session="Plenary",
        topic_en="Zero waste",
        starts=Moment.parse("2028-03-09 10:00 Europe/Brussels"),
        ends=Moment.parse("2028-03-09 10:20 Europe/Brussels"),
        position_en="Buy together.",
        result_en="Taken up by six cities.",
    )
    stored(office, slot)
    return made


def said(office: OfficeFile, name: str, visit: Visit, **chosen: object) -> str:
    one = paper(name)
    return text.write(making.build(office, one, visit.id, one.options(**chosen), ("en",), MADE_AT))


def test_the_brief_tells_each_slot_with_our_position_and_the_public_one_without(
    office: OfficeFile, meeting: Visit
) -> None:
    inside = said(office, "brief", meeting)
    for told in ("Our part in the meeting", "Zero waste", "Plenary", "Ayşe Çınar", "10:00", "Buy together."):
        assert told in inside
    outside = said(office, "brief", meeting, public=True)
    assert "Zero waste" in outside
    assert "Buy together." not in outside


def test_the_report_tells_the_results_and_no_positions(office: OfficeFile, meeting: Visit) -> None:
    report = said(office, "visit_report", meeting)
    assert "Taken up by six cities." in report
    assert "Buy together." not in report


def test_the_hours_of_a_slot_stand_in_calendars(office: OfficeFile, meeting: Visit) -> None:
    with speaking("en"):
        (shown,) = dated.between(office.raw, DAY, DAY, ("programme",))
        assert (shown.entity, shown.title, shown.place) == ("slot", "Zero waste", "Plenary")
        assert shown.starts is not None
        assert shown.starts.hour == 12, "by the clock of the office"
        with office.read() as session:
            visit = session.get_one(Visit, meeting.id)
            speaker = session.query(Person).one()
            of_visit = [one.title for one in icalendar_events.of_visit(session, visit, public=True)]
            assert of_visit == ["General assembly", "Zero waste"]
            assert "Zero waste" in [one.title for one in icalendar_events.of_person(session, speaker)]
            slot = session.query(Slot).one()
            assert icalendar_events.is_of(session, f"slot-{slot.id}@dipdesk"), "read back it is no new item"
            assert "Zero waste" in [one.title for one in icalendar_events.of_office(session, public=False)]


def test_a_meeting_abroad_needs_the_approvals_of_a_trip_and_one_that_we_host_none(
    office: OfficeFile, meeting: Visit
) -> None:
    home = Visit(title_en="Our own assembly", kind="meeting", participation="host", starts=DAY)
    stored(office, home)
    with office.read() as session:
        assert approval_file.of(session, session.get_one(Visit, meeting.id), DAY).chain.steps
        assert not approval_file.of(session, session.get_one(Visit, home.id), DAY).chain.steps
        assert [one.row_id for one in approval_file.audit(session, DAY)] == [meeting.id]
