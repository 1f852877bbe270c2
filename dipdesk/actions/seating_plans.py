"""Seating plans between the office file and the rules: what is asked, what is kept, what changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.guest_order import Attendee, GuestOrder, guest_order
from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import Ceremony, Guest, Placing, Post, SeatingPlan, SeatingTable, SeatWish
from dipdesk.model.ceremony import SEATED_STATES
from dipdesk.rules import seating as rules
from dipdesk.rules.seating.parts import Layout
from dipdesk.store.office_file import OfficeFile

STEP_FREE = "step_free"
_ONE_LINE = ("head_table", "theatre", "round", "photo", "receiving_line", "wreath")
_TWO_SIDES = ("long_cohost", "long_opposite")
_WITH_HEAD = ("u", "t", "hollow_square")


@dataclass(frozen=True)
class Seated:
    """A plan as it is kept: the question it answers, who has which seat, and its judgement by the rules.

    ``seating`` gives the guest's id of each seat; ``stray`` names kept seats that the layout no longer has,
    ``gaps`` the guest of each chair that stays empty because he or she does not come.
    """

    order: GuestOrder
    request: rules.Request
    seating: Mapping[str, str]
    plan: rules.Plan
    stray: tuple[str, ...]
    gaps: Mapping[str, Guest] = field(default_factory=dict)

    def attendee(self, guest_id: str) -> Attendee:
        """The guest with this id; raises KeyError."""
        return {one.guest.id: one for one in self.order.attendees}[guest_id]

    def name_of(self, guest_id: str) -> str:
        """What somebody is called who comes, or whose chair stays empty; empty if there is neither."""
        away = {one.id: one.title() for one in self.gaps.values()}
        here = {one.guest.id: one.person.title() for one in self.order.attendees}
        return here.get(guest_id) or away.get(guest_id, "")


def read(session: Session, plan: SeatingPlan, alphabet: str) -> Seated:
    """The plan as it is kept; raises Invalid if its layout cannot be made from what is known."""
    ceremony = session.get(Ceremony, plan.ceremony_id)
    if ceremony is None:
        raise Known(_("This ceremony does not exist any more."))
    order = guest_order(session, ceremony, alphabet)
    placings = _placings(session, plan.id)
    away = _away(order, placings)
    request = _request(session, plan, order, placings, len(away))
    everybody = (*request.guests, *(_missed(one) for one in away.values()))
    frame = rules.LAYOUTS[request.layout](replace(request, guests=everybody))
    known, seats = {one.id for one in request.guests}, set(frame.seats)
    request = replace(
        request,
        locked=tuple(one for one in request.locked if one.seat in seats),
        blocked=tuple(seat for seat in request.blocked if seat in seats),
    )
    kept = {one.seat: one.guest_id for one in placings if one.guest_id and not one.blocked}
    seating = {seat: guest for seat, guest in kept.items() if guest in known and seat in seats}
    stray = tuple(seat for seat, guest in kept.items() if seat not in seats and guest not in away)
    gaps = {seat: away[guest] for seat, guest in kept.items() if seat in seats and guest in away}
    return Seated(order, request, seating, rules.judged(frame, request, seating), stray, gaps)


def store(office: OfficeFile, plan_id: str, seating: Mapping[str, str], label: str = "") -> None:
    """Keep ``seating`` (the guest of each seat) as one step; locks of guests who move go with them."""
    with office.change(label or N_("Guests seated")) as session:
        write(session, plan_id, seating)


def write(session: Session, plan_id: str, seating: Mapping[str, str]) -> None:
    """The same inside a change that is under way; rows are kept where a seat stays in use."""
    rows = {one.seat: one for one in _placings(session, plan_id)}
    locked = {one.guest_id for one in rows.values() if one.locked and one.guest_id}
    for seat, row in rows.items():
        if seat not in seating and not row.blocked:
            session.delete(row)
    for seat, guest in seating.items():
        kept = rows.get(seat)
        if kept is None:
            session.add(Placing(plan_id=plan_id, seat=seat, guest_id=guest, locked=guest in locked))
        elif (kept.guest_id, kept.locked, kept.blocked) != (guest, guest in locked, False):
            kept.guest_id, kept.locked, kept.blocked = guest, guest in locked, False


def move(office: OfficeFile, plan_id: str, guest: str, seat: str) -> None:
    """Put a guest on a seat; whoever sits there takes the guest's old seat, or none if there was none."""
    with office.change(N_("Seat changed")) as session:
        seating = {one.seat: one.guest_id for one in _placings(session, plan_id) if one.guest_id}
        before = next((place for place, who in seating.items() if who == guest), None)
        other = seating.pop(seat, None)
        if before is not None:
            seating.pop(before, None)
            if other and other != guest:
                seating[before] = other
        seating[seat] = guest
        write(session, plan_id, seating)


