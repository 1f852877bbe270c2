"""Figures of relations: by class, state, country, part of the world, decade, and municipality."""

from collections.abc import Callable, Iterable, Iterator

from dipdesk.actions.figures.figure import Bar, Figure, Kind, counted
from dipdesk.actions.figures.ground import Ground, RelationRow
from dipdesk.actions.figures.timeline import steps
from dipdesk.i18n import _, format_number, language, ngettext, sort_key
from dipdesk.model.relation import RELATION_STATES
from dipdesk.rules import countries, regions

MOST_BARS = 12
"""Of countries and municipalities so many are shown; the others are put together."""
_DECADE = 10
_STATE_COLOURS = {
    "idea": "teal",
    "in_talks": "amber",
    "approved": "blue",
    "active": "green",
    "dormant": "grey",
    "suspended": "orange",
    "ended": "brown",
    "refused": "red",
}


def figures(ground: Ground) -> Iterator[Figure]:
    """All of them."""
    yield _by_class(ground)
    yield _by_state(ground)
    yield _by_region(ground)
    yield _by_country(ground)
    yield _by_decade(ground)
    yield _by_municipality(ground)


def _by_class(ground: Ground) -> Figure:
    names = {row_id: (name, colour) for row_id, name, colour in ground.classes}
    found = _grouped(ground.relations, lambda one: one.class_id if one.class_id in names else "")
    known = [
        Bar(key, name, (counted("relation", found[key]),), colour)
        for key, (name, colour) in names.items()
        if key in found
    ]
    return Figure(
        "relations_by_class",
        _("Relations by class"),
        _("Every relation once, by its class."),
        Kind.BARS,
        (*known, *_unknown(found, _("Without a class"))),
        note=_years_note(ground),
    )


def _by_state(ground: Ground) -> Figure:
    found = _grouped(ground.relations, lambda one: one.state if one.state in RELATION_STATES else "")
    known = [
        Bar(code, _(name), (counted("relation", found[code]),), _STATE_COLOURS.get(code, ""))
        for code, name in RELATION_STATES.items()
        if code in found
    ]
    return Figure(
        "relations_by_state",
        _("Relations by state"),
        _("Every relation once, by its state today."),
        Kind.BARS,
        (*known, *_unknown(found, _("Without a state"))),
    )


def _by_region(ground: Ground) -> Figure:
    found = _grouped(ground.relations, lambda one: regions.region(one.country))
    known = _largest(ground, found, regions.region_name)
    source = regions.source()
    return Figure(
        "relations_by_region",
        _("Relations by part of the world"),
        _("By the country of the partner. Parts of the world: {source}.").format(source=source.said()),
        Kind.BARS,
        (*known, *_unknown(found, _("Country unknown"))),
    )


def _by_country(ground: Ground) -> Figure:
    found = _grouped(ground.relations, lambda one: one.country)
    known = _largest(ground, found, countries.country_name)
    return Figure(
        "relations_by_country",
        _("Relations by country"),
        _("By the country of the partner."),
        Kind.BARS,
        (*_topped(known, _other_countries), *_unknown(found, _("Country unknown"))),
    )


def _by_decade(ground: Ground) -> Figure:
    dated = [one for one in ground.relations if one.year is not None]
    found = _grouped(dated, lambda one: str((one.year or 0) // _DECADE * _DECADE))
    bars = tuple(
        Bar(str(start), _decade(start), (counted("relation", found.get(str(start), ())),))
        for start in steps(map(int, found), _DECADE)
    )
    left = len(ground.relations) - len(dated)
    note = ngettext(
        "{count} relation without a year is left out.",
        "{count} relations without a year are left out.",
        left,
    ).format(count=format_number(left))
    return Figure(
        "relations_by_decade",
        _("Relations by the decade in which they began"),
        _("The year in which the relation began; if it is not on file, that of its first agreement."),
        Kind.COLUMNS,
        bars,
        note=note if left else "",
    )


def _by_municipality(ground: Ground) -> Figure:
    found = _grouped(ground.relations, lambda one: one.municipality_id)

    def name(key: str, spoken: str = "") -> str:
        return (ground.ordering if spoken else ground.partners).get(key) or _("(without a name)")

    bars = _largest(ground, found, name)
    some = _topped(bars, _other_municipalities)
    count = len(bars)
    note = ngettext(
        "{count} municipality has relations.", "{count} municipalities have relations.", count
    ).format(count=format_number(count))
    return Figure(
        "relations_by_municipality",
        _("Relations by municipality"),
        _("Whose relation it is, in the file of a union."),
        Kind.BARS,
        (*some, *_unknown(found, _("Our own relations"))) if bars else (),
        note=note,
    )


def _grouped(rows: Iterable[RelationRow], key: Callable[[RelationRow], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row.id)
    return found


def _unknown(found: dict[str, list[str]], label: str) -> tuple[Bar, ...]:
    return (Bar("", label, (counted("relation", found[""]),), "grey"),) if "" in found else ()


def _largest(ground: Ground, found: dict[str, list[str]], name: Callable[..., str]) -> list[Bar]:
    """A bar for each group that has a key, the longest first; ``name(key, language)`` says what it is."""
    alphabet = ground.question.alphabet or language()
    keys = sorted(
        filter(None, found), key=lambda key: (-len(found[key]), sort_key(name(key, alphabet), alphabet))
    )
    return [Bar(key, name(key), (counted("relation", found[key]),)) for key in keys]


def _topped(bars: list[Bar], others: Callable[[int], str]) -> list[Bar]:
    """The longest bars, and one for all others."""
    if len(bars) <= MOST_BARS:
        return bars
    rest = bars[MOST_BARS - 1 :]
    ids = [row_id for bar in rest for row_id in bar.ids]
    return [*bars[: MOST_BARS - 1], Bar("others", others(len(rest)), (counted("relation", ids),), "grey")]


def _other_countries(count: int) -> str:
    return ngettext("{count} other country", "{count} other countries", count).format(
        count=format_number(count)
    )


def _other_municipalities(count: int) -> str:
    return ngettext("{count} other municipality", "{count} other municipalities", count).format(
        count=format_number(count)
    )


def _decade(start: int) -> str:
    return f"{start}–{(start + _DECADE - 1) % 100:02}"


def _years_note(ground: Ground) -> str:
    if not ground.question.is_bounded:
        return ""
    return _("Only relations that began in these years.")
