"""Clashes in the logistics of visits: what cannot be as it is planned; they warn and never block.

Each rule says its source, or that it is a proposal of ours, where it stands: people
(:mod:`~dipdesk.rules.clashes_people`), cars, stays, care.
"""

from dipdesk.rules import clashes_care, clashes_cars, clashes_people, clashes_stays
from dipdesk.rules.clashes_plan import Finding, Plan


def clashes(plan: Plan) -> tuple[Finding, ...]:
    """Everything in ``plan`` that clashes, by time, each once; sentences in the language spoken now."""
    engaged = clashes_people.engagements(plan)
    found = [
        *clashes_people.in_two_places(plan, engaged),
        *clashes_people.too_soon(plan, engaged),
        *clashes_people.away(plan, engaged),
        *clashes_people.officers(plan),
        *clashes_cars.car_twice(plan),
        *clashes_cars.car_full(plan),
        *clashes_cars.missed(plan),
        *clashes_cars.unmet(plan),
        *clashes_stays.room_full(plan),
        *clashes_stays.no_room(plan),
        *clashes_stays.passports(plan),
        *clashes_care.empty_duties(plan),
        *clashes_care.no_interpreter(plan),
        *clashes_care.not_there(plan),
    ]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one.at, one.kind, one.records))))