def unseat(office: OfficeFile, plan_id: str, guest: str) -> None:
    """Take a guest off the plan."""
    with office.change(N_("Guest taken off the plan")) as session:
        for row in _placings(session, plan_id):
            if row.guest_id == guest:
                session.delete(row)


def lock(office: OfficeFile, plan_id: str, seat: str, *, is_locked: bool) -> None:
    """Lock the guest of a seat to it, or free the guest."""
    with office.change(N_("Seat locked") if is_locked else N_("Seat unlocked")) as session:
        for row in _placings(session, plan_id):
            if row.seat == seat and row.guest_id:
                row.locked = is_locked


def let_drive(office: OfficeFile, plan_id: str, seated: Seated, guest: str) -> None:
    """Let a guest drive the car, or a chauffeur if empty; all others are seated anew, as one step.

    Raises Invalid if somebody is locked to a seat that is not there then.
    """
    locked = tuple(one for one in seated.request.locked if one.seat != rules.WHEEL and one.guest != guest)
    if guest:
        locked += (rules.Lock(guest, rules.WHEEL),)
    found = rules.plan(replace(seated.request, locked=locked))
    label = N_("A guest drives") if guest else N_("A chauffeur drives")
    store(office, plan_id, {one.seat: one.guest for one in found.seats}, label)


def block(office: OfficeFile, plan_id: str, seat: str, *, is_blocked: bool) -> None:
    """Keep a seat empty, or give it back; whoever sits there is taken off it."""
    with office.change(N_("Seat blocked") if is_blocked else N_("Seat given back")) as session:
        row = next((one for one in _placings(session, plan_id) if one.seat == seat), None)
        if row is None and is_blocked:
            session.add(Placing(plan_id=plan_id, seat=seat, blocked=True))
        elif row is not None and is_blocked:
            row.guest_id, row.locked, row.blocked = None, False, True
        elif row is not None and row.blocked:
            session.delete(row)


def move_table(office: OfficeFile, plan_id: str, name: str, spot: tuple[float, float]) -> None:
    """Put a table of a hall somewhere else, in centimetres from the upper left corner."""
    with office.change(N_("Table moved")) as session:
        for table in session.scalars(select(SeatingTable).where(SeatingTable.plan_id == plan_id)):
            if table.name == name:
                table.x, table.y = (max(0, round(part)) for part in spot)


def ways_out(seated: Seated, absent: Collection[str]) -> tuple[rules.Rescue, ...]:
    """What can be done when guests do not come, the way with the fewest moves first.

    Some of them may be known not to come already; their chairs are gaps.
    """
    here = [guest for guest in absent if guest in {one.id for one in seated.request.guests}]
    return rules.rescues(seated.plan.frame, seated.request, seated.seating, here)


def take_way_out(office: OfficeFile, plan_id: str, found: rules.Rescue, absent: Collection[str]) -> None:
    """Mark the absent and keep the plan of one way out, as one step; the room stays as large as it was."""
    seating = {one.seat: one.guest for one in found.plan.seats}
    with office.change(N_("Plan without those who are absent")) as session:
        for guest_id in absent:
            guest = session.get(Guest, guest_id)
            if guest is not None and guest.state in SEATED_STATES:
                guest.state = "absent"
        before = {one.seat: one.guest_id for one in _placings(session, plan_id) if one.guest_id}
        write(session, plan_id, rules.kept_chairs(before, seating))


def _placings(session: Session, plan_id: str) -> list[Placing]:
    query = select(Placing).where(Placing.plan_id == plan_id).order_by(Placing.id)
    return list(session.scalars(query))


def _away(order: GuestOrder, placings: Collection[Placing]) -> dict[str, Guest]:
    """Those who do not come and whose chairs still stand there, by id."""
    known = {one.guest.id for one in order.attendees}
    held = (one.guest for one in placings if not one.blocked)
    return {one.id: one for one in held if one is not None and one.id not in known}


def _missed(guest: Guest) -> rules.Guest:
    """Somebody who does not come, as the layout would see him or her."""
    sex = guest.person.sex if guest.person else ""
    return rules.Guest(guest.id, guest.side or "", guest.role or "", sex or "")  # type: ignore[arg-type]


