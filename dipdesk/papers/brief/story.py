"""Where the partner of a visit lies, and what passed between it and us day by day."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.papers import partner_place, partner_tables
from dipdesk.papers.blocks import Block, Heading, KeepTogether
from dipdesk.papers.brief.dossier import Dossier

_MOST = 40
"""So many lines of the past go into a brief; the relation file holds all."""


def timeline(dossier: Dossier) -> Iterator[Block]:
    """The latest of what is on file with a day; nothing if there is nothing."""
    partner_id = dossier.visit.partner_id
    table = partner_tables.story(dossier, partner_id, _MOST) if partner_id else None
    if table is not None:
        yield Heading(_("Timeline"))
        yield table


def on_map(dossier: Dossier) -> Iterator[Block]:
    """The map; nothing if nobody knows where the partner lies."""
    partner = dossier.visit.partner
    figure = partner_place.on_map(dossier, partner) if partner else None
    if figure is not None:
        yield KeepTogether((Heading(_("On the map")), figure))
