"""What the figures are counted from, read in one query for each entity, as plain rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.after_visit import LIRA, OURS, in_lira
from dipdesk.actions.figures.figure import Question
from dipdesk.i18n import _, language, sort_key, speaking
from dipdesk.model import (
    Agreement,
    Benefit,
    Ceremony,
    Contact,
    Country,
    Expense,
    Membership,
    Partner,
    Payment,
    Relation,
    RelationClass,
    Visit,
)
from dipdesk.model.kinds import Money
from dipdesk.rules.timing import PartialDate
from dipdesk.store.titles import all_titles

_OWNED = (Relation, Agreement, Membership)
_NOT_HELD = ("idea", "cancelled")


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation; ``year`` is that of its beginning, else of its first agreement, None if unknown."""

    id: str
    partner_id: str
    class_id: str
    state: str
    municipality_id: str
    country: str
    year: int | None


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A record with a kind and a year; ``partner_id`` is whom it is with."""

    id: str
    kind: str
    year: int | None
    partner_id: str = ""
    day: date | None = None
    act: str = ""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """The dues of a year, a benefit or a cost of a visit; amounts may be missing."""

    id: str
    year: int | None
    amount: Money | None
    lira: Money | None = None
    is_paid: bool = False
    partner_id: str = ""


@dataclass(frozen=True)
class Ground:
    """Everything that is asked for, and the names of what it is counted by.

    Relations, agreements, visits and money are those of the years and the municipality that were asked for;
    ``living`` are the relations of the municipality of any year. ``partners`` are names by id, ``ordering``
    the same in the language whose alphabet decides.
    """

    question: Question
    relations: tuple[RelationRow, ...]
    living: tuple[RelationRow, ...]
    agreements: tuple[DatedRow, ...]
    memberships: tuple[DatedRow, ...]
    visits: tuple[DatedRow, ...]
    events: tuple[DatedRow, ...]
    payments: tuple[MoneyRow, ...]
    benefits: tuple[MoneyRow, ...]
    costs: tuple[MoneyRow, ...]
    classes: tuple[tuple[str, str, str], ...]
    partners: dict[str, str]
    ordering: dict[str, str]

    @classmethod
    def read(cls, session: Session, question: Question) -> "Ground":
        """Read the office file."""
        reader = _Reader(session, question)
        living = tuple(reader.relations())
        memberships = tuple(reader.memberships())
        bodies = {one.id for one in memberships}
        years = question.holds
        visits = tuple(reader.visits(living))
        return cls(
            question,
            relations=tuple(one for one in living if years(one.year)),
            living=living,
            agreements=tuple(one for one in reader.agreements if years(one.year)),
            memberships=tuple(one for one in memberships if years(one.year)),
            visits=tuple(one for one in visits if years(one.year)),
            events=tuple(reader.events()),
            payments=tuple(one for one in reader.payments(bodies) if years(one.year)),
            benefits=tuple(one for one in reader.benefits(bodies) if years(one.year)),
            costs=tuple(one for one in reader.costs(visits) if years(one.year)),
            classes=tuple(reader.classes()),
            partners=reader.partners,
            ordering=reader.ordering,
        )

    @staticmethod
    def municipalities(session: Session) -> tuple[tuple[str, str], ...]:
        """The municipalities that something belongs to: id and name, by name."""
        ids = {
            row_id
            for kind in _OWNED
            for row_id in session.scalars(select(kind.municipality_id).distinct())
            if row_id
        }
        names = all_titles(session, Partner)
        named = [(row_id, names.get(row_id) or _("(without a name)")) for row_id in ids]
        return tuple(sorted(named, key=lambda one: (sort_key(one[1]), one[0])))

    def years(self) -> set[int]:
        """The years that anything falls in."""
        years = [one.year for one in self.relations]
        years += [one.year for rows in (self.agreements, self.memberships, self.visits) for one in rows]
        years += [one.year for rows in (self.payments, self.benefits, self.costs) for one in rows]
        return {year for year in years if year is not None}


class _Reader:
    """Reads one entity after the other."""

    def __init__(self, session: Session, question: Question) -> None:
        self._session, self._question = session, question
        self.partners = self.ordering = all_titles(session, Partner)
        if question.alphabet not in ("", language()):
            with speaking(question.alphabet):
                self.ordering = all_titles(session, Partner)
        codes = {row.id: row.code for row in session.execute(select(Country.id, Country.code))}
        self._countries = {
            row.id: codes.get(row.country_id or "", "")
            for row in session.execute(select(Partner.id, Partner.country_id))
        }
        self._first: dict[tuple[str, str], int] = {}
        self.agreements = tuple(self._agreements())

    def relations(self) -> Iterator[RelationRow]:
        columns = Relation.id, Relation.partner_id, Relation.class_id, Relation.state, Relation.since
        for row in self._session.execute(select(*columns, Relation.municipality_id).order_by(Relation.id)):
            if self._question.is_of(row.municipality_id):
                partner_id, own = row.partner_id or "", row.municipality_id or ""
                yield RelationRow(
                    row.id,
                    partner_id,
                    row.class_id or "",
                    row.state or "",
                    own,
                    self._countries.get(partner_id, ""),
                    row.since.year if row.since else self._first.get((partner_id, own)),
                )

    def _agreements(self) -> Iterator[DatedRow]:
        columns = Agreement.id, Agreement.partner_id, Agreement.kind, Agreement.act, Agreement.signed_on
        for row in self._session.execute(select(*columns, Agreement.municipality_id).order_by(Agreement.id)):
            year = _year(row.signed_on)
            pair = row.partner_id or "", row.municipality_id or ""
            if year is not None:
                self._first[pair] = min(year, self._first.get(pair, year))
            if self._question.is_of(row.municipality_id):
                yield DatedRow(row.id, row.kind or "", year, pair[0], _exact(row.signed_on), row.act or "")

    def memberships(self) -> Iterator[DatedRow]:
        columns = Membership.id, Membership.partner_id, Membership.member_class, Membership.since
        where = select(*columns, Membership.municipality_id).order_by(Membership.id)
        for row in self._session.execute(where):
            if self._question.is_of(row.municipality_id):
                yield DatedRow(row.id, row.member_class or "", _year(row.since), row.partner_id or "")

    def visits(self, living: Iterable[RelationRow]) -> Iterator[DatedRow]:
        """Visits that took place or are to; for one municipality those with its partners."""
        partners = {one.partner_id for one in living}
        for one in self._all_visits():
            if self._question.municipality is None or one.partner_id in partners:
                yield one

    def _all_visits(self) -> Iterator[DatedRow]:
        columns = Visit.id, Visit.partner_id, Visit.kind, Visit.starts
        held = Visit.state.not_in(_NOT_HELD), Visit.template.is_not(True)
        for row in self._session.execute(select(*columns).where(*held).order_by(Visit.id)):
            year = row.starts.year if row.starts else None
            yield DatedRow(row.id, row.kind or "", year, row.partner_id or "", row.starts)

    def events(self) -> Iterator[DatedRow]:
        """Contacts, visits and ceremonies with their partners and days."""
        contacts = select(Contact.id, Contact.partner_id, Contact.day)
        for row in self._session.execute(contacts.where(Contact.day.is_not(None))):
            yield DatedRow(row.id, "contact", row.day.year, row.partner_id or "", row.day)
        hosts = {}
        for visit in self._all_visits():
            hosts[visit.id] = visit.partner_id
            if visit.day is not None:
                yield DatedRow(visit.id, "visit", visit.year, visit.partner_id, visit.day)
        ceremonies = select(Ceremony.id, Ceremony.visit_id, Ceremony.starts)
        for one in self._session.execute(ceremonies):
            day = one.starts.local.date() if one.starts else None
            if day is not None and one.visit_id in hosts:
                yield DatedRow(one.id, "ceremony", day.year, hosts[one.visit_id], day)

    def payments(self, bodies: set[str]) -> Iterator[MoneyRow]:
        columns = Payment.id, Payment.membership_id, Payment.year, Payment.amount
        paid = Payment.in_lira, Payment.paid_on
        for row in self._session.execute(select(*columns, *paid).order_by(Payment.id)):
            if row.membership_id in bodies:
                yield MoneyRow(row.id, row.year, row.amount, row.in_lira, row.paid_on is not None)

    def benefits(self, bodies: set[str]) -> Iterator[MoneyRow]:
        columns = Benefit.id, Benefit.membership_id, Benefit.day, Benefit.value
        for row in self._session.execute(select(*columns).order_by(Benefit.id)):
            if row.membership_id in bodies:
                yield MoneyRow(row.id, _year(row.day), row.value)

    def costs(self, visits: Iterable[DatedRow]) -> Iterator[MoneyRow]:
        """What we spend on these visits, each line in the year of its day, else of the visit."""
        known = {one.id: one for one in visits}
        for one in self._session.scalars(
            select(Expense).where(Expense.spent.is_not(None)).order_by(Expense.id)
        ):
            visit = known.get(one.visit_id or "")
            if visit is not None and one.payer in OURS:
                lira = in_lira(one)
                year = one.day.year if one.day else visit.year
                amount = Money(lira, LIRA) if lira is not None else None
                yield MoneyRow(one.id, year, one.spent, amount, partner_id=visit.partner_id)

    def classes(self) -> Iterator[tuple[str, str, str]]:
        """Id, name and colour of every class of relations, in the order of the office."""
        names = all_titles(self._session, RelationClass)
        columns = RelationClass.id, RelationClass.colour
        for row in self._session.execute(select(*columns).order_by(RelationClass.place, RelationClass.id)):
            yield row.id, names.get(row.id, ""), row.colour or "grey"


def _year(day: PartialDate | None) -> int | None:
    return day.year if day is not None else None


def _exact(day: Any) -> date | None:
    return day.last_day() if day is not None else None
