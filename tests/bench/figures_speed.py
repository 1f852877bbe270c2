"""How fast the figures of a union are: 1,533 relations of 392 municipalities, as in the list of 2016.

    python -m tests.bench.figures_speed [RELATIONS MUNICIPALITIES]

Goal: all figures in less than 0.5 s of processor time. Against them stands reading the ids of all relations.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from sqlalchemy import select

from dipdesk import paths
from dipdesk.actions import figures
from dipdesk.actions.figures import Question
from dipdesk.i18n import speak
from dipdesk.model import Agreement, Contact, Country, Partner, Relation, RelationClass
from dipdesk.rules.timing import PartialDate
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

GOAL = 500.0
TODAY = date(2026, 11, 22)


def fill(office: OfficeFile, relations: int, municipalities: int) -> None:
    """A union of so many municipalities with so many relations, each with an agreement and a contact."""
    with office.change("Union") as session:
        classes = [one.id for one in session.scalars(select(RelationClass))]
        countries = [one.id for one in session.scalars(select(Country))]
        members = [Partner(name_tr=f"Belediye {n}", kind="member") for n in range(municipalities)]
        partners = [
            Partner(name_tr=f"Kent {n}", country_id=countries[n % len(countries)])
            for n in range(relations * 2 // 3)
        ]
        session.add_all([*members, *partners])
        states = cycle(("active", "active", "dormant", "ended"))
        for number in range(relations):
            partner, member = partners[number % len(partners)], members[number * 7 % len(members)]
            whose = {"partner_id": partner.id, "municipality_id": member.id}
            year = PartialDate(1964 + number % 62)
            session.add(
                Relation(**whose, class_id=classes[number % len(classes)], state=next(states), since=year)
            )
            session.add(Agreement(**whose, signed_on=year))
            day = TODAY - timedelta(days=number * 3 % 4000)
            session.add(Contact(headline="Mektup", day=day, partner_id=partner.id))


def took(act: Callable[[], object]) -> float:
    """Milliseconds of processor time, the least of five."""
    found = []
    for _run in range(5):
        began = time.process_time()
        act()
        found.append(1000 * (time.process_time() - began))
    return min(found)


def main() -> None:
    speak("tr")
    counts = [int(text) for text in sys.argv[1:]] or [1533, 392]
    with tempfile.TemporaryDirectory() as folder:
        paths.data = lambda: Path(folder)
        with opening.create(Path(folder) / "union.dipdesk", "Birlik", "union") as office:
            fill(office, *counts)
            report(office, *counts)


def report(office: OfficeFile, relations: int, municipalities: int) -> None:
    """Print what it takes."""
    with office.read() as session:
        plain = took(lambda: session.scalars(select(Relation.id)).all())
        print(f"{relations} relations of {municipalities} municipalities; ids alone {plain:.1f} ms")
        question = Question(TODAY)
        acts: dict[str, Callable[[], object]] = {
            "all figures": lambda: figures.read(session, question),
            "all figures of ten years": lambda: figures.read(session, Question(TODAY, 2010, 2019)),
            "completeness of the chains": lambda: figures.completeness(session, question),
            "years on file": lambda: figures.years(session, question),
        }
        for name, act in acts.items():
            middle = took(act)
            verdict = "reached" if middle <= GOAL else "missed"
            print(f"  {name:<30}{middle:8.1f} ms {middle / plain:8.1f} × ids alone   {verdict}")


if __name__ == "__main__":
    main()
