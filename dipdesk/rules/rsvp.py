"""Answers to invitations: how many places are taken, who moves up from the waiting list, who is at the door.

The arithmetic is ours: whoever is asked, comes or has arrived takes a place, and so does a companion.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dipdesk.i18n import fold

TAKES_PLACE = ("", "invited", "coming", "arrived", "expected")
"""The states of those for whom a place is kept; nothing said is as good as asked."""
NOT_INVITED = ("", "expected")
UNANSWERED = (*NOT_INVITED, "invited")
_PARTING = str.maketrans(dict.fromkeys("-'’", " "))
"""What parts the words of a name as a space does."""
AWAITED = (*UNANSWERED, "coming")
"""The states of those who may still come through the door."""
STATE_OF = {"coming": "coming", "represented": "represented", "declined": "declined"}
"""The state of a guest after an answer; other answers change nothing."""


@dataclass(frozen=True)
class Tally:
    """How many guests are in which state, and how many places there are (None if nobody counts)."""

    states: Counter[str]
    most: int | None = None

    @property
    def taken(self) -> int:
        """Places that are kept for somebody."""
        return sum(self.states[state] for state in TAKES_PLACE)

    @property
    def free(self) -> int | None:
        """Places that are left; negative if too many were asked, None without a limit."""
        return None if self.most is None else self.most - self.taken

    @property
    def unanswered(self) -> int:
        """Guests who have not answered."""
        return sum(self.states[state] for state in UNANSWERED)


def tally(states: Iterable[str], most: int | None = None) -> Tally:
    """The sum of the states of all guests."""
    return Tally(Counter(state or "" for state in states), most)


def moves_up(waiting: Sequence[str], free: int | None) -> str:
    """Who of the waiting list, given in order of precedence, is next; empty if there is no room or nobody."""
    return waiting[0] if waiting and (free is None or free > 0) else ""


def at_door(typed: str, names: Sequence[str]) -> list[int]:
    """Whose names have words that begin with all words typed, whatever the accents and dots: their numbers.

    ``sah yil`` finds Şahin Yıldız. Nobody for nothing typed; those whose first or last name begins with the
    first word come first.
    """
    wanted = fold(typed).translate(_PARTING).split()
    if not wanted:
        return []
    found = []
    for number, name in enumerate(names):
        words = fold(name).translate(_PARTING).split()
        if all(any(word.startswith(piece) for word in words) for piece in wanted):
            ends = (words[0], words[-1])
            found.append((not any(word.startswith(wanted[0]) for word in ends), number))
    return [number for _rank, number in sorted(found)]
