"""Figures of agreements and memberships: by year and by kind."""

from collections.abc import Iterable, Iterator

from dipdesk.actions.figures.figure import Bar, Figure, Kind, counted
from dipdesk.actions.figures.ground import DatedRow, Ground
from dipdesk.actions.figures.timeline import yearly
from dipdesk.i18n import _, format_number, ngettext
from dipdesk.model.agreement import AGREEMENT_KINDS
from dipdesk.model.membership import MEMBERSHIP_CLASSES


def figures(ground: Ground) -> Iterator[Figure]:
    """All of them."""
    yield _by_year(ground)
    yield Figure(
        "agreements_by_kind",
        _("Agreements by kind"),
        _("Every agreement on file, signed or not, by its kind."),
        Kind.BARS,
        _by_code("agreement", ground.agreements, AGREEMENT_KINDS),
    )
    yield Figure(
        "memberships_by_class",
        _("Memberships by class"),
        _("Every membership on file, by its class."),
        Kind.BARS,
        _by_code("membership", ground.memberships, MEMBERSHIP_CLASSES),
    )


def _by_year(ground: Ground) -> Figure:
    signed = [one for one in ground.agreements if one.year is not None]
    left = len(ground.agreements) - len(signed)
    note = ngettext(
        "{count} agreement without a day of signing is left out.",
        "{count} agreements without a day of signing are left out.",
        left,
    ).format(count=format_number(left))
    return Figure(
        "agreements_by_year",
        _("Agreements signed by year"),
        _("The year of signing; renewals and amendments count as agreements of their own."),
        Kind.COLUMNS,
        yearly(signed, lambda some: (counted("agreement", (one.id for one in some)),)),
        note=note if left else "",
    )


def _by_code(entity: str, rows: Iterable[DatedRow], names: dict[str, str]) -> tuple[Bar, ...]:
    found: dict[str, list[str]] = {}
    for one in rows:
        found.setdefault(one.kind if one.kind in names else "", []).append(one.id)
    bars = [
        Bar(code, _(name), (counted(entity, found[code]),)) for code, name in names.items() if code in found
    ]
    bars.sort(key=lambda bar: -len(bar.ids))
    unknown = [Bar("", _("Not said"), (counted(entity, found[""]),), "grey")] if "" in found else []
    return (*bars, *unknown)
