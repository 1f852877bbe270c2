"""What an office knows: a module per subject, each field declared once."""

from dipdesk.model.agreement import Agreement, AgreementText, Signatory
from dipdesk.model.approval_step import ApprovalStep, ChainStep
from dipdesk.model.ceremony import Ceremony, Guest, GuestMove, Phase
from dipdesk.model.composing import CardLayout, OwnSection, PaperProfile
from dipdesk.model.country import Country
from dipdesk.model.cue import Cue
from dipdesk.model.delegation import Delegation, DelegationMember, RoomChange
from dipdesk.model.expense import Expense
from dipdesk.model.exported import Exported
from dipdesk.model.fields import Field, Privacy, best_text, field_of, fields, in_language
from dipdesk.model.flags import FlagPlan, FlagShown, FlagStock
from dipdesk.model.gifts import Gift, GiftArticle, GiftCustom, GiftLimit, StockMove
from dipdesk.model.invitation import Invitation
from dipdesk.model.letter import LetterTemplate
from dipdesk.model.membership import Benefit, Membership, Payment, Seat
from dipdesk.model.notes import Attachment, Note, Tag, Tagging
from dipdesk.model.office import Office
from dipdesk.model.partner import Partner
from dipdesk.model.person import Leave, Person, Post
from dipdesk.model.precedence import PrecedenceList, PrecedencePost
from dipdesk.model.programme import ProgrammeItem, Slot, TakingPart
from dipdesk.model.project import FundingCall, Project, ProjectPartner
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
from dipdesk.model.service import Duty, Passenger, Ride
from dipdesk.model.speech import Speech
from dipdesk.model.talks import Commitment, TalkingPoint
from dipdesk.model.task import Task
from dipdesk.model.ties import Contact, Tie
from dipdesk.model.travel import Lodging, Room, Travel, Vehicle
from dipdesk.model.visit import Visit
from dipdesk.model.year_day import YearDay
from dipdesk.rules.ids import new_id

__all__ = [
    "Agreement",
    "AgreementText",
    "ApprovalStep",
    "Attachment",
    "Benefit",
    "CardLayout",
    "Ceremony",
    "ChainStep",
    "Commitment",
    "Contact",
    "Country",
    "Criterion",
    "Cue",
    "Delegation",
    "DelegationMember",
    "Duty",
    "Expense",
    "Exported",
    "Field",
    "FlagPlan",
    "FlagShown",
    "FlagStock",
    "FundingCall",
    "Gift",
    "GiftArticle",
    "GiftCustom",
    "GiftLimit",
    "Guest",
    "GuestMove",
    "Invitation",
    "Leave",
    "LetterTemplate",
    "Lodging",
    "Membership",
    "Note",
    "Office",
    "OwnSection",
    "PaperProfile",
    "Partner",
    "Passenger",
    "Payment",
    "Person",
    "Phase",
    "Placing",
    "Post",
    "PrecedenceList",
    "PrecedencePost",
    "Privacy",
    "ProgrammeItem",
    "Project",
    "ProjectPartner",
    "Record",
    "Relation",
    "RelationClass",
    "Ride",
    "Room",
    "RoomChange",
    "Score",
    "Seat",
    "SeatWish",
    "SeatingPlan",
    "SeatingTable",
    "Signatory",
    "Slot",
    "Speech",
    "StockMove",
    "Tag",
    "Tagging",
    "TakingPart",
    "TalkingPoint",
    "Task",
    "Tie",
    "Travel",
    "Vehicle",
    "Visit",
    "YearDay",
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
