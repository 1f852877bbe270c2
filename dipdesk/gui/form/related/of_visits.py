"""The lists on the pages of visits, ceremonies and what goes with them."""

from dipdesk.gui.form.related.listed import Related
from dipdesk.i18n import N_

LISTS: dict[str, tuple[Related, ...]] = {
    "visit": (
        Related(
            "talking_point",
            "visit_id",
            N_("Talking points"),
            N_("What to say, what to expect, what not to raise."),
            ("kind", "text_tr"),
        ),
        Related(
            "own_section",
            "visit_id",
            N_("Own sections of the brief"),
            "",
            ("title_tr", "stands", "place"),
        ),
        Related(
            "commitment",
            "visit_id",
            N_("Commitments"),
            N_("What is promised during the visit."),
            ("what_tr", "owner_id", "due", "state"),
        ),
        Related(
            "ceremony",
            "visit_id",
            N_("Ceremonies"),
            N_("Signings, receptions and dinners of the visit, each with its own guests."),
            ("title_tr", "kind", "starts", "place_tr"),
        ),
        Related(
            "lodging",
            "visit_id",
            N_("Hotels"),
            N_("Where the delegation stays; the rooms are on the page of the hotel."),
            ("name", "phone"),
        ),
        Related("speech", "visit_id", N_("Speeches"), "", ("title_tr", "speaker_id", "state", "ceremony_id")),
        Related(
            "slot",
            "visit_id",
            N_("Slots at the meeting"),
            "",
            ("starts", "session", "topic_tr", "person_id", "role"),
        ),
    ),
    "delegation_member": (
        Related(
            "room_change",
            "member_id",
            N_("Changes of room"),
            N_("Another room from a night on; without any, one room for the whole stay."),
            ("starts", "room_id"),
        ),
    ),
    "lodging": (
        Related(
            "room", "lodging_id", N_("Rooms"), N_("The rooms that are kept."), ("number", "kind", "beds")
        ),
    ),
    "ride": (
        Related(
            "passenger",
            "ride_id",
            N_("Passengers"),
            N_("Who rides, from the seat of honour on."),
            ("place", "member_id"),
        ),
    ),
    "programme_item": (
        Related(
            "taking_part",
            "item_id",
            N_("Members who take part"),
            N_("Named only where the item is not for everybody."),
            ("member_id",),
        ),
        Related(
            "cue",
            "item_id",
            N_("Cues for the crew"),
            N_("What each role does, and when: sound, photo, kitchen, security …"),
            ("role", "minutes", "text_tr"),
        ),
    ),
    "phase": (
        Related(
            "cue",
            "phase_id",
            N_("Cues for the crew"),
            N_("What one role does at this point; the cue above is for the whole crew."),
            ("role", "minutes", "text_tr"),
        ),
    ),
    "gift_article": (
        Related(
            "stock_move",
            "article_id",
            N_("Stock movements"),
            N_("What was bought, came back or got lost; gifts that were given count by themselves."),
            ("day", "pieces", "reason", "note"),
        ),
        Related(
            "gift", "article_id", N_("Given so far"), "", ("day", "receiver_id", "receiver_body_id", "pieces")
        ),
    ),
    "guest": (
        Related(
            "invitation",
            "guest_id",
            N_("Invitations and calls"),
            N_("Who asked when, and what was answered."),
            ("at", "way", "by_id", "spoke_with", "answer", "note"),
        ),
    ),
    "ceremony": (
        Related(
            "seat_wish",
            "ceremony_id",
            N_("Seating wishes"),
            N_("Who should sit beside whom, or should not."),
            ("guest_id", "kind", "other_id", "must", "weight"),
        ),
        Related(
            "expense",
            "ceremony_id",
            N_("Costs"),
            N_("What the ceremony costs, as planned and as it was."),
            ("what_tr", "kind", "planned", "spent", "payer", "paid_on"),
        ),
        Related(
            "speech",
            "ceremony_id",
            N_("Speeches"),
            N_("What is said here and by whom; earlier texts stand in the list of speeches."),
            ("title_tr", "speaker_id", "state"),
        ),
    ),
    "seating_plan": (
        Related(
            "seating_table",
            "plan_id",
            N_("Tables"),
            N_("The tables of a hall; without any, tables of ten are laid."),
            ("name", "seats", "near_door", "colour"),
        ),
    ),
    "flag_plan": (
        Related(
            "flag_shown",
            "plan_id",
            N_("Flags"),
            N_("Countries, organisations and cities; their order is worked out."),
            ("code",),
        ),
    ),
    "precedence_list": (
        Related(
            "precedence_post",
            "list_id",
            N_("Posts of a list"),
            N_("Posts with their rank groups; the lower number stands first."),
            ("rank", "foreign_rank", "function", "title_tr"),
        ),
    ),
    "delegation": (
        Related(
            "delegation_member",
            "delegation_id",
            N_("Members"),
            N_("Who belongs to the delegation."),
            ("person_id", "post_id", "role", "needs_interpreter"),
        ),
    ),
}
"""By entity, in the order of the page."""
