"""Cards, labels, signs and pages that are cut, folded or signed."""

from dipdesk.i18n import N_
from dipdesk.papers.cards import addresses, badges, guest_book, invitations, signs
from dipdesk.papers.ceremony import fitting, place_cards
from dipdesk.papers.paper import Paper

PAPERS = (
    Paper("place_cards", N_("Place cards"), ("ceremony",), place_cards.CardOptions, place_cards.place_cards),
    Paper(
        "table_numbers",
        N_("Table numbers"),
        ("ceremony",),
        place_cards.NumberOptions,
        place_cards.table_numbers,
        fits=fitting.has_tables,
    ),
    Paper("badges", N_("Badges"), ("visit", "ceremony"), badges.BadgeOptions, badges.build),
    Paper(
        "invitation_cards",
        N_("Invitation cards"),
        ("ceremony",),
        invitations.InvitationOptions,
        invitations.build,
    ),
    Paper(
        "address_labels",
        N_("Address labels"),
        addresses.ABOUT,
        addresses.AddressOptions,
        addresses.labels,
    ),
    Paper(
        "envelopes",
        N_("Envelopes"),
        addresses.ABOUT,
        addresses.EnvelopeOptions,
        addresses.envelopes,
    ),
    Paper("signs", N_("Signs"), ("visit", "ceremony"), signs.SignOptions, signs.build),
    Paper(
        "guest_book_page",
        N_("Page of the guest book"),
        ("visit", "ceremony"),
        guest_book.GuestBookOptions,
        guest_book.build,
    ),
)
