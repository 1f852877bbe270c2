"""Why one guest stands before another, as a sentence with its source."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dipdesk import i18n
from dipdesk.i18n import _
from dipdesk.rules.countries import country_name
from dipdesk.rules.rule_sets import RuleSet, tie_breaker
from dipdesk.rules.sources import Source, weakest
from dipdesk.rules.standing import ManualMove, Standing
from dipdesk.rules.timing import PartialDate

Rule = Literal["rank_group", "guest_before_host", "seniority", "capacity", "country", "name", "manual"]


@dataclass(frozen=True)
class Reason:
    """The rule that decided between two neighbours, in words, and where it comes from."""

    rule: Rule
    because: str
    source: Source


def reason(first: Standing, second: Standing, rule_set: RuleSet, language: str) -> Reason:
    """Why ``first`` stands before ``second``, in the language spoken now; countries sort by ``language``."""
    if first.group != second.group:
        return _by_group(first, second, rule_set)
    if first.representing != second.representing:
        return _by_representation(second)
    if first.governor != second.governor or first.after_guests != second.after_guests:
        return _by_hospitality(first, second)
    if first.acting != second.acting:
        return _by_acting(second)
    if first.guest.since != second.guest.since:
        return _by_date(first, second, i18n.language())
    return _by_alphabet(first, second, language)


def by_hand(move: ManualMove) -> Reason:
    """Why a pair stands as it does after a manual move."""
    text = _("Moved by hand: {reason}").format(reason=move.reason)
    return Reason("manual", text, tie_breaker("manual"))


def _by_group(first: Standing, second: Standing, rule_set: RuleSet) -> Reason:
    """A lower rank group, or a known post before an unknown one."""
    if second.group is None:
        text = _("No rank group is known for {second}, who therefore stands last.")
        return Reason("rank_group", text.format(second=second.guest.called), rule_set.source)
    if first.post and second.post:
        text = _("Rank group {a} ({first_post}) stands before rank group {b} ({second_post}).").format(
            a=first.group,
            b=second.group,
            first_post=first.post.name.said(),
            second_post=second.post.name.said(),
        )
        return Reason("rank_group", text, weakest(first.post.source, second.post.source))
    text = _("Rank group {a} stands before rank group {b}.").format(a=first.group, b=second.group)
    return Reason("rank_group", text, tie_breaker("rank_group"))


def _by_representation(second: Standing) -> Reason:
    text = _("{second} represents the holder of an office and stands at the end of its rank group.")
    return Reason("capacity", text.format(second=second.guest.called), tie_breaker("representing"))


def _by_hospitality(first: Standing, second: Standing) -> Reason:
    if first.governor != second.governor:
        text = _("The governor stands before guests from abroad of the same rank (switch).")
        return Reason("guest_before_host", text, tie_breaker("governor"))
    text = _("Same rank: the guest from abroad ({first}) stands before the host ({second}).")
    said = text.format(first=first.guest.called, second=second.guest.called)
    return Reason("guest_before_host", said, tie_breaker("guest_before_host"))


def _by_acting(second: Standing) -> Reason:
    text = _("{second} is acting and stands after those who hold the office themselves.")
    return Reason("capacity", text.format(second=second.guest.called), tie_breaker("acting"))


def _by_date(first: Standing, second: Standing, language: str) -> Reason:
    """The earlier day of taking office; for missions the credentials, for consuls the exequatur."""
    service = first.post.service if first.post else ""
    same = service if second.post and second.post.service == service else ""
    source = tie_breaker(f"seniority_{same}" if same else "seniority")
    if first.guest.since is None or second.guest.since is None:
        text = _("The day {second} took office is not known, so {second} stands after {first}.")
        said = text.format(first=first.guest.called, second=second.guest.called)
        return Reason("seniority", said, source)
    text = {
        "mission": _("Credentials presented earlier: {first} on {a}, {second} on {b}."),
        "consular": _("Exequatur received earlier: {first} on {a}, {second} on {b}."),
    }.get(same, _("Longer in office: {first} since {a}, {second} since {b}."))
    said = text.format(
        first=first.guest.called,
        a=_day(first.guest.since, language),
        second=second.guest.called,
        b=_day(second.guest.since, language),
    )
    return Reason("seniority", said, source)


@lru_cache(maxsize=4096)
def _day(day: PartialDate, _language: str) -> str:
    """A day in the language spoken now, which is ``_language``."""
    return day.format()


def _by_alphabet(first: Standing, second: Standing, language: str) -> Reason:
    """Country, then name; the order of the ids where nothing else is left."""
    one, two = first.alphabet_key(language), second.alphabet_key(language)
    if one[0] != two[0]:
        text = _("Alphabetical order of countries: {a}, {b}.").format(
            a=country_name(first.guest.country, language), b=country_name(second.guest.country, language)
        )
        return Reason("country", text, tie_breaker("country"))
    if one[:3] != two[:3]:
        text = _("Alphabetical order of names: {first}, {second}.").format(
            first=first.guest.called, second=second.guest.called
        )
        return Reason("name", text, tie_breaker("name"))
    text = _("No rule tells {first} and {second} apart; their order is arbitrary until somebody decides.")
    return Reason(
        "name", text.format(first=first.guest.called, second=second.guest.called), tie_breaker("name")
    )
