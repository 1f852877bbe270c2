"""What can be chosen when a paper is made: dataclasses whose fields say their kind and label.

The window shows them as a form and the command line as flags, both from ``choices()``.
"""

import dataclasses
from typing import Any

from dipdesk.i18n import N_
from dipdesk.model import Field
from dipdesk.model.kinds import Choice, Flag, Kind, Text
from dipdesk.model.visit import CLASSIFICATIONS

MARKS = N_("Marks")
SECTIONS = N_("Sections")
"""The groups under which options stand."""


def option(kind: Kind[Any], label: str, initial: Any, *, group: str = "", hint: str = "") -> Any:
    """A field of an options dataclass; ``label``, ``group`` and ``hint`` are source texts."""
    declared = Field("", kind, label, group=group, hint=hint, initial=initial)
    return dataclasses.field(default=initial, metadata={"field": declared, "label": label})


def choices(options: type[Any]) -> tuple[Field, ...]:
    """What an options dataclass lets one choose, in the order of its fields."""
    return tuple(
        dataclasses.replace(one.metadata["field"], name=one.name) for one in dataclasses.fields(options)
    )


@dataclasses.dataclass(frozen=True)
class Marks:
    """What every paper lets one choose; ``classification`` is empty for the usual one of the paper."""

    version: str = option(Text(most=40), N_("Version"), "", group=MARKS)
    draft: bool = option(Flag(), N_("Marked as a draft"), False, group=MARKS)
    public: bool = option(
        Flag(),
        N_("Public version"),
        False,
        group=MARKS,
        hint=N_("Without anything personal but names and posts"),
    )
    classification: str = option(
        Choice(CLASSIFICATIONS), N_("Classification"), "", group=MARKS, hint=N_("Left empty, the usual one")
    )
