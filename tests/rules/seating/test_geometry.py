"""Drawings of layouts: every chair once, apart from the others, inside the room, nobody mirrored."""

from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules.seating import LAYOUTS, WHEEL, Guest, Layout, Lock, Request, Shape, Switches, Table, plan
from dipdesk.rules.seating.geometry import MARGIN, room

SIDES: tuple[Literal["host", "guest"], ...] = ("host", "guest")
_ROLES = {0: "host", 1: "guest_of_honour", 2: "cohost"}


def request(layout: Layout, number: int, shape: Shape | None = None, style: str = "english") -> Request:
    guests = tuple(
        Guest(str(i), "host" if i % 2 == 0 else "guest", _ROLES.get(i, ""), "m" if i % 2 == 0 else "f")  # type: ignore[arg-type]
        for i in range(number)
    )
    if layout == "couples" and number > 2:
        cohost = Guest("2", "host", "cohost", "f")
        guests = (*guests[:2], cohost, *guests[3:])
    return Request(layout, guests, shape=shape or Shape(), switches=Switches(style=style))  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(number=st.integers(3, 40), style=st.sampled_from(["english", "french"]))
def test_every_chair_stands_once_inside_the_room_apart_from_the_others(
    layout: Layout, number: int, style: str
) -> None:
    asked = request(layout, number, style=style)
    frame = LAYOUTS[layout](asked)
    drawn = room(asked, frame)
    assert sorted(chair.seat for chair in drawn.chairs) == sorted(frame.seats)
    for one, two in combinations(drawn.chairs, 2):
        assert hypot(one.x - two.x, one.y - two.y) > 40, (one, two)
    for chair in drawn.chairs:
        assert 0 < chair.x < drawn.width
        assert 0 < chair.y < drawn.height


def test_a_head_table_reads_from_the_observers_left() -> None:
    asked = request("head_table", 7)
    frame = LAYOUTS["head_table"](asked)
    chairs = sorted(room(asked, frame).chairs, key=lambda chair: chair.x)
    assert tuple(chair.seat for chair in chairs) == frame.lines[0].seats
    assert {chair.faces for chair in chairs} == {0}


def test_the_first_to_the_right_of_somebody_opposite_is_at_the_observers_right() -> None:
    asked = request("long_cohost", 8)
    frame = LAYOUTS["long_cohost"](asked)
    at = {chair.seat: chair for chair in room(asked, frame).chairs}
    host, cohost, first, second = frame.chains[0].seats[:4]
    assert at[host].x == at[cohost].x
    assert at[first].x < at[host].x
    assert at[second].x > at[cohost].x
    assert at[first].y == at[host].y < at[second].y == at[cohost].y


@pytest.mark.parametrize(("hosts", "guests"), [(2, 4), (2, 3), (3, 3), (1, 5)])
@pytest.mark.parametrize("voices", ["", "host", "guest", "both"])
@pytest.mark.parametrize("where", ["left", "behind"])
def test_heads_of_delegations_face_each_other_in_the_middle_of_the_table(
    hosts: int, guests: int, voices: str, where: Literal["left", "behind"]
) -> None:
    people = [Guest(f"h{n}", "host") for n in range(hosts)] + [Guest(f"g{n}", "guest") for n in range(guests)]
    people += [Guest(f"i{side}", side, "interpreter") for side in SIDES if voices in (side, "both")]
    asked = Request("bilateral", tuple(people), Switches(interpreter=where))
    made = plan(asked)
    drawn = room(asked, made.frame)
    at = {chair.seat: chair.x for chair in drawn.chairs}
    heads = [at[one.seat] for one in made.seats if one.guest in ("h0", "g0")]
    assert heads == [drawn.boards[0].x] * 2


def test_the_first_seat_of_a_car_is_at_the_right_behind_the_passenger() -> None:
    asked = request("car", 3)
    frame = LAYOUTS["car"](asked)
    at = {chair.seat: chair for chair in room(asked, frame).chairs}
    first, second, third = frame.chains[0].seats
    assert at[first].x == at[third].x > at[second].x
    assert at[first].y > at[third].y


def test_whoever_drives_sits_in_front_at_the_left() -> None:
    asked = replace(request("car", 4), locked=(Lock("2", WHEEL),))
    frame = LAYOUTS["car"](asked)
    drawn = room(asked, frame)
    at = {chair.seat: chair for chair in drawn.chairs}
    beside, right, left = frame.chains[0].seats
    assert at[WHEEL].y == at[beside].y < at[right].y == at[left].y
    assert at[WHEEL].x == at[left].x < at[right].x == at[beside].x
    sign = drawn.signs[0]
    assert (sign.x, sign.y) != (at[WHEEL].x, at[WHEEL].y)


def test_tables_of_a_hall_stand_where_they_were_put() -> None:
    asked = request("hall", 12, Shape(tables=(Table("A", 6), Table("B", 6))))
    spots = {"A": (400.0, 500.0), "B": (900.0, 300.0)}
    drawn = room(asked, LAYOUTS["hall"](asked), spots)
    assert {board.name: (board.x, board.y) for board in drawn.boards} == spots


def test_a_new_table_keeps_clear_of_those_that_were_put_somewhere() -> None:
    asked = request("hall", 30, Shape(tables=tuple(Table(name, 8) for name in "ABCD")))
    spots = {"A": (250.0, 660.0), "B": (630.0, 660.0), "C": (1010.0, 660.0)}
    drawn = room(asked, LAYOUTS["hall"](asked), spots)
    new = next(board for board in drawn.boards if board.name == "D")
    for board in drawn.boards:
        assert board is new or hypot(board.x - new.x, board.y - new.y) > board.width + 120


@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one not in ("couples", "long_cohost", "long_opposite")]
)
def test_nobody_at_all_is_a_drawing_too(layout: Layout) -> None:
    asked = Request(layout, ())
    drawn = room(asked, LAYOUTS[layout](asked))
    assert drawn.width >= 2 * MARGIN - 1
