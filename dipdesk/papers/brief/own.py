"""The sections of a brief that the office wrote itself, at the places it gave them."""

from collections.abc import Callable, Iterator

from dipdesk.model import OwnSection
from dipdesk.papers.blocks import Block, Heading, Paragraph
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record, said


def at(place: str) -> Callable[[Dossier], Iterator[Block]]:
    """What writes the sections that stand at a place, a key of ``SECTION_PLACES``."""

    def blocks(dossier: Dossier) -> Iterator[Block]:
        found = dossier.all(
            OwnSection,
            OwnSection.visit_id == dossier.visit.id,
            OwnSection.stands == place,
            order=(OwnSection.place.is_(None), OwnSection.place),
        )
        for one in found:
            yield Heading(said(one, "title"), record=record(one))
            if text := said(one, "text"):
                yield Paragraph(text, record=record(one))

    return blocks
