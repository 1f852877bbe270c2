"""Texts of papers: in one language, or the same text in two."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Pair:
    """The same text in the two languages of a bilingual paper."""

    first: str
    second: str


Text: TypeAlias = str | Pair


def both(text: Text) -> tuple[str, ...]:
    """The one or two wordings of ``text`` that are not empty."""
    wordings = (text,) if isinstance(text, str) else (text.first, text.second)
    return tuple(wording for wording in wordings if wording)


def in_line(text: Text) -> str:
    """``text`` in one line: ``Program · Programme``."""
    return " · ".join(both(text))
