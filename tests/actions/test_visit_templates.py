"""Templates of visits take no place: they are neither due nor counted nor history."""

from datetime import date

from dipdesk.actions import timeline
from dipdesk.model import Partner, Task, Visit
from dipdesk.store import agenda
from dipdesk.store.attention import due_soon
from dipdesk.store.office_file import OfficeFile

TODAY = date(2026, 11, 22)


def test_a_template_is_nowhere_but_in_the_list(office: OfficeFile) -> None:
    partner = Partner(name_tr="Şehir")
    with office.change("a template") as session:
        session.add(partner)
        session.flush()
        for template in (True, False):
            made = Visit(
                title_tr="Ziyaret", partner_id=partner.id, template=template, starts=date(2026, 12, 1)
            )
            session.add(made)
            session.add(Task(subject=f"visit/{made.id}", what_tr="İş", due=date(2026, 11, 1)))
    assert len(agenda.next_visits(office.raw, TODAY, 9)) == 1
    assert [one.entity for one in due_soon(office.raw, TODAY)] == ["task"]
    with office.read() as session:
        assert len([one for one in timeline.timeline(session, partner.id) if one.thread == "visit"]) == 1
