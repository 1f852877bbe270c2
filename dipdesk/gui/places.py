"""Where one can go in the window: the entries of the navigation, in their groups.

The labels are those of the entities (a test compares them); they stand here again so that the first
frame can be shown before the model is loaded.
"""

from dataclasses import dataclass

from dipdesk.i18n import N_

WELCOME = "welcome"
TODAY = "today"
PAPERS = "papers"
MAP = "map"
FIGURES = "figures"
STALE = "stale"
CALENDAR = "calendar"
DAY = "day"
"""The day of a visit, hour by hour; it has no entry of its own."""
OFFICE = "office"


@dataclass(frozen=True)
class Place:
    """One entry of the navigation; ``key`` is the name of an entity or of a page of its own."""

    key: str
    label: str
    icon: str
    group: str = ""


_RELATIONS = N_("Relations")
_VISITS = N_("Visits")
_MATTERS = N_("Matters")
_OWN = N_("Kept by the office")

PLACES = (
    Place(TODAY, N_("Today"), "today"),
    Place("partner", N_("Partners"), "partner", _RELATIONS),
    Place("relation", N_("Relations"), "relation", _RELATIONS),
    Place(MAP, N_("Map"), "map", _RELATIONS),
    Place(FIGURES, N_("Figures"), "chart", _RELATIONS),
    Place("agreement", N_("Agreements"), "agreement", _RELATIONS),
    Place("membership", N_("Memberships"), "membership", _RELATIONS),
    Place("person", N_("People"), "person", _RELATIONS),
    Place("post", N_("Posts"), "post", _RELATIONS),
    Place("contact", N_("Contacts"), "contact", _RELATIONS),
    Place("country", N_("Countries"), "country", _RELATIONS),
    Place("visit", N_("Visits"), "visit", _VISITS),
    Place("delegation", N_("Delegations"), "delegation", _VISITS),
    Place("programme_item", N_("Programme"), "programme", _VISITS),
    Place("ceremony", N_("Ceremonies"), "ceremony", _VISITS),
    Place("gift", N_("Gifts"), "gift", _VISITS),
    Place("gift_article", N_("Gifts in stock"), "gift", _VISITS),
    Place(CALENDAR, N_("Calendar"), "calendar", _VISITS),
    Place(PAPERS, N_("Papers"), "papers", _VISITS),
    Place(STALE, N_("Exported papers"), "refresh", _VISITS),
    Place("talking_point", N_("Talking points"), "talking", _MATTERS),
    Place("speech", N_("Speeches"), "talking", _MATTERS),
    Place("commitment", N_("Commitments"), "commitment", _MATTERS),
    Place("task", N_("Tasks"), "task", _MATTERS),
    Place("project", N_("Joint projects"), "topic", _MATTERS),
    Place("funding_call", N_("Funding calls"), "payment", _MATTERS),
    Place("note", N_("Notes"), "note", _MATTERS),
    Place("attachment", N_("Attachments"), "attachment", _MATTERS),
    Place("tag", N_("Tags"), "tag", _OWN),
    Place("relation_class", N_("Relation classes"), "relation", _OWN),
    Place("criterion", N_("Criteria"), "check", _OWN),
    Place("chain_step", N_("Steps of chains"), "list", _OWN),
    Place("precedence_list", N_("Precedence lists"), "list", _OWN),
    Place("letter_template", N_("Letter templates"), "note", _OWN),
    Place("flag_stock", N_("Flags in stock"), "flag", _OWN),
    Place("leave", N_("Leave"), "calendar", _OWN),
    Place("year_day", N_("Days of the year"), "calendar", _OWN),
    Place("paper_profile", N_("Profiles of papers"), "papers", _OWN),
    Place("card_layout", N_("Layouts of cards"), "member", _OWN),
    Place("vehicle", N_("Vehicles"), "car", _OWN),
    Place("gift_limit", N_("Gift limits"), "gift", _OWN),
    Place("gift_custom", N_("Culture notes"), "gift", _OWN),
)
"""All entries, from top to bottom."""

FOOT = (Place(OFFICE, N_("Our office"), "office"), Place(WELCOME, N_("Welcome page"), "welcome"))
"""The entries at the foot of the navigation."""

_PARTS = {
    DAY: "visit",
    "exported": STALE,
    "delegation_member": "delegation",
    "tagging": "tag",
    "tie": "partner",
    "score": "relation",
    "signatory": "agreement",
    "agreement_text": "agreement",
    "approval_step": "agreement",
    "seat": "membership",
    "payment": "membership",
    "benefit": "membership",
    "project_partner": "project",
    "guest": "ceremony",
    "guest_move": "ceremony",
    "phase": "ceremony",
    "seating_plan": "ceremony",
    "seating_table": "ceremony",
    "placing": "ceremony",
    "seat_wish": "ceremony",
    "flag_plan": "ceremony",
    "flag_shown": "ceremony",
    "precedence_post": "precedence_list",
    "invitation": "ceremony",
    "own_section": "visit",
    "travel": "visit",
    "lodging": "visit",
    "room": "visit",
    "ride": "visit",
    "passenger": "visit",
    "duty": "visit",
    "slot": "visit",
    "expense": "visit",
    "taking_part": "programme_item",
    "cue": "programme_item",
    "stock_move": "gift_article",
}
"""Entities without an entry of their own, and the entry that stands for them."""


def entry_of(key: str) -> str:
    """The entry of the navigation that is lit while ``key`` is shown."""
    return _PARTS.get(key, key)


def icon_of(key: str) -> str:
    """The name of the icon of a place, the plain record's if it has no entry."""
    return next((place.icon for place in (*PLACES, *FOOT) if place.key == key), "record")
