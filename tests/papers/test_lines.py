"""Texts broken into lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.lines import SetText, elided, lay
from dipdesk.papers.style import BODY, Face


def words(text: SetText) -> list[str]:
    return ["".join(stretch for _, stretch in line.runs) for line in text.lines]


def test_lines_break_at_spaces() -> None:
    assert words(lay("Balıkesir Büyükşehir Belediyesi", BODY, 60)) == [
        "Balıkesir",
        "Büyükşehir",
        "Belediyesi",
    ]


def test_line_feeds_break_and_empty_lines_stay() -> None:
    assert words(lay("bir\n\niki", BODY, 400)) == ["bir", "", "iki"]
    assert words(lay("", BODY, 400)) == [""]


def test_a_long_word_breaks_after_a_sign_that_allows_it() -> None:
    lines = words(lay("disiliskiler@balikesirbuyuksehir.gov.tr", BODY, 130))
    assert "".join(lines) == "disiliskiler@balikesirbuyuksehir.gov.tr"
    assert lines[0] == "disiliskiler@"


@given(st.text(st.sampled_from("aşİ漢、(محד ‮👩-"), max_size=300), st.floats(20, 400))
@settings(deadline=None)
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    for line in lay(text, BODY, room).lines:
        assert line.width <= room + 1e-6


@given(st.text(st.sampled_from("abcç ğü-"), max_size=400))
@settings(deadline=None)
def test_no_letter_is_lost_in_breaking(text: str) -> None:
    assert "".join("".join(words(lay(text, BODY, 50))).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("letter", "family"),
    [
        ("ş", "NotoSans"),
        ("Ж", "NotoSans"),
        ("Ω", "NotoSans"),
        ("თ", "NotoSansGeorgian"),
        ("Ա", "NotoSansArmenian"),
        ("ש", "NotoSansHebrew"),
        ("م", "NotoNaskhArabic"),
        ("北", "NotoSansSC"),
        ("한", "NotoSansKR"),
        ("✓", "DejaVuSans"),
    ],
)
def test_each_script_has_its_font(letter: str, family: str) -> None:
    ((name, stretch),) = fonts.letters(Face.REGULAR).runs(letter)
    assert (name.split("-")[0], stretch) == (family, letter)


def test_what_no_font_has_is_replaced_and_reported() -> None:
    assert fonts.letters(Face.REGULAR).missing("a👩b\n") == {"👩"}
    assert words(lay("a👩👩b", BODY, 400)) == ["a\ufffdb"]


def test_elided_texts_fit_and_say_that_they_go_on() -> None:
    shown = elided("Schwäbisch Hall heyetinin ziyareti " * 20, BODY, 100)
    assert shown.endswith("…")
    assert fonts.letters(Face.REGULAR).width(shown) * BODY.size <= 100
    assert elided("kısa", BODY, 100) == "kısa"
