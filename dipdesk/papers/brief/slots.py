"""What ours do at an international meeting, with our position on each topic."""

from collections.abc import Iterator

from dipdesk.papers import slots
from dipdesk.papers.blocks import Block
from dipdesk.papers.brief.dossier import Dossier


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The slots; our positions are for the office only."""
    return slots.blocks(dossier, dossier.visit, "position" if dossier.is_inside else "", 1)
