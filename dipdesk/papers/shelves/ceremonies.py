"""Papers of ceremonies: who, in which order, where, when."""

from dipdesk.i18n import N_
from dipdesk.papers import ceremony_year, guest_calls, speech
from dipdesk.papers.ceremony import fitting, flag_plan, precedence_list, running_order, seating, speeches
from dipdesk.papers.paper import FORMATS, Paper

PAPERS = (
    Paper(
        "ceremony_year",
        N_("Ceremony year"),
        (),
        ceremony_year.YearOptions,
        ceremony_year.build,
        formats=tuple(FORMATS),
    ),
    Paper("guest_calls", N_("Call list"), ("ceremony",), guest_calls.CallOptions, guest_calls.build),
    Paper("check_in", N_("Check-in list"), ("ceremony",), guest_calls.DoorOptions, guest_calls.check_in),
    Paper(
        "precedence_list",
        N_("Precedence list"),
        ("ceremony",),
        precedence_list.OrderOptions,
        precedence_list.build,
    ),
    Paper(
        "running_order",
        N_("Running order"),
        ("ceremony",),
        running_order.RunningOrderOptions,
        running_order.build,
    ),
    Paper("hitap_card", N_("Hitap card"), ("ceremony",), speeches.SpeechOptions, speeches.hitap_card),
    Paper(
        "speech_order", N_("Order of speeches"), ("ceremony",), speeches.SpeechOptions, speeches.speech_order
    ),
    Paper(
        "wreath_order",
        N_("Order of wreaths"),
        ("ceremony",),
        speeches.SpeechOptions,
        speeches.wreath_order,
        fits=fitting.has_wreaths,
    ),
    Paper("speech", N_("Speech"), ("speech",), speech.SpeechTextOptions, speech.build),
    Paper("seating_plan", N_("Seating plan"), ("ceremony",), seating.SeatingOptions, seating.seating_plan),
    Paper("seat_finder", N_("Seat finder"), ("ceremony",), seating.FinderOptions, seating.seat_finder),
    Paper("flag_plan", N_("Flag plan"), ("ceremony",), flag_plan.FlagOptions, flag_plan.build),
)
