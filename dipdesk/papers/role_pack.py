"""The pack of a role: the papers it needs on the day, one after the other, with just what it may see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, join_words
from dipdesk.model import Ceremony, Visit
from dipdesk.model.kinds import Shipped
from dipdesk.papers.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Tone,
    every,
    in_line,
    inner,
)
from dipdesk.papers.ceremony.fitting import is_meal
from dipdesk.papers.masking import allow, masked
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.paper import Paper
from dipdesk.papers.reading import Reading, head, said
from dipdesk.rules import packs
from dipdesk.rules.packs import Pack, PackPaper
from dipdesk.rules.receivers import receiver


@dataclass(frozen=True)
class PackOptions(Marks):
    """Whose pack it is."""

    role: str = option(Shipped(packs.FOLDER, required=True), N_("Whose pack"), "master", group=SHOWN)

    @property
    def whose(self) -> str:
        """The role, and for whom the copy is if that was chosen."""
        return " – ".join(part for part in (packs.pack(self.role).name.said(), super().whose) if part)


Build = Callable[[Session, Visit | Ceremony, PackOptions, Occasion], Document]


def builder(find: Callable[[str], Paper]) -> Build:
    """What builds a pack; ``find`` gives the kinds of papers by name."""

    def build(
        session: Session, subject: Visit | Ceremony, options: PackOptions, occasion: Occasion
    ) -> Document:
        pack = packs.pack(options.role)
        if pack.receiver and not options.receiver:
            whose = receiver(pack.receiver)
            options = replace(options, receiver=pack.receiver, public=options.public or whose.public)
            is_visit, row_id = isinstance(subject, Visit), subject.id
            with masked(session, whose):
                about = session.get_one(Visit, row_id) if is_visit else session.get_one(Ceremony, row_id)
                return _document(session, about, pack, options, occasion, find)
        return _document(session, subject, pack, options, occasion, find)

    return build


def _document(
    session: Session,
    subject: Visit | Ceremony,
    pack: Pack,
    options: PackOptions,
    occasion: Occasion,
    find: Callable[[str], Paper],
) -> Document:
    reading = Reading(session, occasion, options.public)
    title = _("Pack: {role}").format(role=pack.name.said())
    made = [_made(session, subject, one, options, occasion, find) for one in pack.papers]
    lacking = [find(one.paper).title() for one, found in zip(pack.papers, made, strict=True) if not found]
    blocks = (*_cover(reading, title, subject), *_bound([one for found in made for one in found], lacking))
    return reading.document(title, _("Pack of a role"), options, "office", blocks)


def _cover(reading: Reading, title: str, subject: Visit | Ceremony) -> Iterator[Block]:
    """How the pack begins; its own title is none of its contents."""
    for block in head(reading, title, said(subject, "title"), subject):
        yield replace(block, listed=False) if isinstance(block, Heading) else block


def _bound(made: list[Document], lacking: list[str]) -> Iterator[Block]:
    """The contents, then the papers, each on a page of its own; ``lacking`` say nothing yet."""
    if not made:
        yield Paragraph(_("Nothing has been planned yet that belongs into this pack."), Tone.MUTED)
        return
    yield Contents(_("Contents"), 1)
    if lacking:
        sentence = _("Nothing to hand out yet for: {papers}.")
        yield Paragraph(sentence.format(papers=join_words(lacking)), Tone.MUTED)
    for document in made:
        yield PageBreak()
        yield from document.blocks


def _made(
    session: Session,
    subject: Visit | Ceremony,
    one: PackPaper,
    options: PackOptions,
    occasion: Occasion,
    find: Callable[[str], Paper],
) -> list[Document]:
    """A paper of the pack, about each ceremony if it is about ceremonies; only what says something."""
    marks = {name: getattr(options, name) for name in ("draft", "public", "receiver")}
    paper = find(one.paper)
    allow(paper, options.receiver)
    chosen = paper.options(**marks, **one.options)
    subjects = (about for about in _about(session, subject, paper) if not one.meals or is_meal(about))
    every_one = [(about, paper.build(session, about, chosen, occasion)) for about in subjects]
    telling = [(about, document) for about, document in every_one if _says_something(document)]
    return [_told_apart(document, about) if len(telling) > 1 else document for about, document in telling]


def _told_apart(document: Document, about: Any) -> Document:
    """The paper with what it is about in its heading, as there is another of its sort."""
    first = next((one for one in document.blocks if isinstance(one, Heading)), None)
    if first is None:
        return document
    titled = replace(first, text=f"{in_line(first.text)} · {said(about, 'title')}")
    return replace(document, blocks=tuple(titled if one is first else one for one in document.blocks))


def _says_something(document: Document) -> bool:
    """Whether a paper holds more than headings, empty tables and sentences that there is nothing."""
    return any(
        bool(one.rows) if isinstance(one, Table) else not (isinstance(one, Heading | Paragraph) or inner(one))
        for one in every(document.blocks)
    )


def _about(session: Session, subject: Visit | Ceremony, paper: Paper) -> list[Any]:
    """What a paper of the pack is about: the visit or ceremony itself, or each ceremony of the visit."""
    if isinstance(subject, Visit) and "visit" in paper.subjects:
        return [subject] if paper.fits(subject) else []
    if isinstance(subject, Ceremony):
        own = subject if "ceremony" in paper.subjects else subject.visit
        return [own] if own is not None and paper.fits(own) else []
    found = session.query(Ceremony).where(Ceremony.visit_id == subject.id, Ceremony.state != "cancelled")
    ceremonies = sorted(found, key=lambda one: (one.starts is None, str(one.starts or ""), one.id))
    return [one for one in ceremonies if paper.fits(one)]
