"""Answers to the invitations of a ceremony: calls and letters, companions, waiting list, and the door."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions.guest_order import guest_order, posts_of
from dipdesk.errors import Invalid, Known
from dipdesk.i18n import N_, _, language, lasting
from dipdesk.model import Ceremony, Guest, Invitation, Person, Post
from dipdesk.model.ceremony import GUEST_STATES, SEATED_STATES
from dipdesk.model.invitation import ANSWERS, WAYS
from dipdesk.rules import rsvp
from dipdesk.rules.rsvp import Tally
from dipdesk.rules.timing import Moment
from dipdesk.store.naming import hold, load
from dipdesk.store.office_file import OfficeFile

_MOST_ROUNDS = 99


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


@dataclass(frozen=True)
class AtDoor:
    """A guest as one sees him or her at the door; ``about`` tells namesakes apart."""

    guest_id: str
    spoken: str
    """The names that somebody may begin to type."""
    title: str
    about: str
    state: str
    came_at: Moment | None


def asked(session: Session, ceremony_id: str) -> list[Asked]:
    """All guests of a ceremony in order of precedence, companions after those who bring them."""
    ceremony = session.get(Ceremony, ceremony_id)
    if ceremony is None:
        return []
    rows = _guests(session, ceremony_id)
    held = hold(session, rows)
    guests = {one.id: one for one in rows}
    posts = posts_of(session, ceremony, rows)
    brought = Counter(one.companion_of_id for one in rows)
    attempts: dict[str, list[Invitation]] = {}
    for one in session.scalars(
        select(Invitation)
        .where(Invitation.guest_id.in_(select(Guest.id).where(Guest.ceremony_id == ceremony_id)))
        .order_by(Invitation.id.desc())
    ):
        attempts.setdefault(one.guest_id or "", []).append(one)
    made = []
    for row_id in _in_line(session, ceremony, rows):
        guest, tried = guests[row_id], tuple(attempts.get(row_id, ()))
        host = guests.get(guest.companion_of_id or "")
        made.append(Asked(guest, posts.get(row_id), tried, host, brought[row_id]))
    held.clear()
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
    line = _in_line(session, ceremony, list(waiting.values()))
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
            _invited(session.get_one(Guest, guest_id))
        _answered(session, guest_id, answer)
        return made.id


def note_round(office: OfficeFile, ceremony_id: str, way: str, at: Moment, by_id: str | None = None) -> int:
    """Note down that all who have not answered were written to, as one step; returns how many."""
    with office.read() as session:
        open_ones = [one.guest.id for one in asked(session, ceremony_id) if one.is_open]
        rounds = _rounds(session, ceremony_id)
    if not open_ones:
        return 0
    with office.change(lasting(N_("Invitations sent: {way}"), way=lasting(WAYS[way]))) as session:
        for guest in load(session, Guest, open_ones):
            assert isinstance(guest, Guest)
            n = _after(rounds.get(guest.id))
            session.add(Invitation(guest_id=guest.id, round=n, way=way, at=at, by_id=by_id, answer="none"))
            _invited(guest)
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


def door_list(session: Session, ceremony_id: str) -> list[AtDoor]:
    """All guests of a ceremony as the door needs them, by name: read once, then looked through."""
    ceremony = session.get(Ceremony, ceremony_id)
    if ceremony is None:
        return []
    rows = _guests(session, ceremony_id)
    held = hold(session, rows)
    posts = posts_of(session, ceremony, rows)
    held += hold(session, [one for one in posts.values() if one is not None])
    hosts = {one.id: one.title() for one in rows}
    made = [
        AtDoor(
            one.id,
            _spoken(one),
            one.title(),
            _about(posts.get(one.id), hosts.get(one.companion_of_id or "", "")),
            one.state or "",
            one.came_at,
        )
        for one in rows
    ]
    held.clear()
    return made


def fitting(guests: Sequence[AtDoor], typed: str) -> list[AtDoor]:
    """The guests whose names begin as typed: first who is awaited, then who declined, last who is here."""
    found = [guests[number] for number in rsvp.at_door(typed, [one.spoken for one in guests])]
    return sorted(found, key=lambda one: (one.state == "arrived", one.state not in rsvp.AWAITED))


def state_word(state: str | None) -> str:
    """The state of a guest in the language spoken now."""
    return _(GUEST_STATES[state]) if state in GUEST_STATES else ""


def callers(session: Session) -> list[Person]:
    """Those of our own office who can have called: whoever holds a post here."""
    own = select(Post.person_id).where(Post.partner_id.is_(None))
    return list(session.scalars(select(Person).where(Person.id.in_(own)).order_by(Person.title_key_tr)))


def _invited(guest: Guest) -> None:
    """Whoever was written to or called is invited from now on."""
    if (guest.state or "") in rsvp.NOT_INVITED:
        guest.state = "invited"


def _answered(session: Session, guest_id: str, answer: str) -> None:
    state = rsvp.STATE_OF.get(answer)
    guest = session.get(Guest, guest_id)
    if state is None or guest is None:
        return
    guest.state = state
    if state in ("declined", "coming"):
        stays = ("arrived", "waiting") if state == "coming" else ("arrived",)
        for one in session.scalars(select(Guest).where(Guest.companion_of_id == guest_id)):
            one.state = one.state if one.state in stays else state


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


def _rounds(session: Session, ceremony_id: str) -> dict[str, int]:
    """The last round of each guest of a ceremony who was asked."""
    latest = (
        select(Invitation.guest_id, func.max(Invitation.round))
        .join(Guest, Invitation.guest_id == Guest.id)
        .where(Guest.ceremony_id == ceremony_id)
        .group_by(Invitation.guest_id)
    )
    return {guest_id or "": number or 0 for guest_id, number in session.execute(latest)}


def _next_round(session: Session, guest_id: str) -> int:
    return _after(session.scalar(select(func.max(Invitation.round)).where(Invitation.guest_id == guest_id)))


def _after(number: int | None) -> int:
    return min((number or 0) + 1, _MOST_ROUNDS)


def _in_line(session: Session, ceremony: Ceremony, rows: Sequence[Guest]) -> list[str]:
    """Some guests' ids by precedence, then the others; companions after those who bring them."""
    known = {one.id for one in rows}
    try:
        orders = [guest_order(session, ceremony, language(), some) for some in (SEATED_STATES, ("waiting",))]
        ranked = [one.guest.id for order in orders for one in order.attendees]
    except Invalid:
        ranked = []
    line = [one for one in dict.fromkeys([*ranked, *(one.id for one in rows)]) if one in known]
    brings: dict[str, list[str]] = {}
    for one in rows:
        if one.companion_of_id in known and one.companion_of_id != one.id:
            brings.setdefault(one.companion_of_id or "", []).append(one.id)
    brought = {row_id for found in brings.values() for row_id in found}
    found = [one for row_id in line if row_id not in brought for one in (row_id, *brings.get(row_id, ()))]
    return list(dict.fromkeys([*found, *line]))


def _about(post: Post | None, host: str) -> str:
    """In which post somebody comes and where, or with whom: what tells namesakes apart."""
    parts = (post.post_name(language()), post.partner.title() if post.partner else "") if post else ()
    beside = _("with {host}").format(host=host) if host else ""
    return " · ".join(part for part in (*parts, beside) if part)


def _spoken(guest: Guest) -> str:
    person = guest.person
    return " ".join(part for part in (person.given_name, person.family_name) if part) if person else ""
