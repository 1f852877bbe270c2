"""Finding records that are probably about the same partner or person, with the reasons; never merges any.

Names are compared without case, accents, order of words and the words for offices, by rapidfuzz's
``token_sort_ratio``; 85 of 100 means *maybe the same* (measured on sister-city lists: Priştine and Pristina
88, Schwaebisch and Schwäbisch Hall 97, but Konya and Kenya 80). Letters of other scripts that look like Latin
ones count as those, so that a name typed with a Cyrillic А is found.

``traits`` reads what is compared, ``pairs`` compares it without any database; a worker may do that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, fold
from dipdesk.model import Partner, Person, Post, Record
from dipdesk.model.kinds import Position
from dipdesk.progress import Progress
from dipdesk.rules.sources import shipped

KINDS: tuple[type[Record], ...] = (Partner, Person)
"""The entities among which doubles are looked for."""
ALIKE = 85
"""Least likeness of two names (0 to 100) at which they may mean the same."""
SHORTEST = 5
"""Shorter names only count when they are the same."""
_FAR = 60.0
"""Kilometres beyond which two places of like names are two."""
_SURE = 100
_PHONE_DIGITS = 9
_BLOCK = 3
_STEP = 50
_LOOKALIKES = str.maketrans("аеорсухікмнтвѕјԁһαεικνορτυχ", "aeopcyxikmhtbsjdhaeiknoptux")
REASONS = {
    "same_name": N_("The same name"),
    "like_name": N_("Names that are alike"),
    "lookalike": N_("The same name in letters of another script"),
    "email": N_("The same e-mail address"),
    "phone": N_("The same phone number"),
    "website": N_("The same website"),
    "country": N_("The same country"),
    "place": N_("The same place on the map"),
    "born": N_("Born on the same day"),
    "post": N_("Posts at the same organisation"),
    "chosen": N_("Chosen by hand"),
}


@dataclass(frozen=True)
class Traits:
    """What of a record is compared: its names as they are and bare, and what else tells it apart."""

    row_id: str
    names: tuple[str, ...]
    bare: tuple[str, ...]
    country: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    born: str = ""
    position: Position | None = None
    organisations: frozenset[str] = frozenset()


Groups = Mapping[tuple[str, str], Sequence[Traits]]
"""Records by what others may have in common with them: how a word begins, an address."""


@dataclass(frozen=True)
class Twins:
    """Two records that may be one: their ids, how alike their names are (0 to 100), and why."""

    one: str
    two: str
    likeness: int
    reasons: tuple[str, ...]

    def sentences(self) -> list[str]:
        """The reasons in the language spoken now."""
        return [_(REASONS[reason]) for reason in self.reasons]


def find(session: Session, kind: type[Record]) -> list[Twins]:
    """The probable doubles among the records of ``kind``, the likeliest first."""
    return pairs(traits(session, kind))


def traits(session: Session, kind: type[Record]) -> list[Traits]:
    """What is compared of all records of ``kind``, which is one of ``KINDS``."""
    if kind is Partner:
        return [_of_partner(one) for one in session.scalars(select(Partner).order_by(Partner.id))]
    held: dict[str, set[str]] = {}
    for post in session.scalars(select(Post)):
        held.setdefault(post.person_id or "", set()).add(post.partner_id or "")
    people = session.scalars(select(Person).order_by(Person.id))
    return [_of_person(one, frozenset(held.get(one.id, ()))) for one in people]


def pairs(known: Sequence[Traits], progress: Progress | None = None) -> list[Twins]:
    """The probable doubles among ``known``, the likeliest first. Raises Cancelled."""
    found: dict[tuple[str, str], Twins] = {}
    blocks = list(_blocks(known))
    for number, block in enumerate(blocks):
        if progress is not None and number % _STEP == 0:
            progress.step(number, len(blocks))
        for one, two in combinations(block, 2):
            if (one.row_id, two.row_id) not in found and (twins := _compared(one, two)):
                found[one.row_id, two.row_id] = twins
    return sorted(found.values(), key=lambda twins: (-twins.likeness, -len(twins.reasons), twins.one))


def alike(one: Traits, known: Groups) -> list[Twins]:
    """Those of ``known`` that may be the same as ``one``, which need not be stored; the likeliest first."""
    near = {two.row_id: two for key in _keys(one) for two in known.get(key, ())}
    found = [twins for two in near.values() if (twins := _compared(one, two))]
    return sorted(found, key=lambda twins: (-twins.likeness, -len(twins.reasons), twins.two))


def grouped(known: Iterable[Traits]) -> Groups:
    """``known`` by what they may have in common with others, to be looked through by :func:`alike`."""
    groups: dict[tuple[str, str], list[Traits]] = {}
    for one in known:
        for key in _keys(one):
            groups.setdefault(key, []).append(one)
    return groups


def of_person(person: Person, organisations: frozenset[str]) -> Traits:
    """What is compared of one person, stored or not, who has posts at ``organisations``."""
    return _of_person(person, organisations)


def chosen(one: str, two: str) -> Twins:
    """Two records that somebody wants to compare, whatever they are called."""
    return Twins(one, two, _SURE, ("chosen",))


def _of_partner(one: Partner) -> Traits:
    names = (one.name_tr, one.name_en, one.name_own, one.published, one.abbreviation)
    said = tuple(dict.fromkeys(name for name in names if name))
    return Traits(
        one.id,
        said,
        tuple(dict.fromkeys(map(_bare, said))),
        one.country_id or "",
        fold(one.email),
        _digits(one.phone),
        _host(one.website),
        position=one.position,
    )


def _of_person(one: Person, organisations: frozenset[str]) -> Traits:
    names = tuple(dict.fromkeys(name for name in (one.full_name(), one.name_own) if name))
    born = str(one.born) if one.born and one.born.exact else ""
    return Traits(
        one.id,
        names,
        tuple(dict.fromkeys(map(_latin, names))),
        email=fold(one.email),
        phone=_digits(one.phone),
        born=born,
        organisations=organisations,
    )


def _latin(name: str) -> str:
    """The words of a name, folded, in their alphabetical order, look-alikes as Latin letters."""
    letters = fold(name).translate(_LOOKALIKES)
    return " ".join(sorted("".join(sign if sign.isalnum() else " " for sign in letters).split()))


def _bare(name: str) -> str:
    """The same without the words for offices; all of it if nothing else is there."""
    offices = {fold(word) for word in shipped("imports", "sister_cities.toml")["offices"]["words"]}
    words = _latin(name).split()
    return " ".join(word for word in words if word not in offices) or " ".join(words)


def _digits(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else ""


def _host(website: str) -> str:
    return fold(website).partition("://")[2].removeprefix("www.").rstrip("/") or (
        fold(website).removeprefix("www.").rstrip("/")
    )


def _blocks(known: Iterable[Traits]) -> Iterator[Sequence[Traits]]:
    """Groups within which doubles are looked for: a word that begins alike, or one address in common."""
    return (group for group in grouped(known).values() if len(group) > 1)


def _keys(one: Traits) -> set[tuple[str, str]]:
    """What a record must have in common with another to be compared with it."""
    keys = {("word", word[:_BLOCK]) for name in one.bare for word in name.split() if _tells(word)}
    said = (("email", one.email), ("phone", one.phone), ("website", one.website))
    return keys | {(kind, value) for kind, value in said if value}


def _tells(word: str) -> bool:
    """Whether a word of a name tells anything: an initial does not, a Chinese family name does."""
    return len(word) > 1 or not word.isascii()


def _compared(one: Traits, two: Traits) -> Twins | None:
    """The two as twins, or None if nothing speaks for it or something against it."""
    likeness = round(max((_likeness(a, b) for a in one.bare for b in two.bare), default=0))
    if not (one.email and one.email == two.email) and (likeness < ALIKE or _apart(one, two, likeness)):
        return None
    return Twins(one.row_id, two.row_id, likeness, tuple(_reasons(one, two, likeness)))


def _likeness(one: str, two: str) -> float:
    if one == two:
        return float(_SURE)
    if min(len(one), len(two)) < SHORTEST or min(len(one), len(two)) * 2 < max(len(one), len(two)):
        return 0.0
    return fuzz.ratio(one, two, score_cutoff=ALIKE)


def _apart(one: Traits, two: Traits, likeness: int) -> bool:
    """Whether something other than the name says that they are two."""
    far = one.position and two.position and _kilometres(one.position, two.position) > _FAR
    certain = any(_differ(getattr(one, name), getattr(two, name)) for name in ("country", "born"))
    return bool(far) or certain or (likeness < _SURE and _differ(one.email, two.email))


def _differ(one: str, two: str) -> bool:
    return bool(one and two and one != two)


def _reasons(one: Traits, two: Traits, likeness: int) -> Iterator[str]:
    """What speaks for one record, the strongest first."""
    if likeness == _SURE:
        yield _same_name(one, two)
    elif likeness >= ALIKE:
        yield "like_name"
    for name in ("email", "phone", "website", "born", "country"):
        if getattr(one, name) and getattr(one, name) == getattr(two, name):
            yield name
    if one.position and two.position and _kilometres(one.position, two.position) < 1:
        yield "place"
    if one.organisations & two.organisations:
        yield "post"


def _same_name(one: Traits, two: Traits) -> str:
    """Whether the names are the same as they are typed, or only look so."""
    shared = {" ".join(sorted(fold(name).split())) for name in one.names} & {
        " ".join(sorted(fold(name).split())) for name in two.names
    }
    return "lookalike" if not shared and any(map(_is_mixed, one.names + two.names)) else "same_name"


def _is_mixed(name: str) -> bool:
    """Whether a name holds letters that only look Latin."""
    return fold(name).translate(_LOOKALIKES) != fold(name)


def _kilometres(one: Position, two: Position) -> float:
    """The distance on the globe (haversine)."""
    north_one, north_two = radians(one.latitude), radians(two.latitude)
    east = radians(two.longitude - one.longitude)
    half = sin((north_two - north_one) / 2) ** 2 + cos(north_one) * cos(north_two) * sin(east / 2) ** 2
    return 12_742 * asin(sqrt(min(1.0, half)))
