"""What a kind of paper is, and the kinds of files it can be written as."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.i18n import LANGUAGES, N_, _
from dipdesk.papers.blocks import Document
from dipdesk.papers.occasion import Occasion

PAGES = {"pdf": N_("PDF"), "docx": N_("Word document"), "txt": N_("Plain text")}
TABLES = {"xlsx": N_("Excel workbook"), "csv": N_("Table (CSV)"), "html": N_("Table for a web page")}
"""For papers that are one table."""
FORMATS = {**PAGES, **TABLES}
"""The kinds of files a paper can be written as, by their endings."""


def _whatever(_record: Any) -> bool:
    """A paper fits every record of its entities."""
    return True


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    ``label`` is a source text; ``subjects`` name the entities it can be about, none for the whole office.
    ``options`` is a dataclass (see :mod:`dipdesk.papers.options`). ``build(session, subject, options,
    occasion)`` makes it in the language spoken now; the subject is the record, or None for the office.
    ``fits`` tells which records of those entities it can be about. ``apart`` papers are laid out by their
    language: in two languages one follows the other. A paper ``of_papers`` tells how exported papers stood
    when it was made: it is never out of date itself.
    """

    name: str
    label: str
    subjects: tuple[str, ...]
    options: type[Any]
    build: Callable[[Session, Any, Any, Occasion], Document]
    languages: tuple[str, ...] = LANGUAGES
    formats: tuple[str, ...] = tuple(PAGES)
    fits: Callable[[Any], bool] = _whatever
    apart: bool = False
    of_papers: bool = False

    def title(self) -> str:
        """The label in the language spoken now."""
        return _(self.label)
