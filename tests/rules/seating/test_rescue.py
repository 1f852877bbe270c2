"""Rescue: the fewest moves, against brute force on small tables; locked guests stay, conditions are kept."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.rules.seating import (
    LAYOUTS,
    Guest,
    Lock,
    Request,
    Shape,
    Table,
    Wish,
    kept_chairs,
    plan,
    rescue,
    rescues,
)
from dipdesk.rules.seating.rescue import WAYS
from dipdesk.rules.seating.wishes import Room, fulfilled
from tests.rules.seating.test_geometry import SIDES
from tests.rules.seating.test_geometry import request as some_request


def seated(request: Request) -> dict[str, str]:
    return {s.seat: s.guest for s in plan(request).seats}


def row(number: int, **more: object) -> Request:
    return Request("head_table", tuple(Guest(str(i)) for i in range(1, number + 1)), **more)  # type: ignore[arg-type]


def test_three_ways_out() -> None:
    request = row(5)
    seating = seated(request)
    frame = plan(request).frame
    ways = {way.way: way for way in rescues(frame, request, seating, ["2"])}
    assert ways["leave"].moves == ()
    assert ways["leave"].plan.observer == (("4", None, "1", "3", "5"),)
    assert [(m.guest, m.before, m.after) for m in ways["fill"].moves] == [("5", "1/5", "1/2")]
    assert ways["close"].plan.observer == (("5", "3", "1", "4", None),)
    assert [len(way.moves) for way in rescues(frame, request, seating, ["2"])] == [0, 1, 3]


def test_the_last_one_absent_moves_nobody() -> None:
    request = row(5)
    found = rescues(plan(request).frame, request, seated(request), ["5"])
    assert [(way.way, way.moves) for way in found] == [("leave", ())]


def test_delegations_keep_their_sides() -> None:
    people = tuple(Guest(f"{side[0]}{i}", side=side) for side in SIDES for i in range(1, 4))
    request = Request("bilateral", people)
    found = rescue(plan(request).frame, request, seated(request), ["h1"], "fill")
    assert [m.guest for m in found.moves] == ["h3"]
    assert found.plan.own[1] == ("g3", "g1", "g2")


def test_a_hall_fills_up_from_the_last_table() -> None:
    tables = tuple(Table(str(t), 3) for t in range(1, 4))
    request = Request("hall", tuple(Guest(str(i)) for i in range(9)), shape=Shape(tables=tables))
    found = rescue(plan(request).frame, request, seated(request), ["0", "4"], "fill")
    assert {m.guest for m in found.moves} == {"7", "8"}


def test_an_unknown_guest_is_refused() -> None:
    request = row(2)
    with pytest.raises(Invalid):
        rescue(plan(request).frame, request, seated(request), ["9"], "leave")


def test_the_row_stays_as_long_as_it_was_and_the_heads_face_each_other() -> None:
    people = tuple(
        Guest(f"{side[0]}{i}", side) for side, most in zip(SIDES, (2, 4), strict=True) for i in range(most)
    )
    request = Request("bilateral", people)
    before = seated(request)
    for way in WAYS:
        found = rescue(plan(request).frame, request, before, ["g1"], way)
        kept = kept_chairs(before, {one.seat: one.guest for one in found.plan.seats})
        assert sorted(kept) == sorted(before)
        assert sorted(kept.values()) == sorted(before.values())
        assert (kept["1/2"], kept["2/3"]) == ("h0", "g0")
        assert before["2/2"] == "g1"
        assert kept["2/2"] == {"leave": "g1", "fill": "g3", "close": "g2"}[way]


@settings(max_examples=60)
@given(data=st.data())
def test_every_way_out_seats_everybody_who_was_seated_and_comes(data: st.DataObject) -> None:
    """In every layout: the room is made for those as well who do not come and whose chairs stand there."""
    layout = data.draw(st.sampled_from([one for one in LAYOUTS if one != "car"]))
    request = some_request(layout, data.draw(st.integers(4, 9)))
    made = plan(request)
    before = {one.seat: one.guest for one in made.seats}
    absent = data.draw(st.sets(st.sampled_from(sorted(before.values())), min_size=1, max_size=2))
    there = tuple(one for one in request.guests if one.id not in absent)
    away = tuple(one for one in request.guests if one.id in absent)
    again = LAYOUTS[layout](replace(request, guests=(*there, *away)))
    for way in rescues(made.frame, request, before, absent):
        after = {one.seat: one.guest for one in way.plan.seats}
        assert set(after.values()) == set(before.values()) - absent
        assert set(kept_chairs(before, after)) <= set(again.seats)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Request, dict[str, str], set[str]]:
    number = draw(st.integers(2, 6))
    chairs = number + draw(st.integers(0, 1))
    ids = [str(i) for i in range(1, number + 1)]
    order = draw(st.permutations([f"1/{i}" for i in range(1, chairs + 1)]))
    seating = dict(zip(order, ids, strict=False))
    locked = draw(st.sets(st.sampled_from(order[:number]), max_size=1))
    wishes = draw(
        st.lists(
            st.builds(
                Wish,
                kind=st.sampled_from(["next_to", "not_next_to", "near"]),
                a=st.sampled_from(ids),
                b=st.sampled_from(ids),
                must=st.just(True),
            ).filter(lambda wish: wish.a != wish.b),
            max_size=2,
        )
    )
    request = row(
        number,
        shape=Shape(seats=chairs),
        wishes=tuple(wishes),
        locked=tuple(Lock(seating[seat], seat) for seat in locked),
    )
    return request, seating, draw(st.sets(st.sampled_from(ids), min_size=1, max_size=2))


@given(cases())
def test_filling_takes_the_fewest_moves(case: tuple[Request, dict[str, str], set[str]]) -> None:
    request, seating, absent = case
    frame = plan(request).frame
    room = Room.of(frame)
    found = rescue(frame, request, seating, absent, "fill")
    left = {s: g for s, g in seating.items() if g not in absent}
    locks = {lock.seat for lock in request.locked if lock.guest not in absent}
    held = [
        w
        for w in request.wishes
        if not {w.a, w.b} & absent and fulfilled(w, {g: s for s, g in left.items()}, room)
    ]
    free = [s for s in frame.chains[0].seats if s not in locks]
    people = [g for s, g in left.items() if s not in locks]
    fewest = None
    for order in permutations(people):
        attempt = dict(zip(order, free[: len(people)], strict=True))
        attempt |= {left[s]: s for s in locks}
        if all(fulfilled(w, attempt, room) for w in held):
            moves = sum(attempt[g] != s for s, g in left.items())
            fewest = moves if fewest is None else min(fewest, moves)
    after = {s.guest: s.seat for s in found.plan.seats}
    assert set(after) == set(left.values())
    assert all(after[left[s]] == s for s in locks)
    assert all(after[m.guest] == m.after for m in found.moves)
    if fewest is not None:
        assert len(found.moves) == fewest
        assert all(fulfilled(w, after, room) for w in held)


@given(cases())
def test_closing_keeps_the_order(case: tuple[Request, dict[str, str], set[str]]) -> None:
    request, seating, absent = case
    frame = plan(request).frame
    found = rescue(frame, request, seating, absent, "close")
    locks = {lock.guest for lock in request.locked}
    honour = {seat: i for i, seat in enumerate(frame.chains[0].seats)}
    before = sorted((honour[s], g) for s, g in seating.items() if g not in absent | locks)
    after = sorted((honour[s.seat], s.guest) for s in found.plan.seats if s.guest not in locks)
    assert [g for _h, g in before] == [g for _h, g in after]
