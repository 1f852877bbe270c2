"""What a form for a new record may ask besides its fields; the answer is kept in the same step."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from dipdesk.gui.form.cell import FieldCell
from dipdesk.model import Record


class Question(QWidget):
    """Stands below the fields of a form for a new record."""

    changed = Signal()
    """Somebody answered otherwise."""
    replaces: ClassVar[frozenset[str]] = frozenset()
    """The fields that the form need not ask for any more."""

    def heed(self, values: Mapping[str, object]) -> None:
        """The form holds these values now."""

    def values(self) -> Mapping[str, object]:
        """What the answer says about the new record itself."""
        return {}

    def cells(self) -> Sequence[FieldCell]:
        """The fields of which it consists, if any."""
        return ()

    def is_answered(self) -> bool:
        """Whether somebody answered by hand, which shall not be lost unasked."""
        return False

    def keep(self, session: Session, made: Record) -> None:
        """Inside the step that adds the record ``made``: what the answer means. Raises Known."""
