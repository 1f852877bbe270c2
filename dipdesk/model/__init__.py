"""What an office knows: a module per subject, each field declared once."""

from dipdesk.model.agreement import Agreement, AgreementText, Signatory
from dipdesk.model.approval_step import ApprovalStep, ChainStep
from dipdesk.model.country import Country
from dipdesk.model.fields import Field, Privacy, best_text, field_of, fields, in_language
from dipdesk.model.membership import Benefit, Membership, Payment, Seat
from dipdesk.model.notes import Attachment, Note, Tag, Tagging
from dipdesk.model.office import Office
from dipdesk.model.partner import Partner
from dipdesk.model.person import Leave, Person, Post
from dipdesk.model.record import (
    Record,
    entities,
    entity,
    entity_name,
    linked,
    links_to,
    shipped_id,
    title_column,
)
from dipdesk.model.relation import Criterion, Relation, RelationClass, Score
from dipdesk.model.talks import Ceremony, Commitment, TalkingPoint
from dipdesk.model.ties import Contact, Tie
from dipdesk.model.visit import Delegation, DelegationMember, ProgrammeItem, Visit
from dipdesk.rules.ids import new_id

__all__ = [
    "Agreement",
    "AgreementText",
    "ApprovalStep",
    "Attachment",
    "Benefit",
    "Ceremony",
    "ChainStep",
    "Commitment",
    "Contact",
    "Country",
    "Criterion",
    "Delegation",
    "DelegationMember",
    "Field",
    "Leave",
    "Membership",
    "Note",
    "Office",
    "Partner",
    "Payment",
    "Person",
    "Post",
    "Privacy",
    "ProgrammeItem",
    "Record",
    "Relation",
    "RelationClass",
    "Score",
    "Seat",
    "Signatory",
    "Tag",
    "Tagging",
    "TalkingPoint",
    "Tie",
    "Visit",
    "best_text",
    "entities",
    "entity",
    "entity_name",
    "field_of",
    "fields",
    "in_language",
    "linked",
    "links_to",
    "new_id",
    "shipped_id",
    "title_column",
]
