"""Countries: a card each, so that the office can correct a name and note what it knows."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import LANGUAGES, N_, language
from dipdesk.model.fields import field, in_language
from dipdesk.model.kinds import Languages, Text
from dipdesk.model.record import Record
from dipdesk.rules import countries

_GOOD_TO_KNOW = N_("Good to know")


class Country(Record):
    """A country or territory; it starts with the names of CLDR, which the office may change."""

    __tablename__ = "country"
    label = N_("Country"), N_("Countries")
    icon = "country"
    columns = ("name_tr", "name_en", "code", "capital", "languages")

    code: Mapped[str] = field(
        Text(required=True, most=2), N_("Code"), width=6, hint=N_("ISO 3166, two letters")
    )
    name_tr: Mapped[str] = field(Text(tongue="tr"), N_("Name in Turkish"))
    name_en: Mapped[str] = field(Text(tongue="en"), N_("Name in English"))
    capital: Mapped[str] = field(Text(), N_("Capital"))
    languages: Mapped[tuple[str, ...]] = field(Languages(), N_("Languages"))
    note_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Note in Turkish"), group=_GOOD_TO_KNOW, listed=False
    )
    note_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Note in English"), group=_GOOD_TO_KNOW, listed=False
    )

    def title(self) -> str:
        return self.name(language())

    def name(self, spoken: str) -> str:
        """Its name in the language ``spoken``."""
        own = in_language(self, "name", spoken) if spoken in LANGUAGES else ""
        return own or countries.name(self.code, spoken)
