"""The counterpart matrix: guests beside hosts of the same rank, gaps marked, choices by hand kept.

Source: protocol practice 2.3, foreign officials get the rank of the corresponding domestic office; the rank
groups are those of the rule set. That the heads stand opposite each other whatever their rank, that one
step of rank may be bridged, and that support is matched by its role are proposals of ours.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dipdesk.i18n import _
from dipdesk.rules.rule_sets import RuleSet
from dipdesk.rules.standing import Guest, Switches, standing

Ground = Literal["hand", "head", "rank", "near", "role", "gap", "none"]
"""Why two stand opposite each other; ``gap`` if somebody is missing, ``none`` if nobody is expected."""
NEAR = 5
"""Rank groups are steps of five: so far apart, two may still talk as counterparts."""


@dataclass(frozen=True)
class Delegate:
    """A member of a delegation, in the order of precedence of his or her side.

    ``support`` is the role of those who support the members (interpreter, press …), ``chosen`` the id of
    the counterpart chosen by hand.
    """

    guest: Guest
    head: bool = False
    support: str = ""
    chosen: str = ""

    @property
    def id(self) -> str:
        return self.guest.id


@dataclass(frozen=True)
class Match:
    """Two who stand opposite each other, ids of guest and host; one of them is empty where nobody does."""

    guest: str
    host: str
    ground: Ground
    reason: str


@dataclass
class _Sides:
    """Who has not found anybody yet, each side in its order."""

    guests: list[Delegate]
    hosts: list[Delegate]
    groups: dict[str, int | None]

    def pair(
        self, ground: Ground, fits: Callable[[Delegate, Delegate], bool]
    ) -> Iterator[tuple[Delegate, Delegate, Ground]]:
        """Take out every guest with the first host who fits."""
        for guest in list(self.guests):
            host = next((one for one in self.hosts if fits(guest, one)), None)
            if host is not None:
                self.guests.remove(guest)
                self.hosts.remove(host)
                yield guest, host, ground

    def apart(self, guest: Delegate, host: Delegate) -> int | None:
        """How many rank groups lie between two members; None if one has none or only supports."""
        one, other = self.groups[guest.id], self.groups[host.id]
        if one is None or other is None or guest.support or host.support:
            return None
        return abs(one - other)


def counterparts(
    guests: Sequence[Delegate], hosts: Sequence[Delegate], rule_set: RuleSet
) -> tuple[Match, ...]:
    """Every guest with a host, in the guests' order, then the hosts who are left; ids are those of all.

    Raises Invalid for an unknown country.
    """
    groups = {one.id: standing(one.guest, rule_set, Switches()).group for one in (*guests, *hosts)}
    sides = _Sides(list(guests), list(hosts), groups)
    pairs = [
        *sides.pair("hand", lambda guest, host: guest.chosen == host.id or host.chosen == guest.id),
        *sides.pair("head", lambda guest, host: guest.head and host.head),
        *sides.pair("rank", lambda guest, host: sides.apart(guest, host) == 0),
        *sides.pair("near", lambda guest, host: 0 < (sides.apart(guest, host) or 0) <= NEAR),
        *sides.pair("role", lambda guest, host: bool(guest.support) and guest.support == host.support),
    ]
    found = {guest.id: _match(guest, host, ground, groups) for guest, host, ground in pairs}
    alone = {one.id: _alone(one, rule_set, is_guest=True) for one in sides.guests}
    return (
        *(found.get(one.id) or alone[one.id] for one in guests),
        *(_alone(one, rule_set, is_guest=False) for one in sides.hosts),
    )


def _match(guest: Delegate, host: Delegate, ground: Ground, groups: dict[str, int | None]) -> Match:
    reasons = {
        "hand": _("Chosen by hand."),
        "head": _("Both lead their delegations."),
        "rank": _("Both are of rank group {group}."),
        "near": _("Rank groups {group} and {other}: the nearest that is left."),
        "role": _("Both have the same task."),
    }
    reason = reasons[ground].format(group=groups[guest.id], other=groups[host.id])
    return Match(guest.id, host.id, ground, reason)


def _alone(one: Delegate, rule_set: RuleSet, *, is_guest: bool) -> Match:
    ids = (one.id, "") if is_guest else ("", one.id)
    if one.support:
        return Match(*ids, "none", "")
    post = rule_set.posts.get(one.guest.post)
    if post is None:
        text = _("No counterpart for {who}.")
        return Match(*ids, "gap", text.format(who=one.guest.called))
    text = _("No counterpart for {who} ({post}).")
    return Match(*ids, "gap", text.format(who=one.guest.called, post=post.name.said()))
