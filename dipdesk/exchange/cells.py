"""Cells of a table as people see them: what deceives the eye gets a mark."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """``text`` with a mark for every character that cannot be seen: ``Ad\u202efdp`` → ``Ad⟨202E⟩fdp``."""
    return "".join(f"⟨{ord(char):04X}⟩" if is_unseen(char) else char for char in text)


def is_unseen(char: str) -> bool:
    """Whether a character shows nothing yet changes how its neighbours look or sort."""
    return unicodedata.category(char) in _UNSEEN and char not in f"\n\t{_JOINERS}"


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: it is empty, or holds only spaces and characters that cannot be seen."""
    return all(char.isspace() or is_unseen(char) or char in _JOINERS for char in text)
