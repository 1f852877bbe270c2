"""Days known in part, and moments that exist, do not exist or come twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.rules.timing import Moment, PartialDate


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1988", "1988"),
        ("2022-03", "2022-03"),
        ("03.2022", "2022-03"),
        ("2015-03-05", "2015-03-05"),
        ("5.3.2015", "2015-03-05"),
        ("05/03/2015", "2015-03-05"),
        (" 29.02.2024 ", "2024-02-29"),
    ],
)
def test_partial_dates_are_read(text: str, iso: str) -> None:
    assert str(PartialDate.parse(text)) == iso


@pytest.mark.parametrize(
    "text", ["31.02.2026", "01/02/26", "٠١٠٢٢٠٢٦", "1e309", "NaN", "", "2026-13", "0000", "29.02.2023"]
)
def test_other_texts_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid, match=r"no such day|Write it like"):
        PartialDate.parse(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_iso_goes_there_and_back(day: date, accuracy: int) -> None:
    partial = PartialDate.parse(day.isoformat()[:accuracy])
    assert PartialDate.parse(str(partial)) == partial
    assert partial.first_day() <= day <= partial.last_day()


def test_partial_dates_sort_by_what_is_known() -> None:
    texts = ["2022", "2022-03", "2022-03-05", "2023"]
    assert [str(one) for one in sorted(PartialDate.parse(text) for text in reversed(texts))] == texts


def test_people_read_them_in_their_language() -> None:
    with speaking("tr"):
        assert [PartialDate.parse(text).format() for text in ("2015-03-05", "2022-03", "1988")] == [
            "5 Mart 2015",
            "Mart 2022",
            "1988",
        ]
    assert PartialDate.parse("2015-03-05").format() == "5 March 2015"


@pytest.mark.parametrize(
    "text",
    [
        "12.05.2027 10:00",
        "2027-05-12T10:00",
        "12.05.2027 10.00 Europe/Berlin",
        "2027-05-12 10:00 Asia/Tbilisi",
    ],
)
def test_moments_are_read(text: str) -> None:
    moment = Moment.parse(text)
    assert f"{moment.local:%Y-%m-%d %H:%M}" == "2027-05-12 10:00"
    assert Moment.parse(str(moment)) == moment


@pytest.mark.parametrize(
    "text", ["", "12.05.2027", "10:00", "05.2027 10:00", "12.05.2027 25:00", "12.05.2027 10:00 Mars/Base"]
)
def test_moments_that_cannot_be_read(text: str) -> None:
    with pytest.raises(Invalid):
        Moment.parse(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("29.03.2026 02:30 Europe/Berlin", "does not exist"),
        ("25.10.2026 02:30 Europe/Berlin", "comes twice"),
        ("27.03.2016 03:30 Europe/Istanbul", "does not exist"),
        ("29.03.2026 02:30 Europe/Istanbul", ""),
        ("12.05.2027 10:00 Europe/Berlin", ""),
    ],
)
def test_hours_that_the_clocks_skip_or_repeat_are_asked_about(text: str, part: str) -> None:
    question = Moment.parse(text).question()
    assert part in question
    assert bool(part) == bool(question)


def test_minutes_are_counted_through_a_change_of_the_clocks() -> None:
    before = Moment.parse("29.03.2026 01:30 Europe/Berlin")
    assert str(before.after(60)) == "2026-03-29T03:30 Europe/Berlin"
