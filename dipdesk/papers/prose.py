"""The running text of letters: in the size of letters, across the whole column, at any side of it."""

from dataclasses import dataclass, field
from enum import Enum

from dipdesk.papers.block import Block
from dipdesk.papers.drawing import Ink
from dipdesk.papers.words import Text


class Side(Enum):
    """Where the lines of a text stand; ``FULL`` ones reach from edge to edge, but for the last."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Prose(Block):
    """A paragraph of a letter; ``indented`` ones begin with a short first line.

    ``above`` and ``below`` are its distances in points, ``language`` the one it is written in if that is
    not the first of the paper.
    """

    text: Text
    side: Side = Side.LEFT
    strong: bool = False
    ink: Ink = field(default=Ink.TEXT, metadata={"same": True})
    indented: bool = False
    above: float = 0.0
    below: float = 0.0
    language: str = field(default="", metadata={"same": True})
