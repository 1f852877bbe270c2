"""People, and the posts they hold: who is mayor, since when, and who stands in."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from dipdesk.i18n import N_, _, language, lower, upper
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.hours import wrong_days
from dipdesk.model.kinds import (
    Choice,
    Day,
    Email,
    File,
    Flag,
    Languages,
    Link,
    PartialDay,
    Phone,
    Text,
)
from dipdesk.model.partner import Partner
from dipdesk.model.record import Record, follow
from dipdesk.rules.address import DOTTED_CAPITALS
from dipdesk.rules.timing import PartialDate

SEXES = {"f": N_("female"), "m": N_("male")}
FUNCTIONS = {
    "head_of_state": N_("Head of state"),
    "minister": N_("Minister"),
    "ambassador": N_("Ambassador"),
    "governor": N_("Governor"),
    "regional_president": N_("President of a region"),
    "member_of_parliament": N_("Member of parliament"),
    "garrison_commander": N_("Garrison commander"),
    "metropolitan_mayor": N_("Metropolitan mayor"),
    "mayor": N_("Mayor"),
    "secretary_general_of_network": N_("Secretary general of a network"),
    "district_governor": N_("District governor"),
    "chief_prosecutor": N_("Chief public prosecutor"),
    "rector": N_("Rector"),
    "consul_general": N_("Consul general"),
    "deputy_governor": N_("Deputy governor"),
    "council_speaker": N_("Council speaker"),
    "secretary_general": N_("Secretary general"),
    "consul": N_("Consul"),
    "deputy_mayor": N_("Deputy mayor"),
    "mayoral_adviser": N_("Adviser to the mayor"),
    "honorary_consul_general": N_("Honorary consul general"),
    "councillor": N_("Councillor"),
    "head_of_department": N_("Head of department"),
    "chamber_president": N_("President of a chamber"),
    "honorary_consul": N_("Honorary consul"),
    "vice_consul": N_("Vice consul"),
    "director": N_("Director"),
    "cultural_attache": N_("Cultural attaché"),
    "specialist": N_("Specialist"),
    "interpreter": N_("Interpreter"),
    "press": N_("Press"),
}
_TOWN_HALL = (
    "mayor",
    "metropolitan_mayor",
    "deputy_mayor",
    "council_speaker",
    "councillor",
    "secretary_general",
    "mayoral_adviser",
    "head_of_department",
    "director",
    "specialist",
    "interpreter",
)
_OFFERED = {code: FUNCTIONS[code] for code in (*_TOWN_HALL, *FUNCTIONS)}
"""Those of a town hall first: they are chosen most often."""
_DOTTED = ("tr", "az")
"""Languages with two letters I."""
_TURKISH = frozenset("abcçdefgğhıijklmnoöprsştuüvyzâîû")
"""The letters of Turkish names."""
_CONTACT = N_("Contact")
_ABOUT = N_("About the person")
_TERM = N_("Term")


class Person(Record):
    """A person, apart from any post."""

    __tablename__ = "person"
    label = N_("Person"), N_("People")
    icon = "person"
    columns = ("family_name", "given_name", "academic", "languages", "email", "phone")
    asks = ("family_name", "given_name", "academic", "sex", "languages", "email", "phone")

    academic: Mapped[str] = field(
        Text(most=60), N_("Academic title"), width=10, hint=N_("Such as Prof. Dr."), together="name"
    )
    given_name: Mapped[str] = field(
        Text(person=True), N_("Given name"), privacy=Privacy.OPEN, together="name"
    )
    family_name: Mapped[str] = field(Text(required=True, person=True), N_("Family name"), together="name")
    name_own: Mapped[str] = field(Text(), N_("Name in its own script"), together="name")
    spoken_as: Mapped[str] = field(
        Text(), N_("Pronounced"), hint=N_("As a Turkish speaker would read it aloud")
    )
    sex: Mapped[str] = field(
        Choice(SEXES),
        N_("Sex"),
        privacy=Privacy.PERSONAL,
        width=8,
        hint=N_("Decides how letters address the person"),
    )
    languages: Mapped[tuple[str, ...]] = field(Languages(), N_("Languages"))
    phone: Mapped[str] = field(Phone(), N_("Phone"), group=_CONTACT, privacy=Privacy.CONTACT)
    email: Mapped[str] = field(Email(), N_("E-mail"), group=_CONTACT, privacy=Privacy.CONTACT, width=24)
    born: Mapped[PartialDate | None] = field(PartialDay(), N_("Born"), group=_ABOUT, privacy=Privacy.PERSONAL)
    biography_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"),
        N_("Biography in Turkish"),
        group=_ABOUT,
        privacy=Privacy.PERSONAL,
        listed=False,
    )
    biography_en: Mapped[str] = field(
        Text(long=True, tongue="en"),
        N_("Biography in English"),
        group=_ABOUT,
        privacy=Privacy.PERSONAL,
        listed=False,
    )
    photo: Mapped[str] = field(File(), N_("Photo"), group=_ABOUT, privacy=Privacy.PERSONAL, listed=False)
    home: Mapped[str] = mapped_column(String(4), nullable=True, sort_order=1001)
    """The code of the country of the person's post, else of the partner of the delegation, kept by the store;
    empty if nobody knows.
    """

    def title(self) -> str:
        return " ".join(part for part in (self.academic, self.given_name, self.surname()) if part)

    def surname(self) -> str:
        """The family name in the capitals of its own alphabet."""
        return upper(self.family_name, self.tongue())

    def order_text(self) -> str:
        return f"{self.family_name} {self.given_name}"

    def listed(self) -> str:
        """The family name first, as in lists by the alphabet: ÖRNEK, Ayşe."""
        return ", ".join(part for part in (self.surname(), self.given_name) if part)

    def full_name(self) -> str:
        """Given and family name as they are written."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    def tongue(self) -> str:
        """The language whose capitals the family name takes; empty for one without dots on the capital I.

        It is the first one the person speaks, else that of the country of the post or delegation, else
        Turkish if the name has only letters of Turkish.
        """
        if self.languages:
            return "tr" if self.languages[0] in _DOTTED else self.languages[0]
        if self.home:
            return "tr" if self.home in DOTTED_CAPITALS else ""
        letters = {one for one in lower(self.full_name()) if one.isalpha()}
        return "tr" if letters <= _TURKISH and not self.name_own else ""


