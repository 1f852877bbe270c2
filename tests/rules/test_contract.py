"""The contract: every worked example as JSON, answers that fit their schema, and wrong questions by place."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dipdesk import i18n
from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.rules import schemas
from dipdesk.rules.contract import RULES, answer

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


def ask(name: str, question: dict[str, Any]) -> dict[str, Any]:
    """The answer, after a journey through JSON, checked against the schema of answers."""
    found = answer(name, json.loads(json.dumps(question)))
    schemas.check(f"{name}.out", json.loads(json.dumps(found)))
    assert found["rules_version"]
    return found


def guests(*ids: Any, **more: Any) -> list[dict[str, Any]]:
    return [{"id": str(value), **more} for value in ids]


def texts(row: list[Any]) -> list[str]:
    return [str(value) for value in row]


def test_precedence() -> None:
    rows = [{**row, "country": "DE" if row["foreign"] else "TR"} for row in VECTORS["precedence_P1"]["input"]]
    question = {"rule_set": "municipality", "language": "tr", "guests": rows}
    found = ask("precedence", question)
    assert [row["id"] for row in found["order"]] == VECTORS["precedence_P1"]["expected"]
    assert list(found) == ["order", "pairs", "warnings", "rules_version"]
    assert list(found["pairs"][0]) == ["first", "second", "rule", "because", "source", "state"]
    switched = ask("precedence", {**question, "switches": {"governor_before_ambassadors": True}})
    expected = VECTORS["precedence_P1"]["expected_governor_before_ambassadors"]
    assert [row["id"] for row in switched["order"]] == expected


def test_manual_moves() -> None:
    question = {
        "rule_set": "municipality",
        "language": "en",
        "guests": [
            {"id": "a", "country": "TR", "post": "governor"},
            {"id": "b", "country": "TR", "post": "mayor"},
        ],
        "manual": [{"id": "b", "before": "a", "reason": "host of the day"}],
    }
    found = ask("precedence", question)
    assert found["pairs"][0]["rule"] == "manual"
    assert "host of the day" in found["pairs"][0]["because"]


@pytest.mark.parametrize("size", range(1, 9))
def test_head_table(size: int) -> None:
    found = ask("seating", {"layout": "head_table", "guests": guests(*range(1, size + 1))})
    assert found["observer"] == [texts(VECTORS["centre_out"][str(size)])]


def test_theatre() -> None:
    shape = {"rows": 1, "left": 4, "right": 4}
    found = ask("seating", {"layout": "theatre", "shape": shape, "guests": guests(*range(1, 9))})
    assert found["own"] == [texts(row) for row in VECTORS["theatre_aisle_4_4"]]


def test_long_tables() -> None:
    cohost = [{"id": "H", "role": "host"}, {"id": "C", "role": "cohost"}, *guests(*range(1, 9))]
    assert ask("seating", {"layout": "long_cohost", "guests": cohost})["own"] == [
        texts(row) for row in VECTORS["long_table_cohost_8"].values()
    ]
    opposite = [{"id": "H", "role": "host"}, {"id": "G1", "role": "guest_of_honour"}, *guests(*range(2, 8))]
    assert ask("seating", {"layout": "long_opposite", "guests": opposite})["own"] == [
        texts(row) for row in VECTORS["long_table_opposite_goh_plus6"].values()
    ]


def test_a_car_with_a_chauffeur_and_one_that_the_host_drives() -> None:
    driven = {"layout": "car", "guests": [{"id": "H", "role": "host"}, *guests(1, 2, 3)]}
    assert ask("seating", {"layout": "car", "guests": guests(1, 2, 3)})["own"] == [["3"], ["2", "1"]]
    found = ask("seating", {**driven, "locked": [{"guest": "H", "seat": "1/wheel"}]})
    assert (found["observer"], found["own"]) == ([["1", "H"], ["2", "3"]], [["H", "1"], ["3", "2"]])
    assert [row["guest"] for row in found["seats"]] == ["H", "1", "2", "3"]


@pytest.mark.parametrize("number", [5, 7])
def test_round_table(number: int) -> None:
    people = [{"id": "H", "role": "host"}, *guests(*range(1, number + 1))]
    assert ask("seating", {"layout": "round", "guests": people})["own"] == [
        texts(VECTORS[f"round_{number}guests"])
    ]


@pytest.mark.parametrize("total", [6, 8, 10])
def test_couples(total: int) -> None:
    expected = VECTORS[f"mixed_english_{total}"]
    people = [
        {"id": "host", "role": "host", "sex": "m"},
        {"id": "hostess", "role": "cohost", "sex": "f"},
        *guests(*(f"W{i}" for i in range(1, total // 2)), sex="f"),
        *guests(*(f"M{i}" for i in range(1, total // 2)), sex="m"),
    ]
    found = ask("seating", {"layout": "couples", "guests": people, "switches": {"style": "english"}})
    assert found["own"][:2] == [
        expected["host_right_side_head_to_foot"],
        expected["host_left_side_head_to_foot"],
    ]


@pytest.mark.parametrize(("number", "where"), [(5, "left"), (5, "behind"), (6, "left")])
def test_bilateral(number: int, where: str) -> None:
    people = [
        {"id": f"{side}{rank}", "side": side, **({"role": "interpreter"} if rank == "I" else {})}
        for side in ("host", "guest")
        for rank in [*range(1, number + 1), "I"]
    ]
    found = ask("seating", {"layout": "bilateral", "guests": people, "switches": {"interpreter": where}})
    expected = VECTORS[f"bilateral_{number}_interp_{where}"]
    assert found["own"] == [[f"{side}{rank}" for rank in expected] for side in ("host", "guest")]


def test_u_and_photo() -> None:
    found = ask("seating", {"layout": "u", "shape": {"head": 3, "arms": 3}, "guests": guests(*range(1, 10))})
    assert found["observer"] == [texts(row) for row in VECTORS["ushape_3_3_9"].values()]
    people = [
        {"id": "H", "side": "host", "role": "host"},
        {"id": "G", "side": "guest", "role": "guest_of_honour"},
        *({"id": f"{side[0]}{i}", "side": side} for i in (2, 3) for side in ("host", "guest")),
    ]
    found = ask("seating", {"layout": "photo", "guests": people})
    assert found["observer"] == list(VECTORS["group_photo_host_plus_guest_even"].values())


CODES = {"Türkiye": "TR", "Almanya": "DE", "Fransa": "FR", "Bulgaristan": "BG", "Çin": "CN"}


@pytest.mark.parametrize(
    ("size", "policy"), [(size, policy) for size, known in VECTORS["flags"].items() for policy in known]
)
def test_flags(size: str, policy: str) -> None:
    expected = [CODES[name] for name in VECTORS["flags"][size][policy]]
    question = {"countries": sorted(set(expected)), "policy": policy, "language": "tr"}
    found = ask("flags", question)
    assert found["hall"] == expected
    assert found["stage"] == expected[::-1]
    assert list(found) == [
        "hall", "stage", "pick_list", "because", "source", "state", "warnings", "rules_version",
    ]  # fmt: skip


def test_address() -> None:
    found = ask(
        "address", {"post": "governor", "given": "Ali", "family": "Işık", "place": "Bursa", "language": "tr"}
    )
    assert found["known"] is True
    assert found["envelope"] == "Sayın Ali IŞIK, Bursa Valisi"
    unknown = ask("address", {"post": "?", "given": "Ali", "family": "Işık", "language": "en", "sex": "m"})
    assert (unknown["known"], unknown["letter"]) == (False, "Dear Mr Işık")


def test_programme() -> None:
    items = [
        {"id": "a", "minutes": 10, "start": "10:00", "fixed": True},
        {"id": "b", "minutes": 12, "start": "10:15"},
        {"id": "c", "minutes": 3, "start": "10:24", "fixed": True},
    ]
    question = {"date": "2027-05-12", "zone": "Europe/Istanbul", "items": items, "must_end": "12:30"}
    found = ask("programme", question)
    assert found["items"][0] == {
        "id": "a",
        "start": "2027-05-12T10:00+03:00",
        "end": "2027-05-12T10:10+03:00",
    }
    assert found["gaps"] == [{"after": "a", "minutes": 5}]
    assert found["overlaps"] == [{"first": "b", "second": "c", "minutes": 3}]
    assert found["slack_minutes"] == 123


def test_approval() -> None:
    steps = [
        {"step": "signature", "date": "2008-06-27"},
        {"step": "council_decision", "date": "2015-03-05", "number": "62"},
    ]
    found = ask("approval", {"kind": "sister_city_abroad", "steps": steps, "today": "2026-11-21"})
    assert found["may_sign"] == "red"
    assert found["missing"] == ["ministry_permission"]
    assert found["out_of_order"] == [{"step": "signature", "before": "council_decision"}]
    assert list(found) == [
        "may_sign", "missing", "incomplete", "out_of_order", "due", "because", "sources", "rules_version",
    ]  # fmt: skip


PRECEDENCE: dict[str, Any] = {
    "rule_set": "municipality",
    "language": "en",
    "guests": [{"id": str(i), "country": "TR", "post": "mayor"} for i in range(4)],
}
PROGRAMME: dict[str, Any] = {
    "date": "2027-05-12", "zone": "Europe/Istanbul", "items": [{"id": "a", "minutes": 1, "start": "10:00"}]
}  # fmt: skip


def changed(question: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of a question with one value set."""
    copy = json.loads(json.dumps(question))
    inner = copy
    *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    for part in way:
        inner = inner[part]
    inner[last] = value
    return copy  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "question", "path", "value", "place", "sentence"),
    [
        ("precedence", PRECEDENCE, "guests/3/since", "2019-13", "guests[3].since", "not a date"),
        ("precedence", PRECEDENCE, "guests/3/since", "2019-02-30", "guests[3].since", "not a date"),
        ("precedence", PRECEDENCE, "guests/3/since", "2019-5-1", "guests[3].since", "not a date"),
        ("precedence", PRECEDENCE, "guests/3/since", 2019, "guests[3].since", "not a text"),
        ("precedence", PRECEDENCE, "guests/1/sicne", "2019", "guests[1].sicne", "unknown key"),
        ("precedence", PRECEDENCE, "colour", "red", "colour", "unknown key"),
        ("precedence", PRECEDENCE, "guests/0", {"id": "x"}, "guests[0].country", "missing"),
        ("precedence", PRECEDENCE, "guests/2/country", "QQ", "guests[2].country", "not a country code"),
        ("precedence", PRECEDENCE, "guests/2/foreign", 1, "guests[2].foreign", "neither true nor false"),
        ("precedence", PRECEDENCE, "guests/2/rank_group", 3.5, "guests[2].rank_group", "whole number"),
        ("precedence", PRECEDENCE, "guests/2/id", "", "guests[2].id", "must not be empty"),
        ("precedence", PRECEDENCE, "guests/2/id", "0", "guests[2].id", "used twice"),
        ("precedence", PRECEDENCE, "guests", {}, "guests", "not a list"),
        ("precedence", PRECEDENCE, "switches", {"acting": "never"}, "switches.acting", "not one of"),
        ("precedence", PRECEDENCE, "rule_set", "moon", "rule_set", "There is no rule set"),
        (
            "precedence",
            PRECEDENCE,
            "manual",
            [{"id": "9", "before": "1", "reason": "x"}],
            "manual[0].id",
            "no guest",
        ),
        (
            "precedence",
            PRECEDENCE,
            "manual",
            [{"id": "1", "before": "2", "reason": ""}],
            "manual[0].reason",
            "empty",
        ),
        ("programme", PROGRAMME, "items/0/start", "25:00", "items[0].start", "time of day"),
        (
            "programme",
            PROGRAMME,
            "items/0",
            {"id": "a", "minutes": 1, "fixed": True},
            "items[0].start",
            "missing",
        ),
        ("programme", PROGRAMME, "items/0/minutes", -1, "items[0].minutes", "less than 0"),
        ("programme", PROGRAMME, "zone", "Mars", "zone", "time zone"),
        ("programme", PROGRAMME, "date", "2027-02-29", "date", "not a date"),
        ("programme", PROGRAMME, "date", "20270512", "date", "not a date"),
    ],
)
def test_wrong_values_are_named_by_their_place(
    name: str, question: dict[str, Any], path: str, value: Any, place: str, sentence: str
) -> None:
    with speaking("en"), pytest.raises(Invalid) as trouble:
        answer(name, changed(question, path, value))
    assert trouble.value.place == place
    assert sentence in trouble.value.sentence


