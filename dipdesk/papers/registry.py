"""All papers that can be made; a new paper is a module and an entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, N_, _
from dipdesk.papers import brief
from dipdesk.papers.blocks import Document
from dipdesk.papers.occasion import Occasion

FORMATS = {"pdf": N_("PDF"), "docx": N_("Word document"), "txt": N_("Plain text")}
"""The kinds of files a paper can be written as, by their endings."""


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    ``label`` is a source text; ``subject`` names the entity it is about, empty for the whole office;
    ``options`` is a dataclass (see :mod:`dipdesk.papers.options`). ``build(session, subject id, options,
    occasion)`` makes it in the language spoken now.
    """

    name: str
    label: str
    subject: str
    options: type[Any]
    build: Callable[[Session, str, Any, Occasion], Document]
    languages: tuple[str, ...] = LANGUAGES
    formats: tuple[str, ...] = tuple(FORMATS)

    def title(self) -> str:
        """The label in the language spoken now."""
        return _(self.label)


_PAPERS = (Paper("brief", N_("Protocol brief"), "visit", brief.BriefOptions, brief.build),)


def papers(subject: str | None = None) -> tuple[Paper, ...]:
    """All papers, or those about records of the entity ``subject``."""
    return tuple(paper for paper in _PAPERS if subject in (None, paper.subject))


def paper(name: str) -> Paper:
    """The paper of that name; raises Known if there is none."""
    for one in _PAPERS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in _PAPERS)
    raise Known(_("There is no paper “{name}”. There are: {known}.").format(name=name, known=known))
