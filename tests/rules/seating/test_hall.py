"""Round tables in a hall: precedence, conditions, the published instance, and stopping early."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.progress import Progress
from dipdesk.rules.contract import answer
from dipdesk.rules.seating import Guest, Lock, Plan, Request, Shape, Table, Wish, plan
from dipdesk.rules.seating.annealing import Problem, Search, divide

INSTANCE: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "vectors.json").read_text(encoding="utf-8")
)["seating_17_guests"]


def hall(guests: int, *tables: int, near_door: int = -1, **more: Any) -> Request:
    people = more.pop("people", tuple(Guest(str(i)) for i in range(guests)))
    shape = Shape(tables=tuple(Table(str(t), seats, t == near_door) for t, seats in enumerate(tables, 1)))
    return Request("hall", people, shape=shape, **{"seconds": 0.2, **more})


def table_of(found: Plan) -> dict[str, str]:
    return {s.guest: s.seat.split("/")[0] for s in found.seats}


def test_without_wishes_tables_follow_precedence() -> None:
    found = plan(hall(8, 4, 4))
    assert found.observer == (("0", "1", "3", "2"), ("4", "5", "7", "6"))
    assert found.score is None


@pytest.mark.parametrize("case", INSTANCE["cases"], ids=lambda case: f"{case['tables']}x{case['seats']}")
def test_the_published_instance_is_solved_to_its_optimum(case: dict[str, int]) -> None:
    ties = INSTANCE["connections"]
    question = {
        "layout": "hall",
        "guests": [{"id": str(i)} for i in range(17)],
        "shape": {"tables": [{"id": str(t), "seats": case["seats"]} for t in range(case["tables"])]},
        "wishes": [
            {"kind": "same_table", "a": str(i), "b": str(j), "weight": ties[i][j]}
            for i in range(17)
            for j in range(i)
            if ties[i][j]
        ],
        "seconds": 5,
    }
    seats: Any = answer("seating", question)["seats"]
    tables = {int(s["guest"]): s["seat"].split("/")[0] for s in seats}
    assert sum(ties[i][j] for i in range(17) for j in range(i) if tables[i] == tables[j]) == case["optimum"]


def test_the_same_seed_gives_the_same_plan() -> None:
    wishes = tuple(Wish("same_table", str(i), str(i * 7 % 20)) for i in range(20) if i != i * 7 % 20)
    request = hall(20, 5, 5, 5, 5, wishes=wishes, seconds=30)
    assert plan(request).seats == plan(request).seats


def test_conditions_at_one_table() -> None:
    wishes = (
        Wish("next_to", "0", "9", must=True),
        Wish("not_next_to", "1", "2", must=True),
        Wish("not_same_table", "3", "4", must=True),
        Wish("same_table", "5", "11", must=True),
        Wish("near", "6", "10", must=True),
        Wish("not_near", "7", "8", must=True),
    )
    found = plan(hall(12, 6, 6, wishes=wishes))
    assert found.broken == ()
    assert found.score == 1


def test_conditions_that_contradict_each_other_are_named() -> None:
    wishes = (Wish("same_table", "0", "1", must=True), Wish("not_same_table", "1", "0", must=True))
    assert len(plan(hall(4, 2, 2, wishes=wishes)).broken) == 1
    large = tuple(Wish("same_table", "0", str(i), must=True) for i in range(1, 4))
    found = plan(hall(4, 2, 2, wishes=large))
    assert found.unseated == ()
    assert len(found.broken) == 2


def test_guests_locked_to_two_tables_that_should_sit_together() -> None:
    locks = (Lock("0", "1/1"), Lock("1", "2/1"))
    found = plan(hall(4, 2, 2, locked=locks, wishes=(Wish("same_table", "0", "1", must=True),)))
    assert [b.rule for b in found.broken] == ["same_table"]
    assert found.seats[0].seat == "1/1"


def test_empty_chairs_blocked_chairs_and_too_many_guests() -> None:
    found = plan(hall(4, 3, 3, blocked=("1/1",)))
    assert len(found.empty) == 1
    assert "1/1" not in {s.seat for s in found.seats}
    crowded = plan(hall(5, 2, 2, locked=(Lock("4", "2/2"),)))
    assert crowded.unseated == ("3",)


def test_step_free_access_near_the_door() -> None:
    people = (*(Guest(str(i)) for i in range(5)), Guest("w", needs=("step_free",)))
    assert table_of(plan(hall(0, 2, 2, 2, near_door=2, people=people)))["w"] == "2"


def test_those_who_share_no_language_with_most_find_somebody_to_talk_to() -> None:
    people = tuple(Guest(str(i), languages=("de",) if i % 6 == 0 else ("tr",)) for i in range(12))
    tables = table_of(plan(hall(0, 6, 6, people=people)))
    assert tables["0"] == tables["6"]


def test_a_table_named_twice_and_no_tables_at_all() -> None:
    shape = Shape(tables=(Table("1", 2), Table("1", 2)))
    with pytest.raises(Invalid) as trouble:
        plan(Request("hall", (Guest("a"),), shape=shape))
    assert trouble.value.place == "shape.tables[1].id"
    assert len(plan(Request("hall", tuple(Guest(str(i)) for i in range(11)))).observer) == 2
    assert plan(Request("hall", (Guest("a"),), shape=Shape(seats=0))).unseated == ("a",)


def problem(units: int, tables: int) -> Problem:
    pairs = [(i, (i * 7 + 1) % units, 1.0 + i % 3) for i in range(units) if i != (i * 7 + 1) % units]
    start = [i * tables // units for i in range(units)]
    worth = [[0.0] * tables for _i in range(units)]
    return Problem([1] * units, [units // tables] * tables, pairs, worth, start, large=3.0)


def test_stopping_keeps_the_best_so_far() -> None:
    task = problem(60, 6)
    at_first = Search(task, 1).best().worth
    progress = Progress(lambda done, total: progress.cancel() if done >= 5 else None)
    found = divide(task, 1, 60.0, progress)
    assert found.worth >= at_first
    assert 0 < found.proposals < 20_000


def test_the_worth_told_is_the_worth_of_the_division() -> None:
    task = problem(60, 6)
    found = divide(task, 3, 0.3)
    counted = sum(w for a, b, w in task.pairs if found.where[a] == found.where[b])
    assert found.worth == pytest.approx(counted)
    assert sorted(found.where) == sorted(task.start)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_condition_is_broken_where_a_plan_without_exists(data: st.DataObject) -> None:
    """Conditions are drawn from a hidden plan, so that one exists that keeps them all."""
    tables = data.draw(st.integers(2, 4))
    size = data.draw(st.integers(3, 5))
    ids = [str(i) for i in range(tables * size)]
    hidden = data.draw(st.permutations(ids))
    where = {guest: i // size for i, guest in enumerate(hidden)}
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=12))
    wishes = tuple(
        Wish("same_table" if where[a] == where[b] else "not_same_table", a, b, must=True)
        for a, b in pairs
        if a != b
    )
    found = plan(hall(len(ids), *[size] * tables, wishes=wishes, seconds=1.0))
    assert found.broken == ()
    assert found.unseated == ()
