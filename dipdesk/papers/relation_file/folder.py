"""The folder of a partner: all records that belong to it, each kind read once."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import or_

from dipdesk.actions.partner_visits import with_partner
from dipdesk.model import (
    Agreement,
    Commitment,
    Membership,
    Partner,
    Person,
    Post,
    Record,
    Relation,
    Visit,
    entity_name,
)
from dipdesk.papers.partner_tables import latest_first
from dipdesk.papers.reading import Reading
from dipdesk.papers.relation_file.options import RelationFileOptions


@dataclass(frozen=True)
class Folder(Reading):
    """One partner with what belongs to it, read in the language spoken now."""

    partner: Partner
    options: RelationFileOptions

    @cached_property
    def relations(self) -> list[Relation]:
        """Our own relation first, then those of municipalities."""
        found = self.all(Relation, Relation.partner_id == self.partner.id)
        return sorted(found, key=lambda one: one.municipality_id is not None)

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The agreements, the latest first."""
        return latest_first(self.all(Agreement, Agreement.partner_id == self.partner.id))

    @cached_property
    def memberships(self) -> list[Membership]:
        """Our places in this body."""
        return self.all(Membership, Membership.partner_id == self.partner.id)

    @cached_property
    def visits(self) -> list[Visit]:
        """All visits, the latest first; those without a day at the end."""
        order = (Visit.starts.is_(None), Visit.starts.desc())
        held = with_partner(self.partner.id), Visit.template.is_not(True)
        return self.all(Visit, *held, order=order)

    @cached_property
    def posts(self) -> list[Post]:
        """All posts at the partner with a person in them."""
        self._held(Person, Person.id.in_(self._person_ids()))
        found = self.all(Post, Post.partner_id == self.partner.id)
        return [one for one in found if one.person is not None]

    @cached_property
    def commitments(self) -> list[Commitment]:
        """What was promised to the partner, owed by an agreement with it, or is due in it."""
        owed = or_(
            Commitment.partner_id == self.partner.id,
            Commitment.agreement_id.in_([one.id for one in self.agreements]),
            Commitment.membership_id.in_([one.id for one in self.memberships]),
        )
        return self.all(Commitment, owed, order=(Commitment.due.is_(None), Commitment.due))

    @property
    def subjects(self) -> dict[str, str]:
        """What notes and files can hang on, as ``entity/id``, with the title of each."""
        owners: list[Record] = [
            self.partner,
            *self.relations,
            *self.agreements,
            *self.memberships,
            *self.visits,
        ]
        return {f"{entity_name(type(one))}/{one.id}": one.title() for one in owners}

    def _person_ids(self) -> list[str]:
        found = self.session.query(Post.person_id).filter(Post.partner_id == self.partner.id)
        return [row.person_id for row in found if row.person_id]

    def _held(self, kind: type[Record], condition: object) -> None:
        """Read records in one go, so that links to them need no query each."""
        self._kept.extend(self.all(kind, condition))

    @cached_property
    def _kept(self) -> list[Record]:
        return []
