"""How a field is declared, once: its kind, label, group, privacy and width."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect
from sqlalchemy.orm import mapped_column

from dipdesk.i18n import LANGUAGES, N_, _, kept_language
from dipdesk.model.kinds import Kind, Link, Text

if TYPE_CHECKING:
    from dipdesk.model.record import Record


class Privacy(Enum):
    """Who may see a field: the classes that papers, packages and the register of personal data use."""

    OPEN = "open"
    CONTACT = "contact"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


PRIVACY_CLASSES = {
    Privacy.OPEN.value: N_("For everybody"),
    Privacy.CONTACT.value: N_("Contact details"),
    Privacy.PERSONAL.value: N_("Personal"),
    Privacy.SENSITIVE.value: N_("Sensitive"),
}
"""What people call the classes where they choose one."""


@dataclass(frozen=True)
class Field:
    """What is known of one field of an entity; ``label``, ``group`` and ``hint`` are source texts."""

    name: str
    kind: Kind[Any]
    label: str
    group: str = ""
    hint: str = ""
    privacy: Privacy = Privacy.OPEN
    width: int = 18
    together: str = ""
    listed: bool = True
    initial: Any = None
    technical: bool = False
    copied: bool = True

    @property
    def register(self) -> str:
        """The name under which history and merging know it; fields that belong together share one."""
        return self.together or self.name

    @property
    def key_column(self) -> str:
        """The name of the column with its sort key, empty if it sorts by itself."""
        return f"{self.name}_key" if sorts_by_key(self.kind) and self.listed else ""

    @property
    def asked(self) -> bool:
        """Whether a form asks for it from the start: it is needed, or it is in some language."""
        return self.kind.required or (
            isinstance(self.kind, Text) and self.kind.either and self.kind.tongue != ""
        )

    def title(self) -> str:
        """The label in the language spoken now."""
        return _(self.label)


def sorts_by_key(kind: Kind[Any]) -> bool:
    """Whether values of this kind need a stored key to sort by the alphabet."""
    return isinstance(kind, Text) and not kind.long


def field(
    kind: Kind[Any],
    label: str,
    *,
    group: str = "",
    hint: str = "",
    privacy: Privacy = Privacy.OPEN,
    width: int = 18,
    together: str = "",
    listed: bool = True,
    initial: Any = None,
    technical: bool = False,
    copied: bool = True,
) -> Any:
    """Declare a field: a database column that carries all that table, form, import, paper and history need.

    ``width`` is in letters; ``listed`` fields can be columns of a table; fields with the same
    ``together`` merge as one; ``initial`` is the value of a new record; ``technical`` ones are kept by
    the program itself: no form, search or import knows them. What is not ``copied`` belongs to one record
    alone, such as its number or the day when it was done: a duplicate starts without it.
    """
    declared = Field(
        "", kind, label, group, hint, privacy, width, together, listed, initial, technical, copied
    )
    constraints = (kind.constraint,) if isinstance(kind, Link) else ()
    return mapped_column(
        kind.sql,
        *constraints,
        nullable=True,
        index=isinstance(kind, Link),
        active_history=True,
        info={"field": declared},
    )


@lru_cache
def fields(entity: "type[Record]") -> tuple[Field, ...]:
    """All fields of an entity in the order they were declared."""
    found = []
    for attribute in inspect(entity).column_attrs:
        declared = attribute.columns[0].info.get("field")
        if declared is not None:
            found.append(replace(declared, name=attribute.key))
    return tuple(found)


def field_of(entity: "type[Record]", name: str) -> Field:
    """The field ``name`` of an entity; raises KeyError."""
    return {one.name: one for one in fields(entity)}[name]


def in_language(record: "Record", stem: str, language: str) -> str:
    """The text of a field pair such as ``title_tr``, ``title_en``; empty if it is blank in ``language``."""
    text = str(getattr(record, f"{stem}_{language}") or "") if language in LANGUAGES else ""
    return "" if text.isspace() else text


def best_text(record: "Record", stem: str, language: str) -> str:
    """The text of a field pair in ``language``, else in the next that has one; for lists and titles."""
    first = kept_language(language)
    order = (first, *(code for code in LANGUAGES if code != first))
    return next((text for code in order if (text := in_language(record, stem, code))), "")
