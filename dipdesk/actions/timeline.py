"""The story of a partner in one line-up: everything dated that is on file about it, the newest first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from dipdesk.actions.partner_visits import with_partner
from dipdesk.i18n import N_, _, language
from dipdesk.model import (
    Agreement,
    ApprovalStep,
    Benefit,
    Ceremony,
    Commitment,
    Contact,
    Membership,
    Note,
    Payment,
    Post,
    Project,
    ProjectPartner,
    Record,
    Relation,
    Tie,
    Visit,
    best_text,
    entity_name,
    field_of,
)
from dipdesk.model.kinds import Choice
from dipdesk.rules.timing import PartialDate
from dipdesk.store import naming

Thread = Literal[
    "relation", "agreement", "visit", "project", "contact", "commitment", "people", "dues", "note"
]
THREADS: dict[Thread, str] = {
    "relation": N_("Relations and ties"),
    "agreement": N_("Agreements and approval"),
    "visit": N_("Visits and ceremonies"),
    "project": N_("Joint projects"),
    "contact": N_("Contacts"),
    "commitment": N_("Commitments"),
    "people": N_("People in post"),
    "dues": N_("Dues and benefits"),
    "note": N_("Notes"),
}
"""The threads that a story is made of, each with its label."""


@dataclass(frozen=True)
class Event:
    """Something that happened, or will: its day, in words what, and the record that tells of it."""

    day: PartialDate
    thread: Thread
    entity: str
    row_id: str
    icon: str
    text: str
    detail: str = ""


def timeline(session: Session, partner_id: str) -> list[Event]:
    """Everything dated about a partner, in the language spoken now; the newest first."""
    held: list[Record] = []

    def all_of(kind: type[Record], *where: object) -> list[Record]:
        found = list(session.scalars(select(kind).where(*where).order_by(kind.id)))  # type: ignore[arg-type]
        held.extend(found)
        held.extend(naming.hold(session, found))
        return found

    found = [event for tell in _TELLERS for event in tell(all_of, partner_id)]
    held.clear()
    return sorted(found, key=lambda one: one.day, reverse=True)


_Find = Callable[..., list[Record]]
_Day = PartialDate | date | None


def _event(record: Record, thread: Thread, day: _Day, text: str, *details: str) -> Iterator[Event]:
    if day is None or not text:
        return
    known = PartialDate.of(day) if isinstance(day, date) else day
    detail = " · ".join(part for part in details if part)
    yield Event(known, thread, entity_name(type(record)), record.id, record.icon, text, detail)


def _word(record: Record, name: str) -> str:
    """The word for the choice in a field."""
    kind = field_of(type(record), name).kind
    return kind.format(getattr(record, name)) if isinstance(kind, Choice) else ""


def _relations(find: _Find, partner_id: str) -> Iterator[Event]:
    for one in find(Relation, Relation.partner_id == partner_id):
        assert isinstance(one, Relation)
        name = one.relation_class.title() if one.relation_class else _("Relation")
        owner = one.municipality.title() if one.municipality else ""
        yield from _event(
            one, "relation", one.since, _("{relation}: the relation began").format(relation=name), owner
        )
        yield from _event(
            one, "relation", one.until, _("{relation}: the relation ended").format(relation=name), owner
        )
        asked = _("They asked for a relation") if one.asked_by == "them" else _("We asked for a relation")
        yield from _event(one, "relation", one.asked_on, asked, name, one.asked_through)
        answer = _("The request was accepted") if one.answer == "accepted" else _("The request was declined")
        if one.answer in ("accepted", "refused"):
            yield from _event(one, "relation", one.answered_on, answer, name)


def _ties(find: _Find, partner_id: str) -> Iterator[Event]:
    for one in find(Tie, or_(Tie.partner_id == partner_id, Tie.other_id == partner_id)):
        assert isinstance(one, Tie)
        yield from _event(one, "relation", one.since, _("Tie began: {tie}").format(tie=one.title()))
        yield from _event(one, "relation", one.until, _("Tie ended: {tie}").format(tie=one.title()))


def _agreements(find: _Find, partner_id: str) -> Iterator[Event]:
    found = find(Agreement, Agreement.partner_id == partner_id)
    for one in found:
        assert isinstance(one, Agreement)
        name = one.kind_name() or _("Agreement")
        act = _word(one, "act") if one.act != "new" else ""
        yield from _event(
            one, "agreement", one.signed_on, _("{agreement} signed").format(agreement=name), act
        )
        yield from _event(one, "agreement", one.ends_on, _("End of: {agreement}").format(agreement=name), act)
        yield from _decisions(one, name)
    names = {f"agreement/{one.id}": one.title() for one in found}
    for step in find(ApprovalStep, ApprovalStep.subject.in_(list(names)), ApprovalStep.name_tr != ""):
        assert isinstance(step, ApprovalStep)
        yield from _event(step, "agreement", step.day, step.title(), step.number, names[step.subject or ""])


def _decisions(one: Agreement | Membership, name: str) -> Iterator[Event]:
    yield from _event(one, "agreement", one.council_date, _("Council decision"), one.council_number, name)
    yield from _event(
        one, "agreement", one.ministry_date, _("Ministry permission"), one.ministry_number, name
    )


def _memberships(find: _Find, partner_id: str) -> Iterator[Event]:
    found = find(Membership, Membership.partner_id == partner_id)
    for one in found:
        assert isinstance(one, Membership)
        word = _word(one, "member_class")
        yield from _event(one, "relation", one.since, _("Membership began"), word)
        yield from _event(one, "relation", one.until, _("Membership ends"), word)
        yield from _decisions(one, _("Membership"))
    ids = [one.id for one in found]
    for paid in find(Payment, Payment.membership_id.in_(ids)):
        assert isinstance(paid, Payment)
        text = _("Dues of {year} paid") if paid.paid_on else _("Dues of {year} to be paid")
        amount = field_of(Payment, "amount").kind.format(paid.amount)
        yield from _event(paid, "dues", paid.paid_on or paid.due, text.format(year=paid.year), amount)
    for gain in find(Benefit, Benefit.membership_id.in_(ids)):
        assert isinstance(gain, Benefit)
        worth = field_of(Benefit, "value").kind.format(gain.value)
        yield from _event(gain, "dues", gain.day, gain.title(), _("Benefit"), worth)


def _visits(find: _Find, partner_id: str) -> Iterator[Event]:
    found = find(Visit, and_(with_partner(partner_id), Visit.template.is_not(True)))
    for one in found:
        assert isinstance(one, Visit)
        yield from _event(one, "visit", one.starts, one.title(), _word(one, "kind"), _word(one, "state"))
    ids = [one.id for one in found]
    for held in find(Ceremony, Ceremony.visit_id.in_(ids)):
        assert isinstance(held, Ceremony)
        day = held.starts.local.date() if held.starts else None
        yield from _event(
            held, "visit", day, held.title(), _word(held, "kind"), best_text(held, "place", language())
        )


def _projects(find: _Find, partner_id: str) -> Iterator[Event]:
    parts = find(ProjectPartner, ProjectPartner.partner_id == partner_id)
    joined = [one.project_id for one in parts if isinstance(one, ProjectPartner)]
    for one in find(Project, or_(Project.lead_id == partner_id, Project.id.in_(joined))):
        assert isinstance(one, Project)
        begins, ends = _("Project begins: {project}"), _("Project ends: {project}")
        state = _word(one, "state")
        yield from _event(one, "project", one.starts, begins.format(project=one.title()), state)
        yield from _event(one, "project", one.ends, ends.format(project=one.title()), state)


def _contacts(find: _Find, partner_id: str) -> Iterator[Event]:
    for one in find(Contact, Contact.partner_id == partner_id):
        assert isinstance(one, Contact)
        details = _word(one, "direction"), _word(one, "kind"), one.number
        yield from _event(one, "contact", one.day, one.title(), *details)


def _commitments(find: _Find, partner_id: str) -> Iterator[Event]:
    for one in find(Commitment, Commitment.partner_id == partner_id):
        assert isinstance(one, Commitment)
        yield from _event(one, "commitment", one.due, one.title(), _word(one, "whose"), _word(one, "state"))


def _posts(find: _Find, partner_id: str) -> Iterator[Event]:
    for one in find(Post, Post.partner_id == partner_id):
        assert isinstance(one, Post)
        who = one.person.title() if one.person else ""
        post = one.post_name(language()) or _("Post")
        yield from _event(one, "people", one.since, _("{person} took office").format(person=who), post)
        yield from _event(one, "people", one.until, _("{person} left office").format(person=who), post)


def _notes(find: _Find, partner_id: str) -> Iterator[Event]:
    relations = find(Relation, Relation.partner_id == partner_id)
    subjects = [f"partner/{partner_id}", *(f"relation/{one.id}" for one in relations)]
    for one in find(Note, Note.subject.in_(subjects)):
        assert isinstance(one, Note)
        yield from _event(one, "note", one.day, one.title(), _first_line(one.text))


def _first_line(text: str) -> str:
    return next(iter((text or "").strip().splitlines()), "")


_TELLERS: tuple[Callable[[_Find, str], Iterable[Event]], ...] = (
    _relations,
    _ties,
    _agreements,
    _memberships,
    _visits,
    _projects,
    _contacts,
    _commitments,
    _posts,
    _notes,
)
