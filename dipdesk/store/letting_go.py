"""Sessions that let go of their records while the garbage collector rests.

CPython 3.11 (seen in 3.11.7) frees the attributes of an object twice, and crashes, if a collection
starts while the object is given its dictionary and a weak reference's callback sets its attributes. The
state that SQLAlchemy keeps beside a record is such an object, and a session that closes or rolls back
sets attributes on the states of records that may be garbage already.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session


class QuietSession(Session):
    """A session whose ``close`` and ``rollback`` are not disturbed by a collection."""

    def close(self) -> None:
        """Let go of all records."""
        with resting():
            super().close()

    def rollback(self) -> None:
        """Take back what was done in the transaction."""
        with resting():
            super().rollback()


@contextmanager
def resting() -> Iterator[None]:
    """No collection of garbage inside the block; also where much is made that stays, and little garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
