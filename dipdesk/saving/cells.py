"""Cells of a table as spreadsheets see them: text that would run as a formula is marked, and unmarked again.

Rule (OWASP, CSV injection): a cell that begins with = + - @ or a tab would be computed. Such text is
written with an apostrophe before it, as spreadsheets themselves mark text. Phone numbers that begin with
+ stay as they are.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_PHONE = re.compile(r"\+\d[\d ()/.\-]*$")
_MARKED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def mark(text: str) -> str:
    """``text`` so that no spreadsheet computes it; phone numbers are not touched."""
    return f"'{text}" if _FORMULA.match(text) and not _PHONE.match(text) else text


def unmark(text: str) -> str:
    """The text that ``mark`` was given."""
    return text[1:] if _MARKED.match(text) else text
