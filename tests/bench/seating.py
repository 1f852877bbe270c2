"""How good the search for a seating is, and how fast: prints a table, asserts nothing.

Usage: python tests/bench/seating.py [SECONDS] (how long the reference search may take, 30 if not given).
Worth is compared with the best known: the best of this run, the reference included.
"""

import json
import random
import sys
import time
from pathlib import Path

from dipdesk.rules.precedence import Guest as Ranked
from dipdesk.rules.precedence import Switches, order
from dipdesk.rules.rule_sets import shipped_rule_set
from dipdesk.rules.seating import Guest, Request, Shape, Table, Wish
from dipdesk.rules.seating.annealing import Division, divide
from dipdesk.rules.seating.hall import Hall
from dipdesk.rules.timing import PartialDate

LANGUAGES = (("tr",), ("tr", "en"), ("de",), ("en", "de"), ("bg", "en"), ("ar",))


def made_up(guests: int, tables: int, seed: int = 7) -> Request:
    """A hall with couples, wishes, dislikes, languages and precedence, half a unit a guest."""
    chance = random.Random(seed)
    wishes = [Wish("same_table", str(i), str(i + 1), must=True) for i in range(0, guests // 2, 10)]
    for _i in range(guests * 3):
        a, b = chance.sample(range(guests), 2)
        kind = chance.choice(("same_table", "same_table", "near", "next_to", "not_same_table"))
        wishes.append(Wish(kind, str(a), str(b), weight=chance.randint(1, 3)))  # type: ignore[arg-type]
    for _i in range(guests // 20):
        a, b = chance.sample(range(guests), 2)
        wishes.append(Wish("not_same_table", str(a), str(b), must=True))
    people = tuple(Guest(str(i), languages=chance.choice(LANGUAGES)) for i in range(guests))
    shape = Shape(tables=tuple(Table(str(t), guests // tables) for t in range(1, tables + 1)))
    return Request("hall", people, shape=shape, wishes=tuple(wishes), precedence_weight=0.5)


def search(request: Request, seconds: float, seed: int = 1) -> tuple[Division, float]:
    """The division found and how long it took."""
    problem = Hall.of(request).problem()
    start = time.perf_counter()
    found = divide(problem, seed, seconds)
    return found, time.perf_counter() - start


def compare(name: str, request: Request, budgets: tuple[float, ...], reference: float) -> None:
    """Print how near each time comes to the best known."""
    runs = [(seconds, *search(request, seconds)) for seconds in budgets]
    best = max(search(request, reference, seed)[0].worth for seed in (2, 3))
    best = max([best, *(found.worth for _s, found, _t in runs)])
    for seconds, found, took in runs:
        share = found.worth / best
        print(f"{name:<28}{seconds:>8.1f}{took:>8.2f}{found.proposals:>12,}{share:>9.1%}")


def published() -> None:
    """The instance of 17 guests whose optimum is proved."""
    vectors = Path(__file__).parents[1] / "rules" / "vectors.json"
    instance = json.loads(vectors.read_text(encoding="utf-8"))["seating_17_guests"]
    ties = instance["connections"]
    wishes = tuple(
        Wish("same_table", str(i), str(j), weight=ties[i][j])
        for i in range(17)
        for j in range(i)
        if ties[i][j]
    )
    for case in instance["cases"]:
        tables = tuple(Table(str(t), case["seats"]) for t in range(case["tables"]))
        people = tuple(Guest(str(i)) for i in range(17))
        request = Request("hall", people, shape=Shape(tables=tables), wishes=wishes)
        found, took = search(request, 1.0)
        name = f"17 guests, {case['tables']} tables"
        print(f"{name:<28}{1.0:>8.1f}{took:>8.2f}{found.proposals:>12,}{found.worth / case['optimum']:>9.1%}")


def precedence() -> None:
    """The order of 5,000 guests, every pair with its reason."""
    chance = random.Random(1)
    rules = shipped_rule_set("municipality")
    posts = list(rules.posts)
    guests = [
        Ranked(
            str(i),
            chance.choice(("TR", "DE", "BG", "FR")),
            family="".join(chance.choices("abcçdefgğhıijklmn", k=7)),
            post=chance.choice(posts),
            since=PartialDate(chance.randint(1990, 2026), chance.randint(1, 12), chance.randint(1, 28)),
        )
        for i in range(5000)
    ]
    took = []
    for _run in range(5):
        start = time.perf_counter()
        order(guests, rules, Switches(), "tr")
        took.append(time.perf_counter() - start)
    print(f"precedence of 5,000 guests: first {took[0]:.3f} s, median {sorted(took)[2]:.3f} s")


def main() -> None:
    """Print the table."""
    reference = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    print(f"{'case':<28}{'budget':>8}{'took':>8}{'proposals':>12}{'of best':>9}")
    published()
    compare("200 guests, 20 tables", made_up(200, 20), (0.3, 1.0, 3.0), reference)
    compare("1,000 guests, 100 tables", made_up(1000, 100), (3.0, 10.0), reference)
    precedence()


if __name__ == "__main__":
    main()
