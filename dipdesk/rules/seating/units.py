"""Groups of guests that must share a table, found from the conditions among the wishes."""

from collections.abc import Mapping, Sequence

from dipdesk.rules.seating.parts import Wish
from dipdesk.rules.seating.wishes import TOGETHER


def groups(
    guests: Sequence[str], wishes: Sequence[Wish], table_of: Mapping[str, int], largest: int
) -> list[list[int]]:
    """Guests (by index, in order of precedence) that must sit together; everybody is in exactly one group.

    ``table_of`` gives the table of locked guests. Groups that fit no table, or that are locked to two
    tables, fall apart into their members: then some condition is broken whatever one does.
    """
    index = {guest: i for i, guest in enumerate(guests)}
    parent = list(range(len(guests)))
    for wish in wishes:
        if wish.must and wish.kind in TOGETHER and wish.a in index and wish.b in index:
            parent[_root(parent, index[wish.a])] = _root(parent, index[wish.b])
    found: dict[int, list[int]] = {}
    for i in range(len(guests)):
        found.setdefault(_root(parent, i), []).append(i)
    whole: list[list[int]] = []
    for members in found.values():
        tables = {table_of[guests[i]] for i in members if guests[i] in table_of}
        fits = len(members) <= largest and len(tables) <= 1
        whole += [members] if fits else [[i] for i in members]
    return sorted(whole)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def first_division(
    units: Sequence[Sequence[int]], room: Sequence[int], tables: Mapping[int, int]
) -> list[int] | None:
    """The first table, in order of precedence, with room for each unit; None if some unit fits nowhere.

    ``room`` gives the free chairs of each table, ``tables`` the table of units that are fixed.
    """
    left = list(room)
    where = [tables.get(i, -1) for i in range(len(units))]
    for i, table in tables.items():
        left[table] -= len(units[i])
    if any(chairs < 0 for chairs in left):
        return None
    in_rank = [i for i in range(len(units)) if i not in tables]
    for order in (in_rank, sorted(in_rank, key=lambda i: (-len(units[i]), i))):
        attempt = _first_fit(units, list(left), list(where), order)
        if attempt is not None:
            return attempt
    return None


def _first_fit(
    units: Sequence[Sequence[int]], left: list[int], where: list[int], order: Sequence[int]
) -> list[int] | None:
    for i in order:
        table = next((t for t, chairs in enumerate(left) if chairs >= len(units[i])), None)
        if table is None:
            return None
        where[i] = table
        left[table] -= len(units[i])
    return where
