"""Guests as precedence sees them: who they are, in what capacity they come, and where that puts them."""

from dataclasses import dataclass
from typing import Literal

from dipdesk.i18n import sort_key
from dipdesk.rules.countries import canonical, country_name
from dipdesk.rules.rule_sets import Post, RuleSet
from dipdesk.rules.timing import PartialDate

Capacity = Literal["holder", "acting", "representing"]


@dataclass(frozen=True)
class Guest:
    """One guest. ``post`` and ``represents`` are keys of the rule set; ``rank_group`` wins over the post's.

    ``foreign`` is taken from ``country`` if None; ``since`` is the day the office was taken, for heads of
    mission that of the credentials, for consuls that of the exequatur. ``visitor`` tells guests from hosts;
    if None, whoever is ``foreign`` is a guest, as at home. Abroad our own people are the guests.
    """

    id: str
    country: str = "TR"
    given: str = ""
    family: str = ""
    post: str = ""
    rank_group: int | None = None
    foreign: bool | None = None
    visitor: bool | None = None
    since: PartialDate | None = None
    capacity: Capacity = "holder"
    represents: str = ""

    @property
    def called(self) -> str:
        """What the guest is called in a sentence."""
        return f"{self.given} {self.family}".strip() or self.id


@dataclass(frozen=True)
class Switches:
    """What local custom decides; the defaults are those of the municipal desk."""

    guest_before_host: bool = True
    governor_before_ambassadors: bool = False
    acting: Literal["keeps_place", "after_substantive"] = "keeps_place"
    representing: Literal["end_of_group", "own_rank"] = "end_of_group"
    garrison_commander: bool = True

    @property
    def off(self) -> frozenset[str]:
        """The switches that posts of a rule set can hang on and that are off."""
        return frozenset() if self.garrison_commander else frozenset({"garrison_commander"})


@dataclass(frozen=True)
class ManualMove:
    """Somebody decided that guest ``id`` stands directly before guest ``before``, for a reason."""

    id: str
    before: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides about the place of one guest; ``group`` is None if nothing is known.

    ``rank_key`` sorts by rank and capacity, before any date is asked; ``key`` by the date as well.
    """

    guest: Guest
    post: Post | None
    group: int | None
    foreign: bool
    representing: bool
    governor: bool
    after_guests: bool
    acting: bool

    rank_key: tuple[int, ...]
    key: tuple[int, ...]

    def alphabet_key(self, language: str) -> tuple[bytes, bytes, bytes, str]:
        """Sorts by country, family name, given name, id."""
        guest = self.guest
        country = sort_key(country_name(guest.country, language), language)
        return country, sort_key(guest.family, language), sort_key(guest.given, language), guest.id


def standing(guest: Guest, rule_set: RuleSet, switches: Switches) -> Standing:
    """Where ``guest`` belongs under ``rule_set``; raises Invalid at ``country`` if it is unknown."""
    country = canonical(guest.country)
    foreign = country != rule_set.home if guest.foreign is None else guest.foreign
    stands_in = guest.capacity == "acting" or (
        guest.capacity == "representing" and switches.representing == "end_of_group"
    )
    office = rule_set.posts.get(guest.represents) if stands_in else None
    own = rule_set.posts.get(guest.post)
    post = office or own
    group = guest.rank_group
    if group is None and post:
        group = post.group(foreign, switches.off)
    governor = rule_set.posts.get("governor")
    is_governor = not foreign and governor is not None and group == governor.group(False)
    representing = guest.capacity == "representing" and switches.representing == "end_of_group"
    governs = switches.governor_before_ambassadors and is_governor and guest.post in ("", "governor")
    is_guest = foreign if guest.visitor is None else guest.visitor
    after_guests = switches.guest_before_host and not is_guest
    acting = guest.capacity == "acting" and switches.acting == "after_substantive"
    known = (1, 0) if group is None else (0, group)
    rank_key = (*known, representing, not governs, after_guests, acting)
    since = guest.since
    dated = (0, since.year, since.month or 0, since.day or 0) if since else (1,)
    shown = post if post and group == post.group(foreign, switches.off) else None
    return Standing(
        guest, shown, group, foreign, representing, governs, after_guests, acting, rank_key, rank_key + dated
    )
