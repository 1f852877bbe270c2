"""What every block of a paper is, and the small values that blocks are made of."""

from dataclasses import dataclass, field
from enum import Enum

from dipdesk.papers.words import Text


class Tone(Enum):
    """How loud a paragraph speaks."""

    NORMAL = "normal"
    LEAD = "lead"
    MUTED = "muted"
    WARNING = "warning"


class Status(Enum):
    """The colour of a callout; it always goes with a word."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as stored (JPEG, PNG, …) and what it shows, for those who cannot see it."""

    data: bytes
    alt: Text = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a paper."""

    record: str = field(default="", kw_only=True, metadata={"same": True})
