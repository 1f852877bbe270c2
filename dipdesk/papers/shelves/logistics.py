"""Papers of those who see to rooms, cars, meals and languages."""

from dipdesk.i18n import N_
from dipdesk.papers.logistics import (
    arrival_board,
    car_plan,
    counterpart_matrix,
    interpreter_plan,
    interpreter_words,
    kitchen_list,
    phone_list,
    rooming_list,
)
from dipdesk.papers.paper import FORMATS, Paper

PAPERS = (
    Paper(
        "counterpart_matrix",
        N_("Counterparts"),
        ("visit",),
        counterpart_matrix.MatrixOptions,
        counterpart_matrix.build,
        formats=tuple(FORMATS),
    ),
    Paper(
        "arrival_board",
        N_("Arrivals and departures"),
        ("visit",),
        arrival_board.BoardOptions,
        arrival_board.build,
        formats=tuple(FORMATS),
    ),
    Paper(
        "rooming_list",
        N_("Rooming list"),
        ("visit",),
        rooming_list.RoomingOptions,
        rooming_list.build,
        formats=tuple(FORMATS),
    ),
    Paper("car_plan", N_("Car plan"), ("visit",), car_plan.CarOptions, car_plan.build),
    Paper(
        "kitchen_list",
        N_("Kitchen list"),
        ("visit",),
        kitchen_list.KitchenOptions,
        kitchen_list.build,
        formats=tuple(FORMATS),
    ),
    Paper(
        "interpreter_plan",
        N_("Interpreters and escorts"),
        ("visit",),
        interpreter_plan.DutyOptions,
        interpreter_plan.build,
    ),
    Paper(
        "interpreter_words",
        N_("Names and words for the interpreter"),
        ("visit",),
        interpreter_words.WordOptions,
        interpreter_words.build,
    ),
    Paper(
        "phone_list",
        N_("Phone list"),
        ("visit",),
        phone_list.PhoneOptions,
        phone_list.build,
    ),
)
