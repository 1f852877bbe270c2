"""Sections that are loaded when the first of their kind is made; the only module that loads them by name.

A list of partners must not wait for the seating editor, the PDF writer and the calendar files.
"""

import importlib
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from dipdesk.store.office_file import OfficeFile

_FORM = "dipdesk.gui.form"


@dataclass(frozen=True)
class Later:
    """Makes a section like the class or function ``name`` of ``module`` (below ``dipdesk.gui.form``).

    ``given`` comes before office, id of the record and parent.
    """

    module: str
    name: str
    given: tuple[Any, ...] = ()

    @property
    def path(self) -> str:
        """The whole name of the module."""
        return f"{_FORM}.{self.module}"

    def __call__(self, office: OfficeFile, row_id: str, parent: QWidget) -> QWidget:
        made: QWidget = self.loaded()(*self.given, office, row_id, parent)
        return made

    def loaded(self) -> Any:
        """What makes the section."""
        return getattr(importlib.import_module(self.path), self.name)
