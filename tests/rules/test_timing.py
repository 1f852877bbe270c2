"""Days known in part, and moments that exist, do not exist or come twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, format_date, speaking
from dipdesk.rules.timing import Moment, PartialDate, read_clock, read_day, with_century, with_year


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
        ("8 Mart 2027", "2027-03-08"),
        ("8 March 2027", "2027-03-08"),
        ("8 Mar 2027", "2027-03-08"),
        ("8. mart 2027", "2027-03-08"),
        ("8th MARCH 2027", "2027-03-08"),
        ("March 8, 2027", "2027-03-08"),
        ("08.03.2027", "2027-03-08"),
        ("2027-03-08", "2027-03-08"),
        ("1 Ağu 2027", "2027-08-01"),
        ("1 AĞUSTOS 2027", "2027-08-01"),
        ("30 Eylul 2027", "2027-09-30"),
        ("12 Kasım 2027", "2027-11-12"),
        ("Mart 2027", "2027-03"),
        ("sept. 2027", "2027-09"),
    ],
)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_partial_dates_are_read(text: str, iso: str, language: str) -> None:
    with speaking(language):
        assert str(PartialDate.parse(text)) == iso
        assert str(PartialDate.parse(with_century(text))) == iso


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_a_day_is_read_as_it_is_shown_in_any_language(day: date, shown: str, spoken: str) -> None:
    with speaking(shown):
        texts = [format_date(day, width) for width in ("short", "medium", "long")]
    with speaking(spoken):
        assert [read_day(text) for text in texts] == [day, day, day]


@pytest.mark.parametrize(
    "text",
    [
        *("31.02.2026", "01/02/26", "٠١٠٢٢٠٢٦", "1e309", "NaN", "", "2026-13", "0000", "29.02.2023"),
        *("8 Ma 2027", "8 Märch 2027x", "30 Şubat 2027", "8 Zilkade 2027", "8 March", "March 2027 8"),
    ],
)
def test_other_texts_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid, match=r"no such day|Write it like"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("8/3/27", "2027-03-08"),
        ("8.3.27", "2027-03-08"),
        ("8 Mart 27", "2027-03-08"),
        ("8 Mar 68", "2068-03-08"),
        ("8.3.69", "1969-03-08"),
        ("08.03.88", "1988-03-08"),
    ],
)
def test_years_of_two_digits_are_read_where_a_person_sees_what_was_read(text: str, iso: str) -> None:
    assert str(PartialDate.parse(with_century(text))) == iso


def test_a_day_that_is_none_is_answered_with_days_only() -> None:
    with pytest.raises(
        Invalid, match=r"^“someday” is not a day\. Write it like 05/03/2015 or 5 March 2015\.$"
    ):
        read_day("someday")
    with pytest.raises(Invalid, match=r"^“8 Zilkade 2027” is not a day\."):
        read_day("8 Zilkade 2027")
    with pytest.raises(Invalid, match=r"^The day is missing in “Mart 2027”\."):
        read_day("Mart 2027")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("0845", "08:45"),
        ("08.45", "08:45"),
        ("8:45", "08:45"),
        ("845", "08:45"),
        ("8", "08:00"),
        ("23", "23:00"),
    ],
)
def test_times_of_day_are_read(text: str, clock: str) -> None:
    assert f"{read_clock(text):%H:%M}" == clock


@pytest.mark.parametrize("text", ["", "24", "08:60", "8:4", "84:5", "12345", "eight", "٨"])
def test_other_times_of_day_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid, match=r"Write it like 08:45, 0845 or 8\.$"):
        read_clock(text)


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
        "12 Mayıs 2027 1000",
        "12 May 2027 10 UTC",
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
    "text", ["tomorrow", "12.05.2027", "someday 10:00", "12.05.2027 25:00", "05.2027 10:00"]
)
def test_what_is_wrong_with_a_moment_is_said_without_its_zone(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        Moment.parse(f"{text} Europe/Istanbul")
    assert "Istanbul" not in caught.value.sentence


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


@pytest.mark.parametrize("text", ["2027-05-12T10:00 Europe/Istanbul", "1999-12-31T23:59 Asia/Tokyo"])
def test_a_moment_that_was_kept_comes_back(text: str) -> None:
    assert str(Moment.kept(text)) == text == str(Moment.parse(text))


@pytest.mark.parametrize(
    "text",
    ["2027-13-12T10:00 Europe/Istanbul", "2027-05-12T25:00 Europe/Istanbul", "2027-05-12T10:00 Mars/X"],
)
def test_a_moment_that_was_kept_wrongly_is_refused_in_words(text: str) -> None:
    with pytest.raises(Invalid):
        Moment.kept(text)


def test_moments_of_two_places_compare_by_their_instants() -> None:
    tokyo, here = Moment.kept("2027-05-12T16:00 Asia/Tokyo"), Moment.kept("2027-05-12T10:00 Europe/Istanbul")
    assert tokyo.instant == here.instant
    assert tokyo != here


@pytest.mark.parametrize(
    ("typed", "near", "day"),
    [
        ("8.3", date(2027, 3, 1), date(2027, 3, 8)),
        ("8.3.", date(2027, 3, 1), date(2027, 3, 8)),
        ("2.1", date(2026, 12, 28), date(2027, 1, 2)),
        ("30.12", date(2027, 1, 2), date(2026, 12, 30)),
        ("8 Mart", date(2027, 3, 1), date(2027, 3, 8)),
        ("29.2", date(2027, 3, 1), date(2028, 2, 29)),
        ("08.03.2030", date(2027, 3, 1), date(2030, 3, 8)),
    ],
)
def test_a_day_typed_without_a_year_is_the_nearest(typed: str, near: date, day: date) -> None:
    assert read_day(with_year(typed, near)) == day


@pytest.mark.parametrize("typed", ["31.2", "8 Foo", "2027", "", "3"])
def test_what_is_no_day_stays_as_it_was_typed(typed: str) -> None:
    assert with_year(typed, date(2027, 3, 1)) == typed
