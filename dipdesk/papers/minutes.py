"""The minutes of a visit: what was said and agreed, with the list of commitments."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _
from dipdesk.model import Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers import visit_parts
from dipdesk.papers.approval_blocks import room_to_sign
from dipdesk.papers.blocks import Block, Document, Heading, Paragraph, Tone
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.sections import Section, written


@dataclass(frozen=True)
class MinutesOptions(Marks):
    """Which sections the minutes have."""

    people: bool = option(Flag(), N_("Who took part"), True, group=SECTIONS)
    talks: bool = option(Flag(), N_("What was said"), True, group=SECTIONS)
    commitments: bool = option(Flag(), N_("Commitments"), True, group=SECTIONS)
    signatures: bool = option(Flag(), N_("Lines for signatures"), True, group=SECTIONS)


def build(session: Session, visit: Visit, options: MinutesOptions, occasion: Occasion) -> Document:
    """The minutes in the language spoken now."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Minutes of the visit")
    blocks = (*trip.head(title), *written(_SECTIONS, options, trip))
    return trip.document(title, title, options, "office", blocks)


def _talks(trip: Trip) -> Iterator[Block]:
    yield Heading(_("What was said"), 2)
    found = visit_parts.text_of(trip, "minutes")
    if not found:
        yield Paragraph(_("No minutes have been written."), Tone.MUTED)
    for line in found:
        yield Paragraph(line)


def _signatures(trip: Trip) -> Iterator[Block]:
    """Room for the heads of both sides to sign, if one is known who came."""
    sides = {"guest": _("For the guests"), "host": _("For the hosts")}
    names = {title: _head(trip, side) for side, title in sides.items()}
    if any(names.values()):
        yield room_to_sign(names)


def _head(trip: Trip, side: str) -> str:
    """Who heads a side and came; empty if that is not known."""
    came = (one for one in visit_parts.side(trip, side) if one.member.state != "absent")
    return next((one.person.full_name() for one in came if one.member.role == "head"), "")


_SECTIONS = (
    Section("people", visit_parts.people),
    Section("talks", _talks),
    Section("commitments", visit_parts.commitments),
    Section("signatures", _signatures),
)
