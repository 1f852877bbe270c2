"""The city and country note of a brief, with the public holidays around the visit."""

from collections.abc import Iterator
from datetime import date, timedelta

from dipdesk.i18n import _, format_date, format_interval, join_words, language, language_name, zone_name
from dipdesk.model import Country, Partner, field_of
from dipdesk.papers.blocks import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Table,
    Tone,
)
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record, said
from dipdesk.rules import countries
from dipdesk.rules.countries import HOME
from dipdesk.rules.public_holidays import Holiday, covers, public_holidays

_AROUND = timedelta(days=7)
"""Holidays so near to the visit are worth knowing too."""


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Facts and notes about the partner and its country, and the days off; nothing if there is nothing."""
    parts = [*_city(dossier), *_country(dossier), *_days_off(dossier)]
    if parts:
        yield Heading(_("City and country"))
    yield from parts


def _city(dossier: Dossier) -> Iterator[Block]:
    partner = dossier.visit.partner
    if partner is None:
        return
    rows = tuple(fact for fact in _city_facts(dossier, partner) if fact.text)
    note = said(partner, "note").strip()
    if not rows and not note:
        return
    yield from _noted(partner.name(language()), rows, note, record(partner))


def _noted(name: str, rows: tuple[Fact, ...], note: str, source: str) -> Iterator[Block]:
    """A name with the facts that belong to it on the same page, and a note."""
    heading = Heading(name, 2, record=source)
    yield KeepTogether((heading, Facts(rows, record=source))) if rows else heading
    if note:
        yield Paragraph(note, record=source)


def _city_facts(dossier: Dossier, partner: Partner) -> Iterator[Fact]:
    if partner.name_own not in (partner.name_tr, partner.name_en):
        yield Fact(_("Own name"), partner.name_own)
    for name in ("population", "founded", "website"):
        yield Fact(field_of(Partner, name).title(), dossier.value(partner, name))
    yield Fact(_("Time zone"), zone_name(partner.zone) if partner.zone else "")


def _country(dossier: Dossier) -> Iterator[Block]:
    country = dossier.visit.partner.country if dossier.visit.partner else None
    if country is None:
        return
    rows = tuple(fact for fact in _country_facts(dossier, country) if fact.text)
    note = said(country, "note").strip()
    if not rows and not note:
        return
    yield from _noted(country.name(language()), rows, note, record(country))


def _country_facts(dossier: Dossier, country: Country) -> Iterator[Fact]:
    known = countries.facts(country.code, language())
    spoken = country.languages or known.languages
    if known.official_name != country.name(language()):
        yield Fact(_("Official name"), known.official_name)
    yield Fact(_("Capital"), country.capital or known.capital)
    yield Fact(_("Languages"), join_words([language_name(code) for code in spoken]))
    yield Fact(_("Currency"), known.currency)
    yield Fact(_("Calling code"), f"+{known.calling_code}" if known.calling_code else "")


def _days_off(dossier: Dossier) -> Iterator[Block]:
    """The days off of both countries during the visit and in the week before and after it.

    They stand in the order of their days; the office's country first if a day is free in both.
    """
    if dossier.days is None:
        return
    first, last = dossier.days
    named = _countries(dossier)
    around = _shifted(first, -_AROUND), _shifted(last, _AROUND)
    found = [one for code in named for one in public_holidays(code, *around)]
    found.sort(key=lambda one: (one.first, one.last))
    yield Heading(_("Public holidays"), 2)
    if not any(_during(one, first, last) for one in found):
        yield Paragraph(_("No public holiday falls on the days of the visit."))
    if found:
        yield Table(
            (Column(_("Day"), 3.2), Column(_("Country"), 1.6), Column(_("Holiday"), 4), Column("", 1.8)),
            tuple(_day_off(one, named[one.country], first, last) for one in found),
        )
    for code, name in named.items():
        if not covers(code):
            text = _("The public holidays of {country} are not known here.").format(country=name)
            yield Paragraph(text, Tone.MUTED)


def _shifted(day: date, by: timedelta) -> date:
    """A day so much later or earlier; the day itself at the ends of the calendar."""
    try:
        return day + by
    except OverflowError:
        return day


def _countries(dossier: Dossier) -> dict[str, str]:
    """The country of the office and that of the partner, with their names."""
    named = {HOME: dossier.country_name(None)}
    partner = dossier.visit.partner
    if partner and partner.country:
        named[partner.country.code] = dossier.country_name(partner)
    return named


def _day_off(one: Holiday, country: str, first: date, last: date) -> Row:
    during = _during(one, first, last)
    when = _("during the visit") if during else _("before it") if one.last < first else _("after it")
    days = format_date(one.first, "full") if one.first == one.last else format_interval(one.first, one.last)
    return Row((days, country, one.name, when), strong=during)


def _during(one: Holiday, first: date, last: date) -> bool:
    return one.first <= last and first <= one.last
