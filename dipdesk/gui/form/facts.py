"""The two or three facts one looks for first in a record, and the states that stand beside its name."""

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import approval_file
from dipdesk.actions.partner_visits import with_partner
from dipdesk.actions.relation_health import NO_VISIT
from dipdesk.gui.tones import Tone, tone
from dipdesk.i18n import _, format_interval, language, ngettext
from dipdesk.model import (
    Agreement,
    Ceremony,
    Commitment,
    Country,
    Delegation,
    DelegationMember,
    Membership,
    Office,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    Record,
    Relation,
    TalkingPoint,
    Visit,
    fields,
)
from dipdesk.model.kinds import Choice, PartialDay
from dipdesk.model.lateness import is_late
from dipdesk.rules import clock
from dipdesk.store.titles import own_words

_MOST = 3
_STATES = ("state", "kind", "member_class", "side", "role", "classification")


@dataclass(frozen=True)
class Fact:
    """What is asked and its answer, both for people; ``opens`` is a record it leads to."""

    label: str
    text: str
    opens: tuple[str, str] | None = None


@dataclass(frozen=True)
class State:
    """A word beside the name, with the colour of its meaning; ``icon`` only where the colour has none."""

    text: str
    tone: Tone
    icon: str = ""


def states(record: Record) -> list[State]:
    """Kind, state and class of a record."""
    known = {one.name: one for one in fields(type(record))}
    late = is_late(record, clock.today())
    found = [State(_("Late"), "bad")] if late else []
    for name in _STATES:
        if late and name == "state":
            continue
        kind = known[name].kind if name in known else None
        if isinstance(kind, Choice) and (value := getattr(record, name)) and not _is_usual(name, value):
            word = own_words(record, name) or kind.format(value)
            found.append(State(word, tone(name, value) or "dormant", _icon(record, name, value)))
    return found


def country_code(session: Session, record: Record) -> str:
    """The code of the country whose flag stands beside the name; empty for none."""
    if isinstance(record, Country):
        return record.code or ""
    partner_id = record.id if isinstance(record, Partner) else getattr(record, "partner_id", None)
    if isinstance(record, Person):
        partner_id = next((post.partner_id for post in _posts(session, record) if post.partner_id), None)
    partner = session.get(Partner, partner_id) if partner_id else None
    country = session.get(Country, partner.country_id) if partner and partner.country_id else None
    return country.code if country is not None else ""


@singledispatch
def facts(record: Record, session: Session) -> list[Fact]:
    """What is worth seeing first; nothing for entities that have no such thing."""
    return []


@facts.register
def _partner(record: Partner, session: Session) -> list[Fact]:
    found = _visit_facts(record, session)
    agreement = session.scalars(
        select(Agreement).where(Agreement.partner_id == record.id).order_by(Agreement.signed_on.desc())
    ).first()
    if agreement is not None:
        text = _dotted(agreement.kind_name(), PartialDay().format(agreement.signed_on))
        found.append(Fact(_("Agreement"), text, ("agreement", agreement.id)))
    post = session.scalars(
        select(Post).where(Post.partner_id == record.id, Post.until.is_(None)).order_by(Post.since.desc())
    ).first()
    if post is not None and post.person is not None:
        found.append(
            Fact(post.post_name(language()) or _("In post"), post.person.title(), ("person", post.person.id))
        )
    return found


@facts.register
def _person(record: Person, session: Session) -> list[Fact]:
    current = [post for post in _posts(session, record) if post.until is None][:_MOST]
    return [
        Fact(
            post.post_name(language()) or _("Post"),
            post.partner.title() if post.partner else _own_office(session),
            ("post", post.id),
        )
        for post in current
    ]


@facts.register
def _visit(record: Visit, session: Session) -> list[Fact]:
    found = []
    if record.starts:
        ends = max(record.ends or record.starts, record.starts)
        found.append(Fact(_when(record, record.starts, ends), format_interval(record.starts, ends)))
    if record.partner is not None:
        found.append(Fact(_("Partner"), record.partner.title(), ("partner", record.partner.id)))
    if record.officer is not None:
        found.append(Fact(_("Lead officer"), record.officer.title(), ("person", record.officer.id)))
    return found


@facts.register
def _agreement(record: Agreement, session: Session) -> list[Fact]:
    return [_approval(record, session), *_steps(record)]


def _approval(record: Agreement | Membership, session: Session) -> Fact:
    """What the light of its file of approval says."""
    return Fact(_("Approval"), _(approval_file.of(session, record, clock.today()).meaning()))


