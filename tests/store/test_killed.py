"""A program that is killed while it saves loses no acknowledged save and leaves none half done."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import func, select

from dipdesk.model import Person, Post
from dipdesk.store import checking, opening

_CHILD = """
import sys
from pathlib import Path
from dipdesk.model import Person, Post
from dipdesk.store import opening
office = opening.open_file(Path(sys.argv[1]))
number = 0
while True:
    with office.change(f"Save {number}") as session:
        person = Person(family_name=f"Person {number}")
        session.add_all([person, Post(person_id=person.id, title_tr=f"Post {number}")])
    number += 1
    print(number, flush=True)
"""
_ROUNDS = 5
_SAVES = 20


def _kill_after(path: Path, saves: int, rest: float) -> int:
    """Let a child save, kill it in the middle of a later save, and return how many saves it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        acknowledged = 0
        while acknowledged < saves:
            acknowledged = int(child.stdout.readline())
        time.sleep(rest)
        os.kill(child.pid, signal.SIGKILL)
        return max([acknowledged, *(int(line) for line in child.stdout.read().split())])


def test_no_acknowledged_save_is_lost_in_a_hundred(office_path: Path) -> None:
    chance = random.Random(20261121)
    expected = 0
    for _round in range(_ROUNDS):
        acknowledged = _kill_after(office_path, _SAVES, chance.uniform(0, 0.03))
        office = opening.open_file(office_path)
        with office.read() as session:
            people = session.scalar(select(func.count()).select_from(Person)) or 0
            posts = session.scalar(select(func.count()).select_from(Post)) or 0
        assert checking.check(office).all_well
        office.close()
        assert people == posts
        assert expected + acknowledged <= people <= expected + acknowledged + 1
        expected = people
    assert expected >= _ROUNDS * _SAVES
