"""Flags: in which order they stand, seen from the hall and from the stage, and how many of each are needed.

Source: ``resources/flags/orders.toml`` (Turkish Flag Regulation and the practice of others), each policy with
its state. ``hall`` is the observer's left to right; the observer's left is the flags' own right.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _, speaking
from dipdesk.rules.countries import canonical, country_name, recognition_differs
from dipdesk.rules.flag_rows import POLICIES, SETTINGS, Policy, Setting, row
from dipdesk.rules.sources import Source, shipped, weakest

__all__ = ["POLICIES", "SETTINGS", "FlagPlan", "Policy", "Setting", "flag_name", "flags"]


@dataclass(frozen=True)
class FlagPlan:
    """Flags from left to right as the hall and as the stage sees them; how many of each; why; what to ask."""

    hall: tuple[str, ...]
    stage: tuple[str, ...]
    pick_list: dict[str, int]
    because: tuple[str, ...]
    source: Source
    warnings: tuple[str, ...]


def flags(
    countries: Sequence[str],
    policy: Policy,
    language: str,
    *,
    others: Sequence[str] = (),
    host: str = "TR",
    setting: Setting = "poles",
) -> FlagPlan:
    """The flags of ``countries`` (codes) and of ``others`` (``EU``, ``UN``, ``city:Bursa`` …) in their order.

    Names sort in the alphabet of ``language`` unless the policy says otherwise. Raises Invalid, with the
    place, for unknown codes, flags named twice, and numbers of flags a setting cannot hold.
    """
    with speaking(language):
        nations = _once([_code(code, f"countries[{i}]") for i, code in enumerate(countries)], "countries")
        following = _after_nations(others)
        home = _code(host, "host")
        _check_number(len(nations) + len(following), setting)
        ordered, reasons = row(nations, home, policy, setting, language)
        hall = [*ordered, *following]
        if policy == "LEFTMOST_REPEAT" and setting == "poles" and len(ordered) > 1 and home in ordered:
            hall.append(home)
        return FlagPlan(
            hall=tuple(hall),
            stage=tuple(reversed(hall)),
            pick_list=dict(Counter(hall)),
            because=(*reasons, *_more_reasons(hall, following)),
            source=_source(policy, setting, len(ordered)),
            warnings=tuple(_warnings(nations, home, policy)),
        )


def flag_name(code: str, language: str) -> str:
    """What a flag is called in a list: the country, the organisation, or the name after the colon."""
    with speaking(language):
        known = {"EU": _("European Union"), "UN": _("United Nations")}
    if code in known:
        return known[code]
    return code.partition(":")[2] if ":" in code else country_name(code, language)


def _orders() -> Any:
    return shipped("flags", "orders.toml")


def _code(text: str, place: str) -> str:
    try:
        return canonical(text)
    except Invalid as trouble:
        raise trouble.at(place) from None


def _once(codes: list[str], place: str) -> list[str]:
    """The same codes; raises Invalid if one comes twice."""
    for i, code in enumerate(codes):
        if code in codes[:i]:
            raise Invalid(_("The flag “{code}” is named twice.").format(code=code), f"{place}[{i}]")
    return codes


def _after_nations(others: Sequence[str]) -> list[str]:
    """Flags that are no nation's: organisations, then province, city, body, sister city, network."""
    known = _orders()["others"]
    ranks = []
    for i, code in enumerate(others):
        kind, colon, name = code.partition(":")
        kind = "organisation" if code in known["organisations"] else kind
        if (
            kind not in known["ranks"]
            or (colon and not name.strip())
            or (kind != "organisation" and not colon)
        ):
            text = _("“{code}” is neither EU nor UN nor a flag such as city:Bursa.")
            raise Invalid(text.format(code=code), f"others[{i}]")
        ranks.append(known["ranks"].index(kind))
    _once(list(others), "others")
    return [code for _rank, code in sorted(zip(ranks, others, strict=True), key=lambda pair: pair[0])]


def _check_number(number: int, setting: Setting) -> None:
    if setting == "crossed" and number != 2:
        text = _("Exactly two flags are crossed; there are {number}.").format(number=number)
        raise Invalid(text, "countries")
    if setting == "car" and number > 2:
        text = _("A car carries at most two flags; there are {number}.").format(number=number)
        raise Invalid(text, "countries")


def _more_reasons(hall: Sequence[str], following: Sequence[str]) -> Iterator[str]:
    if following:
        yield _("Flags of organisations and cities follow those of the nations, at the observer's far right.")
    if len(hall) > 1:
        yield _("All flags have the same size, height and quality, each on its own pole.")


def _source(policy: Policy, setting: Setting, nations: int) -> Source:
    """Where the order comes from: the setting's rule where it decides, else the policy's."""
    orders = _orders()
    dated = {"date": orders["date"]}
    decides = setting in ("crossed", "semicircle", "car") or (setting == "table" and nations == 2)
    of_setting = [Source.read(dated | orders["settings"][setting])] if decides else []
    return weakest(*of_setting) if of_setting else Source.read(dated | orders["policies"][policy])


def _warnings(nations: Sequence[str], home: str, policy: Policy) -> Iterator[str]:
    """What somebody should look at before the flags go up."""
    if nations and home not in nations:
        text = _("The host's flag ({country}) is not among the flags.")
        yield text.format(country=country_name(home))
    if policy == "TUZUK" and home != "TR" and "TR" in nations:
        yield _(
            "In Türkiye the Flag Regulation gives the first place to the Turkish flag, whoever is the host."
        )
    if policy == "LEFTMOST_REPEAT" and len(nations) <= 3:
        yield _("The second flag of the host is meant for more than three flags.")
    if len(nations) > 1:
        for code in nations:
            if recognition_differs(code):
                text = _(
                    "{country}: not every state recognises this flag; ask the Ministry of Foreign Affairs."
                )
                yield text.format(country=country_name(code))
