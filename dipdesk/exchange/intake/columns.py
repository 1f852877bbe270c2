"""The columns of the intake form; label, kind and choices are those of the fields they are stored in."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dipdesk.exchange.identity import words
from dipdesk.i18n import LANGUAGES, N_, _, installed_languages, speaking
from dipdesk.model import DelegationMember, Person, Post, Record, Travel, field_of
from dipdesk.model.kinds import Choice, Flag, Kind, Text

Group = Literal["who", "post", "visit", "travel", "needs", "papers", "consent"]
GROUPS: dict[Group, str] = {
    "who": N_("Who it is"),
    "post": N_("Post"),
    "visit": N_("During the visit"),
    "travel": N_("Arrival and departure"),
    "needs": N_("Needs"),
    "papers": N_("Passport and visa"),
    "consent": N_("Consent and biography"),
}
"""The groups of columns, in their order."""
_AWAY = ("travel", "papers", "emergency_contact")
"""Groups and keys of columns that are for those who travel."""
BETWEEN = " / "
"""Between a label in one language and the other."""


@dataclass(frozen=True)
class FormColumn:
    """One thing that is asked. ``entity`` and ``field`` say where the answer goes; ``key`` is its name.

    ``needs_consent``: it is kept only with the person's explicit consent. ``prefix`` tells apart two
    columns of one field, as arrival and departure.
    """

    key: str
    entity: type[Record]
    field: str
    group: Group
    kind: Kind[Any]
    label: str
    prefix: str = ""
    width: int = 16
    needs_consent: bool = False

    def title(self) -> str:
        """The label in the language spoken now."""
        return f"{_(self.prefix)}: {_(self.label)}" if self.prefix else _(self.label)

    def heading(self, language: str) -> str:
        """The label in ``language`` and then in the others: ``Soyadı / Family name``."""
        found = []
        for spoken in (language, *(one for one in LANGUAGES if one != language)):
            with speaking(spoken):
                found.append(self.title())
        return BETWEEN.join(dict.fromkeys(found))

    def choices(self) -> tuple[str, ...]:
        """What can be chosen, in the language spoken now; nothing where anything can be written."""
        if isinstance(self.kind, Flag):
            return _("yes"), _("no")
        if isinstance(self.kind, Choice):
            return tuple(self.kind.label(code) for code in self.kind.options)
        return ()

    def read(self, text: str) -> Any:
        """The value of an answer; choices in any language. Raises Invalid."""
        return self.kind.parse(text)

    def answers_to(self, heading: str) -> bool:
        """Whether ``heading`` is that of this column, in one language or in several."""
        return words(heading) in _headings(self)


def _of(entity: type[Record], name: str, group: Group, key: str = "", **more: Any) -> FormColumn:
    field = field_of(entity, name)
    kind = more.pop("kind", None) or field.kind
    return FormColumn(key or name, entity, name, group, kind, more.pop("label", field.label), **more)


@cache
def columns() -> tuple[FormColumn, ...]:
    """All columns from left to right."""
    member, person, post = DelegationMember, Person, Post
    arrival, departure = N_("Arrival"), N_("Departure")
    return (
        _of(person, "academic", "who", width=10),
        _of(person, "family_name", "who", width=18),
        _of(person, "given_name", "who", width=18),
        _of(person, "name_own", "who", width=18),
        _of(person, "spoken_as", "who", width=18),
        _of(person, "sex", "who", width=10),
        _of(person, "languages", "who", width=20),
        _of(post, "title_en", "post", key="post_title", label=N_("Post title"), width=26),
        _of(post, "partner_id", "post", key="post_at", kind=Text(), width=24),
        _of(post, "since", "post", key="post_since", width=13),
        _of(member, "role", "visit", width=18),
        _of(member, "needs_interpreter", "visit", width=13),
        _of(member, "phone", "visit", width=18),
        _of(person, "email", "visit", width=26),
        _of(Travel, "number", "travel", key="arrival_number", prefix=arrival, width=12),
        _of(Travel, "arrives", "travel", key="arrival_at", prefix=arrival, width=18),
        _of(Travel, "number", "travel", key="departure_number", prefix=departure, width=12),
        _of(Travel, "leaves", "travel", key="departure_at", prefix=departure, width=18),
        _of(member, "meals", "needs", width=22, needs_consent=True),
        _of(member, "step_free", "needs", width=14, needs_consent=True),
        _of(member, "needs", "needs", width=22, needs_consent=True),
        _of(member, "emergency_contact", "needs", width=24),
        _of(member, "passport_kind", "papers", width=18),
        _of(member, "passport", "papers", width=16),
        _of(member, "passport_until", "papers", width=14),
        _of(member, "visa", "papers", width=14),
        _of(member, "photo_consent", "consent", width=14),
        _of(member, "privacy_consent", "consent", width=14),
        _of(person, "biography_en", "consent", key="biography", label=N_("Biography"), width=40),
        _of(member, "note", "consent", width=26),
    )


def asked(*, guests: bool) -> tuple[FormColumn, ...]:
    """The columns of a form: hosts are not asked how they come, nor for what one needs away from home."""
    return tuple(one for one in columns() if guests or not (one.group in _AWAY or one.key in _AWAY))


def column(key: str) -> FormColumn:
    """The column with this key; raises KeyError."""
    return {one.key: one for one in columns()}[key]


@cache
def _headings(one: FormColumn) -> frozenset[str]:
    """All headings that a column goes by, as their words."""
    alone = []
    for spoken in installed_languages():
        with speaking(spoken):
            alone.append(one.title())
    pairs = [f"{first} {second}" for first in alone for second in alone]
    return frozenset(words(text) for text in (*alone, *pairs))