def _steps(record: Agreement) -> list[Fact]:
    return [
        Fact(label, text)
        for label, text in (
            (_("Signed on"), PartialDay().format(record.signed_on)),
            (_("Council decision"), _dotted(PartialDay().format(record.council_date), record.council_number)),
            (
                _("Ministry permission"),
                _dotted(PartialDay().format(record.ministry_date), record.ministry_number),
            ),
        )
        if text
    ]


@facts.register
def _post(record: Post, session: Session) -> list[Fact]:
    found = []
    if record.person is not None:
        found.append(Fact(_("Person"), record.person.title(), ("person", record.person.id)))
    if record.partner is not None:
        found.append(Fact(_("Partner"), record.partner.title(), ("partner", record.partner.id)))
    return found


@facts.register
def _relation(record: Relation, session: Session) -> list[Fact]:
    found = []
    if record.partner is not None:
        found.append(Fact(_("Partner"), record.partner.title(), ("partner", record.partner.id)))
    if record.since is not None:
        found.append(Fact(_("Since"), record.since.format()))
    if record.officer is not None:
        found.append(Fact(_("Responsible officer"), record.officer.title(), ("person", record.officer.id)))
    return found


@facts.register(Membership)
def _membership(record: Membership, session: Session) -> list[Fact]:
    partner, found = record.partner, [_approval(record, session)]
    return (
        [Fact(_("Union or network"), partner.title(), ("partner", partner.id)), *found] if partner else found
    )


@facts.register(Delegation)
@facts.register(ProgrammeItem)
@facts.register(TalkingPoint)
@facts.register(Commitment)
@facts.register(Ceremony)
def _of_visit(record: Delegation | ProgrammeItem | Commitment, session: Session) -> list[Fact]:
    found = []
    starts = getattr(record, "starts", None)
    if starts is not None:
        found.append(Fact(_("Starts"), starts.format()))
    if record.visit is not None:
        found.append(Fact(_("Visit"), record.visit.title(), ("visit", record.visit.id)))
    return found


@facts.register
def _member(record: DelegationMember, session: Session) -> list[Fact]:
    found = []
    if record.person is not None:
        found.append(Fact(_("Person"), record.person.title(), ("person", record.person.id)))
    if record.delegation is not None:
        found.append(Fact(_("Delegation"), record.delegation.title(), ("delegation", record.delegation.id)))
    return found


def _posts(session: Session, person: Person) -> list[Post]:
    wanted = select(Post).where(Post.person_id == person.id).order_by(Post.since.desc())
    return list(session.scalars(wanted))


def _visit_facts(record: Partner, session: Session) -> list[Fact]:
    """The visit that comes next, else the one that runs or was last, as the relation's health counts them."""
    taking_place = Visit.state.not_in(NO_VISIT), Visit.starts.is_not(None), Visit.template.is_not(True)
    query = select(Visit).where(with_partner(record.id), *taking_place).order_by(Visit.starts)
    today = clock.today()
    visits = session.scalars(query).all()
    coming = [one for one in visits if one.starts and one.starts > today]
    if coming:
        return [_visit_fact(_("Next visit"), coming[0])]
    if not visits:
        return []
    last = visits[-1]
    runs = last.starts and today <= (last.ends or last.starts)
    return [_visit_fact(_("Visit under way") if runs else _("Last visit"), last)]


def _visit_fact(label: str, visit: Visit) -> Fact:
    days = (
        format_interval(visit.starts, max(visit.ends or visit.starts, visit.starts)) if visit.starts else ""
    )
    return Fact(label, days or visit.title(), ("visit", visit.id))


def _when(visit: Visit, starts: date, ends: date) -> str:
    """How far off a visit is; of one that is no visit yet, or not any more, only when it would be."""
    today = clock.today()
    days = (starts - today).days
    if visit.state == "cancelled" or (visit.state == "idea" and days < 0):
        return _("Planned for")
    if days < 0:
        return _("Under way") if today <= ends else _("Took place")
    if days == 0:
        return _("Begins today")
    return ngettext("In {days} day", "In {days} days", days).format(days=days)


def _own_office(session: Session) -> str:
    office = session.scalars(select(Office)).first()
    return office.title() if office is not None else ""


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _is_usual(name: str, value: str) -> bool:
    """Whether a value goes without saying."""
    return name == "classification" and value == "open"


def _icon(record: Record, name: str, value: str) -> str:
    if name == "classification":
        return "lock"
    return "" if name == "state" and tone(name, value) != "dormant" else record.icon
