"""The ceremony year: every day that comes, when to begin with it, and whether its ceremony is begun."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dipdesk.actions import calendar_year
from dipdesk.i18n import N_, _, format_date
from dipdesk.model.kinds import Flag, Whole
from dipdesk.papers.blocks import Align, Block, Column, Document, Heading, Paragraph, Row, Status, Table, Tone
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import Reading, head
from dipdesk.rules import ceremony_year
from dipdesk.rules.ceremonies import ceremony_kind
from dipdesk.rules.ceremony_year import Coming, YearlyDay

_MONTHS = 12


@dataclass(frozen=True)
class YearOptions(Marks):
    """The year (that of today if empty), and which days stand on the list."""

    year: int | None = option(
        Whole(least=1900, most=2200), N_("Year"), None, group=SHOWN, hint=N_("Left empty, this year")
    )
    turkiye: bool = option(Flag(), N_("Days of Türkiye"), True, group=SHOWN)
    partners: bool = option(Flag(), N_("National days of partners"), True, group=SHOWN)
    own: bool = option(Flag(), N_("Days of the office"), True, group=SHOWN)
    sources: bool = option(Flag(), N_("Sources"), False, group=SHOWN)


def build(session: Session, _subject: None, options: YearOptions, occasion: Occasion) -> Document:
    """The days of one year of the whole office."""
    reading = Reading(session, occasion, options.public)
    year = options.year or reading.today.year
    title = _("Ceremony year {year}").format(year=year)
    about = _("As of {day}").format(day=format_date(reading.today))
    blocks = (*head(reading, title, about), *_blocks(reading, options, year))
    return reading.document(title, _("Ceremony year"), options, "office", blocks)


def _blocks(reading: Reading, options: YearOptions, year: int) -> Iterator[Block]:
    wanted = [one for one in calendar_year.days_of_year(reading.session) if _is_wanted(one, options)]
    days = sorted(
        ceremony_year.on_days(wanted, date(year, 1, 1), date(year, _MONTHS, 31)),
        key=lambda pair: (pair[0], pair[1].sort, pair[1].key, pair[1].record),
    )
    if not days:
        yield Paragraph(_("No day of the year is on file."), Tone.MUTED)
        return
    columns = [
        Column(_("Day"), 3),
        Column(_("What"), 3.2),
        Column(_("Years"), 0.6, Align.RIGHT),
        Column(_("Begin by"), 1.6),
    ]
    columns += [Column(_("Source"), 2.6)] if options.sources else []
    columns.append(Column(_("Ceremony"), 1.6))
    yield Table(tuple(columns), tuple(_row(reading, options, *pair) for pair in days))
    if any(day.sort == "national" for _on, day in days):
        yield Heading(_("To be looked at"), 2)
        yield Paragraph(
            _("National days of other countries are not verified; ask the embassy first."), Tone.MUTED
        )


def _is_wanted(day: YearlyDay, options: YearOptions) -> bool:
    if day.sort == "own":
        return options.own
    return options.partners if day.sort == "national" else options.turkiye


def _row(reading: Reading, options: YearOptions, on: date, day: YearlyDay) -> Row:
    kind = ceremony_kind(day.ceremony)
    years = day.years(on.year)
    cells = [
        format_date(on, "full"),
        calendar_year.said(reading.session, day),
        str(years) if years else "",
        format_date(Coming(on, day).begin) if day.ceremony else "",
    ]
    cells += [day.source.said() if day.source else ""] if options.sources else []
    if kind is None:
        return Row((*cells, ""))
    if calendar_year.is_prepared(reading.session, day, on):
        return Row((*cells, _("{kind}: begun").format(kind=kind.name.said())), status=Status.GREEN)
    is_late = Coming(on, day).begin <= reading.today <= on
    text = _("{kind}: not begun") if is_late else _("{kind}")
    return Row((*cells, text.format(kind=kind.name.said())), status=Status.AMBER if is_late else None)
