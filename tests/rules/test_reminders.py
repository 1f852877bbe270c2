"""What needs attention, and when: every rule once by example, the arithmetic of terms by property."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.i18n import speaking
from dipdesk.rules import reminders
from dipdesk.rules.reminders import Promise, Reminder, Request
from dipdesk.rules.spans import months_after
from dipdesk.rules.terms import Term, notice_day, present_end
from dipdesk.rules.timing import PartialDate

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
YEARS = st.integers(1, 30)
MONTHS = st.integers(0, 60)


def agreement(today: date = TODAY, **values: object) -> list[Reminder]:
    term = Term(**{"state": "in_force", **values})  # type: ignore[arg-type]
    return list(reminders.of_agreement(term, today))


@pytest.mark.parametrize(
    ("days", "wanted"),
    [(-400, "late"), (-1, "late"), (0, "week"), (7, "week"), (8, "month"), (30, "month"), (31, "later")],
)
def test_how_near_a_day_is(days: int, wanted: str) -> None:
    assert reminders.urgency(TODAY + timedelta(days=days), TODAY) == wanted


def test_what_has_no_day_is_undated() -> None:
    assert reminders.urgency(None, TODAY) == "undated"


def test_an_agreement_that_ends_asks_for_a_decision_before() -> None:
    decision, expiry = agreement(ends=PartialDate(2027, 5, 14), notice_months=6)
    assert (decision.sort, decision.day, decision.urgency) == ("decision", date(2026, 11, 14), "late")
    assert decision.why == "It ends on 14 May 2027. Decide on renewal by 14 November 2026."
    assert (expiry.sort, expiry.day, expiry.urgency) == ("expiry", date(2027, 5, 14), "later")
    assert expiry.why == "It ends on 14 May 2027."


def test_a_term_that_is_over_stays_until_somebody_closes_it() -> None:
    (over,) = agreement(ends=PartialDate(2025), notice_months=3)
    assert (over.sort, over.day, over.urgency) == ("expiry", date(2025, 12, 31), "late")
    assert over.why == "It ended on 31 December 2025 and was neither renewed nor closed."
    assert agreement(ends=PartialDate(2025), followed=True) == []
    assert agreement(ends=PartialDate(2025), state="ended") == []


def test_an_agreement_without_an_end_needs_nothing() -> None:
    assert agreement(signed=PartialDate(1988)) == []


def test_a_renewal_rolls_forward() -> None:
    (notice,) = agreement(ends=PartialDate(2020, 2, 29), renews_itself=True, renewal_years=4, notice_months=6)
    assert (notice.sort, notice.day) == ("notice", date(2027, 8, 29))
    assert notice.why == "It renews itself after 29 February 2028 unless notice is given by 29 August 2027."


def test_a_missed_notice_means_the_next_term() -> None:
    (notice,) = agreement(ends=PartialDate(2027, 1, 1), renews_itself=True, renewal_years=5, notice_months=6)
    assert notice.day == date(2031, 7, 1)


def test_the_first_term_is_counted_from_the_signing_if_no_end_is_known() -> None:
    (notice,) = agreement(signed=PartialDate(2022), renews_itself=True, renewal_years=5)
    assert notice.day == date(2027, 12, 31)


def test_a_renewal_of_unknown_length_asks_for_it() -> None:
    (notice,) = agreement(ends=PartialDate(2026, 1), renews_itself=True)
    assert (notice.day, notice.urgency) == (date(2026, 1, 31), "late")
    assert "for how many years is not on file" in notice.why


@given(DAYS, YEARS, MONTHS, DAYS)
def test_notice_is_never_asked_for_too_late(end: date, years: int, months: int, today: date) -> None:
    (notice,) = agreement(
        today, ends=PartialDate.of(end), renews_itself=True, renewal_years=years, notice_months=months
    )
    assert notice.day is not None
    assert notice.day >= today
    ends = [months_after(end, 12 * years * count) for count in range(220)]
    days = [notice_day(one, months) for one in ends]
    assert notice.day == next(day for day in days if day >= today)


@given(DAYS, YEARS, DAYS)
def test_a_renewed_term_keeps_its_anniversary(end: date, years: int, today: date) -> None:
    present = present_end(end, years, today)
    assert present >= today
    assert present == end or months_after(present, -12 * years) < today
    assert present.month == end.month
    assert present.day == end.day or (end.day, end.month, present.day) == (29, 2, 28)


@given(DAYS, MONTHS)
def test_notice_comes_before_the_end(end: date, months: int) -> None:
    day = notice_day(end, months)
    assert day <= end
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months


@given(st.builds(PartialDate, st.integers(1990, 2060), st.none() | st.integers(1, 12)))
def test_partial_days_count_by_their_last(ends: PartialDate) -> None:
    found = agreement(ends=ends)
    assert [one.day for one in found] == [ends.last_day()]


def test_a_wanted_signing_counts_until_it_is_signed() -> None:
    (signing,) = agreement(state="in_talks", wanted=date(2026, 11, 25))
    assert (signing.sort, signing.urgency) == ("signing", "week")
    assert agreement(state="in_talks", ends=PartialDate(2020)) == []
    assert agreement(wanted=date(2026, 11, 25), signed=PartialDate(2026, 11)) == []


def test_memberships_ask_to_decide_and_tell_their_end() -> None:
    found = list(reminders.of_membership("active", date(2026, 12, 1), PartialDate(2026), TODAY))
    assert [(one.sort, one.day) for one in found] == [
        ("decision", date(2026, 12, 1)),
        ("expiry", date(2026, 12, 31)),
    ]
    assert list(reminders.of_membership("left", date(2026, 12, 1), PartialDate(2026), TODAY)) == []


def test_dues_are_due_until_paid() -> None:
    (late,) = reminders.of_dues(2026, date(2026, 3, 31), False, TODAY)
    assert (late.urgency, late.why) == ("late", "The dues of 2026 are to be paid by 31 March 2026.")
    (open_end,) = reminders.of_dues(2026, None, False, TODAY)
    assert open_end.day == date(2026, 12, 31)
    assert list(reminders.of_dues(2026, date(2026, 3, 31), True, TODAY)) == []
    assert list(reminders.of_dues(None, None, False, TODAY)) == []


def test_a_request_wants_an_answer_within_thirty_days() -> None:
    (open_one,) = reminders.of_relation(None, Request("idea", "them", PartialDate(2026, 10), "open"), TODAY)
    assert (open_one.sort, open_one.day) == ("request", date(2026, 11, 30))
    assert "October 2026" in open_one.why
    (ours,) = reminders.of_relation(None, Request("in_talks", "us"), TODAY)
    assert (ours.day, ours.urgency) == (None, "undated")
    assert list(reminders.of_relation(None, Request("idea", "them", None, "accepted"), TODAY)) == []
    assert list(reminders.of_relation(None, Request("active", "them"), TODAY)) == []


def test_a_review_is_due_as_long_as_the_relation_lives() -> None:
    (review,) = reminders.of_relation(date(2026, 11, 1), Request("active", ""), TODAY)
    assert (review.sort, review.urgency) == ("review", "late")
    assert list(reminders.of_relation(date(2026, 11, 1), Request("ended", ""), TODAY)) == []


@pytest.mark.parametrize("whose", ["us", "them", "both", ""])
def test_promises_say_whose_they_are(whose: str) -> None:
    (dated,) = reminders.of_commitment(Promise("open", date(2026, 12, 1), whose), TODAY)
    (undated,) = reminders.of_commitment(Promise("open", None, whose), TODAY)
    assert dated.urgency == "month"
    assert undated.urgency == "undated"
    assert list(reminders.of_commitment(Promise("done", date(2026, 12, 1), whose), TODAY)) == []


@given(DAYS, st.sampled_from(["month", "quarter", "year"]), DAYS)
def test_what_comes_again_comes_after_today(due: date, repeats: str, today: date) -> None:
    found = reminders.next_due(due, repeats, today)
    assert found is not None
    assert found > max(due, today)
    assert reminders.next_due(due, "", today) is None


def test_answers_are_owed_by_the_one_who_was_written_to() -> None:
    (theirs,) = reminders.of_contact("out", date(2026, 12, 15), False, TODAY)
    (ours,) = reminders.of_contact("in", date(2026, 12, 15), False, TODAY)
    assert theirs.why == "We want their answer by 15 December 2026."
    assert ours.why == "They want our answer by 15 December 2026."
    assert list(reminders.of_contact("in", date(2026, 12, 15), True, TODAY)) == []
    assert list(reminders.of_contact("in", None, False, TODAY)) == []


def test_sentences_are_in_the_language_spoken() -> None:
    with speaking("tr"):
        step = reminders.of_step("Meclis kararı", date(2027, 1, 15), TODAY)
    assert "15 Ocak 2027" in step.why
    assert "Meclis kararı" in step.why


def test_a_call_that_is_watched_reminds_until_its_last_day() -> None:
    (found,) = reminders.of_call("watched", TODAY + timedelta(days=5), TODAY)
    assert (found.sort, found.urgency, found.why) == ("call", "week", "Apply by 27 November 2026.")
    assert list(reminders.of_call("watched", TODAY - timedelta(days=1), TODAY)) == []
    assert list(reminders.of_call("applied", TODAY + timedelta(days=5), TODAY)) == []
    assert list(reminders.of_call("watched", None, TODAY)) == []


def test_a_report_of_a_project_is_owed_until_it_is_given() -> None:
    (found,) = reminders.of_project("done", TODAY - timedelta(days=3), TODAY)
    assert (found.sort, found.urgency) == ("report", "late")
    assert list(reminders.of_project("cancelled", TODAY, TODAY)) == []
    assert list(reminders.of_project("active", None, TODAY)) == []
