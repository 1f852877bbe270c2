"""Simulated annealing over tables: units that sit together as blocks change places until wishes are met.

A unit is one guest, a group that must stay together, or an empty chair. The worth of a division is the sum
of the weights of pairs at one table and of what each unit gives for its table. ``gain[u][t]`` keeps what
unit ``u`` would add at table ``t``, so that a proposal costs a few look-ups and only accepted moves pay for
bookkeeping. The number of proposals, not the clock, drives the cooling: the same seed gives the same answer
unless the time runs out first.
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import exp, inf
from random import Random

from dipdesk.progress import Cancelled, Progress

_CHUNK = 1000
_PROPOSALS_A_SECOND = 200_000
_PROPOSALS_A_UNIT = 5_000
_GUIDED = 0.9
_WITH_FRIEND = 0.02
_WITH_FRIEND_LATE = 0.2
_TRIES = 5
_SETTLED = 0.8
_HOMING = 0.05
_HOMING_LATE = 0.5
_CYCLES = 6
_GOOD_FRIEND = 0.3


@dataclass(frozen=True)
class Problem:
    """What is divided: ``sizes`` of units, ``pairs`` (u, v, weight) and ``worth[u][t]`` of unit u at table t.

    ``tables`` gives the chairs of each table; the sizes of all units add up to all chairs. ``start`` is a
    division that fits; units in ``fixed`` never move. ``large`` and ``small`` are the weights between which
    ordinary pairs lie: conditions weigh far more.
    """

    sizes: Sequence[int]
    tables: Sequence[int]
    pairs: Sequence[tuple[int, int, float]]
    worth: Sequence[Sequence[float]]
    start: Sequence[int]
    fixed: frozenset[int] = frozenset()
    large: float = 1.0
    small: float = 1.0


@dataclass(frozen=True)
class Division:
    """The table of each unit, its worth, and how many moves were proposed."""

    where: list[int]
    worth: float
    proposals: int


def divide(problem: Problem, seed: int, seconds: float, progress: Progress | None = None) -> Division:
    """The best division found in ``seconds``, or until ``progress`` is cancelled."""
    search = Search(problem, seed)
    with suppress(Cancelled):
        search.run(seconds, progress)
    return search.best()


class Search:
    """A division on its way: run it, stop it, and ask for the best so far at any time."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self._sizes = list(problem.sizes)
        self._where = list(problem.start)
        self._random = Random(seed)
        self._members: list[list[int]] = [[] for _ in problem.tables]
        self._place = [0] * len(self._sizes)
        for unit, table in enumerate(self._where):
            self._place[unit] = len(self._members[table])
            self._members[table].append(unit)
        self._fixed, self._large, self._small = problem.fixed, problem.large, problem.small
        self._movable = [unit for unit in range(len(self._sizes)) if unit not in problem.fixed]
        self._pairs: list[dict[int, float]] = [{} for _ in self._sizes]
        for one, two, weight in problem.pairs:
            if one != two and weight:
                self._pairs[one][two] = self._pairs[one].get(two, 0.0) + weight
                self._pairs[two][one] = self._pairs[one][two]
        self._friends = [_good_friends(pairs) for pairs in self._pairs]
        self._gain = [list(row) for row in problem.worth]
        self._homes = [max(range(len(row)), key=row.__getitem__) for row in problem.worth]
        for unit, pairs in enumerate(self._pairs):
            for other, weight in pairs.items():
                self._gain[unit][self._where[other]] += weight
        self._worth = self._total(problem)
        self._best, self._best_worth = list(self._where), self._worth
        self._proposals = 0
        self._tables = [table for table, row in enumerate(self._members) if row]

    def best(self) -> Division:
        """The best division so far."""
        return Division(list(self._best), self._best_worth, self._proposals)

    def run(self, seconds: float, progress: Progress | None = None) -> None:
        """Cool down over ``seconds``, reheating where there is time; small problems end earlier."""
        if len(self._tables) < 2 or len(self._movable) < 2 or seconds <= 0:
            return
        wanted = int(seconds * _PROPOSALS_A_SECOND)
        enough = _PROPOSALS_A_UNIT * len(self._movable)
        cycles = _CYCLES if wanted >= enough else 1
        began = time.monotonic()
        chunks = max(1, min(wanted, enough) // cycles // _CHUNK)
        for cycle in range(cycles):
            for chunk in range(chunks):
                if progress is not None:
                    progress.step(cycle * chunks + chunk, cycles * chunks)
                elapsed = (time.monotonic() - began) / seconds
                if elapsed >= 1:
                    break
                self._cool(max(chunk / chunks, elapsed if cycles == 1 else 0.0))
        self._where_best()
        self._propose(0.0, min(wanted, 20 * len(self._movable)), True)
        self._keep_best()

    def _cool(self, done: float) -> None:
        """A chunk of proposals, when ``done`` (0 to 1) of the cooling is done."""
        self._propose(self._temperature(done), _CHUNK, done >= _SETTLED)
        self._keep_best()

    def _temperature(self, done: float) -> float:
        """Hot enough at first to part good pairs; most of the time for wishes, the last of it for rank."""
        hot, cold, frozen = 0.4 * self._large, 0.35 * self._small, 0.005 * self._small
        if done < _SETTLED:
            return float(hot * (cold / hot) ** (done / _SETTLED))
        return float(cold * (frozen / cold) ** ((done - _SETTLED) / (1 - _SETTLED)))

    def _total(self, problem: Problem) -> float:
        """What the division is worth now: pairs counted once, and each unit at its table."""
        both = sum(self._gain[unit][table] for unit, table in enumerate(self._where))
        alone = sum(problem.worth[unit][table] for unit, table in enumerate(self._where))
        return (both + alone) / 2

    def _keep_best(self) -> None:
        if self._worth > self._best_worth + 1e-9:
            self._best, self._best_worth = list(self._where), self._worth

    def _where_best(self) -> None:
        """Go back to the best division."""
        for unit, table in enumerate(self._best):
            if self._where[unit] != table:
                self._move(unit, table)
        self._worth = self._best_worth

    def _propose(self, temperature: float, number: int, late: bool) -> None:
        """Propose ``number`` moves; the worse a move, the rarer. ``late`` more go home, and with a friend."""
        homing, friendly = (_HOMING_LATE, _WITH_FRIEND_LATE) if late else (_HOMING, _WITH_FRIEND)
        random, where, gain = self._random.random, self._where, self._gain
        movable, tables, friends, homes = self._movable, self._tables, self._friends, self._homes
        self._proposals += number
        for _turn in range(number):
            unit = movable[int(random() * len(movable))]
            known, turn = friends[unit], random()
            if turn < homing:
                table = homes[unit]
            elif known and turn < _GUIDED:
                table = where[known[int(random() * len(known))]]
            else:
                table = tables[int(random() * len(tables))]
            old = where[unit]
            if table == old:
                continue
            other, delta = self._partner(unit, old, table) if random() > friendly else (-1, 0.0)
            if other < 0:
                self._exchange(unit, table, temperature)
                continue
            delta += gain[unit][table] - gain[unit][old]
            if delta >= 0 or (temperature and random() < exp(delta / temperature)):
                self._move(unit, table)
                self._move(other, old)
                self._worth += delta

    def _partner(self, unit: int, old: int, table: int) -> tuple[int, float]:
        """The best of a few units of the same size at ``table``, and what its move to ``old`` is worth."""
        sizes, pairs, gain = self._sizes, self._pairs[unit], self._gain
        row, size = self._members[table], sizes[unit]
        first = int(self._random.random() * len(row))
        best, found = -inf, -1
        for other in (row + row)[first : first + _TRIES]:
            if sizes[other] != size or other in self._fixed:
                continue
            delta = gain[other][old] - gain[other][table]
            if other in pairs:
                delta -= 2 * pairs[other]
            if delta > best:
                best, found = delta, other
        return found, best

    def _exchange(self, unit: int, table: int, temperature: float) -> None:
        """Propose that a unit, perhaps with a friend, changes places with as many chairs of another table."""
        old = self._where[unit]
        going = [unit, *self._companion(unit, old)]
        coming = self._of_size(table, sum(self._sizes[u] for u in going))
        if not coming:
            return
        delta = sum(self._gain[u][table] - self._gain[u][old] for u in going)
        delta += sum(self._gain[u][old] - self._gain[u][table] for u in coming)
        delta += 2 * (self._inside(going) + self._inside(coming))
        delta -= 2 * sum(self._pairs[u].get(v, 0.0) for u in going for v in coming)
        if delta >= 0 or (temperature and self._random.random() < exp(delta / temperature)):
            for u in going:
                self._move(u, table)
            for u in coming:
                self._move(u, old)
            self._worth += delta

    def _companion(self, unit: int, table: int) -> list[int]:
        """The best friend of a unit at its table, half of the time."""
        if self._random.random() < 0.5:
            return []
        near = [v for v in self._friends[unit] if self._where[v] == table and v not in self._fixed]
        return [max(near, key=lambda v: self._pairs[unit][v])] if near else []

    def _of_size(self, table: int, size: int) -> list[int]:
        """Units of a table that take exactly ``size`` chairs, by chance; empty if none were found."""
        row = self._members[table]
        first = int(self._random.random() * len(row))
        found: list[int] = []
        for i in range(len(row)):
            unit = row[(first + i) % len(row)]
            if unit not in self._fixed and self._sizes[unit] <= size:
                found.append(unit)
                size -= self._sizes[unit]
                if size == 0:
                    return found
        return []

    def _inside(self, units: Sequence[int]) -> float:
        """The weight of the pairs among ``units``."""
        return sum(self._pairs[u].get(v, 0.0) for i, u in enumerate(units) for v in units[i + 1 :])

    def _move(self, unit: int, table: int) -> None:
        """Move one unit and keep the gains of those it is paired with."""
        old = self._where[unit]
        for other, weight in self._pairs[unit].items():
            row = self._gain[other]
            row[old] -= weight
            row[table] += weight
        members, place = self._members[old], self._place[unit]
        last = members.pop()
        if last != unit:
            members[place] = last
            self._place[last] = place
        self._place[unit] = len(self._members[table])
        self._members[table].append(unit)
        self._where[unit] = table


def _good_friends(pairs: Mapping[int, float]) -> list[int]:
    """Those a unit likes best, to be sought out."""
    enough = _GOOD_FRIEND * max(pairs.values(), default=0.0)
    return [unit for unit, weight in pairs.items() if weight > 0 and weight >= enough]
