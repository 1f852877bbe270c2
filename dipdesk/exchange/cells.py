"""Cells of a table as spreadsheets see them: text that would run as a formula is marked, and unmarked again.

Rule (OWASP, CSV injection): a cell that begins with = + - @ or a tab would be computed. Such text is
written with an apostrophe before it, as spreadsheets themselves mark text. Phone numbers that begin with
+ stay as they are.
"""

import re
import unicodedata

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_PHONE = re.compile(r"\+\d[\d ()/.\-]*$")
_MARKED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"


def mark(text: str) -> str:
    """``text`` so that no spreadsheet computes it; phone numbers are not touched."""
    return f"'{text}" if _FORMULA.match(text) and not _PHONE.match(text) else text


def unmark(text: str) -> str:
    """The text that ``mark`` was given."""
    return text[1:] if _MARKED.match(text) else text


def visible(text: str) -> str:
    """``text`` with a mark for every character that cannot be seen: ``Ad\u202efdp`` → ``Ad⟨202E⟩fdp``."""
    return "".join(f"⟨{ord(char):04X}⟩" if is_unseen(char) else char for char in text)


def is_unseen(char: str) -> bool:
    """Whether a character shows nothing yet changes how its neighbours look or sort."""
    return unicodedata.category(char) in _UNSEEN and char not in f"\n\t{_JOINERS}"
