"""Partners: the cities, regions, unions, networks and institutions that the office deals with."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.country import Country
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import (
    Choice,
    Email,
    Link,
    OnMap,
    PartialDay,
    Phone,
    Position,
    Text,
    WebAddress,
    Whole,
    Words,
    Zone,
)
from dipdesk.model.record import Record, follow
from dipdesk.rules.timing import PartialDate

PARTNER_KINDS = {
    "city": N_("City"),
    "district": N_("District"),
    "region": N_("Region or province"),
    "union": N_("Union of municipalities"),
    "network": N_("City network"),
    "institution": N_("Institution"),
    "member": N_("Member municipality"),
}
_NAMES = N_("Names")
_PLACE = N_("Place")
_CONTACT = N_("Contact")
_BACKGROUND = N_("Background")


class Partner(Record):
    """A local authority, union, network or institution, at home or abroad."""

    __tablename__ = "partner"
    label = N_("Partner"), N_("Partners")
    icon = "partner"
    columns = ("name_tr", "name_en", "country_id", "kind", "population")

    name_tr: Mapped[str] = field(
        Text(either=True, tongue="tr"), N_("Name in Turkish"), group=_NAMES, width=26
    )
    name_en: Mapped[str] = field(
        Text(either=True, tongue="en"), N_("Name in English"), group=_NAMES, width=26
    )
    name_own: Mapped[str] = field(Text(either=True), N_("Name in its own language"), group=_NAMES, width=26)
    published: Mapped[str] = field(Text(either=True), N_("Name as published"), group=_NAMES)
    abbreviation: Mapped[str] = field(Text(either=True, most=40), N_("Abbreviation"), group=_NAMES, width=10)
    kind: Mapped[str] = field(Choice(PARTNER_KINDS, required=True), N_("Kind"), initial="city")
    country_id: Mapped[str | None] = field(Link("country"), N_("Country"), width=16)
    seat: Mapped[str] = field(
        Text(), N_("Seat city"), group=_PLACE, hint=N_("The city where a union or network sits")
    )
    position: Mapped[Position | None] = field(
        OnMap(), N_("Position on the map"), group=_PLACE, together="place"
    )
    zone: Mapped[str] = field(Zone(), N_("Time zone"), group=_PLACE, together="place")
    population: Mapped[int | None] = field(Whole(), N_("Population"), group=_PLACE, width=12)
    founded: Mapped[PartialDate | None] = field(PartialDay(), N_("Founded"), group=_PLACE)
    address: Mapped[str] = field(Text(long=True), N_("Address"), group=_CONTACT, listed=False)
    phone: Mapped[str] = field(Phone(), N_("Phone"), group=_CONTACT, privacy=Privacy.CONTACT)
    email: Mapped[str] = field(Email(), N_("E-mail"), group=_CONTACT, privacy=Privacy.CONTACT)
    website: Mapped[str] = field(WebAddress(), N_("Website"), group=_CONTACT)
    themes: Mapped[tuple[str, ...]] = field(Words(), N_("Themes"), group=_BACKGROUND)
    note_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("City note in Turkish"), group=_BACKGROUND, listed=False
    )
    note_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("City note in English"), group=_BACKGROUND, listed=False
    )
    source: Mapped[str] = field(WebAddress(), N_("Source"), group=_BACKGROUND)

    country: Mapped[Country | None] = follow(country_id)

    def title(self) -> str:
        return self.name(language())

    def name(self, spoken: str) -> str:
        """Its name in the language ``spoken``, else the next best one."""
        return best_text(self, "name", spoken) or self.name_own or self.published or self.abbreviation
