"""The counterpart matrix: guests beside hosts."""

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules.counterparts import Delegate, Match, counterparts
from dipdesk.rules.rule_sets import shipped_rule_set
from dipdesk.rules.standing import Guest

RULES = shipped_rule_set("municipality")
POSTS = ("", "mayor", "deputy_mayor", "councillor", "director", "specialist")


def one(name: str, post: str = "", country: str = "DE", **more: object) -> Delegate:
    return Delegate(Guest(name, country, name.title(), "", post), **more)  # type: ignore[arg-type]


def pairs(found: tuple[Match, ...]) -> list[tuple[str, str, str]]:
    return [(match.guest, match.host, match.ground) for match in found]


def test_heads_then_ranks_then_the_nearest_then_tasks() -> None:
    guests = [
        one("ada", "deputy_mayor", head=True),
        one("ben", "mayor"),
        one("cora", "council_speaker"),
        one("dora", support="press"),
        one("emil", "specialist"),
    ]
    hosts = [
        one("ayse", "mayor", "TR", head=True),
        one("bora", "deputy_mayor", "TR"),
        one("cem", "", "TR", support="press"),
    ]
    found = counterparts(guests, hosts, RULES)
    assert pairs(found) == [
        ("ada", "ayse", "head"),
        ("ben", "", "gap"),
        ("cora", "bora", "near"),
        ("dora", "cem", "role"),
        ("emil", "", "gap"),
    ]
    assert found[1].reason == "No counterpart for Ben (Mayor)."


def test_foreign_ranks_meet_their_equals_at_home() -> None:
    found = counterparts([one("ada", "mayor")], [one("cem", "mayor", "TR")], RULES)
    assert pairs(found) == [("ada", "cem", "rank")]
    assert found[0].reason == "Both are of rank group 35."


def test_a_choice_by_hand_wins_from_either_side() -> None:
    guests = [one("ada", "mayor", head=True), one("ben", "specialist", chosen="ayse")]
    hosts = [one("ayse", "mayor", "TR", head=True), one("cem", "specialist", "TR")]
    assert pairs(counterparts(guests, hosts, RULES)) == [
        ("ada", "", "gap"),
        ("ben", "ayse", "hand"),
        ("", "cem", "gap"),
    ]
    guests[1] = one("ben", "specialist")
    hosts[1] = one("cem", "specialist", "TR", chosen="ada")
    assert pairs(counterparts(guests, hosts, RULES))[0] == ("ada", "cem", "hand")


def test_nobody_is_expected_opposite_those_who_support() -> None:
    (only,) = counterparts([one("ada", support="security")], [], RULES)
    assert (only.ground, only.reason) == ("none", "")


DELEGATES = st.lists(
    st.builds(
        lambda number, post, head, support: (number, post, head, support),
        st.integers(0, 99),
        st.sampled_from(POSTS),
        st.booleans(),
        st.sampled_from(["", "", "press", "staff"]),
    ),
    max_size=7,
    unique_by=lambda row: row[0],
)


@given(DELEGATES, DELEGATES)
def test_everybody_stands_in_exactly_one_row(
    theirs: list[tuple[int, str, bool, str]], ours: list[tuple[int, str, bool, str]]
) -> None:
    guests = [one(f"g{n}", post, head=head, support=support) for n, post, head, support in theirs]
    hosts = [one(f"h{n}", post, "TR", head=head, support=support) for n, post, head, support in ours]
    found = counterparts(guests, hosts, RULES)
    assert [match.guest for match in found if match.guest] == [guest.id for guest in guests]
    assert sorted(match.host for match in found if match.host) == sorted(host.id for host in hosts)
    for match in found:
        assert bool(match.guest and match.host) == (match.ground not in ("gap", "none"))
        assert match.reason or match.ground == "none"
