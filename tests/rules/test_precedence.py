"""Order of precedence: the worked examples, the switches, and what must hold for every list of guests."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.rules.countries import alphabetical, canonical, country_name
from dipdesk.rules.precedence import Guest, ManualMove, Switches, order
from dipdesk.rules.rule_sets import RuleSet, rule_set_keys, shipped_rule_set
from dipdesk.rules.timing import PartialDate

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
CITY = shipped_rule_set("municipality")


def ids(guests: list[Guest], switches: Switches | None = None, language: str = "tr") -> list[str]:
    return [place.id for place in order(guests, CITY, switches or Switches(), language).order]


def worked() -> list[Guest]:
    return [
        Guest(
            id=row["id"],
            country="DE" if row["foreign"] else "TR",
            rank_group=row["rank_group"],
            foreign=row["foreign"],
            since=PartialDate.parse(row["since"]) if "since" in row else None,
        )
        for row in VECTORS["precedence_P1"]["input"]
    ]


def test_worked_example() -> None:
    assert ids(worked()) == VECTORS["precedence_P1"]["expected"]


def test_worked_example_with_the_governor_before_ambassadors() -> None:
    expected = VECTORS["precedence_P1"]["expected_governor_before_ambassadors"]
    assert ids(worked(), Switches(governor_before_ambassadors=True)) == expected


def test_abroad_our_people_are_the_guests() -> None:
    told = VECTORS["precedence_abroad"]
    guests = [
        {**row, **({"since": PartialDate.parse(row["since"])} if "since" in row else {})}
        for row in told["input"]
    ]
    answer = order([Guest(**row) for row in guests], CITY, Switches(), "en")
    assert [place.id for place in answer.order] == told["expected"]
    assert answer.pairs[0].reason.rule == "guest_before_host"
    at_will = order([Guest(**row) for row in guests], CITY, Switches(guest_before_host=False), "en")
    assert at_will.order[0].id == "their mayor"


def test_every_pair_has_a_reason_in_the_language_asked_for() -> None:
    answer = order(worked(), CITY, Switches(), "en")
    assert [(p.first, p.second) for p in answer.pairs] == [
        (a.id, b.id) for a, b in zip(answer.order, answer.order[1:], strict=False)
    ]
    rules = [pair.reason.rule for pair in answer.pairs]
    assert rules[:4] == ["guest_before_host", "rank_group", "seniority", "rank_group"]
    assert "1 May 2019" in answer.pairs[2].reason.because
    assert all(pair.reason.source.said() for pair in answer.pairs)


def test_the_language_decides_about_the_alphabet() -> None:
    guests = [Guest(id=code, country=code, post="mayor") for code in ("DE", "AT", "NL", "HR", "GR")]
    assert ids(guests, language="tr") == ["DE", "AT", "HR", "NL", "GR"]
    assert ids(guests, language="en") == ["AT", "HR", "DE", "GR", "NL"]


@pytest.mark.parametrize("language", ["tr", "en"])
def test_countries_in_the_alphabet_of_a_language(language: str) -> None:
    pairs = [row.split("/") for row in VECTORS["lang_matters"]["countries"]]
    codes = dict(zip([p[0] for p in pairs], ["DE", "AT", "NL", "HR", "GR"], strict=True))
    expected = VECTORS["lang_matters"][f"by_{language}"]
    found = [country_name(code, language) for code in alphabetical(list(codes.values()), language)]
    assert found == expected


def test_unknown_post_stands_last_with_a_warning() -> None:
    guests = [Guest(id="x", post="grand_vizier"), Guest(id="y", post="specialist")]
    answer = order(guests, CITY, Switches(), "en")
    assert [(p.id, p.rank_group) for p in answer.order] == [("y", 70), ("x", None)]
    assert any("grand_vizier" in warning for warning in answer.warnings)
    assert "stands last" in answer.pairs[0].reason.because


def test_two_of_one_rank_without_dates_are_named() -> None:
    guests = [Guest(id="b", post="mayor", family="Bal"), Guest(id="a", post="mayor", family="Ak")]
    answer = order(guests, CITY, Switches(), "en")
    assert [p.id for p in answer.order] == ["a", "b"]
    assert answer.pairs[0].reason.rule == "name"
    assert len(answer.warnings) == 1


def test_unknown_date_comes_last_in_its_group_and_vague_dates_are_said() -> None:
    guests = [
        Guest(id="none", post="mayor"),
        Guest(id="may", post="mayor", since=PartialDate(2019, 5)),
        Guest(id="year", post="mayor", since=PartialDate(2019)),
    ]
    answer = order(guests, CITY, Switches(), "en")
    assert [p.id for p in answer.order] == ["year", "may", "none"]
    assert any("too vague" in warning for warning in answer.warnings)


def test_acting_keeps_the_place_of_the_office_or_follows() -> None:
    old, new = PartialDate(2010), PartialDate(2020)
    guests = [
        Guest(id="acting", post="deputy_mayor", capacity="acting", represents="mayor", since=old),
        Guest(id="holder", post="mayor", since=new),
    ]
    assert ids(guests) == ["acting", "holder"]
    assert ids(guests, Switches(acting="after_substantive")) == ["holder", "acting"]


def test_representative_goes_to_the_end_of_the_group_or_keeps_the_own_rank() -> None:
    guests = [
        Guest(
            id="for_ambassador",
            country="DE",
            post="cultural_attache",
            capacity="representing",
            represents="ambassador",
        ),
        Guest(id="governor", post="governor"),
        Guest(id="mayor", post="mayor"),
    ]
    assert ids(guests) == ["governor", "for_ambassador", "mayor"]
    assert ids(guests, Switches(representing="own_rank")) == ["governor", "mayor", "for_ambassador"]


def test_garrison_commander_is_a_switch() -> None:
    guests = [Guest(id="mayor", post="mayor"), Guest(id="garrison", post="garrison_commander")]
    assert ids(guests) == ["garrison", "mayor"]
    assert ids(guests, Switches(garrison_commander=False)) == ["mayor", "garrison"]
    answer = order(guests, CITY, Switches(), "tr")
    assert answer.pairs[0].reason.source.state == "conflicting"


def test_consuls_by_exequatur_and_heads_of_mission_by_credentials() -> None:
    for post, words in (("consul_general", "Exequatur"), ("ambassador", "Credentials")):
        guests = [
            Guest(id="late", country="BG", post=post, since=PartialDate(2024, 2)),
            Guest(id="early", country="DE", post=post, since=PartialDate(2023, 2)),
        ]
        answer = order(guests, CITY, Switches(), "en")
        assert [p.id for p in answer.order] == ["early", "late"]
        assert words in answer.pairs[0].reason.because


def test_manual_moves_stay_visible() -> None:
    guests = [Guest(id="g1", post="governor"), Guest(id="g2", post="mayor"), Guest(id="g3", post="rector")]
    answer = order(guests, CITY, Switches(), "en", [ManualMove("g3", "g1", "speaks today")])
    assert [p.id for p in answer.order] == ["g3", "g1", "g2"]
    assert [p.reason.rule for p in answer.pairs] == ["manual", "rank_group"]
    assert "speaks today" in answer.pairs[0].reason.because


@pytest.mark.parametrize(
    ("move", "place"),
    [
        (ManualMove("nobody", "g1", "x"), "manual[0].id"),
        (ManualMove("g1", "nobody", "x"), "manual[0].before"),
        (ManualMove("g1", "g1", "x"), "manual[0].before"),
        (ManualMove("g2", "g1", "  "), "manual[0].reason"),
    ],
)
def test_manual_moves_that_make_no_sense(move: ManualMove, place: str) -> None:
    guests = [Guest(id="g1", post="governor"), Guest(id="g2", post="mayor")]
    with pytest.raises(Invalid) as trouble:
        order(guests, CITY, Switches(), "en", [move])
    assert trouble.value.place == place


def test_nobody_and_one() -> None:
    assert order([], CITY, Switches(), "tr").order == ()
    alone = order([Guest(id="1", post="mayor")], CITY, Switches(), "tr")
    assert [(p.id, p.place) for p in alone.order] == [("1", 1)]
    assert alone.pairs == ()


def test_an_id_used_twice_and_an_unknown_country_are_refused() -> None:
    with pytest.raises(Invalid) as twice:
        order([Guest(id="1"), Guest(id="1")], CITY, Switches(), "en")
    assert twice.value.place == "guests[1].id"
    with pytest.raises(Invalid) as nowhere:
        order([Guest(id="1"), Guest(id="2", country="QQ")], CITY, Switches(), "en")
    assert nowhere.value.place == "guests[1]"


def test_arabic_and_chinese_names() -> None:
    guests = [
        Guest(id="1", country="CN", post="mayor", given="伟", family="王"),
        Guest(id="2", country="CN", post="mayor", given="芳", family="李"),
        Guest(id="3", country="JO", post="mayor", given="محمد", family="العلي"),
        Guest(id="4", country="DE", post="mayor", given="Jörg", family="Öz"),
    ]
    assert sorted(ids(guests)) == ["1", "2", "3", "4"]
    assert ids(guests)[0] == "4"


def test_other_spellings_of_countries() -> None:
    assert canonical("KKTC") == canonical("TRNC") == "XN"
    with speaking("tr"):
        assert country_name("KKTC") == "Kuzey Kıbrıs Türk Cumhuriyeti"
        assert country_name("PS") == "Filistin"
    assert country_name("XK", "en") == "Kosovo"
    for wrong in ("EU", "XX", "D", "", "GERMANY"):
        with pytest.raises(Invalid):
            canonical(wrong)


def test_every_shipped_rule_set_reads_with_source_and_state() -> None:
    assert {"municipality", "province", "district", "capital_a", "capital_b", "foreign_missions"} == set(
        rule_set_keys()
    )
    for key in rule_set_keys():
        found = shipped_rule_set(key)
        assert found.posts
        for post in found.posts.values():
            assert post.source.said()
            assert dict(post.name.texts).keys() == {"tr", "en"}
            assert post.source.date
    assert shipped_rule_set("capital_a").source.state == "conflicting"


def test_a_rule_set_of_the_office_with_a_mistake_names_the_place() -> None:
    rows = {"state": "verified", "posts": [{"post": "a", "domestic": 1}, {"post": "b", "domestic": "two"}]}
    with pytest.raises(Invalid) as trouble:
        RuleSet.read("own", rows)
    assert trouble.value.place == "posts[1].domestic"
    with pytest.raises(Invalid):
        shipped_rule_set("moon")


guests_anyhow = st.lists(
    st.builds(
        Guest,
        id=st.uuids().map(str),
        country=st.sampled_from(["TR", "DE", "BG", "XN"]),
        family=st.sampled_from(["", "Ak", "Çelik", "İnan", "王"]),
        post=st.sampled_from([*CITY.posts, "", "unknown"]),
        since=st.none() | st.builds(PartialDate, st.integers(2000, 2003), st.none() | st.integers(1, 12)),
        capacity=st.sampled_from(["holder", "acting", "representing"]),
        represents=st.sampled_from(["", "governor", "mayor"]),
    ),
    max_size=12,
    unique_by=lambda guest: guest.id,
)
switches_anyhow = st.builds(
    Switches,
    guest_before_host=st.booleans(),
    governor_before_ambassadors=st.booleans(),
    acting=st.sampled_from(["keeps_place", "after_substantive"]),
    representing=st.sampled_from(["end_of_group", "own_rank"]),
    garrison_commander=st.booleans(),
)


@given(guests_anyhow, switches_anyhow, st.randoms(use_true_random=False))
def test_a_total_order_that_does_not_depend_on_the_input(
    guests: list[Guest], switches: Switches, chance: random.Random
) -> None:
    line = ids(guests, switches)
    assert sorted(line) == sorted(guest.id for guest in guests)
    shuffled = list(guests)
    chance.shuffle(shuffled)
    assert ids(shuffled, switches) == line


@given(guests_anyhow, switches_anyhow, st.data())
def test_leaving_guests_out_never_turns_the_others_round(
    guests: list[Guest], switches: Switches, data: st.DataObject
) -> None:
    line = ids(guests, switches)
    kept = data.draw(st.sets(st.sampled_from(line))) if line else set()
    assert ids([g for g in guests if g.id in kept], switches) == [i for i in line if i in kept]


def test_warnings_and_reasons_have_no_holes() -> None:
    guests = [Guest(id=str(i), post=post, country="DE") for i, post in enumerate(CITY.posts)]
    for language in ("tr", "en"):
        answer = order(guests, CITY, Switches(), language)
        sentences = [pair.reason.because for pair in answer.pairs] + list(answer.warnings)
        assert all(text and "{" not in text and "None" not in text for text in sentences)
