"""Counterparts opposite each other: heads in the middle, gaps told, locks and interpreters kept."""

import pytest

from dipdesk.rules.seating import Guest, Lock, Request, Shape, Switches
from dipdesk.rules.seating.facing import Pair, chairs_for, face_to_face
from dipdesk.rules.seating.geometry import room
from dipdesk.rules.seating.long_tables import bilateral


def asked(pairs: list[Pair], *more: Guest, interpreter: str = "behind", **changed: object) -> Request:
    guests = [Guest(guest, side="guest") for guest, _host in pairs if guest]
    hosts = [Guest(host, side="host") for _guest, host in pairs if host]
    shape = Shape(seats=2 * chairs_for(pairs) + 2 * (interpreter == "left" and bool(more)))
    switches = Switches(interpreter=interpreter)  # type: ignore[arg-type]
    return Request("bilateral", (*guests, *hosts, *more), switches, shape, **changed)  # type: ignore[arg-type]


def opposite(request: Request, seating: dict[str, str]) -> dict[str, str]:
    """Who really looks at whom, by the drawing."""
    xs = {chair.seat: chair.x for chair in room(request, bilateral(request)).chairs}
    hosts = {xs[seat]: who for seat, who in seating.items() if seat.startswith("1/") and "behind" not in seat}
    return {who: hosts.get(xs[seat], "") for seat, who in seating.items() if seat.startswith("2/")}


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8])
def test_every_pair_faces_each_other_and_the_heads_sit_in_the_middle(count: int) -> None:
    pairs = [(f"g{n}", f"h{n}") for n in range(count)]
    request = asked(pairs)
    found = face_to_face(request, pairs)
    assert opposite(request, dict(found.seating)) == dict(pairs)
    assert (found.pairs, found.alone) == (count, ())
    middle = (chairs_for(pairs) + 1) // 2
    assert {found.seating[f"1/{middle}"], found.seating[f"2/{middle}"]} == {"h0", "g0"}


def test_gaps_stay_empty_and_hosts_who_are_left_take_what_is_left() -> None:
    pairs = [("g0", "h0"), ("g1", ""), ("g2", "h2"), ("g3", "h3"), ("", "h9")]
    request = asked(pairs)
    found = face_to_face(request, pairs)
    seen = opposite(request, dict(found.seating))
    assert {name: seen[name] for name in ("g0", "g2", "g3")} == {"g0": "h0", "g2": "h2", "g3": "h3"}
    assert "h9" in found.seating.values()
    assert found.pairs == 3
    assert found.alone == (() if seen["g1"] else ("g1",))
    more = [("g0", "h0"), ("g1", ""), ("g2", "")]
    assert face_to_face(asked(more), more).alone == ("g1", "g2")


def test_interpreters_sit_behind_or_beside_and_are_never_in_the_way_twice() -> None:
    pairs = [(f"g{n}", f"h{n}") for n in range(3)]
    voices = Guest("gi", side="guest", role="interpreter"), Guest("hi", side="host", role="interpreter")
    behind = face_to_face(asked(pairs, *voices), pairs)
    assert behind.seating["1/behind/1"] == "hi"
    assert behind.seating["2/behind/1"] == "gi"
    assert behind.pairs == 3
    beside = face_to_face(asked(pairs, *voices, interpreter="left"), pairs)
    assert sorted(beside.seating.values()) == ["g0", "g1", "g2", "gi", "h0", "h1", "h2", "hi"]
    assert beside.pairs >= 1


def test_who_is_locked_stays_and_blocked_chairs_stay_empty() -> None:
    pairs = [(f"g{n}", f"h{n}") for n in range(3)]
    request = asked(pairs, locked=(Lock("g2", "2/1"),), blocked=("1/1",))
    found = face_to_face(request, pairs)
    assert found.seating["2/1"] == "g2"
    assert "1/1" not in found.seating
    assert len(found.seating) == 5


def test_nobody_needs_no_chair() -> None:
    assert chairs_for([]) == 0
    assert face_to_face(Request("bilateral", ()), []).seating == {}
