"""Storing an intake form as one step that can be undone: people, their posts, journeys, and the members."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.exchange.identity import words
from dipdesk.exchange.intake.answers import Entry
from dipdesk.exchange.intake.columns import columns
from dipdesk.exchange.intake.proposal import IntakePlan, PostProposal, RowPlan
from dipdesk.exchange.intake.words import notice_version
from dipdesk.i18n import N_, _, lasting
from dipdesk.model import Delegation, DelegationMember, Partner, Person, Post, Record, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class IntakeResult:
    """How many members were added and brought up to date, and how many rows were left out."""

    added: int
    updated: int
    refused: int
    delegation_id: str


def store(office: OfficeFile, plan: IntakePlan, today: date, origin: object = None) -> IntakeResult:
    """Store all rows that name somebody, without the cells that have a warning. Raises Known."""
    if not plan.can_be_stored:
        raise Known(_("There is nobody in this form who could be stored."))
    label = lasting(N_("Intake form: {visit}"), visit=plan.visit_title)
    with office.change(label, origin=origin) as session:
        if session.get(Visit, plan.visit_id) is None:
            raise Known(_("This visit is no longer in the office file."))
        delegation_id = _Writer(session, plan, today).write()
    count = plan.counts()
    return IntakeResult(count["add"], count["update"], count["refused"], delegation_id)


class _Writer:
    """Writes one plan within a change."""

    def __init__(self, session: Session, plan: IntakePlan, today: date) -> None:
        self._session = session
        self._plan = plan
        self._today = today
        self._travels: dict[tuple[str, str, str], str] = {}
        self._bodies: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._delegation_id = ""

    def write(self) -> str:
        """Write all rows; the id of the delegation."""
        self._delegation_id = self._delegation()
        self._read_travels()
        for row in self._plan.rows:
            if row.action != "refused":
                self._write(row)
        return self._delegation_id

    def _delegation(self) -> str:
        plan = self._plan
        known = self._session.get(Delegation, plan.delegation_id) if plan.delegation_id else None
        if known is not None:
            return str(known.id)
        made = Delegation(visit_id=plan.visit_id, side=plan.side, partner_id=plan.partner_id or None)
        return self._add(made)

    def _write(self, row: RowPlan) -> None:
        person_id = self._person(row)
        post_id = self._post(row.post, row.entry, person_id)
        member = self._member(row, person_id)
        for one in columns():
            if one.entity is DelegationMember and one.key in row.entry.values:
                setattr(member, one.field, row.entry.values[one.key])
        for name, direction in (("arrival", "arrival"), ("departure", "departure")):
            if travel_id := self._travel(row.entry, name, direction):
                setattr(member, f"{name}_id", travel_id)
        if post_id:
            member.post_id = post_id
        if row.entry.values.get("privacy_consent") == "no":
            forget_needs(member)
        if row.entry.values.get("privacy_consent"):
            member.privacy_text = notice_version(self._plan.form.stamp.language)
            member.privacy_on = self._today

    def _person(self, row: RowPlan) -> str:
        """The person of a row; what is not on file of them yet is filled in."""
        entry = row.entry
        name = entry.name_key
        person_id = row.person_id or self._people.get(name, "")
        person = self._session.get(Person, person_id) if person_id else None
        if person is None:
            person = Person()
            self._add(person)
        self._people[name] = str(person.id)
        for one in columns():
            value = entry.values.get(one.key)
            field = self._in_tongue(one.field)
            if one.entity is Person and value and not getattr(person, field):
                setattr(person, field, value)
        return str(person.id)

    def _post(self, post: PostProposal, entry: Entry, person_id: str) -> str:
        """The post of a row; a new one as it is proposed."""
        if not post.is_new:
            return post.post_id
        body = post.partner_id or self._body(post.partner_name)
        wanted = words(post.title)
        for one in self._session.scalars(select(Post).where(Post.person_id == person_id)):
            if (one.partner_id or "") == body and wanted in (words(one.title_tr), words(one.title_en)):
                return str(one.id)
        made = Post(
            person_id=person_id,
            partner_id=body or None,
            function=post.function,
            since=entry.values.get("post_since"),
        )
        setattr(made, self._in_tongue("title_en"), post.title)
        return self._add(made)

    def _body(self, name: str) -> str:
        """A new institution of that name, once."""
        if not name:
            return ""
        if words(name) not in self._bodies:
            visitor = self._session.get(Partner, self._plan.partner_id) if self._plan.partner_id else None
            country = visitor.country_id if visitor else None
            made = Partner(name_tr=name, kind="institution", country_id=country)
            self._bodies[words(name)] = self._add(made)
        return self._bodies[words(name)]

    def _member(self, row: RowPlan, person_id: str) -> DelegationMember:
        """The member who is there, or a new one."""
        query = select(DelegationMember).where(
            DelegationMember.delegation_id == self._delegation_id, DelegationMember.person_id == person_id
        )
        known = self._session.scalars(query).first()
        if known is not None:
            return known
        made = DelegationMember(delegation_id=self._delegation_id, person_id=person_id)
        self._add(made)
        return made

    # Journeys

    def _read_travels(self) -> None:
        query = select(Travel).where(Travel.visit_id == self._plan.visit_id).order_by(Travel.id)
        for one in self._session.scalars(query):
            at = one.arrives if one.direction == "arrival" else one.leaves
            self._travels.setdefault(_journey(one.direction, one.number, at), str(one.id))
            if one.number:
                self._travels.setdefault(_journey(one.direction, one.number, None), str(one.id))

    def _travel(self, entry: Entry, name: str, direction: str) -> str:
        """The journey that a row names: one of the visit with that number and day, else a new one."""
        number = str(entry.values.get(f"{name}_number", ""))
        at = entry.values.get(f"{name}_at")
        if isinstance(at, Moment):
            at = Moment(at.local, self._plan.zone)
        if not number and at is None:
            return ""
        key = _journey(direction, number, at)
        if key not in self._travels:
            made = Travel(visit_id=self._plan.visit_id, direction=direction, number=number)
            setattr(made, "arrives" if direction == "arrival" else "leaves", at)
            self._travels[key] = self._add(made)
        return self._travels[key]

    def _add(self, record: Record) -> str:
        self._session.add(record)
        self._session.flush()
        return str(record.id)

    def _in_tongue(self, field: str) -> str:
        """The field for the language in which the form was sent, of those that have one."""
        language = self._plan.form.stamp.language
        return field.removesuffix("_en") + f"_{language}" if field.endswith("_en") else field


def forget_needs(member: DelegationMember) -> None:
    """Empty what may be kept only with consent."""
    for one in columns():
        if one.needs_consent:
            setattr(member, one.field, one.kind.empty)


def _journey(direction: str, number: str, at: Any) -> tuple[str, str, str]:
    """By what two members have one journey: direction, number and day; without a number the minute."""
    code = "".join(words(number).split())
    shown = "%Y-%m-%d" if code else "%Y-%m-%d %H:%M"
    return direction, code, at.local.strftime(shown) if isinstance(at, Moment) else ""
