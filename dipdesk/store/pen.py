"""The pen of a copy of an office file: where its chain of operations stands, and its clock."""

import time
from dataclasses import dataclass

_COUNTER_BITS = 16
_FURTHEST_AHEAD = 24 * 3600 * 1000


@dataclass
class Pen:
    """Where the chain of this copy stands: the next operation follows ``tip`` with number ``seq + 1``."""

    copy_id: str
    schema: int
    seq: int = 0
    tip: bytes = b""
    clock: int = 0

    def tick(self) -> int:
        """The next reading of the hybrid clock: milliseconds in the upper bits, a counter in the lower 16."""
        now = int(time.time() * 1000) << _COUNTER_BITS
        self.clock = max(now, self.clock + 1)
        return self.clock

    def has_seen(self, clock: int) -> None:
        """Keep after a clock read elsewhere, unless it is more than a day ahead of the wall."""
        if clock < furthest():
            self.clock = max(self.clock, clock)


def furthest() -> int:
    """The reading of a hybrid clock that is a day ahead of the wall: later ones are taken for wrong."""
    return (int(time.time() * 1000) + _FURTHEST_AHEAD) << _COUNTER_BITS
