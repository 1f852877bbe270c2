"""Which new records are asked about more than their fields, and by what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dipdesk.gui.form.asking.gift_question import GiftQuestion
from dipdesk.gui.form.asking.people_question import (
    ForWhomQuestion,
    JourneyQuestion,
    RideQuestion,
    RoomQuestion,
)
from dipdesk.gui.form.asking.post_question import PostQuestion
from dipdesk.gui.form.asking.question import Question
from dipdesk.gui.form.editor import Surroundings
from dipdesk.model import Expense, Gift, Person, Record, Ride, Room, Travel
from dipdesk.store.office_file import OfficeFile

Values = Mapping[str, object]
Around = Callable[[type[Record], Callable[[], Values]], Surroundings]
"""What the editors of a form of a kind may need, given what the form holds."""


@dataclass(frozen=True)
class Linked:
    """A record is made because a field of another form shall lead to it.

    ``post`` is what is likely of the post that the other form names beside a person; None if it names none.
    """

    post: Values | None = None


def question(
    office: OfficeFile, kind: type[Record], known: Values, linked: Linked | None, around: Around
) -> Question | None:
    """What the form for a new record of ``kind`` asks below its fields; None for nothing."""
    if linked is not None:
        wants_post = kind is Person and linked.post is not None
        return PostQuestion(office, linked.post or {}, around) if wants_post else None
    if kind is Expense and "member_id" in known:
        return None
    return _QUESTIONS[kind](office) if kind in _QUESTIONS else None


_QUESTIONS: Mapping[type[Record], Callable[[OfficeFile], Question]] = {
    Travel: JourneyQuestion,
    Ride: RideQuestion,
    Room: RoomQuestion,
    Expense: ForWhomQuestion,
    Gift: GiftQuestion,
}
