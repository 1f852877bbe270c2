"""In which room a member of a delegation sleeps in which night: one for the whole stay, or several."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import DelegationMember, Room, RoomChange
from dipdesk.store.changes import batched

Moves = tuple[tuple[date, str], ...]
"""From which night on somebody sleeps in which other room, the latest first."""
Stays = tuple[tuple[str, tuple[date, ...]], ...]
"""Rooms one after the other, each with its nights; no id where there is no room."""


def moves_of(session: Session, members: Iterable[str]) -> dict[str, Moves]:
    """The changes of room of members, by their ids."""
    found: dict[str, list[tuple[date, str]]] = {}
    for some in batched(list(members)):
        query = select(RoomChange).where(RoomChange.member_id.in_(some)).order_by(RoomChange.id)
        for one in session.scalars(query):
            if one.starts and one.room_id:
                found.setdefault(one.member_id or "", []).append((one.starts, one.room_id))
    return {member: tuple(sorted(some, reverse=True)) for member, some in found.items()}


def stays(member: DelegationMember, nights: Sequence[date], moves: Moves) -> Stays:
    """The rooms of a member in these nights; one without nights if none are known."""

    def room(night: date) -> str:
        return next((moved for starts, moved in moves if starts <= night), member.room_id) or ""

    spans = tuple((room_id, tuple(some)) for room_id, some in groupby(nights, room))
    return spans or ((member.room_id or "", ()),)


def place_of(room: Room) -> tuple[str, int, str, str]:
    """Its place among the rooms: by hotel, then room 9 before room 10."""
    digits = "".join(letter for letter in room.number if letter.isdigit())
    return room.lodging_id or "", int(digits[:9] or 0), room.number, room.id
