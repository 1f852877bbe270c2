"""A visit of several partners counts with each of them, once."""

from datetime import date

from dipdesk.actions import relation_health, timeline
from dipdesk.model import Delegation, Partner, Visit
from dipdesk.papers import text
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import brief, stored

TODAY = date(2027, 6, 1)


def test_a_joint_visit_stands_in_the_story_and_the_health_of_both(office: OfficeFile) -> None:
    first, second = Partner(name_en="First"), Partner(name_en="Second")
    visit = Visit(title_en="Joint visit", partner_id=first.id, starts=date(2027, 5, 1))
    stored(office, first, second, visit)
    stored(
        office,
        Delegation(visit_id=visit.id, partner_id=first.id),
        Delegation(visit_id=visit.id, partner_id=second.id),
        Delegation(visit_id=visit.id, partner_id=second.id, name_en="Their press"),
    )
    with office.read() as session:
        for one in (first, second):
            assert [event.text for event in timeline.timeline(session, one.id)] == ["Joint visit"]
            found = relation_health.of_partner(session, one.id, TODAY)
            assert len(found.facts.visits) == 1, one.name_en


def test_the_brief_tells_earlier_joint_visits(office: OfficeFile) -> None:
    first, second = Partner(name_en="First"), Partner(name_en="Second")
    joint = Visit(title_en="Joint visit", partner_id=first.id, starts=date(2026, 5, 1))
    own = Visit(title_en="Own visit", partner_id=second.id, starts=date(2027, 5, 1))
    stored(office, first, second, joint, own)
    stored(office, Delegation(visit_id=joint.id, partner_id=second.id))
    assert "Joint visit" in text.write(brief(office, visit=own.id))
