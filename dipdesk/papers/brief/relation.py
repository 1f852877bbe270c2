"""The history of the relation: what is owed, what was agreed, who visited whom."""

from collections.abc import Iterator

from sqlalchemy import or_, select

from dipdesk.actions.partner_visits import with_partner
from dipdesk.i18n import _
from dipdesk.model import Agreement, Commitment, Membership, Project, ProjectPartner, Visit
from dipdesk.papers import partner_tables
from dipdesk.papers.blocks import Block, Bullets, Heading, Paragraph, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record, said

_MOST_VISITS = 6
_NO_PROJECT = ("idea", "refused", "cancelled")


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Open commitments first, then agreements, memberships, earlier visits and what was kept."""
    yield Heading(_("History of the relation"))
    parts = [
        *_open(dossier),
        *_agreements(dossier),
        *_memberships(dossier),
        *_projects(dossier),
        *_visits(dossier),
        *_kept(dossier),
    ]
    if not parts:
        yield Paragraph(_("Nothing has been recorded about earlier relations."), Tone.MUTED)
    yield from parts


def open_commitments(dossier: Dossier) -> list[Commitment]:
    """What is still owed to the partner of the visit, the most urgent first."""
    return [one for one in _commitments(dossier) if one.state == "open"]


def _commitments(dossier: Dossier) -> list[Commitment]:
    """Those to the partner and those made during the visit; none if the visit has no partner."""
    visit = dossier.visit
    if visit.partner_id is None:
        return []
    concerned = or_(Commitment.partner_id == visit.partner_id, Commitment.visit_id == visit.id)
    return dossier.all(Commitment, concerned, order=(Commitment.due.is_(None), Commitment.due))


def _open(dossier: Dossier) -> Iterator[Block]:
    found = open_commitments(dossier) if dossier.is_inside else []
    if not found:
        return
    yield Heading(_("Open commitments"), 2)
    yield partner_tables.commitments(dossier, found)


def _kept(dossier: Dossier) -> Iterator[Block]:
    found = [one for one in _commitments(dossier) if one.state == "done"] if dossier.is_inside else []
    if found:
        yield Heading(_("Commitments kept"), 2)
        yield Bullets(tuple(said(one, "what") for one in found), record=record(dossier.visit.partner))


def _agreements(dossier: Dossier) -> Iterator[Block]:
    partner_id = dossier.visit.partner_id
    found = dossier.all(Agreement, Agreement.partner_id == partner_id) if partner_id else []
    if not found:
        return
    yield Heading(_("Agreements"), 2)
    yield partner_tables.agreements(dossier, partner_tables.latest_first(found))


def _memberships(dossier: Dossier) -> Iterator[Block]:
    partner_id = dossier.visit.partner_id
    found = dossier.all(Membership, Membership.partner_id == partner_id) if partner_id else []
    if not found:
        return
    yield Heading(_("Our membership"), 2)
    yield partner_tables.memberships(dossier, found)


def _projects(dossier: Dossier) -> Iterator[Block]:
    """What we do together with the partner, ideas and what came to nothing left out."""
    partner_id = dossier.visit.partner_id
    if partner_id is None:
        return
    joined = select(ProjectPartner.project_id).where(ProjectPartner.partner_id == partner_id)
    together = or_(Project.lead_id == partner_id, Project.id.in_(joined))
    found = dossier.all(Project, together, Project.state.not_in(_NO_PROJECT), order=(Project.starts.desc(),))
    if found:
        yield Heading(_("Joint projects"), 2)
        yield partner_tables.projects(dossier, found)


def _visits(dossier: Dossier) -> Iterator[Block]:
    """The latest visits to and from the partner before this one."""
    visit = dossier.visit
    if visit.partner_id is None:
        return
    limit = visit.starts or dossier.occasion.made_at.date()
    found = dossier.all(
        Visit,
        with_partner(visit.partner_id),
        Visit.id != visit.id,
        Visit.starts < limit,
        Visit.state != "cancelled",
        Visit.template.is_not(True),
        order=(Visit.starts.desc(),),
    )
    if not found:
        return
    yield Heading(_("Earlier visits"), 2)
    yield partner_tables.visits(dossier, found[:_MOST_VISITS])
