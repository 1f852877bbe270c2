"""The protocol brief: what a mayor holds in the hand when a delegation comes, or when ours goes.

Sections and their order: the visit file of the protocol practice (cover, one page of summary, programme
minute by minute, delegations in order of precedence, talking points, relation, city and country,
contacts, annexes).
"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from dipdesk.i18n import _
from dipdesk.model import Visit
from dipdesk.papers import copies
from dipdesk.papers.blocks import Block, Contents, Document, PageBreak, in_line
from dipdesk.papers.brief import cover, sections
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.brief.options import BriefOptions
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import said
from dipdesk.papers.sections import written

__all__ = ["BriefOptions", "build"]


def build(session: Session, visit: Visit, options: BriefOptions, occasion: Occasion) -> Document:
    """The brief of ``visit`` in the language spoken now."""
    dossier = Dossier(session, occasion, options.public, visit, options)
    title = _("{visit} – protocol brief").format(visit=said(visit, "title"))
    made = dossier.document(title, _("Protocol brief"), options, visit.classification, _blocks(dossier))
    marks = (part for part in (made.classification, copies.said(options)) if part)
    return replace(made, classification=" · ".join(map(in_line, marks)))


def _blocks(dossier: Dossier) -> Iterator[Block]:
    yield from cover.blocks(dossier)
    if dossier.options.contents:
        yield Contents(_("Contents"))
        yield PageBreak()
    yield from written(sections.SECTIONS, dossier.options, dossier)
