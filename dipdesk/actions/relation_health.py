"""How relations fare, from what is on file: of one relation, of one partner, of all of them.

    relation_health.of_relation(session, relation_id, today)    None if it is gone
    relation_health.of_partner(session, partner_id, today)
    relation_health.of_all(session, today)                      by id of the relation

Contacts and visits belong to partners: two municipalities of a union with the same partner share them. A
contact that stands for a visit, and visits that did not take place, are left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, aliased

from dipdesk.actions.partner_visits import of_others
from dipdesk.model import Agreement, Commitment, Contact, Delegation, Office, Relation, Visit
from dipdesk.rules.next_steps import Suggestion, next_steps
from dipdesk.rules.relation_health import Facts, Health, Passage, Pledge, Way, health
from dipdesk.rules.terms import Term, first_end
from dipdesk.rules.timing import PartialDate
from dipdesk.store.due_rows import USUAL_DAYS

_WAYS: dict[str, Way] = {"in": "in", "out": "out", "inbound": "in", "outbound": "out"}
NO_VISIT = ("idea", "cancelled")
"""States of what is no visit, neither one that was nor one that comes."""


@dataclass(frozen=True)
class Condition:
    """How a relation fares, and what to do next."""

    facts: Facts
    health: Health
    steps: tuple[Suggestion, ...]

    @property
    def is_known(self) -> bool:
        """Whether there is a relation, or anything on file from which one could be judged."""
        facts = self.facts
        return bool(facts.state or facts.contacts or facts.visits or facts.next_visit or facts.begun)


@dataclass
class _Partner:
    """What is on file of one partner."""

    contacts: list[Passage] = field(default_factory=list)
    visits: list[Passage] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    pledges: list[Pledge] = field(default_factory=list)
    next_visit: date | None = None
    signed: date | None = None
    ends: date | None = None


def of_relation(session: Session, relation_id: str, today: date) -> Condition | None:
    """How one relation fares; None if there is no such relation."""
    relation = session.get(Relation, relation_id)
    if relation is None:
        return None
    partner = _Reader(session, today, relation.partner_id).read().get(relation.partner_id or "", _Partner())
    facts = _facts(partner, relation, _rule(session))
    return _condition(facts, today)


def of_partner(session: Session, partner_id: str, today: date) -> Condition:
    """How the relation with a partner fares: our own before those of municipalities, living before over."""
    wanted = select(Relation).where(Relation.partner_id == partner_id).order_by(Relation.id)
    relations = sorted(
        session.scalars(wanted),
        key=lambda one: (one.state in ("ended", "refused"), one.municipality_id is not None),
    )
    partner = _Reader(session, today, partner_id).read().get(partner_id, _Partner())
    facts = _facts(partner, relations[0] if relations else None, _rule(session))
    return _condition(facts, today)


def of_all(session: Session, today: date) -> dict[str, Health]:
    """How every relation fares, by its id."""
    partners, rule = _Reader(session, today).read(), _rule(session)
    columns = Relation.id, Relation.partner_id, Relation.state, Relation.since, Relation.review_on
    return {
        row.id: health(_facts(partners.get(row.partner_id or "", _Partner()), row, rule), today)
        for row in session.execute(select(*columns))
    }


def prefilled(step: Suggestion, partner_id: str, today: date) -> dict[str, object]:
    """What the record that a suggestion begins with is filled with."""
    names: dict[str, dict[str, object]] = {
        "contact": {"headline": step.title.said(), "day": today},
        "visit": {"title_tr": step.title.said("tr"), "title_en": step.title.said("en")},
        "commitment": {"what_tr": step.title.said("tr"), "what_en": step.title.said("en")},
    }
    return {"partner_id": partner_id, **dict(step.values), **names[step.makes]}


def _condition(facts: Facts, today: date) -> Condition:
    found = health(facts, today)
    return Condition(facts, found, next_steps(facts, found, today))


def _rule(session: Session) -> int | None:
    return session.scalars(select(Office.dormant_months)).first()


def _facts(partner: _Partner, relation: Any, rule: int | None) -> Facts:
    """``relation`` is a Relation or a row with its columns; None if there is none."""
    facts = Facts(
        begun=partner.signed,
        contacts=partner.contacts,
        visits=partner.visits,
        next_visit=partner.next_visit,
        pledges=partner.pledges,
        unanswered=partner.unanswered,
        ends=partner.ends,
        dormant_months=rule,
    )
    if relation is None:
        return facts
    begun = max(filter(None, (_last(relation.since), partner.signed)), default=None)
    return replace(facts, state=relation.state or "", begun=begun, review=relation.review_on)


class _Reader:
    """Reads what is on file of one partner or of all, in one query for each entity."""

    def __init__(self, session: Session, today: date, partner_id: str | None = None) -> None:
        self._session = session
        self._today = today
        self._partner_id = partner_id
        self._found: dict[str, _Partner] = {}

    def read(self) -> dict[str, _Partner]:
        """What is on file, by id of the partner."""
        self._read_contacts()
        self._read_visits()
        self._read_commitments()
        self._read_agreements()
        return self._found

    def _rows(
        self, kind: Any, *columns: ColumnElement[Any] | Any, where: Sequence[Any] = ()
    ) -> Iterable[Any]:
        wanted: Select[Any] = select(kind.partner_id, *columns).where(kind.partner_id.is_not(None), *where)
        if self._partner_id is not None:
            wanted = wanted.where(kind.partner_id == self._partner_id)
        return self._session.execute(wanted)

    def _of(self, partner_id: str) -> _Partner:
        return self._found.setdefault(partner_id, _Partner())

    def _read_contacts(self) -> None:
        reply = aliased(Contact)
        replied = select(reply.id).where(reply.refers_id == Contact.id).exists()
        rows = self._rows(
            Contact,
            Contact.day,
            Contact.direction,
            Contact.answer_by,
            Contact.answered,
            Contact.kind,
            replied,
        )
        for partner_id, day, direction, answer_by, answered, kind, is_replied in rows:
            if day is not None and day <= self._today and kind != "visit":
                self._of(partner_id).contacts.append(Passage(day, _WAYS.get(direction, "both")))
            if answer_by is not None and answer_by < self._today and not answered and not is_replied:
                self._of(partner_id).unanswered.append(_WAYS.get(direction, "both"))

    def _read_visits(self) -> None:
        where = [Visit.state.not_in(NO_VISIT), Visit.starts.is_not(None), Visit.template.is_not(True)]
        columns = Visit.starts, Visit.ends, Visit.kind
        others = of_others(*columns).where(*where)
        if self._partner_id is not None:
            others = others.where(Delegation.partner_id == self._partner_id)
        rows = (*self._rows(Visit, *columns, where=where), *self._session.execute(others))
        for partner_id, starts, ends, kind in rows:
            partner = self._of(partner_id)
            if starts <= self._today:
                last = min(max(ends or starts, starts), self._today)
                partner.visits.append(Passage(last, _WAYS.get(kind, "both")))
            else:
                partner.next_visit = min(starts, partner.next_visit or starts)

    def _read_commitments(self) -> None:
        where = [Commitment.state.in_(("", "open"))]
        for partner_id, whose, due in self._rows(Commitment, Commitment.whose, Commitment.due, where=where):
            self._of(partner_id).pledges.append(Pledge(whose, due))

    def _read_agreements(self) -> None:
        later = aliased(Agreement)
        followed = (
            select(later.id).where(later.follows_id == Agreement.id, later.signed_on.is_not(None)).exists()
        )
        ahead = self._session.scalars(select(Office.remind_days)).first()
        horizon = self._today + timedelta(days=USUAL_DAYS if ahead is None else ahead)
        rows = self._rows(
            Agreement,
            Agreement.state,
            Agreement.signed_on,
            Agreement.ends_on,
            Agreement.renews_itself,
            followed,
        )
        for partner_id, state, signed, ends, renews, is_followed in rows:
            partner = self._of(partner_id)
            if signed is not None and signed.first_day() <= self._today:
                partner.signed = max(_last(signed) or date.min, partner.signed or date.min)
            term = Term(state, signed, None, ends)
            end = None if renews or is_followed or state in _UNBOUND else first_end(term)
            if end is not None and end <= horizon:
                partner.ends = min(end, partner.ends or end)


_UNBOUND = ("idea", "in_talks", "approved", "ended")
"""States of agreements whose end needs no decision."""


def _last(day: PartialDate | None) -> date | None:
    return day.last_day() if day is not None else None