class Post(Record):
    """A person holds an office at a partner, or at our own office if no partner is named."""

    __tablename__ = "post"
    label = N_("Post"), N_("Posts")
    icon = "post"
    columns = ("person_id", "function", "title_tr", "partner_id", "since", "until")
    asks = ("person_id", "title_tr", "title_en", "function", "partner_id", "since", "until")

    person_id: Mapped[str | None] = field(Link("person", required=True, owner=True, names=True), N_("Person"))
    partner_id: Mapped[str | None] = field(
        Link("partner", names=True),
        N_("Post at"),
        hint=N_("Left empty for a post in our own office"),
        width=24,
    )
    function: Mapped[str] = field(
        Choice(_OFFERED), N_("Function"), hint=N_("Decides rank and form of address")
    )
    title_tr: Mapped[str] = field(Text(tongue="tr"), N_("Post title in Turkish"), width=28)
    title_en: Mapped[str] = field(Text(tongue="en"), N_("Post title in English"), width=28)
    acting: Mapped[bool] = field(Flag(), N_("Acting"), width=8)
    since: Mapped[PartialDate | None] = field(PartialDay(), N_("In office since"), group=_TERM)
    until: Mapped[PartialDate | None] = field(PartialDay(), N_("Until"), group=_TERM)
    exequatur: Mapped[PartialDate | None] = field(
        PartialDay(),
        N_("Credentials or exequatur"),
        group=_TERM,
        hint=N_("Decides the order among ambassadors and consuls"),
    )

    person: Mapped[Person | None] = follow(person_id)
    partner: Mapped[Partner | None] = follow(partner_id)

    def post_name(self, spoken: str) -> str:
        """What the post is called in the language ``spoken``."""
        return best_text(self, "title", spoken) or (
            _(FUNCTIONS[self.function]) if self.function in FUNCTIONS else ""
        )

    def title(self) -> str:
        parts = (
            self.person.title() if self.person else "",
            self.post_name(language()),
            self.partner.title() if self.partner else "",
        )
        return " · ".join(part for part in parts if part)

    def order_text(self) -> str:
        return self.person.order_text() if self.person else ""


class Leave(Record):
    """Somebody is away from a day to a day, and somebody else stands in; the reason is nobody's business."""

    __tablename__ = "leave"
    label = N_("Leave"), N_("Leave")
    icon = "calendar"
    columns = ("person_id", "starts", "ends", "deputy_id")
    order_by = ("-starts",)

    person_id: Mapped[str | None] = field(
        Link("person", required=True, owner=True, names=True), N_("Who is away"), width=24
    )
    starts: Mapped[date | None] = field(Day(required=True), N_("First day"), together="days", width=14)
    ends: Mapped[date | None] = field(Day(required=True), N_("Last day"), together="days", width=14)
    deputy_id: Mapped[str | None] = field(Link("person"), N_("Who stands in"), width=24)
    note: Mapped[str] = field(Text(most=500), N_("Note"), privacy=Privacy.PERSONAL)

    person: Mapped[Person | None] = follow(person_id)
    deputy: Mapped[Person | None] = follow(deputy_id)

    def title(self) -> str:
        return self.person.title() if self.person else ""

    def remarks(self) -> dict[str, str]:
        return wrong_days(self.starts, self.ends)
