"""What an office knows: a module per subject, each field declared once."""

from dipdesk.model.agreement import Agreement, AgreementText, Signatory
from dipdesk.model.approval_step import ApprovalStep, ChainStep
from dipdesk.model.ceremony import Ceremony, Guest, GuestMove, Phase, Task
from dipdesk.model.country import Country
from dipdesk.model.fields import Field, Privacy, best_text, field_of, fields, in_language
from dipdesk.model.flags import FlagPlan, FlagShown, FlagStock
from dipdesk.model.membership import Benefit, Membership, Payment, Seat
from dipdesk.model.notes import Attachment, Note, Tag, Tagging
from dipdesk.model.office import Office
from dipdesk.model.partner import Partner
from dipdesk.model.person import Leave, Person, Post
from dipdesk.model.precedence import PrecedenceList, PrecedencePost
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
from dipdesk.model.seating import Placing, SeatingPlan, SeatingTable, SeatWish
from dipdesk.model.talks import Commitment, TalkingPoint
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
    "FlagPlan",
    "FlagShown",
    "FlagStock",
    "Guest",
    "GuestMove",
    "Leave",
    "Membership",
    "Note",
    "Office",
    "Partner",
    "Payment",
    "Person",
    "Phase",
    "Placing",
    "Post",
    "PrecedenceList",
    "PrecedencePost",
    "Privacy",
    "ProgrammeItem",
    "Record",
    "Relation",
    "RelationClass",
    "Score",
    "Seat",
    "SeatWish",
    "SeatingPlan",
    "SeatingTable",
    "Signatory",
    "Tag",
    "Tagging",
    "TalkingPoint",
    "Task",
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
