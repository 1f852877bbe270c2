"""What can be chosen when a paper is made: dataclasses whose fields say their kind and label.

The window shows them as a form and the command line as flags, both from ``choices()``.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.i18n import N_
from dipdesk.model import Field, Record
from dipdesk.model.kinds import Choice, Flag, Kind, Shipped, Text, Words
from dipdesk.model.visit import CLASSIFICATIONS
from dipdesk.rules.receivers import FOLDER, receiver

MARKS = N_("Marks")
SECTIONS = N_("Sections")
SHOWN = N_("What is shown")
"""The groups under which options stand."""


Offers = Callable[[Session, Record], tuple[tuple[str, str], ...]]
"""Gives value and name of what can be chosen for a paper about a record."""
Offered = Mapping[str, tuple[tuple[str, str], ...]]
"""Values and names of what can be chosen, by the name of the option."""


def option(
    kind: Kind[Any],
    label: str,
    initial: Any,
    *,
    group: str = "",
    hint: str = "",
    offers: Offers | None = None,
) -> Any:
    """A field of an options dataclass; ``label``, ``group`` and ``hint`` are source texts.

    ``offers`` gives the choices of an option that depends on what the office file holds.
    """
    declared = Field("", kind, label, group=group, hint=hint, initial=initial)
    return dataclasses.field(default=initial, metadata={"field": declared, "label": label, "offers": offers})


def choices(options: type[Any]) -> tuple[Field, ...]:
    """What an options dataclass lets one choose: what is offered, its own fields, then those it shares."""
    shared = {
        one.name
        for base in options.__bases__
        if dataclasses.is_dataclass(base)
        for one in dataclasses.fields(base)
    }
    every = sorted(
        dataclasses.fields(options), key=lambda one: (one.metadata["offers"] is None, one.name in shared)
    )
    return tuple(dataclasses.replace(one.metadata["field"], name=one.name) for one in every)


def offered(options: type[Any], session: Session, subject: Record) -> Offered:
    """The choices of the options that depend on what the file holds, for a paper about ``subject``."""
    every = {one.name: one.metadata.get("offers") for one in dataclasses.fields(options)}
    return {name: offers(session, subject) for name, offers in every.items() if offers is not None}


def packed(options: Any) -> str:
    """The choices that are not the usual ones, as text to be kept."""
    usual = type(options)()
    chosen = ((one, getattr(options, one.name)) for one in choices(type(options)))
    return json.dumps(
        {one.name: one.kind.to_json(value) for one, value in chosen if value != getattr(usual, one.name)},
        ensure_ascii=False,
    )


def unpacked(options: type[Any], text: str) -> Any:
    """The inverse of :func:`packed`; what this version of the paper does not know is left out."""
    declared = {one.name: one for one in choices(options)}
    kept = json.loads(text or "{}").items()
    return options(**{name: declared[name].kind.from_json(value) for name, value in kept if name in declared})


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
    receiver: str = option(
        Shipped(FOLDER),
        N_("Copy for"),
        "",
        group=MARKS,
        hint=N_("What they must not see is left out; left empty for the office"),
    )
    classification: str = option(
        Choice(CLASSIFICATIONS), N_("Classification"), "", group=MARKS, hint=N_("Left empty, the usual one")
    )

    @property
    def is_inside(self) -> bool:
        """Whether the paper stays in the office: what we think, want and doubt is for nobody else."""
        return not (self.public or self.receiver)

    @property
    def whose(self) -> str:
        """Whose paper it is, in the language spoken now; empty for the office."""
        return receiver(self.receiver).name.said() if self.receiver else ""


@dataclasses.dataclass(frozen=True)
class Arranged(Marks):
    """What papers let one choose whose sections can be put in another order; switches of the group follow.

    ``facing`` puts two languages on facing pages instead of side by side; it says nothing of one language.
    """

    facing: bool = option(
        Flag(),
        N_("Two languages on facing pages"),
        False,
        group=MARKS,
        hint=N_("Otherwise side by side; Word documents show them one after the other"),
    )

    order: tuple[str, ...] = option(
        Words(),
        N_("Order of the sections"),
        (),
        group=SECTIONS,
        hint=N_("Names of sections, separated by commas; the others follow in their usual order"),
    )
