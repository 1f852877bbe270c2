"""Figures of what visits cost us, in lira, by year and by partner."""

from collections.abc import Iterator

from dipdesk.actions.after_visit import LIRA
from dipdesk.actions.figures.figure import Bar, Figure, Kind, Number
from dipdesk.actions.figures.ground import Ground, MoneyRow
from dipdesk.actions.figures.money import summed
from dipdesk.actions.figures.timeline import yearly
from dipdesk.i18n import _, format_number, ngettext

_MOST = 12


def figures(ground: Ground) -> Iterator[Figure]:
    """Costs by year and by partner; lines without an amount in lira are counted in a note."""
    known = [one for one in ground.costs if one.lira is not None]
    missing = len(ground.costs) - len(known)
    note = ngettext(
        "{count} cost without an amount in lira is left out.",
        "{count} costs without an amount in lira are left out.",
        missing,
    ).format(count=format_number(missing))
    yield Figure(
        "costs_by_year",
        _("Costs of visits by year"),
        _("What we spent on visits, in lira as entered, by the day of the cost, else of the visit."),
        Kind.COLUMNS,
        yearly(known, lambda some: (_sum(some),)),
        currency=LIRA,
        note=note if missing else "",
    )
    yield Figure(
        "costs_by_partner",
        _("Costs of visits by partner"),
        _("What we spent on visits, in lira as entered, by the partner of the visit; the highest sums."),
        Kind.BARS,
        tuple(_partners(ground, known)),
        currency=LIRA,
        note=note if missing else "",
    )


def _partners(ground: Ground, rows: list[MoneyRow]) -> Iterator[Bar]:
    found: dict[str, list[MoneyRow]] = {}
    for one in rows:
        if one.partner_id:
            found.setdefault(one.partner_id, []).append(one)
    bars = {key: _sum(some) for key, some in found.items()}
    order = sorted(bars, key=lambda key: (-bars[key].value, ground.ordering.get(key, ""), key))
    for key in order[:_MOST]:
        yield Bar(key, ground.partners.get(key) or _("(without a name)"), (bars[key],))


def _sum(rows: list[MoneyRow]) -> Number:
    return summed("expense", rows, lambda one: one.lira)
