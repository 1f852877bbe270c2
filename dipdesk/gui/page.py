"""What the desk asks of the pages that show records, so that it can hold them before they are loaded."""

from abc import abstractmethod
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Parted(Protocol):
    """A page of several parts, through which F6 leads."""

    def parts(self) -> list[QWidget]:
        """The parts from left to right."""


class RecordsPage(QWidget):
    """A page with a record: what is being typed there is stored before one leaves it."""

    typing = Signal(bool)
    """Something is being typed that is not stored yet, or no longer."""

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return False

    @abstractmethod
    def commit(self) -> bool:
        """Store what is being typed; False if it cannot be stored as it is."""

    @abstractmethod
    def enter(self) -> None:
        """Take the focus, because one comes to the page."""


class ListedPage(RecordsPage):
    """A page with a list; ``row_id`` is the record that is shown beside it, empty for none."""

    row_id: str

    @abstractmethod
    def show_record(self, row_id: str) -> None:
        """Show the record with this id; none for an empty id."""


class SpotPage(QWidget):
    """A page without records of its own that can show one thing out of many, named by the spot."""

    @abstractmethod
    def show_spot(self, row_id: str) -> None:
        """Show what the second half of a spot names; empty for nothing in particular."""

    @abstractmethod
    def enter(self) -> None:
        """Take the focus, because one comes to the page."""
