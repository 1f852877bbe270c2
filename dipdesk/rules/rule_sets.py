"""Rule sets of precedence: posts with their rank groups, shipped as data or kept by the office."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

TIE_BREAKERS = "tie_breakers"
"""The file among the rule sets that is none."""


@dataclass(frozen=True)
class Post:
    """A post and its rank groups: the lower number stands first.

    ``service`` is ``mission`` or ``consular`` where a treaty names the date that counts, else empty.
    ``switch`` names the switch that, turned off, moves the post to the groups ``without``.
    """

    key: str
    name: Wording
    domestic: int
    foreign: int
    source: Source
    service: str = ""
    switch: str = ""
    domestic_without: int = 0
    foreign_without: int = 0

    def group(self, foreign: bool, switched_off: frozenset[str] = frozenset()) -> int:
        """The rank group of a holder from abroad or from home, given the switches that are off."""
        if self.switch and self.switch in switched_off:
            return self.foreign_without if foreign else self.domestic_without
        return self.foreign if foreign else self.domestic


@dataclass(frozen=True)
class RuleSet:
    """A list of posts for one kind of occasion, with source; ``home`` is the country whose list it is."""

    key: str
    name: Wording
    home: str
    source: Source
    posts: Mapping[str, Post]

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "RuleSet":
        """A rule set from its table (the form of the TOML files); raises Invalid with the place."""
        source = Source.read(table)
        rows = table.get("posts", [])
        posts = [_post(row, source, f"posts[{i}]") for i, row in enumerate(rows)]
        home = str(table.get("home", "TR"))
        return cls(key, Wording.read(table.get("name", key), "name"), home, source, {p.key: p for p in posts})


def _post(row: Mapping[str, Any], inherited: Source, place: str) -> Post:
    key, domestic = row.get("post"), row.get("domestic")
    if not isinstance(key, str) or not key:
        raise Invalid(_("A post needs a key."), f"{place}.post")
    if not isinstance(domestic, int):
        raise Invalid(_("A rank group is a whole number."), f"{place}.domestic")
    own = {
        "source": row.get("source", ""),
        "state": row.get("state"),
        "date": row.get("date", inherited.date),
    }
    foreign = int(row.get("foreign", domestic))
    return Post(
        key=key,
        name=Wording.read(row.get("name", key), f"{place}.name"),
        domestic=domestic,
        foreign=foreign,
        source=Source.read(own, place) if "state" in row else inherited,
        service=str(row.get("class", "")),
        switch=str(row.get("switch", "")),
        domestic_without=int(row.get("domestic_without", domestic)),
        foreign_without=int(row.get("foreign_without", foreign)),
    )


@lru_cache
def rule_set_keys() -> tuple[str, ...]:
    """The names of the shipped rule sets."""
    found = (path.stem for path in paths.resources("precedence").glob("*.toml"))
    return tuple(sorted(stem for stem in found if stem != TIE_BREAKERS))


@lru_cache
def shipped_rule_set(key: str) -> RuleSet:
    """The shipped rule set called ``key``; raises Invalid if there is none."""
    if key not in rule_set_keys():
        known = ", ".join(rule_set_keys())
        raise Invalid(_("There is no rule set “{key}”. There are: {known}.").format(key=key, known=known))
    return RuleSet.read(key, shipped("precedence", f"{key}.toml"))


@lru_cache
def tie_breaker(key: str) -> Source:
    """The source of a rule that decides inside a rank group, such as ``seniority``."""
    return Source.read(shipped("precedence", f"{TIE_BREAKERS}.toml")[key], key)
