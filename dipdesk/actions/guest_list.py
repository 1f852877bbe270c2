"""What is done with the guests of a ceremony: their states, and moves by hand with their reasons."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions.guest_order import guest_order
from dipdesk.errors import Known
from dipdesk.i18n import N_, _, language, lasting
from dipdesk.model import Ceremony, Guest, GuestMove
from dipdesk.model.ceremony import GUEST_STATES
from dipdesk.store.office_file import OfficeFile

_STEP = 10


def set_state(office: OfficeFile, guests: Collection[str], state: str) -> None:
    """Note down that guests have answered, come or stay away."""
    with office.read() as session:
        first = session.get(Guest, next(iter(guests), ""))
        who = first.title() if first is not None and len(guests) == 1 else lasting(N_("Guests"))
    with office.change(
        lasting(N_("{guest}: {state}"), guest=who, state=lasting(GUEST_STATES[state]))
    ) as session:
        for guest_id in guests:
            guest = session.get(Guest, guest_id)
            if guest is not None:
                guest.state = state


def move_before(office: OfficeFile, guest_id: str, before_id: str, reason: str) -> None:
    """Put a guest before another; an earlier move of the same guest goes. Raises Known without a reason."""
    if not reason.strip():
        raise Known(_("A manual move needs a reason."))
    with office.change(N_("Guest moved by hand")) as session:
        guest = session.get(Guest, guest_id)
        if guest is None or guest_id == before_id:
            raise Known(_("A guest cannot be moved before himself or herself."))
        _forget(session, guest_id)
        last = session.scalar(
            select(func.max(GuestMove.place)).where(GuestMove.ceremony_id == guest.ceremony_id)
        )
        session.add(
            GuestMove(
                ceremony_id=guest.ceremony_id,
                guest_id=guest_id,
                before_id=before_id,
                reason=reason.strip(),
                place=(last or 0) + _STEP,
            )
        )


def take_back(office: OfficeFile, guest_id: str) -> None:
    """Let the rules decide about a guest again."""
    with office.change(N_("Move by hand taken back")) as session:
        _forget(session, guest_id)


def neighbour_moves(session: Session, ceremony_id: str, guest_id: str, step: int) -> tuple[str, str] | None:
    """Who must be put before whom so that a guest goes one place up (-1) or down (1); None at the end."""
    ceremony = session.get(Ceremony, ceremony_id)
    if ceremony is None:
        return None
    line = [one.guest.id for one in guest_order(session, ceremony, language()).attendees]
    if guest_id not in line:
        return None
    at = line.index(guest_id)
    if step < 0:
        return (guest_id, line[at - 1]) if at > 0 else None
    return (line[at + 1], guest_id) if at + 1 < len(line) else None


def _forget(session: Session, guest_id: str) -> None:
    for move in session.scalars(select(GuestMove).where(GuestMove.guest_id == guest_id)):
        session.delete(move)
