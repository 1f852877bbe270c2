"""Which values a letter can name: dotted names over declared fields, from the subject of the letter on.

Only what stands in this table can be reached, and none of it is personal or sensitive. Labels and kinds are
those of the declarations. A text in two languages has one name: ``name`` for ``name_tr`` and ``name_en``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dipdesk.i18n import LANGUAGES, N_, _, language
from dipdesk.model.fields import Field, fields
from dipdesk.model.kinds import Link
from dipdesk.model.record import entity

SUBJECTS: Mapping[str, str] = {
    "visit": N_("Visit"),
    "ceremony": N_("Ceremony"),
    "agreement": N_("Agreement"),
    "relation": N_("Relation"),
    "partner": N_("Partner"),
    "person": N_("Person"),
    "membership": N_("Membership"),
    "contact": N_("Contact"),
}
"""The entities that letters can be about."""
_REACHABLE: Mapping[str, tuple[str, ...]] = {
    "office": ("name", "unit", "province", "address", "website"),
    "country": ("name", "capital"),
    "partner": ("name", "name_own", "abbreviation", "seat", "address", "website", "country"),
    "person": (),
    "visit": ("title", "starts", "ends", "place", "aim", "dress", "partner", "officer"),
    "ceremony": ("title", "place", "dress", "partner", "officer", "visit"),
    "agreement": (
        *("kind", "signed_on", "signed_at", "subject", "ends_on", "partner"),
        *("council_date", "council_number", "ministry_date", "ministry_number"),
    ),
    "relation_class": ("name",),
    "relation": ("class", "since", "asked_on", "asked_through", "reason", "aim", "partner"),
    "membership": ("member_class", "number", "since", "partner"),
    "contact": ("headline", "day", "number", "partner", "person"),
}
"""What can be reached from a record; a link leads on to the record behind it."""
MADE: Mapping[str, Mapping[str, str]] = {
    "person": {"name": N_("Name"), "post": N_("Present post")},
    "visit": {
        "days": N_("Days"),
        "visa_guests": N_("Guests who need a visa"),
        "visa_costs": N_("Who pays for the guests who need a visa"),
    },
    "ceremony": {"day": N_("Day"), "time": N_("Time")},
    "addressee": {
        "name": N_("Name"),
        "post": N_("Present post"),
        "letter": N_("Form of address in letters"),
        "envelope": N_("Form of address on envelopes"),
    },
    "letter": {"date": N_("Date"), "number": N_("Document number")},
}
"""Values that are made of several fields, by what they are of."""
ROOTS: Mapping[str, str] = {"addressee": N_("Addressee"), "letter": N_("Official letter")}
"""What every letter has besides its subject, its partner and the office."""


@dataclass(frozen=True)
class Word:
    """A name that can stand in a letter: what it is reached from, and its label in each language.

    All labels are source texts; those of a text in two languages differ.
    """

    name: str
    way: tuple[str, ...]
    labels: tuple[str, ...]

    def title(self) -> str:
        """What it is called in the language spoken now: “Visit: Partner: Name in English”."""
        last = self.labels[LANGUAGES.index(language()) if language() in LANGUAGES else 0]
        return ": ".join(_(label) for label in (*self.way, last))


@lru_cache
def letter_words(about: str) -> Mapping[str, Word]:
    """Every name that a letter about a record of the entity ``about`` can hold."""
    roots = dict.fromkeys((about, "partner", "office"))
    found = [word for root in roots for word in _words(root, root, (entity(root).label[0],))]
    for root, label in ROOTS.items():
        found += [Word(f"{root}.{name}", (label,), _same(made)) for name, made in MADE[root].items()]
    return {word.name: word for word in found}


def _words(kind: str, name: str, way: tuple[str, ...]) -> Iterator[Word]:
    for made, label in MADE.get(kind, {}).items():
        yield Word(f"{name}.{made}", way, _same(label))
    for reached in _REACHABLE[kind]:
        one = declared(kind, reached)
        if isinstance(one.kind, Link):
            yield from _words(one.kind.target, f"{name}.{reached}", (*way, one.label))
        else:
            labels = tuple(declared(kind, reached, code).label for code in LANGUAGES)
            yield Word(f"{name}.{reached}", way, labels)


def _same(label: str) -> tuple[str, ...]:
    return (label,) * len(LANGUAGES)


@lru_cache
def declared(kind: str, name: str, spoken: str = LANGUAGES[0]) -> Field:
    """The declaration behind a name: the field itself, its link, or its text in the language ``spoken``.

    Raises KeyError if it cannot be reached or is none.
    """
    if name not in _REACHABLE.get(kind, ()):
        raise KeyError(name)
    known = {one.name: one for one in fields(entity(kind))}
    ways = (name, f"{name}_id", f"{name}_{spoken}")
    found = next((known[way] for way in ways if way in known), None)
    if found is None:
        raise KeyError(name)
    return found
