"""The biographies of a brief with their photos, the guests first."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.papers.blocks import Block, Heading, KeepTogether, Paragraph, Photo
from dipdesk.papers.brief.delegations import photo
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record, said

_WIDTH = 72.0


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The biographies that were written; nothing if there is none."""
    found = [
        (one, said(one.person, "biography").strip())
        for delegation in dossier.delegations
        for one in dossier.people[delegation.id]
    ]
    found = [(one, text) for one, text in found if text]
    if found:
        yield Heading(_("Biographies"))
    for one, text in found:
        heading = Heading(one.person.title(), 2, record=record(one.person))
        picture = None if dossier.options.delegations else photo(dossier, one)
        yield KeepTogether((heading, Photo(picture, "", _WIDTH))) if picture else heading
        yield Paragraph(text, record=record(one.person))
