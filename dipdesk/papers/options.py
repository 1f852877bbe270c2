"""What can be chosen when a paper is made: dataclasses whose fields say their kind and label.

The window shows them as a form and the command line as flags, both from ``choices()``.
"""

import dataclasses
from typing import Any

from dipdesk.model import Field
from dipdesk.model.kinds import Kind


def option(kind: Kind[Any], label: str, initial: Any, *, group: str = "", hint: str = "") -> Any:
    """A field of an options dataclass; ``label``, ``group`` and ``hint`` are source texts."""
    declared = Field("", kind, label, group=group, hint=hint, initial=initial)
    return dataclasses.field(default=initial, metadata={"field": declared, "label": label})


def choices(options: type[Any]) -> tuple[Field, ...]:
    """What an options dataclass lets one choose, in the order of its fields."""
    return tuple(
        dataclasses.replace(one.metadata["field"], name=one.name) for one in dataclasses.fields(options)
    )
