"""Layouts S1 to S11: every worked example, both views, switches, locks and blocks, few and many guests."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.rules.seating import (
    LAYOUTS,
    WHEEL,
    Guest,
    Layout,
    Lock,
    Plan,
    Request,
    Shape,
    Switches,
    Wish,
    car_place,
    plan,
)
from dipdesk.rules.seating.couples import alternation_possible
from dipdesk.rules.seating.parts import centre_out

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors.json").read_text(encoding="utf-8"))


def texts(row: list[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in row)


def numbered(number: int, first: int = 1) -> tuple[Guest, ...]:
    return tuple(Guest(str(i)) for i in range(first, first + number))


def seat(layout: Layout, guests: tuple[Guest, ...], **more: Any) -> Plan:
    return plan(Request(layout, guests, **more))


@pytest.mark.parametrize("size", range(1, 9))
def test_head_table(size: int) -> None:
    answer = seat("head_table", numbered(size))
    expected = texts(VECTORS["centre_out"][str(size)])
    assert answer.observer == (expected,)
    assert answer.own == (expected[::-1],)
    assert [s.guest for s in answer.seats] == list(texts(list(range(1, size + 1))))


def test_head_table_with_host_and_guest_of_honour() -> None:
    people = (Guest("a"), Guest("G", role="guest_of_honour"), Guest("H", role="host"), Guest("b"), Guest("c"))
    assert seat("head_table", people).observer == (("b", "G", "H", "a", "c"),)
    variant = Switches(host_variant="left_of_guest")
    assert seat("head_table", people, switches=variant).observer == (("b", "a", "G", "H", "c"),)
    even = seat("head_table", people[:4], switches=variant).observer[0]
    assert even.index("H") == even.index("G") + 1
    assert seat("head_table", people[:4]).observer[0][1:3] == ("G", "H")


def test_theatre_with_and_without_aisle() -> None:
    expected = tuple(texts(row) for row in VECTORS["theatre_aisle_4_4"])
    answer = seat("theatre", numbered(8), shape=Shape(rows=1, left=4, right=4))
    assert answer.own == answer.observer == expected
    left_first = Switches(aisle_right_first=False)
    swapped = seat("theatre", numbered(8), shape=Shape(rows=1, left=4, right=4), switches=left_first)
    assert swapped.own == (texts([7, 5, 3, 1]), texts([2, 4, 6, 8]))
    two = seat("theatre", numbered(6), shape=Shape(rows=2, left=2, right=1))
    assert two.own == (texts([3, 2]), texts([1]), texts([6, 5]), texts([4]))
    assert seat("theatre", numbered(5)).own == (texts([5, 3, 1, 2, 4]),)
    assert seat("theatre", numbered(6), shape=Shape(rows=2)).own == (texts([3, 1, 2]), texts([6, 4, 5]))


def test_more_seats_than_any_hall_has_are_refused() -> None:
    for shape in (Shape(rows=5000, left=5000), Shape(rows=5000, seats=5000)):
        with pytest.raises(Invalid) as trouble:
            seat("theatre", (), shape=shape)
        assert trouble.value.place == "shape"


def test_long_table_with_cohost() -> None:
    expected = VECTORS["long_table_cohost_8"]
    people = (Guest("H", role="host"), Guest("C", role="cohost"), *numbered(8))
    assert seat("long_cohost", people).own == (
        texts(expected["host_side_ownL_to_ownR"]),
        texts(expected["cohost_side_ownL_to_ownR"]),
    )


def test_long_table_with_guest_of_honour_opposite() -> None:
    expected = VECTORS["long_table_opposite_goh_plus6"]
    people = (Guest("H", role="host"), Guest("G1", role="guest_of_honour"), *numbered(6, 2))
    answer = seat("long_opposite", people)
    assert answer.own == (texts(expected["host_side"]), texts(expected["guest_side"]))
    assert answer.observer == tuple(row[::-1] for row in answer.own)


@pytest.mark.parametrize("guests", [5, 7])
def test_round_table(guests: int) -> None:
    answer = seat("round", (Guest("H", role="host"), *numbered(guests)))
    assert answer.observer == answer.own == (texts(VECTORS[f"round_{guests}guests"]),)


def mixed(total: int) -> tuple[Guest, ...]:
    half = total // 2
    return (
        Guest("host", role="host", sex="m"),
        Guest("hostess", role="cohost", sex="f"),
        *(Guest(f"W{i}", sex="f") for i in range(1, half)),
        *(Guest(f"M{i}", sex="m") for i in range(1, half)),
    )


@pytest.mark.parametrize("total", [6, 8, 10])
def test_mixed_table_english_style(total: int) -> None:
    expected = VECTORS[f"mixed_english_{total}"]
    answer = seat("couples", mixed(total))
    assert answer.own[0] == tuple(expected["host_right_side_head_to_foot"])
    assert answer.own[1] == tuple(expected["host_left_side_head_to_foot"])
    assert answer.own[2:] == (("host",), (expected.get("foot", "hostess"),))


@pytest.mark.parametrize("style", ["english", "french"])
@pytest.mark.parametrize("total", range(4, 26, 2))
def test_mixed_table_alternates_all_round(total: int, style: str) -> None:
    request = Request("couples", mixed(total), Switches(style=style))  # type: ignore[arg-type]
    answer = plan(request)
    sex = {guest.id: guest.sex for guest in request.guests}
    if style == "english":
        right, left, head, foot = answer.own
        ring = [*head, *right, *foot, *left[::-1]]
    else:
        ring = [*answer.own[0], *answer.own[1]]
    sexes = [sex[guest] for guest in ring if guest]
    assert len(sexes) == total
    assert all(a != b for a, b in zip(sexes, sexes[1:] + sexes[:1], strict=True))
    assert ("alternation" in [b.rule for b in answer.broken]) is not alternation_possible(total)
    if style == "french":
        assert answer.own[0].index("host") == answer.observer[1].index("hostess")


@pytest.mark.parametrize(("total", "possible"), VECTORS["mixed_alternation_possible"].items())
def test_when_alternation_is_possible(total: str, possible: bool) -> None:
    assert alternation_possible(int(total)) is possible


def test_couples_do_not_sit_side_by_side() -> None:
    people = tuple(
        Guest(g.id, role=g.role, sex=g.sex, spouse_of={"W1": "M2", "W2": "M1"}.get(g.id, ""))
        for g in mixed(10)
    )
    answer = seat("couples", people)
    assert [b.rule for b in answer.broken if b.rule == "couple"] == []
    two = (*mixed(4)[:2], Guest("W1", sex="f", spouse_of="M1"), Guest("M1", sex="m"))
    assert "couple" in [b.rule for b in seat("couples", two).broken]


def test_more_women_than_men_still_all_sit() -> None:
    people = (*mixed(4), Guest("W2", sex="f"), Guest("W3", sex="f"))
    answer = seat("couples", people)
    assert answer.unseated == ()


def delegation(number: int, side: Any, interpreter: bool) -> tuple[Guest, ...]:
    people = tuple(Guest(f"{side[0]}{i}", side=side) for i in range(1, number + 1))
    return (*people, Guest(f"{side[0]}I", side=side, role="interpreter")) if interpreter else people


@pytest.mark.parametrize(
    ("key", "number", "where"),
    [
        ("bilateral_5_interp_left", 5, "left"),
        ("bilateral_5_interp_behind", 5, "behind"),
        ("bilateral_6_interp_left", 6, "left"),
    ],
)
def test_bilateral(key: str, number: int, where: Any) -> None:
    people = (*delegation(number, "host", True), *delegation(number, "guest", True))
    answer = seat("bilateral", people, switches=Switches(interpreter=where))
    for letter, row in zip("hg", answer.own, strict=True):
        assert row == tuple(f"{letter}{rank}" for rank in VECTORS[key])
    assert answer.observer == tuple(row[::-1] for row in answer.own)
    assert answer.unseated == ()
    behind = {s.seat for s in answer.seats if s.guest.endswith("I") and "behind" in s.seat}
    assert behind == ({"1/behind/1", "2/behind/1"} if where == "behind" else set())


def test_who_was_named_head_of_a_side_sits_in_the_middle_whatever_the_rank() -> None:
    hosts = Guest("h1", "host"), Guest("h2", "host", "host"), Guest("h3", "host")
    guests = Guest("g1", "guest"), Guest("g2", "guest"), Guest("g3", "guest", "guest_of_honour")
    assert seat("bilateral", (*hosts, *guests)).own == (("h3", "h2", "h1"), ("g2", "g3", "g1"))


def test_bilateral_without_interpreters() -> None:
    answer = seat("bilateral", delegation(3, "host", True), switches=Switches(interpreter="none"))
    assert answer.own == (("h3", "h1", "h2"), ())
    assert answer.unseated == ("hI",)


def test_u_shape() -> None:
    expected = VECTORS["ushape_3_3_9"]
    answer = seat("u", numbered(9), shape=Shape(head=3, arms=3))
    assert answer.observer == (
        texts(expected["head_observer_L_to_R"]),
        texts(expected["arm_on_chairs_own_right_from_head_outwards"]),
        texts(expected["arm_on_chairs_own_left_from_head_outwards"]),
    )
    assert answer.own[0] == answer.observer[0][::-1]
    assert seat("t", numbered(9), shape=Shape(head=3, arms=3)).observer == answer.observer


def test_hollow_square() -> None:
    answer = seat("hollow_square", numbered(10), shape=Shape(head=3, arms=2))
    assert answer.observer == (texts([2, 1, 3]), texts([4, 6]), texts([5, 7]), texts([9, 8, 10]))


def sided() -> tuple[Guest, ...]:
    return (
        Guest("H", side="host", role="host"), Guest("G", side="guest", role="guest_of_honour"),
        Guest("h2", side="host"), Guest("g2", side="guest"),
        Guest("h3", side="host"), Guest("g3", side="guest"),
    )  # fmt: skip


def test_group_photo() -> None:
    expected = VECTORS["group_photo_host_plus_guest_even"]
    key = "front_row_observer_L_to_R_for_host_H_guest_G_then_h2_g2_h3_g3"
    assert seat("photo", sided()).observer == (tuple(expected[key]),)
    assert seat("photo", sided()[:5]).observer == (("g2", "G", "H", "h2", "h3"),)
    rows = seat("photo", numbered(6), shape=Shape(rows=2, left=1, right=2))
    assert rows.observer == (texts([2, 1, 3]), texts([5, 4, 6]))


def test_armchairs_and_signing() -> None:
    people = (*sided(), Guest("I", side="host", role="interpreter"))
    chairs = seat("armchairs", people)
    assert chairs.observer == (("g3", "g2", "G", "H", "h2", "h3"),)
    assert chairs.seats[-1].seat == "1/behind/1"
    table = seat("signing", people)
    assert table.observer == (("G", "H"), ("g3", "g2", "h2", "h3"))
    assert seat("signing", people[:2]).observer == (("G", "H"),)


def test_cars() -> None:
    assert seat("car", numbered(3)).own == (("3",), ("2", "1"))
    assert seat("car", numbered(4)).own == (("3",), ("2", "4", "1"))
    assert seat("car", numbered(6)).unseated == ("5", "6")
    bus = seat("minibus", numbered(6))
    assert bus.own == (("3", "2", "1"), ("6", "5", "4"))


def test_a_host_who_drives_has_the_guest_of_honour_beside_him() -> None:
    people = (*numbered(2), Guest("H", role="host"), *numbered(2, 3))
    wheel = (Lock("H", WHEEL),)
    assert seat("car", people[:1] + people[2:3], locked=wheel).own == (("H", "1"), (None, None))
    assert seat("car", people[:4], locked=wheel).own == (("H", "1"), ("3", "2"))
    full = seat("car", people, locked=wheel)
    assert full.own == (("H", "1"), ("3", "4", "2"))
    because = {one.guest: one.because for one in full.seats}
    assert because["H"] == "Drives the car."
    assert because["1"].startswith("Beside the host")
    assert seat("car", (*people, Guest("5")), locked=wheel).unseated == ("5",)


def test_an_escort_may_take_the_seat_in_front() -> None:
    assert seat("car", numbered(2), blocked=("1/1",)).own == ((None,), ("2", "1"))
    driven = seat("car", (Guest("H"), *numbered(2)), locked=(Lock("H", WHEEL),), blocked=("1/1",))
    assert driven.own == (("H", None), ("2", "1"))


def test_nobody_drives_anything_but_a_car() -> None:
    with pytest.raises(Invalid) as trouble:
        seat("minibus", numbered(1), locked=(Lock("1", "9/9"),))
    assert trouble.value.place == "locked[0].seat"


def test_receiving_line_and_wreaths() -> None:
    people = (
        Guest("G", role="guest_of_honour"), Guest("H", role="host"), Guest("x"),
        Guest("hs", spouse_of="H"), Guest("gs", spouse_of="G"),
    )  # fmt: skip
    assert seat("receiving_line", people).observer == (("H", "G", "gs", "hs", "x"),)
    assert seat("wreath", numbered(3)).own == (("1", "2", "3"),)


def test_locked_and_blocked_seats() -> None:
    answer = seat("head_table", numbered(4), locked=(Lock("4", "1/3"),), blocked=("1/1",))
    assert answer.observer[0][2] == "4"
    assert answer.observer[0][0] is None
    assert answer.empty == ()
    assert "1/1" not in {s.seat for s in answer.seats}


def test_more_guests_than_seats_and_more_seats_than_guests() -> None:
    few = seat("head_table", numbered(5), shape=Shape(seats=3))
    assert few.observer == (("2", "1", "3"),)
    assert few.unseated == ("4", "5")
    many = seat("head_table", numbered(2), shape=Shape(seats=4))
    assert many.observer == ((None, "1", "2", None),)
    assert many.empty == ("1/1", "1/4")


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"locked": (Lock("9", "1/1"),)}, "locked[0].guest"),
        ({"locked": (Lock("1", "9/9"),)}, "locked[0].seat"),
        ({"locked": (Lock("1", "1/1"), Lock("2", "1/1"))}, "locked[1]"),
        ({"locked": (Lock("1", "1/1"),), "blocked": ("1/1",)}, "locked[0].seat"),
        ({"blocked": ("1/1", "x")}, "blocked[1]"),
        ({"wishes": (Wish("near", "1", "9"),)}, "wishes[0].b"),
        ({"wishes": (Wish("near", "1", "1"),)}, "wishes[0].b"),
    ],
)
def test_refused_with_the_place(more: dict[str, Any], place: str) -> None:
    with pytest.raises(Invalid) as trouble:
        seat("head_table", numbered(3), **more)
    assert trouble.value.place == place


def test_roles_that_a_layout_needs() -> None:
    for layout in ("long_cohost", "long_opposite", "couples"):
        with pytest.raises(Invalid) as trouble:
            seat(layout, numbered(3))  # type: ignore[arg-type]
        assert trouble.value.place == "guests"
    with pytest.raises(Invalid) as sex:
        seat("couples", (*mixed(4), Guest("x")))
    assert sex.value.place == "guests[4].sex"


def test_wishes_move_neighbours_in_rank_only_as_far_as_they_weigh() -> None:
    apart = seat("head_table", numbered(5), wishes=(Wish("not_next_to", "1", "2", must=True),))
    assert apart.broken == ()
    row = apart.observer[0]
    assert abs(row.index("1") - row.index("2")) > 1
    light = seat("head_table", numbered(9), wishes=(Wish("next_to", "2", "9", weight=1),))
    assert [b.rule for b in light.broken] == ["next_to"]
    assert light.score == 0
    heavy = seat("head_table", numbered(9), wishes=(Wish("next_to", "2", "9", weight=20),))
    assert heavy.broken == ()
    assert heavy.score == 1


@given(st.integers(1, 40))
def test_centre_out_is_symmetric(size: int) -> None:
    order = centre_out(size)
    assert sorted(order) == list(range(size))
    mirrored = [size - 1 - place for place in order]
    middle = 1 if size % 2 else 0
    pairs = zip(order[middle::2], mirrored[middle + 1 :: 2], strict=True)
    assert all(a == b for a, b in pairs)


guests_anyhow = st.integers(0, 14).flatmap(
    lambda number: st.tuples(
        *(
            st.builds(
                Guest,
                id=st.just(f"王{i}" if i % 3 else f"محمد{i}"),
                side=st.sampled_from(["", "host", "guest"]),
                role=st.just({0: "host", 1: "cohost"}.get(i, "")),
                sex=st.just({0: "m", 1: "f"}.get(i)) if i < 2 else st.sampled_from(["f", "m"]),
            )
            for i in range(number)
        )
    )
)


@given(st.sampled_from(get_args(Layout)), guests_anyhow, st.integers(0, 3), st.randoms(use_true_random=False))
def test_everyone_is_seated_once_and_locked_seats_never_move(
    layout: Layout, guests: tuple[Guest, ...], blocked: int, chance: Any
) -> None:
    try:
        first = plan(Request(layout, guests))
    except Invalid:
        assert layout in ("long_cohost", "long_opposite", "couples")
        assert len(guests) == 1
        return
    seats = [s for row in first.frame.lines for s in row.seats]
    blocks = tuple(chance.sample(seats, min(blocked, len(seats))))
    free = [s for s in seats if s not in blocks]
    people = chance.sample([g.id for g in guests], min(2, len(guests), len(free)))
    locks = tuple(Lock(g, s) for g, s in zip(people, chance.sample(free, len(people)), strict=True))
    wishes = (Wish("next_to", guests[0].id, guests[-1].id),) if len(guests) > 2 else ()
    try:
        answer = plan(Request(layout, guests, locked=locks, blocked=blocks, wishes=wishes, seconds=0.02))
    except Invalid as trouble:
        pytest.fail(str(trouble))
    taken = [s.guest for s in answer.seats]
    assert sorted([*taken, *answer.unseated]) == sorted(g.id for g in guests)
    assert len({s.seat for s in answer.seats}) == len(taken)
    where = {s.guest: s.seat for s in answer.seats}
    assert all(where[lock.guest] == lock.seat for lock in locks)
    assert not set(blocks) & {s.seat for s in answer.seats}
    assert all(s.because and "{" not in s.because for s in answer.seats)
    shown = [g for row in answer.observer for g in row if g]
    assert len(shown) == len(set(shown))
    assert [sorted(map(str, row)) for row in answer.own] == [sorted(map(str, row)) for row in answer.observer]


def test_every_layout_has_a_source() -> None:
    assert set(LAYOUTS) == set(get_args(Layout))
    for layout in LAYOUTS:
        answer = plan(Request(layout, ()))
        assert answer.seats == ()
        assert answer.source.said()


@pytest.mark.parametrize("guests", [2, 3, 4])
def test_seats_of_a_car_are_told_by_their_place(guests: int) -> None:
    signs = {"right": "Rear right", "left": "Rear left", "front": "Beside", "middle": "The middle"}
    with speaking("en"):
        made = seat("car", numbered(guests))
    seats = made.frame.seats
    for one in made.seats:
        assert one.because.startswith(signs[car_place(one.seat, seats)])
    assert car_place(WHEEL, seats) == "wheel"
    assert car_place("9/9", seats) == car_place("x", seats) == car_place("2/0", seats) == ""
