"""All papers that can be made; a new paper is a module and an entry here."""

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.papers import (
    audit_sheet,
    brief,
    ceremony_year,
    change_sheet,
    figures_paper,
    guest_calls,
    letter,
    membership_renewal,
    minutes,
    programme_paper,
    published_list,
    register,
    relation_file,
    role_pack,
    signing_readiness,
    travel_statement,
    visit_report,
)
from dipdesk.papers.cards import addresses, badges, booklet, guest_book, invitations, signs
from dipdesk.papers.ceremony import (
    fitting,
    flag_plan,
    place_cards,
    precedence_list,
    running_order,
    seating,
    speeches,
)
from dipdesk.papers.gifts import january as january_list
from dipdesk.papers.gifts import register as gift_register
from dipdesk.papers.gifts import slip as gift_slip
from dipdesk.papers.logistics import (
    arrival_board,
    car_plan,
    counterpart_matrix,
    interpreter_plan,
    kitchen_list,
    phone_list,
    rooming_list,
)
from dipdesk.papers.paper import FORMATS, PAGES, TABLES, Paper

__all__ = ["FORMATS", "PAGES", "TABLES", "Paper", "paper", "papers"]

_EXACT = ("pdf", "txt")
"""For papers whose every place on the sheet counts: a text document would move them."""
_PAPERS = (
    Paper("brief", N_("Protocol brief"), ("visit",), brief.BriefOptions, brief.build),
    Paper(
        "programme",
        N_("Programme"),
        ("visit",),
        programme_paper.ProgrammeOptions,
        programme_paper.build,
    ),
    Paper(
        "relation_file",
        N_("Relation file"),
        ("partner",),
        relation_file.RelationFileOptions,
        relation_file.build,
    ),
    Paper(
        "audit_sheet",
        N_("Audit sheet"),
        ("relation", "agreement", "membership", "visit"),
        audit_sheet.AuditOptions,
        audit_sheet.build,
        fits=audit_sheet.fits,
    ),
    Paper(
        "published_list",
        N_("Published list"),
        (),
        published_list.ListOptions,
        published_list.build,
        formats=tuple(FORMATS),
    ),
    Paper(
        "signing_readiness",
        N_("Signing readiness"),
        ("ceremony", "agreement"),
        signing_readiness.ReadinessOptions,
        signing_readiness.build,
        fits=signing_readiness.fits,
    ),
    Paper(
        "membership_renewal",
        N_("Renewal of a membership"),
        ("membership",),
        membership_renewal.RenewalOptions,
        membership_renewal.build,
    ),
    Paper("letter", letter.TITLE, letter.ABOUT, letter.LetterOptions, letter.build, apart=True),
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
    Paper("register", N_("Register of agreements"), (), register.RegisterOptions, register.build),
    Paper("figures", N_("Figures"), (), figures_paper.FiguresOptions, figures_paper.build),
    Paper(
        "change_sheet",
        N_("Change sheet"),
        (),
        change_sheet.ChangeOptions,
        change_sheet.builder(lambda name: paper(name)),
    ),
    Paper(
        "role_pack",
        N_("Pack of a role"),
        ("visit", "ceremony"),
        role_pack.PackOptions,
        role_pack.builder(lambda name: paper(name)),
    ),
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
    Paper("seating_plan", N_("Seating plan"), ("ceremony",), seating.SeatingOptions, seating.seating_plan),
    Paper("seat_finder", N_("Seat finder"), ("ceremony",), seating.FinderOptions, seating.seat_finder),
    Paper("flag_plan", N_("Flag plan"), ("ceremony",), flag_plan.FlagOptions, flag_plan.build),
    Paper("place_cards", N_("Place cards"), ("ceremony",), place_cards.CardOptions, place_cards.place_cards),
    Paper(
        "table_numbers",
        N_("Table numbers"),
        ("ceremony",),
        place_cards.NumberOptions,
        place_cards.table_numbers,
        fits=fitting.has_tables,
    ),
    Paper("badges", N_("Badges"), ("visit", "ceremony"), badges.BadgeOptions, badges.build, formats=_EXACT),
    Paper(
        "invitation_cards",
        N_("Invitation cards"),
        ("ceremony",),
        invitations.InvitationOptions,
        invitations.build,
        formats=_EXACT,
    ),
    Paper(
        "address_labels",
        N_("Address labels"),
        addresses.ABOUT,
        addresses.AddressOptions,
        addresses.labels,
        formats=_EXACT,
    ),
    Paper(
        "envelopes",
        N_("Envelopes"),
        addresses.ABOUT,
        addresses.EnvelopeOptions,
        addresses.envelopes,
        formats=_EXACT,
    ),
    Paper("signs", N_("Signs"), ("visit", "ceremony"), signs.SignOptions, signs.build, formats=_EXACT),
    Paper("programme_booklet", N_("Programme booklet"), ("visit",), booklet.BookletOptions, booklet.build),
    Paper(
        "guest_book_page",
        N_("Page of the guest book"),
        ("visit", "ceremony"),
        guest_book.GuestBookOptions,
        guest_book.build,
        formats=_EXACT,
    ),
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
        "phone_list",
        N_("Phone list"),
        ("visit",),
        phone_list.PhoneOptions,
        phone_list.build,
    ),
    Paper(
        "gift_register",
        N_("Register of gifts"),
        (),
        gift_register.RegisterOptions,
        gift_register.build,
        formats=tuple(FORMATS),
    ),
    Paper("gift_slip", N_("Hand-over slip"), ("gift",), gift_slip.SlipOptions, gift_slip.build),
    Paper("january_list", N_("List of January"), (), january_list.JanuaryOptions, january_list.build),
    Paper("minutes", N_("Minutes of the visit"), ("visit",), minutes.MinutesOptions, minutes.build),
    Paper("visit_report", N_("Result report"), ("visit",), visit_report.ReportOptions, visit_report.build),
    Paper(
        "travel_statement",
        N_("Statement of travel costs"),
        ("visit",),
        travel_statement.StatementOptions,
        travel_statement.build,
        fits=travel_statement.fits,
    ),
)


def papers(subject: str | None = None) -> tuple[Paper, ...]:
    """All papers, or those about records of the entity ``subject``, or about the whole office if empty."""
    if subject is None:
        return _PAPERS
    return tuple(one for one in _PAPERS if (subject in one.subjects if subject else not one.subjects))


def paper(name: str) -> Paper:
    """The paper of that name; raises Known if there is none."""
    for one in _PAPERS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in _PAPERS)
    raise Known(_("There is no paper “{name}”. There are: {known}.").format(name=name, known=known))
