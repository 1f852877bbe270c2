"""Rows of national flags: each policy and setting as a function from the host and the others to an order.

Every row is given as the hall sees it, left to right; the observer's left is the flags' own right.
"""

from collections.abc import Sequence
from typing import Literal, get_args

from dipdesk.i18n import _, sort_key
from dipdesk.rules.countries import alphabetical, country_name
from dipdesk.rules.sources import shipped

Policy = Literal["TUZUK", "CENTRE_IF_ODD", "LEFTMOST_REPEAT", "CENTRE_ENGLISH", "EU", "UN"]
Setting = Literal["poles", "table", "crossed", "semicircle", "car"]
POLICIES: tuple[Policy, ...] = get_args(Policy)
SETTINGS: tuple[Setting, ...] = get_args(Setting)


def row(
    nations: Sequence[str], home: str, policy: Policy, setting: Setting, language: str
) -> tuple[list[str], list[str]]:
    """The flags of ``nations`` in their row, and the sentences that say why."""
    ordered, reasons = _in_order(nations, home, policy, language)
    first = ordered[0] if ordered else ""
    if setting == "table" and len(ordered) == 2 and first == home:
        reason = _("On the table the guest's flag stands to the host's right, the observer's left.")
        return ordered[::-1], [reason]
    if setting == "crossed":
        text = _("Crossed flags: {country} on the observer's left, its pole in front.")
        return ordered, [*reasons[:1], text.format(country=country_name(first) if first else "")]
    if setting == "car":
        return ordered, [_("On a car the flag flies on the right front wing; a second one on the left.")]
    if setting == "semicircle":
        reason = _(
            "In a semicircle the first flag is in the centre, the next to its own right, then its left."
        )
        return centred(ordered), [*reasons[:1], reason]
    return _by_policy(ordered, reasons, policy)


def centred(ordered: Sequence[str]) -> list[str]:
    """First in the centre, next to its own right (the observer's left), then left, and so on outward.

    With an even number the first two share the middle, the first on the own right.
    """
    if len(ordered) % 2:
        return [*ordered[1::2][::-1], ordered[0], *ordered[2::2]]
    return [*ordered[0::2][::-1], *ordered[1::2]]


def _by_policy(ordered: list[str], reasons: list[str], policy: Policy) -> tuple[list[str], list[str]]:
    """Flags on poles or in a row on the table."""
    if policy == "CENTRE_ENGLISH":
        reason = _(
            "The host's flag is on the middle pole, the next to its own right, then its left, outward."
        )
        return centred(ordered), [*reasons, reason]
    if policy == "CENTRE_IF_ODD" and len(ordered) % 2 and len(ordered) > 1:
        reason = _(
            "With an odd number the first flag is in the centre, the next to its own right, then its left."
        )
        return centred(ordered), [*reasons, reason]
    if policy == "CENTRE_IF_ODD" and ordered:
        reason = _("With an even number no flag is in the centre: the first is at the own right.")
        return ordered, [*reasons, reason]
    if policy == "LEFTMOST_REPEAT" and len(ordered) > 1:
        return ordered, [*reasons, _("The host's flag is shown a second time at the far end.")]
    return ordered, reasons


def _in_order(
    nations: Sequence[str], home: str, policy: Policy, language: str
) -> tuple[list[str], list[str]]:
    """The order before anything is put in a centre, and why."""
    if not nations:
        return [], []
    if policy == "EU":
        reason = _(
            "Member states of the Union stand by their names in their own languages, guests after them."
        )
        return _european(nations, language), [reason]
    if policy == "UN":
        return sorted(nations, key=_un_key), [_("States stand by their official English names.")]
    alphabet = "en" if policy == "CENTRE_ENGLISH" else language
    first = [home] if home in nations else []
    rest = alphabetical([code for code in nations if code != home], alphabet)
    return first + rest, list(_why(first, rest, home, policy))


def _why(first: list[str], rest: list[str], home: str, policy: Policy) -> list[str]:
    reasons = []
    if first and policy in ("TUZUK", "LEFTMOST_REPEAT"):
        text = _("{country} stands at the own right, the observer's left.")
        reasons.append(text.format(country=country_name(home)))
    elif first:
        reasons.append(_("{country} as host comes first.").format(country=country_name(home)))
    if len(rest) > 1 and policy == "CENTRE_ENGLISH":
        reasons.append(_("The others follow in the English alphabet."))
    elif len(rest) > 1:
        reasons.append(_("The others follow in alphabetical order of their names in the language chosen."))
    return reasons


def _european(nations: Sequence[str], language: str) -> list[str]:
    members = shipped("flags", "orders.toml")["eu"]["members"]
    states = [code for code in members if code in nations]
    return states + alphabetical([code for code in nations if code not in members], language)


def _un_key(code: str) -> tuple[bytes, str]:
    names = shipped("flags", "orders.toml")["un"]["names"]
    return sort_key(names.get(code, country_name(code, "en")), "en"), code
