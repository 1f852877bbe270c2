"""What came back in a form: the answers of each person, with the address of every cell and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dipdesk.exchange.identity import words
from dipdesk.exchange.intake.stamp import Stamp


@dataclass(frozen=True)
class Answer:
    """The text of one cell; ``place`` is its address, such as ``D7`` or ``Person 2, Phone``."""

    text: str
    place: str


@dataclass(frozen=True)
class CellWarning:
    """What is wrong with a cell and what to do; ``key`` is that of its column, empty for a whole row."""

    place: str
    key: str
    sentence: str

    def said(self) -> str:
        """The place and the sentence."""
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True)
class Entry:
    """One person of the form: where the row stands, its answers, the values read, and the warnings."""

    place: str
    answers: Mapping[str, Answer]
    values: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[CellWarning, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing of it can be stored, as it names nobody."""
        return not self.values.get("family_name")

    @property
    def name_key(self) -> str:
        """The words of the name, by which two rows are about the same person."""
        return words(f"{self.values.get('given_name', '')} {self.values.get('family_name', '')}")

    def place_of(self, key: str) -> str:
        """The address of a cell, that of the row if it is empty."""
        return self.answers[key].place if key in self.answers else self.place


@dataclass(frozen=True)
class Form:
    """A form that was read; ``remarks`` are about the form as a whole."""

    path: Path
    stamp: Stamp
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[CellWarning, ...]:
        """The warnings of all cells, in the order of the form."""
        return tuple(one for entry in self.entries for one in entry.warnings)
