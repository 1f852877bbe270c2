"""Putting several members of a delegation into a room, a journey, a ride or a duty, in one step."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import DelegationMember, Duty, Passenger, Ride, Room, RoomChange, Travel
from dipdesk.store.office_file import OfficeFile


def put_into_room(office: OfficeFile, members: Collection[str], room_id: str | None) -> None:
    """Let members sleep in a room, or in none; raises Known if the room is gone."""
    label = N_("Put into a room") if room_id else N_("Taken out of the room")
    with office.change(label) as session:
        if room_id and session.get(Room, room_id) is None:
            raise Known(_("This room does not exist any more."))
        for one in found_members(session, members):
            give_room(session, one, room_id)


def give_room(session: Session, member: DelegationMember, room_id: str | None) -> None:
    """Inside a step: let a member sleep in a room for the whole stay, or in none."""
    member.room_id = room_id
    for move in _moves(session, member.id):
        session.delete(move)


def move_to_room(office: OfficeFile, member_id: str, room_id: str, night: date) -> None:
    """Let a member sleep in another room from a night on; changes from then on go. Raises Known."""
    with office.change(N_("Moved to another room")) as session:
        if session.get(Room, room_id) is None:
            raise Known(_("This room does not exist any more."))
        for member in found_members(session, [member_id]):
            before = member.room_id
            for move in _moves(session, member.id):
                if move.starts is None or move.starts >= night:
                    session.delete(move)
                else:
                    before = move.room_id
            if before != room_id:
                session.add(RoomChange(member_id=member.id, starts=night, room_id=room_id))


def _moves(session: Session, member_id: str) -> list[RoomChange]:
    """The changes of room of a member, the first one first."""
    query = select(RoomChange).where(RoomChange.member_id == member_id)
    return list(session.scalars(query.order_by(RoomChange.starts, RoomChange.id)))


def go_with(office: OfficeFile, members: Collection[str], travel_id: str) -> None:
    """Let members arrive, or leave, with a journey; raises Known if it is gone or neither."""
    with office.change(N_("Put on a journey")) as session:
        travel = session.get(Travel, travel_id)
        if travel is None:
            raise Known(_("This journey does not exist any more."))
        if travel.direction not in ("arrival", "departure"):
            raise Known(_("Only a journey of arrival or departure can be chosen."))
        for one in found_members(session, members):
            give_journey(one, travel)


def give_journey(member: DelegationMember, travel: Travel) -> None:
    """Inside a step: let a member arrive, or leave, with a journey; on the way nobody is named for one."""
    if travel.direction == "arrival":
        member.arrival_id = travel.id
    elif travel.direction == "departure":
        member.departure_id = travel.id


def ride_with(office: OfficeFile, members: Sequence[str], ride_id: str) -> None:
    """Let members ride, behind those who do already; who rides already stays. Raises Known."""
    with office.change(N_("Put into a car")) as session:
        if session.get(Ride, ride_id) is None:
            raise Known(_("This ride does not exist any more."))
        give_seats(session, ride_id, members)


def give_seats(session: Session, ride_id: str, members: Sequence[str]) -> None:
    """Inside a step: let members ride, behind those who do already."""
    aboard = list(session.scalars(select(Passenger).where(Passenger.ride_id == ride_id)))
    inside = {one.member_id for one in aboard}
    seat = max((one.place or 0 for one in aboard), default=0)
    for one in found_members(session, members):
        if one.id not in inside:
            seat += 1
            session.add(Passenger(ride_id=ride_id, member_id=one.id, place=seat))


def leave_ride(office: OfficeFile, members: Collection[str], ride_id: str) -> None:
    """Take members out of a ride."""
    with office.change(N_("Taken out of the car")) as session:
        query = select(Passenger).where(Passenger.ride_id == ride_id, Passenger.member_id.in_(members))
        for one in session.scalars(query):
            session.delete(one)


def serve(office: OfficeFile, members: Sequence[str], duty_id: str) -> None:
    """Let the person of a duty serve these members as well; each gets a duty of its own. Raises Known."""
    with office.change(N_("Duty given for members")) as session:
        duty = session.get(Duty, duty_id)
        if duty is None:
            raise Known(_("This duty does not exist any more."))
        twins = session.scalars(
            select(Duty).where(
                Duty.visit_id == duty.visit_id, Duty.person_id == duty.person_id, Duty.kind == duty.kind
            )
        )
        same = [one for one in twins if (one.item_id, one.starts) == (duty.item_id, duty.starts)]
        served = {one.member_id for one in same}
        for one in found_members(session, members):
            if one.id in served:
                continue
            if duty.member_id is None:
                duty.member_id = one.id
            else:
                session.add(_twin(duty, one.id))


def found_members(session: Session, row_ids: Collection[str]) -> list[DelegationMember]:
    """The members that are still there, in the order they were named."""
    found = (session.get(DelegationMember, row_id) for row_id in dict.fromkeys(row_ids))
    return [one for one in found if one is not None]


def _twin(duty: Duty, member_id: str) -> Duty:
    return Duty(
        visit_id=duty.visit_id,
        person_id=duty.person_id,
        kind=duty.kind,
        starts=duty.starts,
        ends=duty.ends,
        item_id=duty.item_id,
        languages=duty.languages,
        phone=duty.phone,
        member_id=member_id,
    )


def move_in_convoy(office: OfficeFile, ride_id: str, step: int) -> None:
    """Put a ride one place forward (-1) or back (1) among those that leave with it; numbers all of them.

    Nothing happens at the ends. Raises Known if the ride is gone.
    """
    with office.change(N_("Convoy put in order")) as session:
        ride = session.get(Ride, ride_id)
        if ride is None:
            raise Known(_("This ride does not exist any more."))
        same = session.scalars(select(Ride).where(Ride.visit_id == ride.visit_id, Ride.starts == ride.starts))
        line = sorted(same, key=lambda one: (one.place is None, one.place or 0, one.id))
        at = line.index(ride)
        if 0 <= at + step < len(line):
            line.insert(at + step, line.pop(at))
            for number, one in enumerate(line, 1):
                one.place = number
