"""What papers are written from: the office file on an occasion, and how its records are said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import _, country_name, format_date, language
from dipdesk.model import (
    Attachment,
    Office,
    Partner,
    Post,
    Privacy,
    Record,
    best_text,
    entity_name,
    field_of,
    in_language,
)
from dipdesk.model.person import FUNCTIONS
from dipdesk.model.visit import CLASSIFICATIONS
from dipdesk.papers import gaps
from dipdesk.papers.blocks import Block, Document, Heading, Paragraph, Picture, Rgb, Tone
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.rules.contrast import darkened, is_code, parts
from dipdesk.rules.countries import HOME
from dipdesk.rules.receivers import receiver
from dipdesk.rules.timing import PartialDate
from dipdesk.store import blobs

R = TypeVar("R", bound=Record)


def record(of: Record | None) -> str:
    """What a block says of the record behind it."""
    return f"{entity_name(type(of))}/{of.id}" if of else ""


def missing() -> str:
    """What stands where a text was not written in the language spoken now."""
    return _("[no English text]")


def said(of: Record, stem: str) -> str:
    """A text in the language spoken now; a mark if it was written only in another; empty if in none."""
    own = in_language(of, stem, language())
    if own or not best_text(of, stem, language()):
        return own
    gaps.note(of, stem)
    return missing()


def post_name(post: Post | None) -> str:
    """What a post is called in the language spoken now, and whether its holder only stands in."""
    if post is None:
        return ""
    own = in_language(post, "title", language())
    usual = _(FUNCTIONS[post.function]) if post.function in FUNCTIONS else ""
    name = own or usual or said(post, "title")
    return _("{post} (acting)").format(post=name) if post.acting and name else name


def day(of: PartialDate | date | None) -> str:
    """A day as it stands in a table; empty for none."""
    if isinstance(of, PartialDate):
        return of.format("medium")
    return format_date(of, "medium") if of else ""


def numbered(number: str) -> str:
    """The number of a document in words; empty for none."""
    return _("no. {number}").format(number=number) if number else ""


def dated(of: PartialDate | date | None, number: str) -> str:
    """Day and number of a document, a line each."""
    return lines(day(of), numbered(number))


def lines(*parts: str) -> str:
    """The parts that are not empty, a line each."""
    return "\n".join(part for part in parts if part)


def term(since: PartialDate | date | None, until: PartialDate | date | None) -> str:
    """From when to when; empty if neither is known."""
    if since and until:
        return f"{day(since)} – {day(until)}"
    if since:
        return _("since {day}").format(day=day(since))
    return _("until {day}").format(day=day(until)) if until else ""


@dataclass(frozen=True)
class Reading:
    """The office file, read in the language spoken now; ``public`` shows nothing personal."""

    session: Session
    occasion: Occasion
    public: bool

    @cached_property
    def office(self) -> Office:
        """The office whose file this is."""
        return self.session.scalars(select(Office)).one()

    @property
    def today(self) -> date:
        """The day on which the paper is made."""
        return self.occasion.made_at.date()

    def all(self, kind: type[R], *conditions: object, order: Sequence[object] = ()) -> list[R]:
        """The records of a kind that meet the conditions; ids decide between equals."""
        query = select(kind).where(*conditions).order_by(*order, kind.id)  # type: ignore[arg-type]
        return list(self.session.scalars(query))

    def files(self, subjects: Iterable[str]) -> list[Attachment]:
        """The files kept with these records (as ``entity/id``) that may be seen, by name."""
        found = self.all(Attachment, Attachment.subject.in_(list(subjects)), order=(Attachment.name,))
        return [one for one in found if one.content]

    def value(self, of: Record, name: str) -> str:
        """A field as people read it; empty if a public version must not show it."""
        field = field_of(type(of), name)
        hidden = self.public and field.privacy is not Privacy.OPEN
        return "" if hidden else field.kind.format(getattr(of, name))

    def office_name(self) -> str:
        """The office; a proper name, so the one it has if it has none in the language spoken now."""
        return best_text(self.office, "name", language())

    def country_name(self, partner: Partner | None) -> str:
        """The country of a partner, that of the office if there is no partner."""
        if partner is None:
            return country_name(HOME, language())
        return partner.country.name(language()) if partner.country else ""

    def whose(self, municipality: Partner | None) -> str:
        """The municipality that a record of a union belongs to; empty for our own."""
        return municipality.name(language()) if municipality else ""

    def logo(self) -> Picture | None:
        """The logo of the office, if it has one."""
        if not self.office.logo:
            return None
        content = blobs.get(self.session.connection(), self.office.logo)
        return Picture(content, self.office_name()) if content else None

    def accent(self) -> Rgb | None:
        """The colour of the office, dark enough to be read on white; None if it has none of its own."""
        own = self.office.colour or ""
        return Rgb(*darkened(parts(own))) if is_code(own) else None

    def document(self, title: str, label: str, marks: Marks, usual: str, blocks: Iterable[Block]) -> Document:
        """A paper called ``title``, of the sort ``label``; ``usual`` is its classification unless chosen."""
        return Document(
            title=title,
            blocks=tuple(blocks),
            languages=(language(),),
            subject=label,
            author=self.office_name(),
            classification=_classification(marks, usual),
            version=marks.version,
            made_at=self.occasion.made_at,
            accent=self.accent(),
        )


def head(reading: Reading, title: str, about: str = "", source: Record | None = None) -> tuple[Block, ...]:
    """How a paper without a cover begins: the office, the title, and what it is about."""
    lead = (Paragraph(about, Tone.LEAD, record=record(source)),) if about else ()
    return Paragraph(reading.office_name(), Tone.MUTED), Heading(title), *lead


def _classification(marks: Marks, usual: str) -> str:
    """The classification; a public version is public; a draft and a copy for somebody say so."""
    code = "open" if marks.public else marks.classification or usual
    label = _(CLASSIFICATIONS[code]) if code in CLASSIFICATIONS else ""
    if marks.receiver:
        copy = _("Copy for: {receiver}").format(receiver=receiver(marks.receiver).name.said())
        label = " · ".join(part for part in (label, copy) if part)
    if not marks.draft:
        return label
    return _("DRAFT · {classification}").format(classification=label) if label else _("DRAFT")
