"""How a relation fares: the ledger, the office's rule, the reasons; and the three next steps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES
from dipdesk.rules.next_steps import MOST, figures, next_steps, read_suggestions, source, suggestions
from dipdesk.rules.relation_health import Account, Facts, Passage, Pledge, account, health
from dipdesk.rules.spans import months_after

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1960, 1, 1), TODAY)
PASSAGES = st.lists(st.builds(Passage, DAYS, st.sampled_from(["in", "out", "both"])), max_size=12)
PLEDGES = st.lists(
    st.builds(
        Pledge,
        st.sampled_from(["us", "them", "both", ""]),
        st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    ),
    max_size=6,
)
STATES = st.sampled_from(
    ["", "idea", "in_talks", "approved", "active", "dormant", "suspended", "ended", "refused"]
)
FACTS = st.builds(
    Facts,
    state=STATES,
    begun=st.none() | DAYS,
    contacts=PASSAGES,
    visits=PASSAGES,
    next_visit=st.none() | st.dates(TODAY, date(2030, 1, 1)),
    pledges=PLEDGES,
    unanswered=st.lists(st.sampled_from(["in", "out", "both"]), max_size=3),
    review=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    ends=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    dormant_months=st.none() | st.integers(0, 240),
)


def ago(months: int) -> date:
    return months_after(TODAY, -months)


def test_nobody_came_forward_yet() -> None:
    assert account([]) == Account()


def test_after_their_visit_it_is_our_turn() -> None:
    found = account([Passage(ago(30), "out"), Passage(ago(5), "in"), Passage(ago(9), "in")])
    assert found == Account(ours=1, theirs=2, last=ago(5), last_by="in", turn="us")
    assert account([Passage(ago(1), "out")]).turn == "them"
    assert account([Passage(ago(5), "in"), Passage(ago(1), "both")]).turn == ""


@given(PASSAGES)
def test_every_passage_is_counted_and_the_order_does_not_matter(passages: list[Passage]) -> None:
    found = account(passages)
    both = sum(one.way == "both" for one in passages)
    assert found.ours + found.theirs == len(passages) + both
    assert account(sorted(passages, key=lambda one: one.day)).turn == found.turn
    assert (found.last is None) == (not passages)


def test_a_lively_relation_is_good() -> None:
    found = health(
        Facts("active", contacts=[Passage(ago(2), "in")], next_visit=date(2027, 5, 12), dormant_months=24),
        TODAY,
    )
    assert found.word == "good"
    assert found.reasons == (
        "The last contact was less than 3 months ago.",
        "The next visit is on 12 May 2027.",
        "Nothing is late.",
    )


@pytest.mark.parametrize(
    ("months", "word"), [(11, "good"), (12, "attention"), (23, "attention"), (24, "dormant")]
)
def test_silence_ends_in_dormancy_by_the_rule_of_the_office(months: int, word: str) -> None:
    assert (
        health(Facts("active", contacts=[Passage(ago(months), "out")], dormant_months=24), TODAY).word == word
    )


def test_without_a_rule_nothing_is_dormant() -> None:
    quiet = [Passage(ago(300), "out")]
    assert health(Facts("active", contacts=quiet), TODAY).word == "attention"
    assert health(Facts("active", contacts=quiet, dormant_months=0), TODAY).word == "attention"


def test_a_visit_is_a_contact_too() -> None:
    found = health(Facts("active", visits=[Passage(ago(3), "in")], dormant_months=24), TODAY)
    assert (found.word, found.months_since_contact, found.months_since_visit) == ("good", 3, 3)


def test_a_planned_visit_keeps_a_relation_awake() -> None:
    quiet = Facts("active", contacts=[Passage(ago(30), "in")], dormant_months=24, next_visit=date(2027, 5, 1))
    assert health(quiet, TODAY).word == "good"


def test_an_old_relation_without_any_contact_is_dormant_since_it_began() -> None:
    found = health(Facts("active", begun=date(1997, 12, 31), dormant_months=24), TODAY)
    assert found.word == "dormant"
    assert found.reasons[0].startswith("Nothing is on file since the last signing, 346 months ago")
    assert health(Facts("active", dormant_months=24), TODAY).reasons == ("No contact is on file.",)


def test_what_is_late_needs_attention_with_its_reason() -> None:
    facts = Facts(
        "active",
        contacts=[Passage(ago(1), "out")],
        pledges=[Pledge("us", ago(1)), Pledge("them", ago(2)), Pledge("both", ago(3)), Pledge("us")],
        unanswered=["in", "out", "out"],
        review=ago(1),
        ends=TODAY + timedelta(days=90),
        dormant_months=24,
    )
    found = health(facts, TODAY)
    assert found.word == "attention"
    assert (found.ours.open, found.ours.late, found.theirs.open, found.theirs.late) == (3, 2, 2, 2)
    assert found.reasons == (
        "2 commitments of ours are late.",
        "2 commitments of theirs are late.",
        "We owe 1 answer.",
        "They owe us 2 answers.",
        "The review was due on 22 October 2026.",
        "An agreement ends on 20 February 2027.",
    )


def test_the_office_has_the_last_word() -> None:
    fresh = [Passage(ago(1), "in")]
    assert health(Facts("dormant", contacts=fresh), TODAY).word == "dormant"
    assert health(Facts("ended", contacts=fresh), TODAY).word == "ended"


@given(FACTS)
def test_every_judgement_has_a_reason_and_three_steps(facts: Facts) -> None:
    found = health(facts, TODAY)
    assert found.reasons
    assert all(found.reasons)
    steps = next_steps(facts, found, TODAY)
    assert len(steps) == (0 if found.word == "ended" else MOST)
    assert len({one.key for one in steps}) == len(steps)


def test_what_is_owed_comes_first() -> None:
    facts = Facts(
        "active", contacts=[Passage(ago(2), "in")], visits=[Passage(ago(6), "in")], unanswered=["in"]
    )
    keys = [one.key for one in next_steps(facts, health(facts, TODAY), TODAY)]
    assert keys == ["answer", "reply_in_writing", "return_visit"]


def test_every_suggestion_is_worded_in_every_language_and_can_be_made() -> None:
    assert len({one.key for one in suggestions()}) == len(suggestions())
    for one in suggestions():
        for wording in (one.title, one.text):
            assert {code for code, text in wording.texts if text} == set(LANGUAGES)
    assert source().state == "unverified"


def test_each_suggestion_can_come_first() -> None:
    for one in suggestions():
        wanted = dict.fromkeys(figures(Facts(), health(Facts(), TODAY), TODAY), 0)
        assert one.fits({**wanted, **dict(one.at_least)})


def test_a_wrong_table_is_refused_with_its_place() -> None:
    with pytest.raises(Invalid) as refused:
        list(read_suggestions({"step": [{"makes": "war"}]}))
    assert refused.value.place == "step[0].makes"
    with pytest.raises(Invalid) as refused:
        list(read_suggestions({"step": [{"makes": "visit", "below": {"luck": 1}}]}))
    assert refused.value.place == "step[0].below"
