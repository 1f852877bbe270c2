"""The sentences that tell why a paper would be different."""

import pytest

from dipdesk.papers.causes import Cause

LONG = "We meet the rectors and the mayors of the district in the council hall, in two languages,"


def said(before: str, after: str) -> str:
    return Cause("visit", "1", "The visit", "Aim", before, after, "").sentence()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("10:00", "11:30", "The visit: Aim was “10:00”, is now “11:30”."),
        ("", "11:30", "The visit: Aim is now “11:30”."),
        ("a file", "a file", "The visit: Aim is another one now."),
        ("10:00", "", "The visit: Aim “10:00” was removed."),
        (
            f"{LONG} on Monday",
            f"{LONG} at noon",
            "The visit: Aim was “… languages, on Monday”, is now “… languages, at noon”.",
        ),
        (LONG, f"{LONG} at noon", "The visit: Aim was “… languages,”, is now “… languages, at noon”."),
    ],
)
def test_what_is_different_is_told(before: str, after: str, expected: str) -> None:
    assert said(before, after) == expected


def test_nothing_long_makes_the_sentence_long() -> None:
    assert len(Cause("visit", "1", "x" * 300, "Aim", "y" * 300, "z" * 300, "").sentence()) < 220
