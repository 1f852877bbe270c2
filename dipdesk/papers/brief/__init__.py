"""The protocol brief: what a mayor holds in the hand when a delegation comes, or when ours goes.

Sections and their order: the visit file of the protocol practice (cover, one page of summary, programme
minute by minute, delegations in order of precedence, talking points, relation, city and country,
contacts, annexes).
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import _, language
from dipdesk.model import Visit
from dipdesk.model.visit import CLASSIFICATIONS
from dipdesk.papers.blocks import Block, Contents, Document, PageBreak
from dipdesk.papers.brief import cover, sections
from dipdesk.papers.brief.dossier import Dossier, said
from dipdesk.papers.brief.options import BriefOptions
from dipdesk.papers.occasion import Occasion

__all__ = ["BriefOptions", "build"]


def build(session: Session, subject: str, options: BriefOptions, occasion: Occasion) -> Document:
    """The brief of the visit with the id ``subject`` in the language spoken now; raises Known."""
    visit = session.get(Visit, subject)
    if visit is None:
        raise Known(_("This visit does not exist any more."))
    dossier = Dossier(session, visit, options, occasion)
    return Document(
        title=_("{visit} – protocol brief").format(visit=said(visit, "title")),
        blocks=tuple(_blocks(dossier)),
        languages=(language(),),
        subject=_("Protocol brief"),
        author=dossier.office_name(),
        classification=_classification(dossier),
        version=options.version,
        made_at=occasion.made_at,
    )


def _blocks(dossier: Dossier) -> Iterator[Block]:
    yield from cover.blocks(dossier)
    if dossier.options.contents:
        yield Contents(_("Contents"))
        yield PageBreak()
    yield from sections.written(dossier)


def _classification(dossier: Dossier) -> str:
    """The classification; a public version is public, and a draft says so."""
    options = dossier.options
    code = "open" if options.public else options.classification or dossier.visit.classification
    label = _(CLASSIFICATIONS[code]) if code in CLASSIFICATIONS else ""
    if not options.draft:
        return label
    return _("DRAFT · {classification}").format(classification=label) if label else _("DRAFT")
