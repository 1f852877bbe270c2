"""What an office knows: a module per subject, each field declared once."""

from dipdesk.model.agreement import Agreement, Membership
from dipdesk.model.country import Country
from dipdesk.model.fields import Field, Privacy, best_text, field_of, fields, in_language
from dipdesk.model.notes import Attachment, Note, Tag, Tagging
from dipdesk.model.office import Office
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person, Post
from dipdesk.model.record import (
    Record,
    entities,
    entity,
    entity_name,
    linked,
    links_to,
    title_column,
)
from dipdesk.model.talks import Ceremony, Commitment, TalkingPoint
from dipdesk.model.visit import Delegation, DelegationMember, ProgrammeItem, Visit
from dipdesk.rules.ids import new_id

__all__ = [
    "Agreement",
    "Attachment",
    "Ceremony",
    "Commitment",
    "Country",
    "Delegation",
    "DelegationMember",
    "Field",
    "Membership",
    "Note",
    "Office",
    "Partner",
    "Person",
    "Post",
    "Privacy",
    "ProgrammeItem",
    "Record",
    "Tag",
    "Tagging",
    "TalkingPoint",
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
    "title_column",
]
