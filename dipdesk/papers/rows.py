"""Blocks of things under one another: points, facts, tables, people, the programme of a day."""

from dataclasses import dataclass, field

from dipdesk.papers.block import Block, Picture, Status
from dipdesk.papers.drawing import Align
from dipdesk.papers.words import Text


@dataclass(frozen=True, slots=True)
class Bullets(Block):
    """Points, one under the other; ``numbered`` counts them."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fact(Block):
    """What something is called and what it is: Telephone, +90 266 …; not a block of its own."""

    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """Facts under one another, labels in a column of their own."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; widths are shared out by ``weight``."""

    head: Text
    weight: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row(Block):
    """A row of a table, one cell a column; ``strong`` for totals.

    ``status`` colours the last cell, which says in a word what the colour means; a red row is red altogether.
    """

    cells: tuple[Text, ...]
    strong: bool = False
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Rows under column heads, which stand again on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Card(Block):
    """A person at a glance; ``number`` is the rank, ``spoken`` the name as it is pronounced."""

    name: Text
    post: Text = ""
    spoken: Text = ""
    facts: tuple[Fact, ...] = ()
    photo: Picture | None = None
    number: str = field(default="", metadata={"same": True})


@dataclass(frozen=True, slots=True)
class Cards(Block):
    """People, two side by side."""

    people: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Moment(Block):
    """One item of a day: 09:30–10:15, what, where, who sees to it, and a remark."""

    time: Text
    title: Text
    place: Text = ""
    responsible: Text = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Timeline(Block):
    """The programme of a day, times in a column of their own."""

    moments: tuple[Moment, ...]
