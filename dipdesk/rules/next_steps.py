"""What to do next in a relation: three suggestions chosen from ``resources/suggestions/relation.toml``.

They are proposals of ours, shipped as data with their conditions; none of them is law.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.relation_health import Facts, Health, health
from dipdesk.rules.sources import Source, Wording, shipped

MOST = 3
"""So many suggestions are made."""
_NEVER = 999
_MADE = ("contact", "visit", "commitment")
_BEING_MADE = ("idea", "in_talks", "approved")


@dataclass(frozen=True)
class Suggestion:
    """A next step: its ``text``, and the record that it begins with: entity, values and ``title``."""

    key: str
    makes: str
    values: tuple[tuple[str, str], ...]
    title: Wording
    text: Wording
    at_least: tuple[tuple[str, int], ...] = ()
    below: tuple[tuple[str, int], ...] = ()

    def fits(self, figures: Mapping[str, int]) -> bool:
        """Whether its conditions hold."""
        enough = all(figures[name] >= least for name, least in self.at_least)
        return enough and all(figures[name] < most for name, most in self.below)


def next_steps(facts: Facts, found: Health, today: date) -> tuple[Suggestion, ...]:
    """The first three suggestions that fit, none for a relation that is over."""
    if found.word == "ended":
        return ()
    known = figures(facts, found, today)
    return tuple(one for one in suggestions() if one.fits(known))[:MOST]


def figures(facts: Facts, found: Health, today: date) -> dict[str, int]:
    """What the conditions look at, by name."""
    contact, visit = found.months_since_contact, found.months_since_visit
    return {
        "owed_answers": sum(way != "out" for way in facts.unanswered),
        "awaited_answers": sum(way == "out" for way in facts.unanswered),
        "late_ours": found.ours.late,
        "late_theirs": found.theirs.late,
        "open_ours": found.ours.open,
        "open_theirs": found.theirs.open,
        "months_since_contact": _NEVER if contact is None else contact,
        "months_since_visit": _NEVER if visit is None else visit,
        "visits": len(facts.visits),
        "our_turn_to_write": found.contacts.turn == "us",
        "their_turn_to_write": found.contacts.turn == "them",
        "our_turn_to_visit": found.visits.turn == "us",
        "their_turn_to_visit": found.visits.turn == "them",
        "visit_planned": facts.next_visit is not None,
        "review_overdue": facts.review is not None and facts.review < today,
        "agreement_ending": facts.ends is not None and facts.ends >= today,
        "agreement_over": facts.ends is not None and facts.ends < today,
        "being_made": facts.state in _BEING_MADE,
        "dormant": found.word == "dormant",
        "suspended": facts.state == "suspended",
    }


@lru_cache
def suggestions() -> tuple[Suggestion, ...]:
    """All suggestions that are shipped, the urgent ones first."""
    return tuple(read_suggestions(shipped("suggestions", "relation.toml")))


def source() -> Source:
    """What the suggestions rest on."""
    return Source.read(shipped("suggestions", "relation.toml"))


def read_suggestions(table: Mapping[str, Any]) -> Iterator[Suggestion]:
    """The suggestions of a table of the form of the TOML file; raises Invalid with the place."""
    for number, row in enumerate(table.get("step", [])):
        place = f"step[{number}]"
        if row.get("makes") not in _MADE:
            raise Invalid(_("A suggestion makes a contact, a visit or a commitment."), f"{place}.makes")
        yield Suggestion(
            key=str(row.get("key", "")),
            makes=row["makes"],
            values=tuple((str(name), str(value)) for name, value in row.get("values", {}).items()),
            title=Wording.read(row.get("title", ""), f"{place}.title"),
            text=Wording.read(row.get("text", ""), f"{place}.text"),
            at_least=_conditions(row.get("at_least", {}), f"{place}.at_least"),
            below=_conditions(row.get("below", {}), f"{place}.below"),
        )


def _conditions(table: Mapping[str, Any], place: str) -> tuple[tuple[str, int], ...]:
    known = figures(Facts(), health(Facts(), date.min), date.min)
    for name, value in table.items():
        if name not in known or not isinstance(value, int):
            raise Invalid(_("There is no figure called “{name}”.").format(name=name), place)
    return tuple(table.items())
