"""What an office changes in a shipped chain: added, changed and left-out steps, and what stays the law's."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.i18n import speaking
from dipdesk.rules.approval import Recorded, approval
from dipdesk.rules.chains import shipped_chain
from dipdesk.rules.own_chain import OwnWord, with_own_words
from dipdesk.rules.sources import Source, Wording
from dipdesk.rules.timing import PartialDate

ABROAD = shipped_chain("sister_city_abroad")
TODAY = date(2026, 11, 22)
PARTY = OwnWord("party", name=Wording((("tr", "Parti onayı"), ("en", "Approval of the party"))))


def keys(*words: OwnWord) -> list[str]:
    return [step.key for step in with_own_words(ABROAD, words).steps]


def test_without_a_word_the_chain_is_as_shipped() -> None:
    assert with_own_words(ABROAD, ()) == ABROAD


def test_a_new_step_stands_behind_the_one_it_follows_or_ends_its_phase() -> None:
    assert keys(OwnWord("party", after="council_decision")).index("party") == 3
    assert keys(PARTY)[-3:] == ["party", "signature", "notification"]
    assert keys(OwnWord("report", phase="after"))[-1] == "report"
    assert keys(OwnWord("b", after="a"), OwnWord("a", after="letter_of_intent"))[:3] == [
        "letter_of_intent", "a", "b",
    ]  # fmt: skip


def test_a_new_step_speaks_both_languages_and_rests_on_the_office() -> None:
    step = with_own_words(ABROAD, [PARTY]).step("party")
    assert step is not None
    assert (step.own, step.required, step.source.state) == (True, False, "verified")
    assert step.source.said() == "Rule of the office"
    with speaking("tr"):
        assert step.name.said() == "Parti onayı"


def test_a_shipped_step_keeps_what_the_office_says_nothing_about() -> None:
    word = OwnWord("ministry_permission", name=Wording((("tr", "Bakanlık oluru"),)), usual_days=90)
    step, shipped = with_own_words(ABROAD, [word]).step("ministry_permission"), ABROAD.steps[6]
    assert step is not None
    assert (step.usual_days, step.required, step.source) == (90, True, shipped.source)
    assert step.follows == shipped.follows
    assert step.name.said("tr") == "Bakanlık oluru"
    assert step.name.said("en") == shipped.name.said("en")


def test_a_shipped_step_can_move_and_ask_for_more() -> None:
    word = OwnWord("committee_report", after="council_decision", required=True, needs_number=True)
    chain = with_own_words(ABROAD, [word])
    assert [step.key for step in chain.steps][1:3] == ["council_decision", "committee_report"]
    answer = approval(chain, [], TODAY)
    assert answer.missing == ("council_decision", "committee_report", "ministry_permission")
    assert "the office requires it" in answer.because[1]


def test_what_the_office_requires_is_red_when_it_is_missing() -> None:
    chain = with_own_words(shipped_chain("sister_city_domestic"), [OwnWord("party", required=True)])
    done = [Recorded("council_decision", PartialDate(2026, 1, 1), "1")]
    assert approval(chain, done, TODAY).may_sign == "red"
    assert approval(chain, [*done, Recorded("party", PartialDate(2026, 1, 2))], TODAY).may_sign == "green"


def test_what_rests_on_an_unread_source_is_amber_when_it_is_missing() -> None:
    renewal = shipped_chain("renewal")
    answer = approval(renewal, [Recorded("signature", PartialDate(2020))], TODAY)
    assert (answer.may_sign, answer.missing) == ("amber", ("council_decision", "ministry_permission"))
    assert "is not verified" in answer.because[0]


def test_a_required_step_left_out_is_said() -> None:
    chain = with_own_words(ABROAD, [OwnWord("ministry_permission", left_out=True)])
    assert chain.step("ministry_permission") is None
    answer = approval(chain, [Recorded("council_decision", PartialDate(2020), "1")], TODAY)
    assert answer.may_sign == "amber"
    assert "left out Ministry permission" in answer.because[0]
    quiet = with_own_words(ABROAD, [OwnWord("committee_report", left_out=True)])
    assert "left out" not in " ".join(approval(quiet, [], TODAY).because)


words = st.lists(
    st.builds(
        OwnWord,
        st.sampled_from([*(step.key for step in ABROAD.steps), "a", "b", "c"]),
        left_out=st.booleans(),
        after=st.sampled_from(["", "a", "b", "moon", "signature", "council_decision"]),
        phase=st.sampled_from(["before", "signing", "after"]),
        required=st.booleans(),
        source=st.none() | st.just(Source(Wording((("tr", "x"),)), "unverified")),
    ),
    max_size=6,
)


@given(words)
def test_whatever_is_said_no_step_stands_twice_and_none_is_lost(said: list[OwnWord]) -> None:
    chain = with_own_words(ABROAD, said)
    found = [step.key for step in chain.steps]
    gone = {word.step for word in said if word.left_out}
    assert len(found) == len(set(found))
    assert {step.key for step in ABROAD.steps} - gone <= set(found)
    assert {word.step for word in said} - gone <= set(found)
    assert {step.key for step in chain.left_out} == gone & {step.key for step in ABROAD.steps}
    approval(chain, [], TODAY)
