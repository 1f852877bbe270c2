"""Making a paper: first its blocks, from the office file; then the file, which needs the blocks only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import _, speaking
from dipdesk.model import Office, Record, entity
from dipdesk.papers import bilingual, docx, gaps, pdf, sheets, text
from dipdesk.papers.blocks import Document
from dipdesk.papers.masking import allow, masked
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Arranged
from dipdesk.papers.paper import FORMATS, Paper
from dipdesk.papers.parts import heading_pages
from dipdesk.progress import Progress
from dipdesk.rules.receivers import EVERYBODY, receiver
from dipdesk.rules.timing import USUAL_ZONE
from dipdesk.saving import save
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Written:
    """A file that was written; ``pages`` tells on which page (from 1) its parts begin, as far as is known."""

    path: Path
    pages: Mapping[str, int] = field(default_factory=dict)


def build(
    office: OfficeFile,
    paper: Paper,
    subject_id: str,
    options: Any,
    languages: tuple[str, ...],
    made_at: datetime | None = None,
) -> Document:
    """The blocks of a paper about a record, in one language or in two beside each other.

    ``subject_id`` is empty for a paper about the whole office. The first language decides the order of
    people and the page foots. ``made_at`` is an aware time, now if left out. The gaps of the document are
    told in the language spoken now. Reads the office file, so it runs where that is read. Raises Known.
    """
    with office.read() as session:
        when = made_at or now(session)
        return built(session, paper, subject_id, options, languages, when)


def built(
    session: Session,
    paper: Paper,
    subject_id: str,
    options: Any,
    languages: tuple[str, ...],
    made_at: datetime,
) -> Document:
    """``build`` from a session that is open already."""
    if not 1 <= len(languages) <= 2 or len(set(languages)) < len(languages):
        raise Known(_("A paper can be made in one language or in two different ones."))
    for code in languages:
        if code not in paper.languages:
            raise Known(_("This paper cannot be made in the language “{code}”.").format(code=code))
    allow(paper, options.receiver)
    occasion = Occasion(made_at, languages[0])
    key = options.receiver or (EVERYBODY if options.public else "")
    whose = receiver(key) if key else None
    if whose is not None and whose.public:
        options = replace(options, public=True)
    made = []
    with masked(session, whose), gaps.noted() as missing:
        subject = _subject(session, paper, subject_id)
        for code in languages:
            with speaking(code):
                made.append(paper.build(session, subject, options, occasion))
        found = gaps.described(missing)
    return replace(made[0] if len(made) == 1 else _joined(paper, options)(*made), gaps=found)


def _joined(paper: Paper, options: Any) -> Callable[[Document, Document], Document]:
    """How the two languages of a paper become one."""
    if paper.apart:
        return bilingual.follow
    return bilingual.facing if isinstance(options, Arranged) and options.facing else bilingual.merge


def write_document(document: Document, kind: str, target: Path, progress: Progress | None = None) -> Path:
    """Write a paper as :func:`written` does, for those who need no pages; returns ``target``."""
    return written(document, kind, target, progress).path


def written(document: Document, kind: str, target: Path, progress: Progress | None = None) -> Written:
    """Write the blocks of a paper as a file of the format ``kind``, one of ``paper.FORMATS``.

    Needs no office file, so it can run beside the window. The file is complete or not there at all.
    Raises Known if it cannot be written and Cancelled as ``progress`` tells.
    """
    steps = progress or Progress()
    if kind == "pdf":
        outline = pdf.write(document, target, steps).outline
        return Written(target, heading_pages((one.title, one.level, one.page) for one in outline))
    if kind == "docx":
        docx.write(document, target, steps)
    elif kind == "txt":
        steps.step(0, 1)
        save(text.write(document).encode(), target)
    elif kind in sheets.WRITERS:
        steps.step(0, 1)
        save(sheets.content(document, kind), target)
    else:
        sentence = _("A paper cannot be written as “{kind}”. Choose one of: {formats}.")
        raise Known(sentence.format(kind=kind, formats=", ".join(FORMATS)))
    return Written(target)


def _subject(session: Session, paper: Paper, subject_id: str) -> Record | None:
    """The record that the paper is about, None for the office; raises Known if it is gone or does not fit."""
    found = [session.get(entity(name), subject_id) for name in paper.subjects]
    subject = next((one for one in found if one is not None), None)
    if paper.subjects and subject is None:
        raise Known(_("The record that this paper is about is gone."))
    if subject is not None and not paper.fits(subject):
        raise Known(_("This paper cannot be made about “{record}”.").format(record=subject.title()))
    return subject


def now(session: Session) -> datetime:
    """The time on the clock of the office."""
    zone = session.scalars(select(Office)).one().zone
    return datetime.now(ZoneInfo(zone or USUAL_ZONE))
