"""Texts as they are: nothing in them is markup, and nothing hides."""

import re
from html import escape

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def visible(text: str) -> str:
    """``text`` with a mark for every letter that cannot be seen but turns the others round."""
    return _INVISIBLE.sub(lambda found: f"⟦{ord(found[0]):04X}⟧", text)


def as_tooltip(text: str) -> str:
    """Plain lines as a tooltip shows them letter for letter, wrapped where they are long; empty for none."""
    return f"<div>{escape(visible(text)).replace(chr(10), '<br>')}</div>" if text else ""
