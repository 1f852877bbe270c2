"""Order of precedence: algorithm P1, which says for every pair of neighbours why one stands before the other.

Source: the rule set chosen, and ``resources/precedence/tie_breakers.toml`` for what decides inside a rank
group. Order of the rules: rank group; representatives at the end of their group (switch); guest before
host (switch), the governor before ambassadors (switch); acting after substantive holders (switch); date
of taking office, unknown last; country and name in the alphabet of the language; last of all the id, so
that the order is total and does not depend on the order of the input.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import groupby, pairwise

from dipdesk.errors import Invalid
from dipdesk.i18n import _, speaking
from dipdesk.rules.precedence_reasons import Reason, Rule, by_hand, reason
from dipdesk.rules.rule_sets import RuleSet
from dipdesk.rules.standing import Capacity, Guest, ManualMove, Standing, Switches, standing

__all__ = [
    "Capacity", "Guest", "ManualMove", "Pair", "Place", "Precedence", "Reason", "Rule", "Switches", "order",
]  # fmt: skip


@dataclass(frozen=True)
class Place:
    """The place of a guest in the order, from 1; ``rank_group`` is None if nothing is known of the post."""

    id: str
    place: int
    rank_group: int | None


@dataclass(frozen=True)
class Pair:
    """Two neighbours in the order and why ``first`` stands before ``second``; put into words when read."""

    first: str
    second: str
    explain: Callable[[], Reason] = field(repr=False, compare=False)

    @cached_property
    def reason(self) -> Reason:
        """The rule that decided, in a sentence of the language the order was asked in."""
        return self.explain()


@dataclass(frozen=True)
class Precedence:
    """The answer: everyone's place, a reason for every pair of neighbours, and what should be looked at."""

    order: tuple[Place, ...]
    pairs: tuple[Pair, ...]
    warnings: tuple[str, ...]


def order(
    guests: Sequence[Guest],
    rule_set: RuleSet,
    switches: Switches,
    language: str,
    manual: Sequence[ManualMove] = (),
) -> Precedence:
    """The order of ``guests`` under ``rule_set``, with sentences and alphabet of ``language``.

    Manual moves are applied in their order. Raises Invalid for an id used twice, an unknown country or a
    manual move without a guest or a reason.
    """
    with speaking(language):
        _check_ids(guests)
        found = [_standing(i, guest, rule_set, switches) for i, guest in enumerate(guests)]
        line = _sorted(found, language)
        moved = _moved(line, manual)
        pairs = tuple(_pair(a, b, rule_set, language, manual) for a, b in pairwise(moved))
        places = tuple(Place(s.guest.id, i, s.group) for i, s in enumerate(moved, 1))
        return Precedence(places, pairs, tuple(_warnings(line, rule_set)))


def _check_ids(guests: Sequence[Guest]) -> None:
    seen: set[str] = set()
    for i, guest in enumerate(guests):
        if guest.id in seen:
            raise Invalid(_("The id “{id}” is used twice.").format(id=guest.id), f"guests[{i}].id")
        seen.add(guest.id)


def _standing(position: int, guest: Guest, rule_set: RuleSet, switches: Switches) -> Standing:
    try:
        return standing(guest, rule_set, switches)
    except Invalid as trouble:
        raise trouble.at(f"guests[{position}]") from None


def _sorted(found: list[Standing], language: str) -> list[Standing]:
    """By rank and date first; the alphabet is asked only where that leaves equals."""
    ranked = sorted(found, key=lambda s: s.key)
    line: list[Standing] = []
    for _key, equals in groupby(ranked, key=lambda s: s.key):
        tied = list(equals)
        line += tied if len(tied) == 1 else sorted(tied, key=lambda s: s.alphabet_key(language))
    return line


def _moved(line: list[Standing], manual: Sequence[ManualMove]) -> list[Standing]:
    """The line after the manual moves."""
    moved = list(line)
    known = {s.guest.id: s for s in line}
    for i, move in enumerate(manual):
        for key, value in (("id", move.id), ("before", move.before)):
            if value not in known:
                raise Invalid(_("There is no guest “{id}”.").format(id=value), f"manual[{i}].{key}")
        if move.id == move.before:
            raise Invalid(_("A guest cannot be moved before himself or herself."), f"manual[{i}].before")
        if not move.reason.strip():
            raise Invalid(_("A manual move needs a reason."), f"manual[{i}].reason")
        moved.remove(known[move.id])
        moved.insert(moved.index(known[move.before]), known[move.id])
    return moved


def _pair(
    first: Standing, second: Standing, rule_set: RuleSet, language: str, manual: Sequence[ManualMove]
) -> Pair:
    """Why this pair: the manual move that made it, or the rule that decided."""
    ids = first.guest.id, second.guest.id
    move = None
    if manual:
        move = next((m for m in reversed(manual) if (m.id, m.before) == ids), None)
        if move is None and _turned_round(first, second, language):
            move = next((m for m in reversed(manual) if m.id in ids), manual[-1])
    return Pair(*ids, partial(_explained, first, second, rule_set, language, move))


def _explained(
    first: Standing, second: Standing, rule_set: RuleSet, language: str, move: ManualMove | None
) -> Reason:
    with speaking(language):
        return by_hand(move) if move else reason(first, second, rule_set, language)


def _turned_round(first: Standing, second: Standing, language: str) -> bool:
    one, two = first.key, second.key
    return one > two or (one == two and first.alphabet_key(language) > second.alphabet_key(language))


def _warnings(line: list[Standing], rule_set: RuleSet) -> Iterator[str]:
    """What somebody should look at: unknown posts, missing or vague dates, guests nothing tells apart."""
    for s in line:
        yield from _of_guest(s, rule_set)
    for first, second in pairwise(line):
        if first.rank_key == second.rank_key:
            yield from _of_pair(first, second)


def _of_guest(s: Standing, rule_set: RuleSet) -> Iterator[str]:
    guest = s.guest
    if s.group is None and guest.post:
        text = _("{guest}: the rule set does not know the post “{post}”; the guest stands last.")
        yield text.format(guest=guest.called, post=guest.post)
    elif s.group is None:
        yield _("{guest}: neither post nor rank group is given; the guest stands last.").format(
            guest=guest.called
        )
    if guest.represents and guest.represents not in rule_set.posts:
        text = _("{guest}: the rule set does not know the represented post “{post}”.")
        yield text.format(guest=guest.called, post=guest.represents)


def _of_pair(first: Standing, second: Standing) -> Iterator[str]:
    """Neighbours of the same rank whose dates cannot decide."""
    one, two = first.guest.since, second.guest.since
    names = {"first": first.guest.called, "second": second.guest.called}
    if one is None and two is None:
        yield _("{first} and {second} have the same rank and no date of taking office.").format(**names)
    elif one and two and one != two and two.first_day() <= one.last_day():
        text = _("{first} and {second}: the dates are too vague to say who took office first.")
        yield text.format(**names)
