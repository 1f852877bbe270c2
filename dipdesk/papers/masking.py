"""Values that a receiver must not see are never read into a paper: the only module that blanks them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from dipdesk.model import Record, entity_name, fields
from dipdesk.rules.receivers import Receiver


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
        for name, empty in hidden[kind]:
            set_committed_value(record, name, empty)

    session.expunge_all()
    event.listen(session, "loaded_as_persistent", blank)
    try:
        yield
    finally:
        event.remove(session, "loaded_as_persistent", blank)
        session.expunge_all()


def _hidden(kind: type[Record], receiver: Receiver) -> Iterator[tuple[str, object]]:
    """The fields of an entity that the receiver must not see, with their empty values."""
    name = entity_name(kind)
    for one in fields(kind):
        if not receiver.may_see(name, one.name, one.privacy.value):
            yield one.name, one.kind.empty
