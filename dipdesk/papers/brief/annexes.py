"""The annexes of a brief: files kept with the visit, its partner and their agreements, with their pages."""

from collections.abc import Iterator

from dipdesk.errors import Known
from dipdesk.i18n import _, ngettext
from dipdesk.model import Agreement, Attachment, Record
from dipdesk.papers import annexing
from dipdesk.papers.blocks import (
    Align,
    Annex,
    Block,
    Callout,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    Photo,
    Picture,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record
from dipdesk.store import blobs

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff")


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The numbered list, then the PDFs and pictures among them; nothing if there are no files."""
    files = _files(dossier)
    if not files:
        return
    yield Heading(_("Annexes"))
    yield Table(
        (Column(_("No."), 0.6, Align.RIGHT), Column(_("Annex"), 5), Column(_("File"), 4)),
        tuple(
            Row((str(number), one.title(), one.name), record=record(one))
            for number, one in enumerate(files, 1)
        ),
    )
    for number, one in enumerate(files, 1):
        if _is_shown(dossier, one):
            yield from _pages(dossier, one, number)


def _is_shown(dossier: Dossier, one: Attachment) -> bool:
    """Whether the pages of a file are wanted: it is to be annexed, and hangs on what was chosen."""
    is_of_visit = one.subject == record(dossier.visit)
    return one.annexed and (
        dossier.options.annexed == "all" or (dossier.options.annexed == "visit" and is_of_visit)
    )


def _pages(dossier: Dossier, one: Attachment, number: int) -> Iterator[Block]:
    """The pages of a PDF, or a picture; nothing for other files, which stand in the list."""
    title = _("Annex {number}: {title}").format(number=number, title=one.title())
    heading = Heading(title, 2, record=record(one))
    name = one.name.lower()
    if not name.endswith((".pdf", *_PICTURES)):
        return
    content = blobs.get(dossier.session.connection(), one.content) or b""
    if not name.endswith(".pdf"):
        yield KeepTogether((heading, Photo(Picture(content, one.title()), one.name)))
        return
    try:
        sizes = annexing.sizes(content)
    except Known as trouble:
        yield KeepTogether((heading, Callout(Status.AMBER, one.name, trouble.sentence, record=record(one))))
        return
    count = ngettext("{count} page", "{count} pages", len(sizes)).format(count=len(sizes))
    about = Paragraph(f"{one.name} · {count}", Tone.MUTED, record=record(one))
    yield Annex((heading, about), content=content, sizes=sizes)


def _files(dossier: Dossier) -> list[Attachment]:
    """Those of the visit first, then those of the partner and of its agreements."""
    visit = dossier.visit
    owners: list[Record] = [visit]
    if visit.partner:
        agreements = dossier.all(Agreement, Agreement.partner_id == visit.partner_id)
        owners += [visit.partner, *agreements]
    return [file for owner in owners for file in dossier.files([record(owner)])]
