"""A speech to be read aloud: the opening line of its ceremony with everybody really there, then the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import ceremony_words
from dipdesk.actions.guest_order import guest_order
from dipdesk.i18n import N_, _, language
from dipdesk.model import Speech
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Document, Fact, Facts, Paragraph, Tone
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading, head, record, said
from dipdesk.papers.visit_parts import lines_of


@dataclass(frozen=True)
class SpeechTextOptions(Marks):
    """What stands above the text."""

    opening: bool = option(
        Flag(),
        N_("Opening line"),
        True,
        group=SECTIONS,
        hint=N_("Made of the guests of the ceremony, in their order"),
    )
    facts: bool = option(Flag(), N_("Speaker and occasion"), True, group=SECTIONS)


def build(session: Session, speech: Speech, options: SpeechTextOptions, occasion: Occasion) -> Document:
    """The speech in the language spoken now."""
    reading = Reading(session, occasion, options.public)
    blocks = (
        *head(reading, said(speech, "title")),
        *(_facts(reading, speech) if options.facts else ()),
        *(_opening(reading, speech) if options.opening else ()),
        *_text(speech),
    )
    return reading.document(said(speech, "title"), _("Speech"), options, "office", blocks)


def _facts(reading: Reading, speech: Speech) -> Iterator[Block]:
    about = speech.ceremony or speech.visit
    shown = (
        (_("Speaker"), speech.speaker.full_name() if speech.speaker else ""),
        (_("The occasion"), said(about, "title") if about else reading.value(speech, "occasion")),
        (_("Day"), reading.value(speech, "day")),
    )
    facts = tuple(Fact(label, text) for label, text in shown if text)
    if facts:
        yield Facts(facts)


def _opening(reading: Reading, speech: Speech) -> Iterator[Block]:
    """Everybody but the speaker."""
    if speech.ceremony is None:
        return
    invited = guest_order(reading.session, speech.ceremony, reading.occasion.alphabet).attendees
    guests = [one for one in invited if one.person.id != speech.speaker_id]
    if guests:
        line = ceremony_words.opening_line(guests, language()).line
        yield Paragraph(line, Tone.LEAD, record=record(speech.ceremony))


def _text(speech: Speech) -> Iterator[Block]:
    lines = lines_of(speech, "text")
    if not lines:
        yield Paragraph(_("The text has not been written yet."), Tone.MUTED)
    yield from (Paragraph(line, record=record(speech)) for line in lines)