def _request(
    session: Session, plan: SeatingPlan, order: GuestOrder, placings: Collection[Placing], away: int
) -> rules.Request:
    """The question; ``away`` is how many do not come whose chairs still stand there."""
    known = {one.guest.id for one in order.attendees}
    guests = tuple(_guest(one, known) for one in order.attendees)
    blocked = tuple(one.seat for one in placings if one.blocked)
    kept = [one.seat for one in placings]
    wishes = session.scalars(
        select(SeatWish).where(SeatWish.ceremony_id == plan.ceremony_id).order_by(SeatWish.id)
    )
    return rules.Request(
        layout=cast(Layout, plan.layout),
        guests=guests,
        switches=_switches(plan),
        shape=standing(_shape(session, plan), plan.layout, len(guests) + away + len(blocked), kept),
        wishes=tuple(
            rules.Wish(
                cast(rules.WishKind, one.kind), one.guest_id, one.other_id, bool(one.must), one.weight or 1
            )
            for one in wishes
            if one.guest_id in known and one.other_id in known and one.guest_id != one.other_id
        ),
        locked=tuple(
            rules.Lock(one.guest_id, one.seat)
            for one in placings
            if one.guest_id in known and (one.locked or _drives(plan, one))
        ),
        blocked=blocked,
        seed=plan.seed or 1,
    )


def _drives(plan: SeatingPlan, placing: Placing) -> bool:
    """Whether a guest sits at the wheel of a car; where that seat is, there is somebody locked to it."""
    return plan.layout == "car" and placing.seat == rules.WHEEL


def _role_of(post: Post | None) -> str:
    """Interpreters by their post sit as those whom somebody named so."""
    return "interpreter" if post is not None and post.function == "interpreter" else ""


def _guest(one: Attendee, known: set[str]) -> rules.Guest:
    spouse = one.guest.spouse_id if one.guest.spouse_id in known else ""
    return rules.Guest(
        one.guest.id,
        side=one.guest.side or "",  # type: ignore[arg-type]
        role=one.guest.role or _role_of(one.post),  # type: ignore[arg-type]
        sex=one.person.sex or "",  # type: ignore[arg-type]
        spouse_of=spouse or "",
        languages=tuple(one.person.languages or ()),
        needs=(STEP_FREE,) if one.guest.step_free else (),
        name=one.person.title(),
    )


def standing(shape: rules.Shape, layout: str, needed: int, kept: Collection[str]) -> rules.Shape:
    """The shape with as many seats as were used: a room does not shrink because some do not come.

    Sizes that somebody set stay as they are; so do layouts whose seats hang on who comes.
    """
    ends: dict[str, int] = {}
    for seat in kept:
        line, _slash, place = seat.rpartition("/")
        if place.isdigit() and "/" not in line:
            ends[line] = max(ends.get(line, 0), int(place))
    if layout in _ONE_LINE and shape.seats is None and not (shape.left or shape.right or shape.rows):
        return replace(shape, seats=max(needed, ends.get("1", 0)))
    if layout in _TWO_SIDES and shape.seats is None:
        return replace(shape, seats=max(needed, ends.get("1", 0) + ends.get("2", 0)))
    if layout in _WITH_HEAD and shape.head is None and shape.arms is None and ends:
        arms = max(ends.get("2", 0), ends.get("3", 0))
        if ends.get("1", 0) + 2 * arms + ends.get("4", 0) >= needed:
            return replace(shape, head=ends.get("1") or None, arms=arms)
    return shape


def _switches(plan: SeatingPlan) -> rules.Switches:
    usual = rules.Switches()
    return rules.Switches(
        interpreter=plan.interpreter or usual.interpreter,  # type: ignore[arg-type]
        aisle_right_first=bool(plan.aisle_right_first),
        style=plan.style or usual.style,  # type: ignore[arg-type]
        host_variant=plan.host_place or usual.host_variant,  # type: ignore[arg-type]
    )


def _shape(session: Session, plan: SeatingPlan) -> rules.Shape:
    query = select(SeatingTable).where(SeatingTable.plan_id == plan.id)
    tables = session.scalars(query.order_by(SeatingTable.place, SeatingTable.id))
    return rules.Shape(
        head=plan.head,
        arms=plan.arms,
        rows=plan.rows,
        left=plan.left,
        right=plan.right,
        seats=plan.seats,
        tables=tuple(rules.Table(one.name, one.seats or 0, bool(one.near_door)) for one in tables),
    )
