"""The history of the relation: what is owed, what was agreed, who visited whom."""

from collections.abc import Iterator

from sqlalchemy import or_

from dipdesk.i18n import _, format_interval
from dipdesk.model import Agreement, Commitment, Membership, Visit
from dipdesk.papers.blocks import Block, Bullets, Column, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import dated, day, lines, record, said
from dipdesk.rules.timing import PartialDate

_MOST_VISITS = 6
_NEVER = PartialDate(1)


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Open commitments first, then agreements, memberships, earlier visits and what was kept."""
    yield Heading(_("History of the relation"))
    parts = [
        *_open(dossier),
        *_agreements(dossier),
        *_memberships(dossier),
        *_visits(dossier),
        *_kept(dossier),
    ]
    if not parts:
        yield Paragraph(_("Nothing has been recorded about earlier relations."), Tone.MUTED)
    yield from parts


def open_commitments(dossier: Dossier) -> list[Commitment]:
    """What is still owed to the partner of the visit, the most urgent first."""
    return [one for one in _commitments(dossier) if one.state == "open"]


def is_late(dossier: Dossier, commitment: Commitment) -> bool:
    """Whether a commitment should have been kept by the day the brief is made."""
    return commitment.due is not None and commitment.due < dossier.occasion.made_at.date()


def _commitments(dossier: Dossier) -> list[Commitment]:
    """Those to the partner and those made during the visit; none if the visit has no partner."""
    visit = dossier.visit
    if visit.partner_id is None:
        return []
    concerned = or_(Commitment.partner_id == visit.partner_id, Commitment.visit_id == visit.id)
    return dossier.all(Commitment, concerned, order=(Commitment.due.is_(None), Commitment.due))


def _open(dossier: Dossier) -> Iterator[Block]:
    found = [] if dossier.options.public else open_commitments(dossier)
    if not found:
        return
    yield Heading(_("Open commitments"), 2)
    yield Table(
        (Column(_("What was promised"), 5), Column(_("Who does it"), 2.4), Column(_("By"), 2)),
        tuple(
            Row(
                (said(one, "what"), one.owner.full_name() if one.owner else "", _due(dossier, one)),
                record=record(one),
            )
            for one in found
        ),
    )


def _due(dossier: Dossier, one: Commitment) -> str:
    if one.due is None:
        return ""
    due = day(one.due)
    return _("{day} – late").format(day=due) if is_late(dossier, one) else due


def _kept(dossier: Dossier) -> Iterator[Block]:
    found = [] if dossier.options.public else [one for one in _commitments(dossier) if one.state == "done"]
    if found:
        yield Heading(_("Commitments kept"), 2)
        yield Bullets(tuple(said(one, "what") for one in found), record=record(dossier.visit.partner))


def _agreements(dossier: Dossier) -> Iterator[Block]:
    partner_id = dossier.visit.partner_id
    found = dossier.all(Agreement, Agreement.partner_id == partner_id) if partner_id else []
    if not found:
        return
    found.sort(key=lambda one: one.signed_on or one.council_date or _NEVER, reverse=True)
    yield Heading(_("Agreements"), 2)
    yield Table(
        (
            Column(_("Agreement"), 3.4),
            Column(_("Signed"), 1.7),
            Column(_("Council decision"), 1.7),
            Column(_("Ministry permission"), 2.8),
        ),
        tuple(_agreement(dossier, one) for one in found),
    )


def _agreement(dossier: Dossier, one: Agreement) -> Row:
    return Row(
        (
            lines(one.kind_name(), dossier.whose(one.municipality), said(one, "subject")),
            lines(day(one.signed_on) or dossier.value(one, "state"), one.signed_at),
            dated(one.council_date, one.council_number),
            dated(one.ministry_date, one.ministry_number),
        ),
        record=record(one),
    )


def _memberships(dossier: Dossier) -> Iterator[Block]:
    partner_id = dossier.visit.partner_id
    found = dossier.all(Membership, Membership.partner_id == partner_id) if partner_id else []
    if not found:
        return
    yield Heading(_("Our membership"), 2)
    yield Table(
        (
            Column(_("Class"), 2.4),
            Column(_("Since"), 2),
            Column(_("Council decision"), 2.4),
            Column(_("Ministry permission"), 2.4),
        ),
        tuple(_membership(dossier, one) for one in found),
    )


def _membership(dossier: Dossier, one: Membership) -> Row:
    return Row(
        (
            dossier.value(one, "member_class"),
            day(one.since),
            dated(one.council_date, one.council_number),
            dated(one.ministry_date, one.ministry_number),
        ),
        record=record(one),
    )


def _visits(dossier: Dossier) -> Iterator[Block]:
    """The latest visits to and from the partner before this one."""
    visit = dossier.visit
    if visit.partner_id is None:
        return
    limit = visit.starts or dossier.occasion.made_at.date()
    found = dossier.all(
        Visit,
        Visit.partner_id == visit.partner_id,
        Visit.id != visit.id,
        Visit.starts < limit,
        Visit.state != "cancelled",
        order=(Visit.starts.desc(),),
    )
    if not found:
        return
    yield Heading(_("Earlier visits"), 2)
    yield Table(
        (Column(_("When"), 2.4), Column(_("Visit"), 5), Column(_("Kind"), 2)),
        tuple(
            Row((_when(one), said(one, "title"), dossier.value(one, "kind")), record=record(one))
            for one in found[:_MOST_VISITS]
        ),
    )


def _when(visit: Visit) -> str:
    if visit.starts is None:
        return ""
    last = visit.ends if visit.ends and visit.ends > visit.starts else visit.starts
    return format_interval(visit.starts, last)
