"""How long the list of sister cities of a whole country takes to come into the file of a union.

    python -m tests.bench.import_speed [RELATIONS MUNICIPALITIES]      default 1533 392

Times are those of the processor, so that other programs do not disturb them. ``read`` and ``work`` go on
behind the window; ``take`` and ``store`` are done by its own thread, and ``longest stop`` says how long it
shows no progress.
"""

import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dipdesk.exchange import csv_import
from dipdesk.progress import Progress
from dipdesk.store import opening
from tests.bench import national_list

T = TypeVar("T")
GOAL = 20.0


def timed(name: str, work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` gives, and the seconds it kept the processor busy, which are printed."""
    begun = time.process_time()
    result = work()
    took = time.process_time() - begun
    print(f"{name:<12} {took:6.2f} s")
    return result, took


def main() -> None:
    relations, municipalities = map(int, sys.argv[1:3] or (1_533, 392))
    folder = Path(tempfile.mkdtemp())
    path = national_list.write(folder / "ulke_kardes_sehirler.csv", relations, municipalities)
    with opening.create(folder / "union.dipdesk", "Belediyeler Birliği", "union") as office:
        plan, reading = timed("read", lambda: csv_import.guess(csv_import.read_table(path)))
        stock, taking = timed("take", lambda: csv_import.take(office, plan))
        work, working = timed("work", lambda: csv_import.work(plan, stock))
        steps = [time.process_time()]
        progress = Progress(lambda _done, _total: steps.append(time.process_time()))
        result, storing = timed("store", lambda: csv_import.store(office, plan, work, progress))
        steps.append(time.process_time())
        longest = max(after - before for before, after in itertools.pairwise(steps))
        print(f"longest stop {longest:.2f} s")
        print(f"{result.read} rows: {result.by_entity}, {len(result.refused)} refused")
        for one in result.refused[:5]:
            print(f"  line {one.line}: {one.reason}")
        again, second = timed("again", lambda: csv_import.run(office, plan))
        assert (again.added, again.updated) == (0, 0)
    whole = reading + taking + working + storing
    print(f"whole {whole:.2f} s, goal {GOAL:.0f} s; a second time {second:.2f} s")


if __name__ == "__main__":
    main()
