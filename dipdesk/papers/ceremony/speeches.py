"""The card for the lectern: the opening line with everybody really there, and who speaks when."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import ceremony_words
from dipdesk.i18n import _, language
from dipdesk.model import Ceremony
from dipdesk.papers.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Tone,
)
from dipdesk.papers.ceremony.hall import Hall, source_line
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.papers.reading import record
from dipdesk.rules.standing_in import speech_source


@dataclass(frozen=True)
class SpeechOptions(Marks):
    """The usual marks."""


def hitap_card(session: Session, ceremony: Ceremony, options: SpeechOptions, occasion: Occasion) -> Document:
    """The opening line of a speech, and the names behind it with their pronunciation."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Opening line of the speeches")
    blocks = (*hall.head(title), *_opening(hall))
    return hall.document(title, _("Hitap card"), options, "office", blocks)


def speech_order(
    session: Session, ceremony: Ceremony, options: SpeechOptions, occasion: Occasion
) -> Document:
    """Who speaks when: the junior first, the highest last."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Order of speeches")
    blocks = (*hall.head(title), *_speeches(hall))
    return hall.document(title, title, options, "open", blocks)


def wreath_order(
    session: Session, ceremony: Ceremony, options: SpeechOptions, occasion: Occasion
) -> Document:
    """Who lays a wreath when: in the order of precedence."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Order of wreaths")
    blocks = (*hall.head(title), *_wreaths(hall))
    return hall.document(title, title, options, "open", blocks)


def _opening(hall: Hall) -> Iterator[Block]:
    attendees = hall.order.attendees
    if not attendees:
        yield Paragraph(_("Nobody has been invited yet."), Tone.MUTED)
        return
    found = ceremony_words.opening_line(attendees, language())
    yield Paragraph(found.line, Tone.LEAD)
    yield Heading(_("Who is named"), 2)
    rows = []
    for one in attendees:
        forms = ceremony_words.forms_of(one, language())
        spoken = forms.spoken if forms.known else _("{form} – ask their office").format(form=forms.spoken)
        cells = (str(one.place), one.person.title(), hall.post_of(one), spoken, one.person.spoken_as)
        rows.append(Row(cells, record=record(one.guest)))
    yield Table(
        (
            Column(_("Place"), 0.5),
            Column(_("Guest"), 2),
            Column(_("Post"), 2.2),
            Column(_("Address as"), 1.8),
            Column(_("Pronounced"), 1.4),
        ),
        tuple(rows),
    )
    if found.warnings and not hall.public:
        yield Heading(_("To be looked at"), 2)
        yield Bullets(found.warnings)


def _speeches(hall: Hall) -> Iterator[Block]:
    line = ceremony_words.speakers(hall.order.attendees)
    if not line:
        yield Paragraph(_("Nobody is marked as a speaker yet."), Tone.MUTED)
        return
    rows = [
        Row(
            (str(one.place), one.attendee.person.title(), hall.post_of(one.attendee)),
            record=record(one.attendee.guest),
        )
        for one in line
    ]
    yield Table((Column(_("Place"), 0.5), Column(_("Speaker"), 2), Column(_("Post"), 3)), tuple(rows))
    yield Paragraph(source_line(speech_source()), Tone.MUTED)


def _wreaths(hall: Hall) -> Iterator[Block]:
    attendees = hall.order.attendees
    if not attendees:
        yield Paragraph(_("Nobody has been invited yet."), Tone.MUTED)
        return
    rows = [
        Row(
            (str(one.place), hall.post_of(one) or one.person.title(), one.person.title()),
            record=record(one.guest),
        )
        for one in attendees
    ]
    columns = (Column(_("Wreath"), 0.6), Column(_("On behalf of"), 2.6), Column(_("Laid by"), 2.2))
    yield Table(columns, tuple(rows))
    yield Paragraph(source_line(hall.order.rule_set.source), Tone.MUTED)
