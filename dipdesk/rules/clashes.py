"""Clashes in the logistics of visits: what cannot be as it is planned; they warn and never block.

Each rule says its source, or that it is a proposal of ours, where it stands: people
(:mod:`~dipdesk.rules.clashes_people`), who is there, cars, stays, care.
"""

from dipdesk.rules import (
    clashes_care,
    clashes_cars,
    clashes_empty,
    clashes_people,
    clashes_presence,
    clashes_stays,
)
from dipdesk.rules.clashes_plan import Finding, Plan


def clashes(plan: Plan, visit: str = "") -> tuple[Finding, ...]:
    """Everything in ``plan`` that clashes, by time, each once; sentences in the language spoken now.

    With the id of a ``visit``, only what concerns it.
    """
    engaged = clashes_people.engagements(plan)
    own = plan.of(visit) if visit else plan
    if visit:
        engaged = clashes_people.concerning(engaged, visit)
    found = [
        *clashes_people.in_two_places(plan, engaged),
        *clashes_people.too_soon(plan, engaged),
        *clashes_people.away(plan, engaged),
        *clashes_people.officers(plan),
        *clashes_cars.car_twice(plan, visit),
        *clashes_cars.car_full(own),
        *clashes_cars.missed(own),
        *clashes_cars.unmet(own),
        *clashes_empty.journeys(own),
        *clashes_empty.rides(own),
        *clashes_empty.drivers(own),
        *clashes_empty.duties(own),
        *clashes_stays.room_full(own),
        *clashes_stays.no_room(own),
        *clashes_stays.passports(own),
        *clashes_care.empty_duties(own),
        *clashes_care.no_interpreter(own),
        *clashes_care.visas(own),
        *clashes_presence.not_there(own),
    ]
    wanted = (one for one in found if not visit or visit in one.visits)
    return tuple(dict.fromkeys(sorted(wanted, key=lambda one: (one.at, one.kind, one.records))))