def test_what_is_no_question_at_all() -> None:
    with speaking("en"):
        for value in (None, [], "x", 3, float("nan")):
            for name in RULES:
                with pytest.raises(Invalid):
                    answer(name, value)
        with pytest.raises(Invalid) as trouble:
            answer("horoscope", {})
    assert "horoscope" in trouble.value.sentence


def test_infinite_numbers_are_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(Invalid) as trouble:
            answer("seating", {"layout": "round", "guests": [], "seconds": value})
        assert trouble.value.place == "seconds"


def test_nobody_is_a_question_too() -> None:
    assert ask("precedence", {**PRECEDENCE, "guests": []})["order"] == []
    assert ask("seating", {"layout": "hall", "guests": []})["seats"] == []
    assert ask("flags", {"countries": [], "policy": "EU", "language": "tr"})["hall"] == []
    assert ask("programme", {**PROGRAMME, "items": []})["items"] == []
    ask("approval", {"kind": "travel_abroad", "steps": [], "today": "2026-11-21"})


def test_the_language_of_the_question_wins() -> None:
    with speaking("en"):
        ask("precedence", {**PRECEDENCE, "language": "tr"})
        assert i18n.language() == "en"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([("precedence", PRECEDENCE), ("programme", PROGRAMME)]),
    st.sampled_from(
        ["guests", "items", "items/0/start", "items/0/minutes", "guests/0/since", "guests/0", "zone"]
    ),
    JSON,
)
def test_any_value_anywhere_gives_an_answer_or_a_sentence(
    case: tuple[str, dict[str, Any]], path: str, value: Any
) -> None:
    name, question = case
    if path.split("/")[0] not in question:
        return
    wrong = {**json.loads(json.dumps(question))}
    inner: Any = wrong
    *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    for part in way:
        inner = inner[part]
    inner[last] = value
    with suppress(Invalid):
        json.dumps(answer(name, wrong))
