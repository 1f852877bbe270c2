"""What a division of guests over tables is worth: wishes, languages, precedence of tables, the door."""

from collections import Counter
from collections.abc import Sequence

from dipdesk.rules.seating.parts import Guest, Request, Table
from dipdesk.rules.seating.wishes import TOGETHER

_CONDITION = 50.0
_APART_AT_TABLE = 0.05
_LANGUAGE = 0.2
_PARTNERS = 24
_LEAST_IMPORTANT = 0.2
_PRECEDENCE = 0.05

Pair = tuple[int, int, float]


def scale_of(request: Request) -> tuple[float, float]:
    """The largest and the smallest weight of ordinary wishes, 1 and 1 without any."""
    weights = [wish.weight for wish in request.wishes if wish.weight > 0 and not wish.must]
    return (max(weights), min(weights)) if weights else (1.0, 1.0)


def pairs_of(request: Request, guests: Sequence[Guest]) -> list[Pair]:
    """Pairs of ``guests`` (by index) and what it is worth to have them at one table."""
    index = {guest.id: i for i, guest in enumerate(guests)}
    condition = _CONDITION * (1 + sum(wish.weight for wish in request.wishes))
    found: list[Pair] = []
    for wish in request.wishes:
        if wish.a not in index or wish.b not in index:
            continue
        worth = condition if wish.must else wish.weight
        if wish.kind == "not_same_table":
            worth = -worth
        elif wish.kind not in TOGETHER:
            worth = -_APART_AT_TABLE * wish.weight
        found.append((index[wish.a], index[wish.b], worth))
    return found + _languages(guests, _LANGUAGE * scale_of(request)[1])


def _languages(guests: Sequence[Guest], worth: float) -> list[Pair]:
    """Those who do not speak what most speak, with those of nearest rank they can talk to."""
    spoken = Counter(language for guest in guests for language in set(guest.languages))
    if not spoken:
        return []
    common = max(spoken, key=lambda language: (spoken[language], language))
    found: list[Pair] = []
    for i, guest in enumerate(guests):
        if not guest.languages or common in guest.languages:
            continue
        own = set(guest.languages)
        partners = [j for j, other in enumerate(guests) if j != i and own & set(other.languages)]
        nearest = sorted(partners, key=lambda j: abs(i - j))[:_PARTNERS]
        found += [(i, j, worth) for j in nearest]
    return found


def table_worths(
    request: Request, guests: Sequence[Guest], tables: Sequence[Table], room: Sequence[int]
) -> list[list[float]]:
    """For each guest what each table is worth: that of the rank most, near the door where needed."""
    small = scale_of(request)[1]
    weight = request.precedence_weight
    if weight is None:
        weight = _PRECEDENCE * small
    ideal = [table for table, chairs in enumerate(room) for _chair in range(chairs)]
    doors = any(table.near_door for table in tables)
    rows = []
    for rank, guest in enumerate(guests):
        importance = 1 - (1 - _LEAST_IMPORTANT) * rank / max(1, len(guests))
        step = weight * importance / max(1, len(tables) - 1)
        row = [-step * abs(table - ideal[rank]) for table in range(len(tables))]
        if doors and "step_free" in guest.needs:
            row = [worth + small * table.near_door for worth, table in zip(row, tables, strict=True)]
        rows.append(row)
    return rows
