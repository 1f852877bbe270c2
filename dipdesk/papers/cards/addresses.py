"""Address labels and envelopes, for a partner, or for the people of a visit or a ceremony."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import country_code, held_post
from dipdesk.actions.ceremony_words import addressee
from dipdesk.actions.heads import head_of
from dipdesk.i18n import N_, _, country_name, language, upper
from dipdesk.model import Ceremony, Partner, Person, Post, Record, Visit
from dipdesk.model.kinds import Choice
from dipdesk.papers import gaps
from dipdesk.papers.blocks import Align, Block, Boxed, Document, Figure, Ink, Leaves, Paragraph, Tone
from dipdesk.papers.cards import choices, layouts
from dipdesk.papers.cards.bearer import Bearer, card, on_sheets
from dipdesk.papers.cards.people import Company, reading_of
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks, option
from dipdesk.papers.reading import Reading, lines, record
from dipdesk.papers.style import MILLIMETRE
from dipdesk.rules.address import forms
from dipdesk.rules.countries import HOME

USE = "label"
ABOUT = ("visit", "ceremony", "partner", "person")
ENVELOPES = {"dl": N_("DL, 220 × 110 mm"), "c5": N_("C5, 229 × 162 mm"), "c4": N_("C4, 324 × 229 mm")}
_SIZES = {"dl": (220.0, 110.0), "c5": (229.0, 162.0), "c4": (324.0, 229.0)}
"""Envelopes on their long side, after ISO 269, in millimetres."""


@dataclass(frozen=True)
class AddressOptions(Marks):
    """Whom the labels are for, and on which sheet they are printed from which place on."""

    layout: str = choices.layout(USE)
    side: str = choices.side()
    sheet: str = choices.sheet()
    start: int = choices.start()


@dataclass(frozen=True)
class EnvelopeOptions(Marks):
    """Whom the envelopes are for, and how large they are."""

    side: str = choices.side()
    size: str = option(Choice(ENVELOPES, required=True), N_("Envelope"), "dl", group=choices.SHEET)


@dataclass(frozen=True)
class Addressed:
    """To whom something is sent: a person, a partner or both; without a partner at our own office."""

    source: Record
    person: Person | None
    post: Post | None
    partner: Partner | None


@dataclass(frozen=True)
class Mail(Reading):
    """Reads the receivers of one mailing; ``side`` is empty for all."""

    subject: Record
    side: str

    @cached_property
    def receivers(self) -> tuple[Addressed, ...]:
        """All receivers in order."""
        subject = self.subject
        if isinstance(subject, Visit | Ceremony):
            reading = reading_of(self.session, self.occasion, self.public, subject)
            people = [one for one in Company(reading).people if self.side in ("", one.side)]
            return tuple(
                Addressed(
                    one.source, one.person, one.post, (one.post.partner if one.post else None) or one.partner
                )
                for one in people
            )
        if isinstance(subject, Partner):
            head = head_of(self.session, subject.id, self.today)
            return (Addressed(subject, head.person if head else None, head, subject),)
        assert isinstance(subject, Person)
        post = held_post(self.session, subject.id, "", self.today)
        return (Addressed(subject, subject, post, post.partner if post else None),)

    def name(self, one: Addressed) -> str:
        """How the receiver is addressed, name and post on a line each; the partner alone for nobody."""
        if one.person is None:
            return one.partner.name(language()) if one.partner else ""
        who = addressee(one.person, one.post)
        said = forms(replace(who, sex="") if self.public else who, language()).envelope
        return said.replace(", ", "\n", 1)

    def body(self, one: Addressed) -> str:
        """The partner or our own office; nothing if it is addressed alone."""
        if one.person is None:
            return ""
        return one.partner.name(language()) if one.partner else self.office_name()

    def place(self, one: Addressed) -> str:
        """The address in lines, abroad with the country in capitals last, as the post wants it."""
        holder = one.partner or self.office
        if not holder.address.strip():
            gaps.missed(holder, "Address")
        code = country_code(one.post, one.partner)
        country = "" if code == HOME else upper(country_name(code, language()), language())
        return lines(*(line.strip() for line in holder.address.splitlines()), country)


def labels(session: Session, subject: Record, options: AddressOptions, occasion: Occasion) -> Document:
    """Address labels."""
    mail = Mail(session, occasion, options.public, subject, options.side)
    title = _("Address labels")
    return mail.document(title, title, options, "office", tuple(_labels(mail, options)))


def envelopes(session: Session, subject: Record, options: EnvelopeOptions, occasion: Occasion) -> Document:
    """Envelopes, one on a page of its size."""
    mail = Mail(session, occasion, options.public, subject, options.side)
    title = _("Envelopes")
    return mail.document(title, title, options, "office", tuple(_envelopes(mail, options)))


def _labels(mail: Mail, options: AddressOptions) -> Iterator[Block]:
    layout = layouts.chosen(mail.session, USE, options.layout, "address_label")
    sheet = layouts.sheet_of(layout, options.sheet)
    yield from _nobody(mail)
    logo, first, size = mail.logo(), mail.occasion.alphabet, (sheet.width, sheet.height)
    cards = (card(layout, _bearer(mail, one), logo, first, size) for one in mail.receivers)
    yield on_sheets(tuple(cards), sheet, options.start)


def _nobody(mail: Mail) -> Iterator[Block]:
    if not mail.receivers:
        yield Paragraph(_("There is nobody to write to yet."), Tone.MUTED)


def _bearer(mail: Mail, one: Addressed) -> Bearer:
    words: dict[str, Callable[[], str]] = {
        "name": lambda: mail.name(one),
        "title": lambda: mail.body(one),
        "body": lambda: mail.body(one),
        "address": lambda: mail.place(one),
        "office": mail.office_name,
    }
    return Bearer(
        lambda kind: words[kind]() if kind in words else "",
        country_code(one.post, one.partner),
        record=record(one.source),
    )


def _envelopes(mail: Mail, options: EnvelopeOptions) -> Iterator[Block]:
    yield from _nobody(mail)
    width, height = _SIZES[options.size]
    cards = tuple(_envelope(mail, one, width, height) for one in mail.receivers)
    yield Leaves(cards, width=width * MILLIMETRE, height=height * MILLIMETRE)


def _envelope(mail: Mail, one: Addressed, width: float, height: float) -> Figure:
    """The sender small in the upper left corner, the receiver in the lower right half."""
    sender = lines(mail.office_name(), *mail.office.address.splitlines())
    left, top = width * 0.45, height * 0.42
    words = lines(mail.name(one), mail.body(one), mail.place(one))
    shapes = (
        _box((12, 10, width * 0.36, height * 0.24), sender, 8.5, Ink.MUTED),
        _box((left, top, width - left - 12, height - top - 14), words, 12.0, Ink.TEXT),
    )
    return Figure(width * MILLIMETRE, height * MILLIMETRE, shapes, record=record(one.source))


def _box(place: tuple[float, float, float, float], words: str, size: float, ink: Ink) -> Boxed:
    x, y, width, height = (length * MILLIMETRE for length in place)
    return Boxed(x, y, width, height, words, size, align=Align.LEFT, ink=ink)
