"""Figures of visits: to us, abroad and others, by year."""

from collections.abc import Iterator

from dipdesk.actions.figures.figure import Bar, Figure, Kind, Number, Series, counted
from dipdesk.actions.figures.ground import DatedRow, Ground
from dipdesk.actions.figures.timeline import yearly
from dipdesk.i18n import _, format_number, ngettext
from dipdesk.model.visit import ABROAD

_WAYS = (("inbound",), ABROAD)


def figures(ground: Ground) -> Iterator[Figure]:
    """Visits by year."""
    bars = yearly(ground.visits, _parts)
    left = sum(one.year is None for one in ground.visits)
    note = ngettext(
        "{count} visit without a day is left out.", "{count} visits without a day are left out.", left
    ).format(count=format_number(left))
    series = (
        Series("inbound", _("Visits to us"), "teal"),
        Series("outbound", _("Visits abroad"), "blue"),
        Series("other", _("Transit and online"), "grey"),
    )
    yield Figure(
        "visits_by_year",
        _("Visits by year"),
        _("Visits that are planned, confirmed or done, by their first day; cancelled ones are left out."),
        Kind.COLUMNS,
        _without_empty(bars),
        series,
        note=note if left else "",
    )


def _parts(some: list[DatedRow]) -> tuple[Number, ...]:
    return (
        *(counted("visit", (one.id for one in some if one.kind in way)) for way in _WAYS),
        counted("visit", (one.id for one in some if not any(one.kind in way for way in _WAYS))),
    )


def _without_empty(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    return bars if any(bar.ids for bar in bars) else ()
