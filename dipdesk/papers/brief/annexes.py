"""The annex list of a brief: files kept with the visit, its partner and their agreements."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.model import Agreement, Attachment, Record
from dipdesk.papers.blocks import Align, Block, Column, Heading, Row, Table
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The numbered list; nothing if there are no files."""
    files = _files(dossier)
    if not files:
        return
    yield Heading(_("Annexes"))
    yield Table(
        (Column(_("No."), 0.6, Align.RIGHT), Column(_("Annex"), 5), Column(_("File"), 4)),
        tuple(
            Row((str(number), one.description or one.name, one.name), record=record(one))
            for number, one in enumerate(files, 1)
        ),
    )


def _files(dossier: Dossier) -> list[Attachment]:
    """Those of the visit first, then those of the partner and of its agreements."""
    visit = dossier.visit
    owners: list[Record] = [visit]
    if visit.partner:
        agreements = dossier.all(Agreement, Agreement.partner_id == visit.partner_id)
        owners += [visit.partner, *agreements]
    return [
        file
        for owner in owners
        for file in dossier.all(Attachment, Attachment.subject == record(owner), order=(Attachment.name,))
    ]
