"""The brief tells what we do together with the partner, and leaves out ideas and what came to nothing."""

from datetime import date

from dipdesk.model import Partner, Project, ProjectPartner, Visit
from dipdesk.papers import text
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import brief, stored


def test_running_projects_with_the_partner_are_told_whoever_leads(office: OfficeFile) -> None:
    city, other = Partner(name_en="City"), Partner(name_en="Other")
    visit = Visit(title_en="Visit", partner_id=city.id, starts=date(2027, 5, 12))
    ours = Project(title_en="Markets", state="active", starts=date(2026, 1, 1), ends=date(2027, 12, 31))
    theirs = Project(title_en="Harbours", state="approved", lead_id=city.id)
    left_out = [
        Project(title_en="Dreams", lead_id=city.id),
        Project(title_en="Elsewhere", state="active", lead_id=other.id),
    ]
    stored(office, city, other, visit, ours, theirs, *left_out)
    stored(office, ProjectPartner(project_id=ours.id, partner_id=city.id))
    told = text.write(brief(office, visit=visit.id))
    for name in ("Joint projects", "Markets", "Harbours", "1 January 2026"):
        assert name in told
    assert "Dreams" not in told
    assert "Elsewhere" not in told
