"""Chains of approval: the steps of each kind of agreement, with who, document, source and usual duration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, cast, get_args

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

Phase = Literal["before", "signing", "after"]
Where = Literal["", "abroad", "home"]


@dataclass(frozen=True)
class Step:
    """One step: ``needs`` names what is recorded of it, ``follows`` the steps that must come earlier.

    ``usual_days`` is how long it takes once the step before is done; ``within_days`` a term in days after
    the step it follows (0: none). ``required`` means the law asks for it before signing, or the office does
    if the step is its ``own``; ``may_skip`` that the law knows another way; ``abroad_only`` that no partner
    at home needs it.
    """

    key: str
    name: Wording
    who: Wording
    document: Wording
    source: Source
    needs: tuple[str, ...] = ("date",)
    required: bool = False
    phase: Phase = "before"
    usual_days: int = 0
    follows: tuple[str, ...] = ()
    may_skip: bool = False
    within_days: int = 0
    abroad_only: bool = False
    own: bool = False

    @property
    def binding(self) -> bool:
        """Whether nothing may be signed without it: a verified law says so, or the office itself."""
        return self.required and (self.own or self.source.state == "verified")


@dataclass(frozen=True)
class Use:
    """What a chain is for; an empty tuple or text means any."""

    entity: str
    kinds: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    where: Where = ""


@dataclass(frozen=True)
class Chain:
    """The steps of one kind of agreement in their usual order, with the source of the whole.

    ``left_out`` holds shipped steps that the office does not want, ``uses`` what the chain is for.
    """

    key: str
    name: Wording
    source: Source
    steps: tuple[Step, ...]
    uses: tuple[Use, ...] = ()
    left_out: tuple[Step, ...] = ()

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Chain":
        """A chain from its table (the form of the TOML files); raises Invalid with the place."""
        steps = tuple(_step(row, f"steps[{i}]") for i, row in enumerate(table.get("steps", [])))
        known = {step.key for step in steps}
        if len(known) < len(steps):
            raise Invalid(_("A step comes twice."), "steps")
        uses = tuple(_use(row, f"for[{i}]") for i, row in enumerate(table.get("for", [])))
        return cls(key, Wording.read(table.get("name", key), "name"), Source.read(table), steps, uses)

    def step(self, key: str) -> Step | None:
        """The step called ``key``, None if the chain has none."""
        return next((step for step in self.steps if step.key == key), None)

    @property
    def is_trip(self) -> bool:
        """Whether nothing is signed at its end: people depart."""
        return any(use.entity == "visit" for use in self.uses)

    def at_home(self) -> "Chain":
        """The chain as it is for a partner at home."""
        return replace(self, steps=tuple(step for step in self.steps if not step.abroad_only))


def _use(row: Mapping[str, Any], place: str) -> Use:
    where = row.get("where", "")
    if where not in get_args(Where):
        raise Invalid(_("A chain is for partners at home, abroad, or both."), f"{place}.where")
    lists = {name: tuple(row.get(name, ())) for name in ("kinds", "acts", "forms")}
    return Use(str(row.get("entity", "")), where=cast(Where, where), **lists)


def _step(row: Mapping[str, Any], place: str) -> Step:
    key = row.get("step")
    if not isinstance(key, str) or not key:
        raise Invalid(_("A step needs a key."), f"{place}.step")
    phase = row.get("phase", "before")
    if phase not in get_args(Phase):
        raise Invalid(_("A step comes before, at or after signing."), f"{place}.phase")
    return Step(
        key=key,
        name=Wording.read(row.get("name", key), f"{place}.name"),
        who=Wording.read(row.get("who", ""), f"{place}.who"),
        document=Wording.read(row.get("document", ""), f"{place}.document"),
        source=Source.read(row, place),
        needs=tuple(row.get("needs", ("date",))),
        required=bool(row.get("required", False)),
        phase=phase,
        usual_days=int(row.get("usual_days", 0)),
        follows=tuple(row.get("follows", ())),
        may_skip=bool(row.get("may_skip", False)),
        within_days=int(row.get("within_days", 0)),
        abroad_only=row.get("only", "") == "abroad",
    )


@lru_cache
def chain_keys() -> tuple[str, ...]:
    """The kinds of agreement with a shipped chain."""
    return tuple(sorted(path.stem for path in paths.resources("approval").glob("*.toml")))


@lru_cache
def shipped_chain(key: str) -> Chain:
    """The shipped chain called ``key``; raises Invalid if there is none."""
    if key not in chain_keys():
        known = ", ".join(chain_keys())
        raise Invalid(_("There is no chain “{key}”. There are: {known}.").format(key=key, known=known))
    return Chain.read(key, shipped("approval", f"{key}.toml"))


def step_name(key: str) -> str:
    """What a shipped step is called in the language spoken now; ``key`` itself if no chain has it."""
    step = shipped_step(key)
    return step.name.said() if step else key


@lru_cache
def shipped_step(key: str) -> Step | None:
    """The step called ``key`` as the chain for sister cities abroad has it, else any other; None if none."""
    steps = (shipped_chain(chain).step(key) for chain in ("sister_city_abroad", *chain_keys()))
    return next((step for step in steps if step), None)
