"""By what one tells that two records are the same thing: the natural keys of every entity."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk.i18n import fold
from dipdesk.model import Record, entity_name, fields
from dipdesk.rules.timing import PartialDate

Values = Mapping[str, Any]
Key = tuple[str, ...]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Identity:
    """How records of one entity are told apart.

    Each of ``ways`` is a group of fields; records that agree on one group are the same, unless they
    contradict each other in a field of ``apart``. The groups of ``other`` only find records that are
    already there, or stand in when no way is filled. ``lone``: a field and the value with which
    ``apart`` does not count. ``namesakes``: two rows of one table that agree but are not alike are two
    records.
    """

    ways: tuple[tuple[str, ...], ...]
    apart: tuple[str, ...] = ()
    other: tuple[tuple[str, ...], ...] = ()
    lone: tuple[str, str] = ("", "")
    namesakes: bool = False

    def keys(self, values: Values) -> tuple[Key, ...]:
        """The keys by which a record with these values is looked for; none if it has no name."""
        return tuple(_filled(self.ways, values)) or tuple(_filled(self.other, values))

    def all_keys(self, values: Values) -> tuple[Key, ...]:
        """The keys by which a record with these values is found."""
        return tuple(dict.fromkeys(_filled((*self.ways, *self.other), values)))

    def contradicts(self, one: Values, two: Values) -> bool:
        """Whether two records that share a key are different things all the same."""
        field, value = self.lone
        if field and one.get(field) == value:
            return False
        return any(differ(one.get(name), two.get(name)) for name in self.apart)


_CUE_APART = ("minutes", "item_id", "phase_id")
_KNOWN = {
    "agreement": Identity(
        (("partner_id", "kind", "municipality_id"),), apart=("signed_on",), lone=("kind", "sister_city")
    ),
    "agreement_text": Identity((("agreement_id", "languages"),)),
    "approval_step": Identity((("subject", "step"),), apart=("name_tr",)),
    "benefit": Identity((("membership_id", "what_tr"),), apart=("day",)),
    "card_layout": Identity((("name_tr",), ("name_en",))),
    "ceremony": Identity((("title_tr",), ("title_en",)), apart=("starts", "visit_id")),
    "chain_step": Identity((("chain", "step"),)),
    "commitment": Identity((("what_tr",),), apart=("partner_id", "visit_id", "owner_id", "due")),
    "contact": Identity((("headline", "day"),), apart=("partner_id", "number", "direction"), namesakes=True),
    "country": Identity((("code",),), other=(("name_tr",), ("name_en",))),
    "criterion": Identity((("name_tr",), ("name_en",))),
    "cue": Identity((("item_id", "role", "text_tr"), ("phase_id", "role", "text_tr")), apart=_CUE_APART),
    "delegation": Identity((("visit_id", "side", "name_tr"),)),
    "delegation_member": Identity((("delegation_id", "person_id"),)),
    "duty": Identity((("visit_id", "person_id", "kind", "starts"),), apart=("item_id", "member_id")),
    "expense": Identity((("visit_id", "what_tr"),), apart=("day", "member_id", "ceremony_id")),
    "flag_plan": Identity((("ceremony_id", "name_tr"),)),
    "flag_shown": Identity((("plan_id", "code"),)),
    "flag_stock": Identity((("code", "setting"),)),
    "funding_call": Identity((("name_tr",), ("name_en",)), apart=("deadline", "number")),
    "gift": Identity((("number",),), other=(("what_tr", "day", "receiver_id"),)),
    "gift_article": Identity((("name_tr",), ("name_en",))),
    "gift_custom": Identity((("name_tr",), ("name_en",))),
    "gift_limit": Identity((("valid_from",),)),
    "guest": Identity((("ceremony_id", "person_id"),)),
    "guest_move": Identity((("guest_id", "before_id"),)),
    "invitation": Identity((("guest_id", "way", "at"),)),
    "leave": Identity((("person_id", "starts"),)),
    "letter_template": Identity((("name_tr",), ("name_en",)), apart=("about",)),
    "lodging": Identity((("visit_id", "name"),)),
    "membership": Identity((("partner_id", "municipality_id"),)),
    "note": Identity((("headline", "subject"),), apart=("day",), namesakes=True),
    "office": Identity((("name_tr",),)),
    "own_section": Identity((("visit_id", "title_tr"),)),
    "paper_profile": Identity((("name_tr",), ("name_en",)), apart=("paper_name",)),
    "partner": Identity(
        (("name_tr",), ("name_en",), ("name_own",)),
        apart=("country_id",),
        other=(("published",), ("abbreviation",)),
    ),
    "passenger": Identity((("ride_id", "member_id"),)),
    "payment": Identity((("membership_id", "year"),)),
    "person": Identity((("given_name", "family_name"),), apart=("email", "born"), namesakes=True),
    "phase": Identity((("ceremony_id", "title_tr"),), apart=("place", "variant")),
    "placing": Identity((("plan_id", "seat"),)),
    "post": Identity((("person_id", "partner_id", "function", "title_tr"),), apart=("since",)),
    "precedence_list": Identity((("name_tr",), ("name_en",))),
    "precedence_post": Identity((("list_id", "function", "title_tr"),)),
    "programme_item": Identity((("visit_id", "starts", "title_tr"),)),
    "project": Identity((("title_tr",), ("title_en",)), apart=("starts", "number")),
    "project_partner": Identity((("project_id", "partner_id"),)),
    "relation": Identity((("partner_id", "class_id", "municipality_id"),)),
    "relation_class": Identity((("name_tr",), ("name_en",))),
    "ride": Identity((("visit_id", "starts", "vehicle_id"),)),
    "room_change": Identity((("member_id", "starts"),)),
    "room": Identity((("lodging_id", "number"),)),
    "score": Identity((("relation_id", "criterion_id"),)),
    "seat": Identity((("membership_id", "role_tr"),), apart=("since", "person_id")),
    "seat_wish": Identity((("guest_id", "kind", "other_id"),)),
    "seating_plan": Identity((("ceremony_id", "name_tr"),)),
    "seating_table": Identity((("plan_id", "name"),)),
    "signatory": Identity((("agreement_id", "person_id"),)),
    "slot": Identity((("visit_id", "topic_tr"),), apart=("starts", "person_id")),
    "speech": Identity((("title_tr", "day"), ("title_en", "day"))),
    "stock_move": Identity((("article_id", "day", "reason", "pieces"),)),
    "tag": Identity((("name",),)),
    "tagging": Identity((("tag_id", "subject"),)),
    "taking_part": Identity((("item_id", "member_id"),)),
    "talking_point": Identity((("visit_id", "kind", "text_tr"),)),
    "task": Identity((("subject", "what_tr"),), apart=("due",)),
    "tie": Identity((("partner_id", "kind", "other_id"),), apart=("since",)),
    "travel": Identity((("visit_id", "direction", "number", "leaves"),), apart=("arrives",)),
    "vehicle": Identity((("plate",),)),
    "visit": Identity((("title_tr",), ("title_en",)), apart=("starts",)),
    "year_day": Identity((("title_tr",), ("title_en",)), apart=("month", "day")),
}


@lru_cache
def identity(kind: type[Record]) -> Identity:
    """The identity of an entity; one that is not listed is known by all it must have."""
    known = _KNOWN.get(entity_name(kind))
    if known is not None:
        return known
    needed = tuple(one.name for one in fields(kind) if one.kind.required)
    return Identity((needed or tuple(one.name for one in fields(kind)),))


def differ(one: Any, two: Any) -> bool:
    """Whether both are known and cannot both be true; 2006 and 2006-05-04 can."""
    if one in (None, "") or two in (None, ""):
        return False
    if isinstance(one, PartialDate) and isinstance(two, PartialDate):
        return not (contains(one, two) or contains(two, one))
    if isinstance(one, str) and isinstance(two, str):
        return words(one) != words(two)
    return bool(one != two)


def contains(wide: PartialDate, narrow: PartialDate) -> bool:
    """Whether ``narrow`` says the same as ``wide`` or more exactly so."""
    return str(narrow).startswith(str(wide))


@lru_cache(maxsize=16384)
def words(text: str) -> str:
    """The words of a name without case, accents and punctuation: ``Kara-Kulja`` → ``kara kulja``."""
    return " ".join(_WORD.findall(fold(text))) or text.strip()


def _filled(ways: tuple[tuple[str, ...], ...], values: Values) -> Iterator[Key]:
    for way in ways:
        key = tuple(_word_key(values.get(name) or _translated(name, ways, values)) for name in way)
        if any(key):
            yield key


def _translated(name: str, ways: tuple[tuple[str, ...], ...], values: Values) -> Any:
    """The English text of what has none in Turkish, unless a way of its own looks for it."""
    twin = f"{name.removesuffix('_tr')}_en" if name.endswith("_tr") else ""
    return values.get(twin) if all(twin not in way for way in ways) else None


def _word_key(value: Any) -> str:
    return words(value) if isinstance(value, str) else "" if value is None else str(value)
