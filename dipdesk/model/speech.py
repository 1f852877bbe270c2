"""Speeches: texts that were held or are being written, kept to be found and used again."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.ceremony import Ceremony
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Day, Link, Shipped, Text, Words
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit

SPEECH_STATES = {
    "draft": N_("Draft"),
    "approved": N_("Approved"),
    "held": N_("Held"),
    "model": N_("Model text"),
}
_WHERE = N_("The occasion")
_TEXT = N_("The text")


class Speech(Record):
    """The text of a speech: for which occasion, by whom, when."""

    __tablename__ = "speech"
    label = N_("Speech"), N_("Speeches")
    icon = "talking"
    columns = ("title_tr", "speaker_id", "day", "state", "occasion", "ceremony_id")
    order_by = ("-day",)

    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=34)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=34)
    speaker_id: Mapped[str | None] = field(Link("person"), N_("Speaker"), width=22)
    day: Mapped[date | None] = field(Day(), N_("Day"), width=14, copied=False)
    state: Mapped[str] = field(Choice(SPEECH_STATES), N_("State"), initial="draft", width=12, copied=False)
    themes: Mapped[tuple[str, ...]] = field(Words(), N_("Themes"), width=24)
    occasion: Mapped[str] = field(Shipped("ceremonies"), N_("Kind of occasion"), group=_WHERE, width=20)
    ceremony_id: Mapped[str | None] = field(
        Link("ceremony"), N_("Ceremony"), group=_WHERE, width=24, copied=False
    )
    visit_id: Mapped[str | None] = field(Link("visit"), N_("Visit"), group=_WHERE, width=24, copied=False)
    text_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Text in Turkish"), group=_TEXT, listed=False
    )
    text_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Text in English"), group=_TEXT, listed=False
    )
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    speaker: Mapped[Person | None] = follow(speaker_id)
    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)
    visit: Mapped[Visit | None] = follow(visit_id)

    def title(self) -> str:
        return best_text(self, "title", language())
