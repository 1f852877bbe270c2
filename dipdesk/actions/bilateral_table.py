"""From the counterparts of a visit to the bilateral table of its talks: guests, plan, seats in one step."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import seating_plans
from dipdesk.actions.attendance import role_in
from dipdesk.actions.counterparts import Opposite, matrix
from dipdesk.actions.plan_ceremony import asked_members, named
from dipdesk.errors import Known
from dipdesk.i18n import N_, _, join_words, language, ngettext
from dipdesk.model import Ceremony, Guest, Placing, ProgrammeItem, SeatingPlan, Visit, entity_name
from dipdesk.model.seating import LAYOUTS
from dipdesk.rules.seating.facing import Pair, chairs_for, face_to_face
from dipdesk.store.dated import OVER
from dipdesk.store.office_file import OfficeFile

_AWAY_FROM_TABLE = ("spouse", "escort", "press", "security", "staff")
"""Roles whose holders do not sit at the table of talks; a proposal of ours."""
_TALKS = "meeting"


@dataclass(frozen=True)
class Talks:
    """Where both sides can be seated: a ceremony of the visit, or an item that gets one; and its title."""

    record: str
    title: str


@dataclass(frozen=True)
class Seated:
    """What was done: the ceremony and its plan, how many pairs face each other or do not, and who looks
    at nobody.
    """

    ceremony_id: str
    plan_id: str
    pairs: int
    apart: int
    alone: tuple[str, ...]

    def said(self) -> str:
        """It in words."""
        text = ngettext(
            "{count} pair of counterparts sits face to face, the heads in the middle.",
            "{count} pairs of counterparts sit face to face, the heads in the middle.",
            self.pairs,
        ).format(count=self.pairs)
        found = [text]
        if self.apart:
            more = ngettext(
                "{count} pair sits a chair apart; with the interpreters behind, it could sit face to face.",
                "{count} pairs sit a chair apart; with the interpreters behind, they could sit face to face.",
                self.apart,
            )
            found.append(more.format(count=self.apart))
        if self.alone:
            names = join_words(list(self.alone))
            found.append(_("The chair opposite stays empty for {names}.").format(names=names))
        return " ".join(found)


def is_talks(item: ProgrammeItem) -> bool:
    """Whether both sides can be seated at an item of the programme."""
    return item.kind == _TALKS


def talks_of(session: Session, visit: Visit) -> list[Talks]:
    """The ceremonies and talks of a visit where both sides can be seated, talks first, by time."""
    ceremonies = session.scalars(select(Ceremony).where(Ceremony.visit_id == visit.id)).all()
    items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit.id)).all()
    found: list[tuple[bool, str, str, Talks]] = [
        (one.kind != _TALKS, str(one.starts or "~"), one.id, Talks(_name(one), one.title()))
        for one in ceremonies
        if one.state not in OVER
    ]
    found += [
        (False, str(one.starts or "~"), one.id, Talks(_name(one), one.title()))
        for one in items
        if is_talks(one) and one.ceremony_id is None
    ]
    return [talks for *_order, talks in sorted(found, key=lambda row: row[:3])]


def seat_both_sides(office: OfficeFile, visit_id: str, record: str) -> Seated:
    """Seat counterparts opposite each other at the bilateral table of some talks, as one step.

    A ceremony, guests and a plan are added where they are missing; who sits there already is seated anew,
    except who is locked. Raises Known if something is gone or a side has no members.
    """
    with office.change(N_("Both sides seated")) as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise Known(_("This visit does not exist any more."))
        rows = [one for one in matrix(session, visit, language()) if _is_at_table(one)]
        if not any(one.guest for one in rows) or not any(one.host for one in rows):
            raise Known(_("Both sides need members before they can be seated."))
        ceremony = _ceremony(session, visit, record)
        session.add_all(asked_members(session, ceremony, _AWAY_FROM_TABLE, "expected"))
        session.flush()
        plan = _plan(session, ceremony)
        pairs = _pairs(session, ceremony, rows)
        plan.seats = 2 * (chairs_for(pairs) + (plan.interpreter == "left" and _has_voices(session, ceremony)))
        session.flush()
        found = seating_plans.read(session, plan, language())
        here = {one.id for one in found.request.guests}
        known = {one for pair in pairs for one in pair}
        extra = [one for one in found.request.guests if one.id not in known and one.role != "interpreter"]
        line = [
            *_present(pairs, here),
            *((one.id, "") if one.side != "host" else ("", one.id) for one in extra),
        ]
        answer = face_to_face(found.request, line)
        seating_plans.write(session, plan.id, answer.seating)
        names = {one.guest.id: one.person.title() for one in found.order.attendees}
        apart = sum(1 for pair in line if all(pair)) - answer.pairs
        return Seated(ceremony.id, plan.id, answer.pairs, apart, tuple(names[one] for one in answer.alone))


def _name(record: Ceremony | ProgrammeItem) -> str:
    return f"{entity_name(type(record))}/{record.id}"


def _is_at_table(one: Opposite) -> bool:
    """Whether a row of the matrix is about people at the table; interpreters have chairs of their own."""
    away = (*_AWAY_FROM_TABLE, "interpreter")
    return any(who is not None and role_in(who.member, who.post) not in away for who in (one.guest, one.host))


def _ceremony(session: Session, visit: Visit, record: str) -> Ceremony:
    """The ceremony that is meant; an item of the programme that has none gets one of its hours and place."""
    kind, _slash, row_id = record.partition("/")
    if kind == entity_name(Ceremony):
        found = session.get(Ceremony, row_id)
        if found is None:
            raise Known(_("This ceremony does not exist any more."))
        return found
    item = session.get(ProgrammeItem, row_id)
    if item is None:
        raise Known(_("This item is not in the programme any more."))
    if item.ceremony_id and (known := session.get(Ceremony, item.ceremony_id)):
        return known
    same = ("title_tr", "title_en", "starts", "ends", "place_tr", "place_en", "dress_tr", "dress_en")
    values = {name: getattr(item, name) for name in same}
    made = Ceremony(kind=_TALKS, visit_id=visit.id, partner_id=visit.partner_id, **values)
    made.officer_id = item.responsible_id
    session.add(made)
    session.flush()
    item.ceremony_id = made.id
    return made


def _plan(session: Session, ceremony: Ceremony) -> SeatingPlan:
    """The bilateral plan of a ceremony; an empty one has the interpreters behind, so that all can face."""
    query = select(SeatingPlan).where(
        SeatingPlan.ceremony_id == ceremony.id, SeatingPlan.layout == "bilateral"
    )
    found = session.scalars(query.order_by(SeatingPlan.id)).first()
    if found is None:
        found = SeatingPlan(ceremony_id=ceremony.id, layout="bilateral", **named(LAYOUTS["bilateral"]))
        session.add(found)
        session.flush()
    if session.scalars(select(Placing.id).where(Placing.plan_id == found.id)).first() is None:
        found.interpreter = "behind"
    return found


def _has_voices(session: Session, ceremony: Ceremony) -> bool:
    query = select(Guest.id).where(Guest.ceremony_id == ceremony.id, Guest.role == "interpreter")
    return session.scalars(query).first() is not None


def _pairs(session: Session, ceremony: Ceremony, rows: list[Opposite]) -> list[Pair]:
    """The rows of the matrix as guests of the ceremony."""
    asked = session.scalars(select(Guest).where(Guest.ceremony_id == ceremony.id).order_by(Guest.id))
    guest_of = {one.person_id: one.id for one in asked}
    return [
        (
            guest_of.get(one.guest.person.id, "") if one.guest else "",
            guest_of.get(one.host.person.id, "") if one.host else "",
        )
        for one in rows
    ]


def _present(pairs: list[Pair], here: set[str]) -> Iterator[Pair]:
    """The pairs without those who do not come."""
    for guest, host in pairs:
        there = guest if guest in here else "", host if host in here else ""
        if any(there):
            yield there
