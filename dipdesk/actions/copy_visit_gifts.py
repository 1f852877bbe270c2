"""Which gifts of an earlier visit a copy would give to the same receiver once more."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import gift_advice
from dipdesk.actions.copy_visit_rows import gifts_of
from dipdesk.model import Gift, fields


@dataclass(frozen=True)
class GivenAgain:
    """A gift that its receiver was given before, and the sentence that says when and where."""

    gift_id: str
    said: str


def given_again(session: Session, visit_id: str, people: Mapping[str, str]) -> tuple[GivenAgain, ...]:
    """The gifts of a visit that would be given twice if they were planned for a copy of it.

    ``people`` are the persons who come instead of others, empty for those who are left out. A gift without
    a person to receive it is one to the body.
    """
    found = []
    for gift in gifts_of(session, visit_id):
        if people.get(gift.receiver_id or "", "kept") == "":
            continue  # who does not come is given nothing
        planned = Gift(**{one.name: getattr(gift, one.name) for one in fields(Gift)})
        planned.state, planned.receiver_id = "planned", people.get(gift.receiver_id or "", gift.receiver_id)
        for repeat in gift_advice.repeats(session, planned):
            if repeat.before.is_done and (repeat.same_person or not planned.receiver_id):
                found.append(GivenAgain(gift.id, repeat.said()))
                break
    return tuple(found)
