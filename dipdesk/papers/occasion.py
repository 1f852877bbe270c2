"""The occasion on which a paper is made: when, and in whose alphabet it puts people in order."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Occasion:
    """``made_at`` is an aware time; ``alphabet`` is the language whose alphabet decides, such as ``tr``.

    A paper in two languages is built twice, each time with the alphabet of its first language, so that
    both have the same order.
    """

    made_at: datetime
    alphabet: str
