"""Which partners would do for a funding call: by theme, relation and country, each with its reasons."""

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.i18n import speaking
from dipdesk.rules.call_fit import Candidate, Wanted, barred, fits, missing_countries, said

CALL = Wanted(themes=("Sıfır Atık", "iklim"), countries=("TR", "DE", "FR"), countries_needed=3)
COUNTRIES = st.sampled_from(["TR", "DE", "FR", "GE", ""])
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        key=st.uuids().map(str),
        name=st.text(max_size=4),
        country=COUNTRIES,
        themes=st.lists(st.sampled_from(["iklim", "sıfır atık", "liman"]), unique=True).map(tuple),
        related=st.booleans(),
    ),
    max_size=8,
)


def test_those_with_more_themes_of_the_call_come_first_each_with_its_reasons() -> None:
    port = Candidate("p", "Port", "DE", ("liman",), related=True)
    green = Candidate("g", "Green", "FR", ("İKLİM", "sıfır atık"))
    barred_one = Candidate("b", "Bel", "BE", ("iklim",))
    strange = Candidate("s", "Strange", "DE", ("liman",))
    with speaking("en"):
        found = fits(CALL, [barred_one, strange, port, green])
        assert [(one.candidate.key, one.allowed) for one in found] == [("g", True), ("p", True), ("b", False)]
        assert found[0].reasons == ("themes: İKLİM and sıfır atık",)
        assert found[1].reasons == ("an active relation",)
        assert found[2].reasons == ("its country may not take part", "theme: iklim")


def test_a_partner_without_a_country_is_told_apart_from_one_that_may_not() -> None:
    with speaking("en"):
        (found,) = fits(CALL, [Candidate("n", "Net", "", ("iklim",))])
        assert found.reasons[0] == "its country is not on file"


def test_the_countries_that_are_missing_are_counted_with_ours() -> None:
    found = fits(CALL, [Candidate("g", "Green", "FR", ("iklim",)), Candidate("h", "Gras", "FR", ("iklim",))])
    assert missing_countries(CALL, "TR", found) == 1
    with speaking("en"):
        assert said(CALL, 1) == "Partners from 1 more country are needed."
        assert said(CALL, 0) == "There are partners from enough countries for this call."
        assert said(Wanted(), 0) == ""


def test_a_call_that_does_not_admit_our_country_says_so() -> None:
    with speaking("tr"):
        assert "Türkiye" in barred(Wanted(countries=("DE",)), "TR")
        assert barred(CALL, "TR") == barred(Wanted(), "TR") == ""


@given(CANDIDATES)
def test_nobody_is_told_without_a_reason_nor_twice_and_the_barred_stand_last(
    candidates: list[Candidate],
) -> None:
    found = fits(CALL, candidates)
    assert all(one.reasons for one in found)
    keys = [one.candidate.key for one in found]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {one.key for one in candidates}
    allowed = [one.allowed for one in found]
    assert allowed == sorted(allowed, reverse=True)
    assert 0 <= missing_countries(CALL, "TR", found) <= 2
