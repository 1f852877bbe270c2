"""What a receiver must not see: papers they get no copy of, and values that are never read into a paper.

The only module that refuses the ones and blanks the others.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.model import Attachment, Record, entity_name, fields
from dipdesk.papers.paper import Paper
from dipdesk.rules.receivers import Receiver, receiver, receiver_keys


def refusal(paper: Paper, key: str) -> str:
    """Why the receiver of that key gets no copy of a paper, in a sentence; empty if they get one."""
    whose = receiver(key) if key else None
    if whose is None or whose.may_get(paper.name):
        return ""
    sentence = _("No copy of “{paper}” is made for this receiver, whom it does not concern: {receiver}.")
    return sentence.format(paper=paper.title(), receiver=whose.name.said())


def refusals(paper: Paper) -> dict[str, str]:
    """The keys of all receivers that get no copy of a paper, each with the reason."""
    return {key: why for key in receiver_keys() if (why := refusal(paper, key))}


def allow(paper: Paper, key: str) -> None:
    """Raise Known if the receiver of that key (empty for the office) gets no copy of a paper."""
    if why := refusal(paper, key):
        raise Known(why)


@contextmanager
def masked(session: Session, receiver: Receiver | None) -> Iterator[None]:
    """Inside the block, every record of ``session`` is read without what the receiver must not see.

    Such values are empty, whatever the paper does with them. For the office (None) nothing is changed.
    ``session`` only reads; it forgets its records before and after.
    """
    if receiver is None:
        yield
        return
    hidden: dict[type[Record], tuple[tuple[str, object], ...]] = {}

    def blank(_session: Session, record: object) -> None:
        if not isinstance(record, Record):
            return
        kind = type(record)
        if kind not in hidden:
            hidden[kind] = tuple(_hidden(kind, receiver))
        for name, empty in _all(kind) if _is_kept_back(record, receiver) else hidden[kind]:
            set_committed_value(record, name, empty)

    session.expunge_all()
    event.listen(session, "loaded_as_persistent", blank)
    try:
        yield
    finally:
        event.remove(session, "loaded_as_persistent", blank)
        session.expunge_all()


def _is_kept_back(record: Record, receiver: Receiver) -> bool:
    """Whether a record has a class of its own that the receiver must not see; one without a class is kept."""
    return isinstance(record, Attachment) and record.privacy not in receiver.shows


def _all(kind: type[Record]) -> Iterator[tuple[str, object]]:
    """All fields of an entity, with their empty values."""
    return ((one.name, one.kind.empty) for one in fields(kind))


def _hidden(kind: type[Record], receiver: Receiver) -> Iterator[tuple[str, object]]:
    """The fields of an entity that the receiver must not see, with their empty values."""
    name = entity_name(kind)
    for one in fields(kind):
        if not receiver.may_see(name, one.name, one.privacy.value):
            yield one.name, one.kind.empty
