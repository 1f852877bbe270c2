"""Answers to the invitations of a ceremony: calls and letters, companions, waiting list, and the door."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import held_post
from dipdesk.actions.guest_order import guest_order
from dipdesk.errors import Invalid, Known
from dipdesk.i18n import N_, _, language, lasting
from dipdesk.model import Ceremony, Guest, Invitation, Person, Post
from dipdesk.model.ceremony import GUEST_STATES, SEATED_STATES
from dipdesk.model.invitation import ANSWERS, WAYS
from dipdesk.rules import rsvp
from dipdesk.rules.rsvp import Tally
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Asked:
    """A guest with what was tried to get the answer; ``attempts`` are the invitations, the latest first."""

    guest: Guest
    post: Post | None
    attempts: tuple[Invitation, ...]
    host: Guest | None
    """Who brings this guest along; None for those who were asked themselves."""
    companions: int

    @property
    def is_open(self) -> bool:
        """Whether an answer is still wanted: companions answer with those who bring them."""
        return self.host is None and (self.guest.state or "") in rsvp.UNANSWERED


def asked(session: Session, ceremony_id: str) -> list[Asked]:
    """All guests of a ceremony in order of precedence, companions after those who bring them."""
    ceremony = session.get(Ceremony, ceremony_id)
    if ceremony is None:
        return []
    guests = {one.id: one for one in _guests(session, ceremony_id)}
    attempts: dict[str, list[Invitation]] = {}
    for one in session.scalars(
        select(Invitation)
        .where(Invitation.guest_id.in_(select(Guest.id).where(Guest.ceremony_id == ceremony_id)))
        .order_by(Invitation.id.desc())
    ):
        attempts.setdefault(one.guest_id or "", []).append(one)
    day = ceremony.starts.local.date() if ceremony.starts else None
    made = []
    for row_id in _in_line(session, ceremony, guests):
        guest = guests[row_id]
        host = guests.get(guest.companion_of_id or "")
        brought = sum(one.companion_of_id == guest.id for one in guests.values())
        post = guest.post or held_post(session, guest.person_id or "", ceremony.partner_id, day)
        made.append(Asked(guest, post, tuple(attempts.get(row_id, ())), host, brought))
    return made


def tally(session: Session, ceremony_id: str) -> Tally:
    """How many guests of a ceremony are in which state."""
    ceremony = session.get(Ceremony, ceremony_id)
    states = session.scalars(select(Guest.state).where(Guest.ceremony_id == ceremony_id))
    return rsvp.tally(states, ceremony.most_guests if ceremony else None)


def moves_up(session: Session, ceremony_id: str) -> Guest | None:
    """Who of the waiting list has a place now: the first in precedence, if one is free."""
    waiting = {one.id: one for one in _guests(session, ceremony_id) if one.state == "waiting"}
    ceremony = session.get(Ceremony, ceremony_id)
    if not waiting or ceremony is None:
        return None
    line = [one for one in _in_line(session, ceremony, waiting) if one in waiting]
    return waiting.get(rsvp.moves_up(line, tally(session, ceremony_id).free))


def note_answer(
    office: OfficeFile,
    guest_id: str,
    answer: str,
    at: Moment,
    *,
    by_id: str | None = None,
    spoke_with: str = "",
    way: str = "phone",
) -> str:
    """Note down one call or letter to a guest and what was answered, as one step; the id of the note.

    The guest's state follows the answer; who declines takes his or her companions along. Raises Known if
    the guest is gone.
    """
    guest = _guest(office, guest_id)
    label = lasting(N_("{guest}: {answer}"), guest=guest.title(), answer=lasting(ANSWERS[answer]))
    with office.change(label) as session:
        made = Invitation(
            guest_id=guest_id,
            round=_next_round(session, guest_id),
            way=way,
            at=at,
            by_id=by_id,
            spoke_with=spoke_with.strip(),
            answer=answer,
        )
        session.add(made)
        if answer != "unreached":
            _invited(session, guest_id)
        _answered(session, guest_id, answer)
        return made.id


def note_round(office: OfficeFile, ceremony_id: str, way: str, at: Moment, by_id: str | None = None) -> int:
    """Note down that all who have not answered were written to, as one step; returns how many."""
    with office.read() as session:
        open_ones = [one.guest.id for one in asked(session, ceremony_id) if one.is_open]
    if not open_ones:
        return 0
    with office.change(lasting(N_("Invitations sent: {way}"), way=lasting(WAYS[way]))) as session:
        session.add_all(
            Invitation(
                guest_id=one,
                round=_next_round(session, one),
                way=way,
                at=at,
                by_id=by_id,
                answer="none",
            )
            for one in open_ones
        )
        for one in open_ones:
            _invited(session, one)
    return len(open_ones)


def companion(office: OfficeFile, guest_id: str) -> dict[str, object]:
    """With what somebody begins whom a guest brings along: on the same side, in the same state."""
    guest = _guest(office, guest_id)
    state = guest.state if guest.state in rsvp.TAKES_PLACE else "invited"
    return {
        "ceremony_id": guest.ceremony_id,
        "companion_of_id": guest_id,
        "side": guest.side,
        "state": "coming" if state == "arrived" else state,
    }


def promote(office: OfficeFile, guest_id: str) -> None:
    """Ask somebody from the waiting list."""
    _set(office, guest_id, N_("{guest} moves up from the waiting list"), state="invited")


def arrive(office: OfficeFile, guest_id: str, at: Moment) -> None:
    """Note down that a guest is here, and since when; raises Known if he or she is here already."""
    if (guest := _guest(office, guest_id)).state == "arrived":
        raise Known(_("{guest} is here already.").format(guest=guest.title()))
    _set(office, guest_id, N_("{guest} has arrived"), state="arrived", came_at=at)


def at_door(session: Session, ceremony_id: str, typed: str) -> list[Guest]:
    """The guests whose names begin as typed; those who are here already stand last."""
    guests = _guests(session, ceremony_id)
    found = rsvp.at_door(typed, [_spoken(one) for one in guests])
    return sorted((guests[number] for number in found), key=lambda one: one.state == "arrived")


def state_word(guest: Guest) -> str:
    """The state of a guest in the language spoken now."""
    return _(GUEST_STATES[guest.state]) if guest.state in GUEST_STATES else ""


def callers(session: Session) -> list[Person]:
    """Those of our own office who can have called: whoever holds a post here."""
    own = select(Post.person_id).where(Post.partner_id.is_(None))
    return list(session.scalars(select(Person).where(Person.id.in_(own)).order_by(Person.title_key_tr)))


def _invited(session: Session, guest_id: str) -> None:
    """Whoever was written to or called is invited from now on."""
    guest = session.get(Guest, guest_id)
    if guest is not None and (guest.state or "") in rsvp.NOT_INVITED:
        guest.state = "invited"


def _answered(session: Session, guest_id: str, answer: str) -> None:
    state = rsvp.STATE_OF.get(answer)
    guest = session.get(Guest, guest_id)
    if state is None or guest is None:
        return
    guest.state = state
    if state in ("declined", "coming"):
        for one in session.scalars(select(Guest).where(Guest.companion_of_id == guest_id)):
            one.state = state


def _set(office: OfficeFile, guest_id: str, label: str, **values: object) -> None:
    guest = _guest(office, guest_id)
    with office.change(lasting(label, guest=guest.title())) as session:
        found = session.get_one(Guest, guest_id)
        for name, value in values.items():
            setattr(found, name, value)


def _guest(office: OfficeFile, guest_id: str) -> Guest:
    with office.read() as session:
        guest = session.get(Guest, guest_id)
        if guest is None:
            raise Known(_("This guest is not on the list any more."))
        guest.title()  # read now, while the file is open
        return guest


def _guests(session: Session, ceremony_id: str) -> list[Guest]:
    found = select(Guest).where(Guest.ceremony_id == ceremony_id).order_by(Guest.title_key_tr, Guest.id)
    return list(session.scalars(found))


def _next_round(session: Session, guest_id: str) -> int:
    rounds = session.scalars(select(Invitation.round).where(Invitation.guest_id == guest_id))
    return min(max((one or 0 for one in rounds), default=0) + 1, 99)


def _in_line(session: Session, ceremony: Ceremony, guests: Collection[str]) -> list[str]:
    """The ids in order of precedence, then the others; companions after those who bring them."""
    rows = _guests(session, ceremony.id)
    try:
        orders = [guest_order(session, ceremony, language(), some) for some in (SEATED_STATES, ("waiting",))]
        line = [one.guest.id for order in orders for one in order.attendees]
    except Invalid:
        line = []
    line += [one.id for one in rows if one.id not in line]
    brings: dict[str, list[str]] = {}
    for one in rows:
        if one.companion_of_id in guests and one.companion_of_id != one.id:
            brings.setdefault(one.companion_of_id or "", []).append(one.id)
    brought = {row_id for found in brings.values() for row_id in found}
    made = [row_id for row_id in line if row_id in guests and row_id not in brought]
    found = [one for row_id in made for one in (row_id, *brings.get(row_id, ()))]
    return found + [row_id for row_id in line if row_id in guests and row_id not in found]


def _spoken(guest: Guest) -> str:
    person = guest.person
    return " ".join(part for part in (person.given_name, person.family_name) if part) if person else ""
