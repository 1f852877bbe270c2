"""What follows a move in a programme: links, fixed hours, groups of people, days, clocks that change."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.rules.programme_ripple import Ripple, ripple, shift, staying, work_back
from dipdesk.rules.programme_stop import EARLIEST, FIXED, LINKED, Stop, Who
from dipdesk.rules.programme_troubles import Frame, Trouble, sentence, troubles
from dipdesk.rules.timing import Moment

DAY = datetime(2027, 5, 12)  # noqa: DTZ001 - what the clock on the wall shows


def at(clock: str, days: int = 0, zone: str = "Europe/Istanbul") -> Moment:
    hour, minute = clock.split(":")
    return Moment(DAY + timedelta(days=days, hours=int(hour), minutes=int(minute)), zone)


def stop(name: str, start: str, end: str = "", timing: str = LINKED, way: int = 0, **more: object) -> Stop:
    return Stop(name, at(start), at(end) if end else None, timing, way, **more)  # type: ignore[arg-type]


def starts(found: Ripple) -> dict[str, str]:
    return {one.id: f"{one.starts.local:%H:%M}" for one in found.stops}


MORNING = (
    stop("arrival", "10:00", "10:30", FIXED),
    stop("hotel", "11:00", "11:30", LINKED, 30),
    stop("call", "11:45", "12:15", EARLIEST, 10),
    stop("lunch", "13:00", "14:00", FIXED),
    stop("tour", "14:00", "15:00", LINKED),
)


def moved(name: str, clock: str, stops: tuple[Stop, ...] = MORNING) -> Ripple:
    one = next(one for one in stops if one.id == name)
    return ripple(stops, {name: one.moved_to(at(clock))})


def test_what_is_fixed_and_stays_is_known_by_name() -> None:
    found = moved("arrival", "12:00")
    assert [one.id for one in staying(MORNING, found)] == ["lunch"]
    evening = stop("evening", "19:00", "21:00", FIXED, who=Who("hosts", frozenset("h")))
    call = replace(MORNING[2], who=Who("guests", frozenset("g")))
    apart = (*MORNING[:2], call, *MORNING[3:], evening)
    alone = ripple(apart, {"call": call.later_by(5)}, rest_follows=False)
    assert [one.id for one in staying(apart, alone)] == ["lunch"]
    assert not staying(MORNING, ripple(MORNING, {}))


def test_a_move_tells_how_much_longer_it_takes() -> None:
    call = next(one for one in MORNING if one.id == "call")
    found = ripple(MORNING, {"call": replace(call, ends=at("12:45"))})
    assert [(one.stop.id, one.minutes, one.longer) for one in found.moves] == [("call", 0, 30)]
    assert all(one.longer == 0 for one in moved("arrival", "12:00").moves)


def test_a_later_arrival_pushes_what_is_linked_and_stops_at_the_fixed_one() -> None:
    found = moved("arrival", "12:00")
    assert starts(found) == {
        "arrival": "12:00",
        "hotel": "13:00",
        "call": "13:40",
        "lunch": "13:00",
        "tour": "14:10",
    }
    assert [(one.stop.id, one.minutes, one.because) for one in found.moves] == [
        ("arrival", 120, ""),
        ("hotel", 120, "arrival"),
        ("call", 115, "hotel"),
        ("tour", 10, "call"),
    ]
    assert [(one.kind, one.first, one.second, one.minutes) for one in found.came] == [
        ("overlap", "hotel", "lunch", 30),
        ("overlap", "lunch", "call", 20),
    ]
    assert {one.kind for one in found.went} == {"gap"}


def test_an_earlier_arrival_pulls_what_is_tight_and_not_what_waits_for_its_hour() -> None:
    found = moved("arrival", "09:00")
    assert starts(found) == starts(ripple(MORNING, {})) | {"arrival": "09:00", "hotel": "10:00"}
    assert [one.kind for one in found.came] == ["gap"]


def test_a_linked_item_with_time_before_it_is_only_pushed() -> None:
    loose = (stop("a", "10:00", "10:30", FIXED), stop("b", "12:00", "12:30"))
    assert starts(moved("a", "09:00", loose))["b"] == "12:00"
    assert starts(moved("a", "11:15", loose))["b"] == "12:00"
    assert starts(moved("a", "11:45", loose))["b"] == "12:15"


def test_without_the_rest_nothing_else_moves() -> None:
    found = ripple(MORNING, {"arrival": MORNING[0].moved_to(at("12:00"))}, rest_follows=False)
    assert [one.stop.id for one in found.moves] == ["arrival"]


def test_an_item_dropped_between_others_pushes_those_after_it() -> None:
    found = moved("tour", "11:40")
    assert starts(found)["tour"] == "11:40"
    assert starts(found)["call"] == "12:50"
    assert starts(found)["hotel"] == "11:00"


def test_an_item_that_passes_a_fixed_one_takes_its_new_place() -> None:
    found = moved("hotel", "14:00")
    assert starts(found) == {
        "arrival": "10:00",
        "call": "11:45",
        "lunch": "13:00",
        "hotel": "14:00",
        "tour": "14:30",
    }


def test_an_item_takes_along_what_is_linked_to_it_past_a_fixed_one() -> None:
    found = moved("arrival", "13:20")
    assert starts(found)["hotel"] == "14:20"
    assert starts(found)["call"] == "15:00"
    assert starts(found)["lunch"] == "13:00"


def test_people_who_share_nobody_do_not_push_each_other() -> None:
    talks = stop("talks", "10:00", "11:00", FIXED, who=Who("heads"))
    bazaar = stop("bazaar", "11:00", "12:00", who=Who("spouses"))
    report = stop("report", "11:00", "11:30", who=Who("heads"))
    dinner = stop("dinner", "12:00", "13:00")
    found = moved("talks", "10:45", (talks, bazaar, report, dinner))
    assert starts(found)["bazaar"] == "11:00"
    assert starts(found)["report"] == "11:45"
    assert starts(found)["dinner"] == "12:15"
    assert found.came == ()


def test_named_people_meet_only_where_they_are_the_same() -> None:
    two, other = Who("named", frozenset({"a", "b"})), Who("named", frozenset({"c"}))
    assert not two.meets(other)
    assert two.meets(Who("spouses", frozenset({"b"})))
    assert two.meets(Who())
    assert Who("named").meets(two)
    assert not Who("guests").meets(Who("hosts"))


def test_what_goes_on_around_others_does_not_push_them() -> None:
    fair = stop("fair", "09:00", "18:00", FIXED)
    first, second = stop("a", "10:00", "11:00", FIXED), stop("b", "11:00", "12:00")
    assert starts(moved("a", "10:30", (fair, first, second)))["b"] == "11:30"


def test_a_night_ends_the_chain_and_midnight_does_not() -> None:
    dinner = stop("dinner", "20:00", "23:30", FIXED)
    ride = Stop("ride", at("23:30"), at("00:15", 1), LINKED)
    rest = Stop("rest", at("00:15", 1), at("00:30", 1), LINKED)
    breakfast = Stop("breakfast", at("08:00", 1), at("08:30", 1), LINKED)
    found = moved("dinner", "21:00", (dinner, ride, rest, breakfast))
    assert [one.minutes for one in found.moves] == [60, 60, 60]
    assert found.stops[-1].starts == at("08:00", 1)


def test_moved_to_another_day_it_leaves_the_old_one_as_it_was() -> None:
    found = ripple(MORNING, {"hotel": MORNING[1].moved_to(at("09:00", 1))})
    assert [one.stop.id for one in found.moves] == ["hotel"]


def test_real_minutes_over_a_night_in_which_the_clocks_go_forward() -> None:
    day = datetime(2027, 3, 28)  # noqa: DTZ001
    party = Stop(
        "party", Moment(day.replace(hour=0), "Europe/Berlin"), Moment(day.replace(hour=1), "Europe/Berlin")
    )
    bus = Stop(
        "bus",
        Moment(day.replace(hour=1), "Europe/Berlin"),
        Moment(day.replace(hour=1, minute=30), "Europe/Berlin"),
        LINKED,
    )
    found = ripple((party, bus), {"party": party.later_by(60)})
    assert [f"{one.starts.local:%H:%M}" for one in found.stops] == ["01:00", "03:00"]
    assert found.stops[1].minutes == 30


def test_an_hour_that_does_not_exist_is_asked_about() -> None:
    gone = Stop("x", Moment(datetime(2027, 3, 28, 2, 30), "Europe/Berlin"))  # noqa: DTZ001
    (found,) = troubles((gone,))
    assert found.kind == "clock"
    with speaking("en"):
        assert sentence(found, {"x": "Bus"}).startswith("“Bus”: 02:30 does not exist")


def test_everything_from_here_moves_until_something_fixed() -> None:
    found = shift(MORNING, "arrival", 20)
    assert [one.minutes for one in found.moves] == [20, 20, 20]
    everything = shift(MORNING, "hotel", -30, with_fixed=True)
    assert [one.stop.id for one in everything.moves] == ["hotel", "call", "lunch", "tour"]
    assert {one.minutes for one in everything.moves} == {-30}
    with pytest.raises(Invalid):
        shift(MORNING, "gone", 5)


def test_backwards_from_an_end() -> None:
    found = work_back(MORNING, "tour", at("14:20"))
    assert starts(found)["tour"] == "13:20"
    assert starts(found)["lunch"] == "13:00"
    chain = (
        stop("start", "09:00", "09:30", FIXED),
        stop("drive", "09:45", "10:15", LINKED, 5),
        stop("visit", "11:00", "12:00", LINKED, 10),
        stop("flight", "14:00", "14:20", LINKED, 45),
    )
    back = work_back(chain, "flight", at("14:20"))
    assert starts(back) == {"start": "09:00", "drive": "11:35", "visit": "12:15", "flight": "14:00"}
    with pytest.raises(Invalid):
        work_back(chain, "gone", at("14:20"))


def test_troubles_in_words() -> None:
    titles = {"a": "Lunch", "b": "Tour"}
    cases = {
        Trouble("overlap", "a", "b", 1): "“Lunch” and “Tour” overlap by 1 minute.",
        Trouble("way", "a", "b", 5): "The way from “Lunch” to “Tour” is 5 minutes too short.",
        Trouble("gap", "a", "b", 45): "45 minutes are free between “Lunch” and “Tour”.",
        Trouble("ends", "a"): "“Lunch” ends before it starts.",
        Trouble("day", "a"): "“Lunch” is not on a day of the visit.",
    }
    with speaking("en"):
        for trouble, words in cases.items():
            assert sentence(trouble, titles) == words


def test_ways_officers_days_and_fasting() -> None:
    lunch = stop("lunch", "12:00", "13:00", FIXED, kind="meal", responsible="p", who=Who("heads"))
    tour = stop("tour", "12:30", "13:30", FIXED, responsible="p", who=Who("spouses"))
    far = stop("far", "13:10", "14:00", FIXED, 25, who=Who("heads"))
    day = DAY.date()
    frame = Frame(day + timedelta(days=1), None, {day: (at("04:00"), at("20:05"))})
    found = [(one.kind, one.first, one.second, one.minutes) for one in troubles((lunch, tour, far), frame)]
    assert ("officer", "lunch", "tour", 30) in found
    assert ("way", "lunch", "far", 15) in found
    assert ("day", "far", "", 0) in found
    assert ("fast", "lunch", "", 485) in found
    assert ("ends", "x", "", 0) in [
        (one.kind, one.first, one.second, one.minutes) for one in troubles((stop("x", "11:00", "10:00"),))
    ]


TIMINGS = st.sampled_from([FIXED, EARLIEST, LINKED])
GROUPS = st.sampled_from([Who(), Who("heads"), Who("spouses"), Who("named", frozenset("ab"))])


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Stop, ...]:
    zone = draw(st.sampled_from(["Europe/Istanbul", "Europe/Berlin"]))
    first = Moment(datetime(2027, 3, 27, 8), zone)  # noqa: DTZ001 - the clocks of Berlin change the next night
    made, ready = [], first
    for number in range(draw(st.integers(1, 12))):
        way, pause = draw(st.integers(0, 30)), draw(st.integers(-20, 200))
        begins = ready.after(way + pause)
        ends = begins.after(draw(st.integers(0, 180)))
        made.append(Stop(f"{number:02}", begins, ends, draw(TIMINGS), way, draw(GROUPS)))
        ready = ends
    return tuple(made)


@given(programmes(), st.data())
def test_a_ripple_moves_nothing_fixed_keeps_lengths_and_needs_no_second_one(
    stops: tuple[Stop, ...], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(stops))
    found = ripple(stops, {chosen.id: chosen.later_by(data.draw(st.integers(-300, 600)))})
    before = {one.id: one for one in stops}
    for move in found.moves:
        if move.stop.id != chosen.id:
            assert before[move.stop.id].timing != FIXED
            assert move.stop.starts.question() or move.stop.minutes == before[move.stop.id].minutes
            assert move.stop.timing == LINKED or move.minutes > 0
    now = {one.id: one for one in found.stops}
    assert ripple(found.stops, {chosen.id: now[chosen.id]}).moves == ()
    again = ripple(stops, {one.stop.id: one.stop for one in found.moves}, rest_follows=False)
    assert again.stops == found.stops


@given(programmes(), st.data())
def test_pushed_items_keep_their_order(stops: tuple[Stop, ...], data: st.DataObject) -> None:
    everybody = tuple(replace(one, who=Who(), timing=LINKED) for one in stops)
    chosen = data.draw(st.sampled_from(everybody))
    found = ripple(everybody, {chosen.id: chosen.later_by(data.draw(st.integers(0, 600)))})
    line = [one.id for one in sorted(everybody, key=lambda one: (one.begins, one.over, one.id))]
    now = {one.id: one for one in found.stops}
    pushed = [now[name] for name in line if now[name] in {one.stop for one in found.moves}]
    assert all(one.begins <= two.begins for one, two in pairwise(pushed))


@given(programmes(), st.integers(-300, 600))
def test_working_back_moves_nothing_fixed_and_ends_on_time(stops: tuple[Stop, ...], minutes: int) -> None:
    last = stops[-1]
    end = last.later_by(minutes).ends
    assert end is not None
    found = work_back(stops, last.id, end)
    moved_ids = {one.stop.id for one in found.moves} - {last.id}
    assert all(one.timing == LINKED for one in stops if one.id in moved_ids)
    assert next(one for one in found.stops if one.id == last.id).ends == end


def test_an_arrival_in_the_middle_of_something_is_an_overlap() -> None:
    lunch, arrival = stop("lunch", "12:00", "13:00", FIXED), stop("arrival", "12:40", "", FIXED)
    assert [(one.kind, one.minutes) for one in troubles((lunch, arrival))] == [("overlap", 20)]


def test_a_way_is_too_short_over_midnight_too() -> None:
    dinner = stop("dinner", "20:00", "23:55", FIXED)
    ride = Stop("ride", at("00:00", 1), at("00:30", 1), FIXED, 20)
    assert [(one.kind, one.minutes) for one in troubles((dinner, ride))] == [("way", 15)]
