"""Cleaning, direction and breaking of texts in many scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.papers import script


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Şişli İlçesi ğ ı", "Şişli İlçesi ğ ı"),
        ("I\u0307stanbul", "İstanbul"),
        ("A\x00B\x08\x1f\ud800", "AB"),
        ("Ad\u202efdp.exe", "Ad[U+202E]fdp.exe"),
        ("a\u200bb\u2066c\ufeff", "a[U+200B]b[U+2066]c[U+FEFF]"),
        ("bir\r\niki\rüç\u2028dört", "bir\niki\nüç\ndört"),
        ("Düzce\u00adli\ufe0f\u200d", "Düzceli"),
        ("a\tb", "a    b"),
    ],
)
def test_clean_keeps_what_can_be_read_and_shows_what_deceives(raw: str, shown: str) -> None:
    assert script.clean(raw) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_clean_is_safe_and_done_once(text: str) -> None:
    cleaned = script.clean(text)
    assert script.clean(cleaned) == cleaned
    assert not any("\ud800" <= letter <= "\udfff" for letter in cleaned)
    assert all(letter == "\n" or ord(letter) >= 32 for letter in cleaned)


def test_arabic_letters_are_joined_in_reading_order() -> None:
    joined = script.joined("محمد")
    assert joined == "\ufee3\ufea4\ufee4\ufeaa"
    assert script.visual(joined, right_to_left=True) == joined[::-1]


def test_a_name_inside_another_script_keeps_its_place() -> None:
    shown = script.visual("Balıkesir – שלום 2027", right_to_left=False)
    assert shown == "Balıkesir – 2027 " + "שלום"[::-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(محمد)", True), ("12 אב", True), ("Ali محمد", False), ("123", False), ("", False)],
)
def test_the_first_letter_gives_the_direction(text: str, expected: bool) -> None:
    assert script.reads_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("محمد\nعمر", True),
        ("محمد\n\nعمر\n", True),
        ("1. محمد\n2. Ali", False),
        ("Ali\nمحمد", False),
        ("محمد\n+90 000 000 00 00", False),
    ],
)
def test_a_list_of_names_of_several_scripts_begins_on_the_left(text: str, expected: bool) -> None:
    assert script.reads_right_to_left(text) is expected


@given(st.text(st.sampled_from("ab 漢字、。（）「」가나 ")))
def test_words_lose_nothing(line: str) -> None:
    assert "".join(space + word for space, word in script.words(line)) == line


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    pieces = [word for _, word in script.words("中国的首都。（北京）Wang")]
    assert pieces == ["中", "国", "的", "首", "都。", "（北", "京）", "Wang"]


def test_brackets_embrace_what_they_embrace_in_both_directions() -> None:
    assert script.visual("אב (Libya) ג [1]", right_to_left=True) == "[1] ג (Libya) בא"
    assert script.visual("Ayşe (אב) Örnek", right_to_left=False) == "Ayşe (בא) Örnek"


@given(st.text("لاأمحبن ه\u0651\u064b\u200c\u200d-a1\n", max_size=12))
def test_joining_takes_any_letters_in_any_order(text: str) -> None:
    assert len(script.joined(text)) <= len(text)


def test_a_joiner_elsewhere_in_a_text_leaves_its_ligatures_alone() -> None:
    assert script.joined("لا") == "\ufefb"
    assert script.joined("ه\u200d لا").endswith(" \ufefb")
