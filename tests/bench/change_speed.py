"""How fast a change writes many new records, and how much of it is more than writing the rows plainly.

python tests/bench/change_speed.py [RECORDS]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dipdesk.model import Person
from dipdesk.store import connection, opening
from dipdesk.store.office_file import OfficeFile

RECORDS = 20_000
_TABLES = ("person", "txn", "op", "op_value", "head", "finder")


def seconds(work: Callable[[], None]) -> float:
    """How long work keeps the processor busy."""
    start = time.process_time()
    work()
    return time.process_time() - start


def add_people(office: OfficeFile, amount: int) -> None:
    """New people in one change, each with six fields filled in."""
    with office.change("Many people") as session:
        session.add_all(
            Person(
                family_name=f"Yılmaz {number}",
                given_name="Ayşe",
                phone=f"+90 266 {number:07}",
                email=f"ayse{number}@ornek.org",
                languages=("tr", "de"),
                sex="f",
            )
            for number in range(amount)
        )


def write_plainly(raw: Any, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """The same rows again, with nothing around them; one commit."""
    raw.execute("BEGIN IMMEDIATE")
    for table, some in rows.items():
        marks = ", ".join("?" * len(some[0]))
        raw.executemany(f"INSERT INTO {table} VALUES ({marks})", some)
    raw.execute("COMMIT")


def main() -> None:
    amount = int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS
    folder = Path(tempfile.mkdtemp())
    with opening.create(folder / "bench.dipdesk", "Bench") as office:
        changing = seconds(lambda: add_people(office, amount))
        rows = {table: office.raw.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
        statements = [
            row[0]
            for row in office.raw.execute(
                "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'search%'"
            )
        ]
    raw = connection.raw(folder / "plain.db")
    raw.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        raw.execute(statement)
    plain = seconds(lambda: write_plainly(raw, rows))
    raw.close()
    written = sum(map(len, rows.values()))
    print(f"{amount} records, {written} rows: {changing:.2f} s, {amount / changing:.0f} records per second")
    print(
        f"plain executemany of the same rows: {plain:.2f} s; a change takes {changing / plain:.1f} times that"
    )


if __name__ == "__main__":
    main()
