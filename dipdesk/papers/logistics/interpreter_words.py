"""What an interpreter learns before a visit: names and titles in both languages, points and courtesies."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import LANGUAGES, _, language, language_name, speaking
from dipdesk.model import Delegation, TalkingPoint, Visit, in_language
from dipdesk.papers import courtesies
from dipdesk.papers.blocks import Block, Column, Document, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.papers.reading import lines, post_name, record

_CONFIDENTIAL = "confidential"
_SAID = "own"


@dataclass(frozen=True)
class WordOptions(Marks):
    """The usual marks."""


def build(session: Session, visit: Visit, options: WordOptions, occasion: Occasion) -> Document:
    """Names, points and courtesies of a visit; of the points only those that are to be said aloud."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Names and words for the interpreter")
    blocks = (*trip.head(title), *_names(trip), *_points(trip), *courtesies.blocks(visit.partner))
    return trip.document(title, title, options, "office", blocks)


def _names(trip: Trip) -> Iterator[Block]:
    """The members of each delegation, with their posts in both languages."""
    yield Heading(_("Names and titles"), 2)
    if not trip.logistics.members:
        yield Paragraph(_("Nobody has been named yet."), Tone.MUTED)
    for delegation in trip.logistics.delegations:
        people = trip.logistics.people[delegation.id]
        if people:
            name = delegation.partner.name(language()) if delegation.partner else trip.office_name()
            yield Heading(f"{trip.visit.side_name(delegation.side)} · {name}", 3)
            columns = (Column(_("Name"), 2.2), *(Column(language_name(code, code), 3) for code in LANGUAGES))
            yield Table(columns, tuple(_row(trip, delegation, one) for one in people))


def _row(trip: Trip, delegation: Delegation, one: Attendance) -> Row:
    pronounced = _("pronounced: {words}").format(words=one.person.spoken_as) if one.person.spoken_as else ""
    name = lines(one.person.title(), one.person.name_own, pronounced)
    return Row((name, *(_post(trip, delegation, one, code) for code in LANGUAGES)), record=record(one.member))


def _post(trip: Trip, delegation: Delegation, one: Attendance, code: str) -> str:
    """What somebody is in a language, and where."""
    partner = (one.post.partner if one.post else None) or delegation.partner
    with speaking(code):
        return lines(post_name(one.post), partner.name(code) if partner else trip.office_name())


def _points(trip: Trip) -> Iterator[Block]:
    """What we are going to say; what we expect, answer and avoid stays in the office."""
    if trip.public or trip.visit.classification == _CONFIDENTIAL:
        return
    points = trip.all(
        TalkingPoint,
        TalkingPoint.visit_id == trip.visit.id,
        TalkingPoint.kind == _SAID,
        order=(TalkingPoint.place.is_(None), TalkingPoint.place),
    )
    if points:
        yield Heading(_("What will be said"), 2)
        columns = tuple(Column(language_name(code, code), 3) for code in LANGUAGES)
        rows = (tuple(in_language(one, "text", code) or "–" for code in LANGUAGES) for one in points)
        yield Table(columns, tuple(Row(cells, record=record(trip.visit)) for cells in rows))
