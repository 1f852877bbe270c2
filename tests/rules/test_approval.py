"""May we sign: published cases, skipped steps, vague dates, terms counted back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.rules.approval import Approval, Due, Incomplete, OutOfOrder, Recorded, approval
from dipdesk.rules.chains import Chain, chain_keys, shipped_chain
from dipdesk.rules.timing import PartialDate

TODAY = date(2026, 11, 21)
KINDS = (
    "sister_city_abroad", "sister_city_domestic", "goodwill_protocol", "membership_international",
    "membership_union", "joint_project", "travel_abroad",
)  # fmt: skip


def step(key: str, day: str = "", number: str = "", skipped: str = "") -> Recorded:
    return Recorded(key, PartialDate.parse(day) if day else None, number, skipped)


def judge(kind: str, *records: Recorded, wanted: date | None = None) -> Approval:
    return approval(shipped_chain(kind), records, TODAY, wanted)


def test_complete_and_in_order_is_green() -> None:
    answer = judge(
        "sister_city_abroad",
        step("council_decision", "2006-04-05", "77"),
        step("ministry_permission", "2006-11-20", "12301/50000"),
        step("signature", "2007-01-01"),
    )
    assert answer.may_sign == "green"
    assert (answer.missing, answer.incomplete, answer.out_of_order, answer.due) == ((), (), (), ())
    assert len(answer.because) == 1


@pytest.mark.parametrize(
    ("signed", "council", "number", "permitted"),
    [("2007-07-05", "2007-09-03", "26", "2008-02-13"), ("2008-06-27", "2015-03-05", "62", "2015-06-30")],
)
def test_signed_before_decision_and_permission(
    signed: str, council: str, number: str, permitted: str
) -> None:
    answer = judge(
        "sister_city_abroad",
        step("signature", signed),
        step("council_decision", council, number),
        step("ministry_permission", permitted),
    )
    assert answer.may_sign == "red"
    assert answer.out_of_order == (
        OutOfOrder("signature", "council_decision"),
        OutOfOrder("signature", "ministry_permission"),
    )
    assert answer.incomplete == (Incomplete("ministry_permission", "number"),)


@pytest.mark.parametrize("signed", ["2016-10-03", "2017-12-04", "2018-10-02"])
def test_signed_without_permission(signed: str) -> None:
    answer = judge("sister_city_abroad", step("signature", signed))
    assert answer.may_sign == "red"
    assert answer.missing == ("council_decision", "ministry_permission")


def test_domestic_needs_no_ministry() -> None:
    answer = judge(
        "sister_city_domestic",
        step("council_decision", "2015-01-08", "2015/7"),
        step("signature", "2015-03-13"),
    )
    assert answer.may_sign == "green"
    assert all(source.step != "ministry_permission" for source in answer.sources)


def test_equal_dates_are_in_order() -> None:
    answer = judge(
        "sister_city_abroad",
        step("council_decision", "2010-03-30", "8"),
        step("ministry_permission", "2010-03-30", "x"),
        step("signature", "2010-03-30"),
    )
    assert answer.may_sign == "green"


def test_vague_dates_are_amber_not_out_of_order() -> None:
    answer = judge(
        "sister_city_domestic", step("council_decision", "2015", "1"), step("signature", "2015-03-13")
    )
    assert (answer.may_sign, answer.out_of_order) == ("amber", ())


def test_incomplete_is_amber() -> None:
    answer = judge("sister_city_domestic", step("council_decision", "2015-01-08"), step("signature"))
    assert answer.may_sign == "amber"
    assert answer.incomplete == (Incomplete("council_decision", "number"), Incomplete("signature", "date"))


def test_skipping_what_the_law_requires_stays_red_unless_it_knows_another_way() -> None:
    abroad = judge(
        "sister_city_abroad",
        step("council_decision", "2020", "1"),
        step("ministry_permission", skipped="hurry"),
    )
    assert (abroad.may_sign, abroad.missing) == ("red", ("ministry_permission",))
    assert "hurry" in " ".join(abroad.because)
    travel = judge("travel_abroad", step("council_decision", skipped="başkan oluru"))
    assert travel.may_sign == "amber"


def test_a_decision_planned_for_later_is_not_there_yet() -> None:
    answer = judge("sister_city_domestic", step("council_decision", "2027-01-05", "1"))
    assert (answer.may_sign, answer.missing) == ("red", ("council_decision",))


def test_disputed_sources_never_give_green() -> None:
    assert judge("goodwill_protocol", step("signature", "2015-11-21")).may_sign == "amber"


def test_terms_counted_back_from_the_day_wanted() -> None:
    answer = judge(
        "sister_city_abroad",
        step("council_decision", "2026-10-05", "62"),
        step("sent_to_governor", "2026-10-08"),
        wanted=date(2027, 5, 1),
    )
    assert answer.due[0] == Due("application", date(2026, 12, 20))
    assert [due.step for due in answer.due] == ["application", "mfa_opinion", "ministry_permission"]
    assert [due.by for due in answer.due] == sorted(due.by for due in answer.due)


def test_what_is_too_late_is_said() -> None:
    answer = judge("sister_city_abroad", wanted=date(2026, 12, 1))
    assert all(due.by < date(2026, 12, 1) for due in answer.due)
    assert len(answer.because) > len(answer.missing)


def test_seven_days_to_send_the_decision() -> None:
    answer = judge("sister_city_domestic", step("council_decision", "2026-11-20", "5"))
    assert answer.due == (Due("sent_to_governor", date(2026, 11, 27)),)


def test_a_step_recorded_twice_is_refused() -> None:
    with pytest.raises(Invalid) as trouble:
        judge("travel_abroad", step("signature"), step("signature"))
    assert trouble.value.place == "steps[1].step"


def test_every_chain_has_sources_and_both_languages() -> None:
    assert set(KINDS) <= set(chain_keys())
    for key in chain_keys():
        chain = shipped_chain(key)
        assert [s.key for s in chain.steps if s.phase == "signing"] == ["signature"]
        for part in chain.steps:
            assert part.source.said()
            assert part.source.date
            for wording in (part.name, part.who, part.document):
                assert dict(wording.texts).keys() == {"tr", "en"}


def test_a_chain_of_the_office_with_a_mistake_names_the_place() -> None:
    with pytest.raises(Invalid) as trouble:
        Chain.read("own", {"state": "verified", "steps": [{"step": "a", "state": "certain"}]})
    assert trouble.value.place == "steps[0].state"
    with pytest.raises(Invalid):
        shipped_chain("moon")


records_anyhow = st.lists(
    st.builds(
        Recorded,
        step=st.sampled_from([s.key for s in shipped_chain("sister_city_abroad").steps]),
        date=st.none() | st.builds(PartialDate, st.integers(2000, 2030), st.none() | st.integers(1, 12)),
        number=st.sampled_from(["", "1"]),
        skipped=st.sampled_from(["", "", "because"]),
    ),
    max_size=9,
    unique_by=lambda record: record.step,
)


@given(st.sampled_from(KINDS), records_anyhow, st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_light_follows_from_what_is_listed(
    kind: str, records: list[Recorded], wanted: date | None
) -> None:
    answer = judge(kind, *records, wanted=wanted)
    signing_first = any(pair.step == "signature" for pair in answer.out_of_order)
    if answer.missing and kind != "travel_abroad":
        assert answer.may_sign == "red"
    if answer.may_sign == "green":
        assert (answer.missing, answer.incomplete, answer.out_of_order) == ((), (), ())
    if answer.may_sign == "red":
        assert answer.missing or signing_first
    assert judge(kind, *reversed(records), wanted=wanted) == answer
    assert all(text and "{" not in text for text in answer.because)


def test_a_trip_is_judged_by_its_departure() -> None:
    far = date(2027, 3, 1)
    fresh = judge("travel_abroad", wanted=far)
    assert fresh.may_sign == "amber"
    assert any("Council decision is still to come, by" in one for one in fresh.because)
    assert not any("signing" in one or "missing" in one for one in fresh.because)
    late = judge("travel_abroad", wanted=date(2026, 11, 25))
    assert late.may_sign == "red"
    assert "Council decision is missing; the law requires it before departure" in late.because[0]


def test_a_trip_is_in_order_only_when_nothing_is_to_come() -> None:
    decided = step("council_decision", "2026-11-10", "44")
    waiting = judge("travel_abroad", decided, wanted=date(2027, 3, 1))
    assert waiting.may_sign == "amber"
    assert any("Application for permission is still to come" in one for one in waiting.because)
    rest = (step("sent_to_governor", "2026-11-11"), step("application", "2026-11-12", "5"))
    done = judge(
        "travel_abroad",
        decided,
        *rest,
        step("ministry_permission", "2026-11-20", "9"),
        wanted=date(2027, 3, 1),
    )
    assert done.may_sign == "green"


@pytest.mark.parametrize("kind", ["travel_abroad", "sister_city_abroad"])
def test_what_is_late_comes_first_and_once(kind: str) -> None:
    wanted = date(2026, 12, 20)
    answer = judge(kind, wanted=wanted)
    late = [one.step for one in answer.due if one.by < TODAY]
    coming = [one.step for one in answer.due if one.by >= TODAY]
    assert late
    assert coming
    names = {one.key: one.name.said() for one in shipped_chain(kind).steps}
    for key in late:
        told = [at for at, text in enumerate(answer.because) if text.startswith(f"{names[key]} ")]
        assert len(told) == 1
        after = [
            text
            for text in answer.because[: told[0]]
            if any(text.startswith(f"{names[one]} ") for one in coming)
        ]
        assert not after
        assert "should have been done by" in answer.because[told[0]]
