"""The office's own letters: templates copied from the shipped ones, or written anew, and edited."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import LANGUAGES, N_, language
from dipdesk.model.fields import best_text, field, in_language
from dipdesk.model.kinds import Choice, Day, Flag, Shipped, Text
from dipdesk.model.letter_words import SUBJECTS, letter_words
from dipdesk.model.record import Record
from dipdesk.rules.letter_templates import FOLDER, PARTS
from dipdesk.rules.letters import findings

_TEXT = N_("Text")
_BELOW = N_("Below the text")
_HINT = N_("A paragraph on each line; {partner.name} stands for a value, {partner.name|'e} with a suffix")
_LINES = N_("One on each line")
_ADDRESSEE = N_("Left empty, the one in post at the partner")


class LetterTemplate(Record):
    """A letter as this office writes it; what stands in braces is filled in from the record it is about."""

    __tablename__ = "letter_template"
    label = N_("Letter template"), N_("Letter templates")
    icon = "note"
    columns = ("name_tr", "name_en", "about", "copied_from", "dated")

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=32)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=32)
    about: Mapped[str] = field(Choice(SUBJECTS, required=True), N_("About"), initial="visit", width=14)
    copied_from: Mapped[str] = field(Shipped(FOLDER), N_("Copied from the template"), width=26)
    dated: Mapped[date | None] = field(Day(), N_("As of"), width=14)
    approval: Mapped[bool] = field(Flag(), N_("Ends with an approval (olur)"), width=10)
    concerning_tr: Mapped[str] = field(Text(tongue="tr"), N_("Concerning, in Turkish"), group=_TEXT)
    concerning_en: Mapped[str] = field(Text(tongue="en"), N_("Concerning, in English"), group=_TEXT)
    addressee_tr: Mapped[str] = field(
        Text(tongue="tr"), N_("To whom, in Turkish"), group=_TEXT, hint=_ADDRESSEE
    )
    addressee_en: Mapped[str] = field(
        Text(tongue="en"), N_("To whom, in English"), group=_TEXT, hint=_ADDRESSEE
    )
    text_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Text in Turkish"), group=_TEXT, hint=_HINT, listed=False
    )
    text_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Text in English"), group=_TEXT, hint=_HINT, listed=False
    )
    enclosures_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Enclosures in Turkish"), group=_BELOW, hint=_LINES, listed=False
    )
    enclosures_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Enclosures in English"), group=_BELOW, hint=_LINES, listed=False
    )
    distribution_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Distribution in Turkish"), group=_BELOW, hint=_LINES, listed=False
    )
    distribution_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Distribution in English"), group=_BELOW, hint=_LINES, listed=False
    )

    def title(self) -> str:
        return best_text(self, "name", language())

    def remarks(self) -> dict[str, str]:
        """What the checker finds, under the text in which it stands."""
        if self.about not in SUBJECTS:
            return {}
        known = letter_words(self.about)
        found = {}
        for code in LANGUAGES:
            for part in PARTS:
                said = [one.said() for one in findings(in_language(self, part, code), known, code)]
                if said:
                    found[f"{part}_{code}"] = "\n".join(said)
        return found
