"""The list of sister cities as municipalities publish it: partner, agreement, council decision, permission.

The columns are those of the lists that municipalities put on their websites (protocol practice, 11). In a
union the municipality whose agreement it is stands before them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_date, format_number, language, ngettext, sort_key
from dipdesk.model import Agreement, Country, Partner
from dipdesk.model.agreement import AGREEMENT_KINDS
from dipdesk.model.kinds import Choice, Flag
from dipdesk.papers.blocks import Block, Column, Document, Paragraph, Row, Table, Tone
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import Reading, dated, day, head, lines, record
from dipdesk.rules.countries import HOME
from dipdesk.rules.timing import PartialDate

_LATEST = PartialDate(9999)
_STANDING = ("approved", "in_force", "dormant")
_PLANNED = ("idea", "in_talks")


@dataclass(frozen=True)
class ListOptions(Marks):
    """Which agreements are listed; ``kind`` is empty for all kinds."""

    kind: str = option(Choice(AGREEMENT_KINDS), N_("Kind of agreement"), "", group=SHOWN)
    planned: bool = option(Flag(), N_("Agreements still in talks"), False, group=SHOWN)
    ended: bool = option(Flag(), N_("Agreements that ended"), False, group=SHOWN)


def build(session: Session, _subject: None, options: ListOptions, occasion: Occasion) -> Document:
    """The list of the whole office, by the alphabet."""
    reading = Reading(session, occasion, public=True)
    kept = [*session.query(Country), *session.query(Partner)]
    listed = _listed(reading, options)
    title = _("Sister cities and partner cities")
    blocks = (*head(reading, title), *_blocks(reading, listed))
    kept.clear()
    return reading.document(title, _("Published list"), options, "open", blocks)


def _listed(reading: Reading, options: ListOptions) -> list[Agreement]:
    states = [*_STANDING, *(_PLANNED if options.planned else ()), *(("ended",) if options.ended else ())]
    found = reading.all(Agreement, Agreement.state.in_(states))
    wanted = [one for one in found if options.kind in ("", one.kind)]
    keys = {one.id: _place(reading, one) for one in wanted}
    return sorted(wanted, key=lambda one: keys[one.id])


def _place(reading: Reading, one: Agreement) -> tuple[bytes, bytes, PartialDate]:
    """Where an agreement stands: by municipality, partner and day."""
    alphabet = reading.occasion.alphabet
    municipality = sort_key(one.municipality.name(alphabet) if one.municipality else "", alphabet)
    partner = sort_key(one.partner.name(alphabet) if one.partner else "", alphabet)
    return municipality, partner, one.signed_on or one.council_date or _LATEST


def _blocks(reading: Reading, listed: list[Agreement]) -> Iterator[Block]:
    if not listed:
        yield Paragraph(_("There is no agreement to be published yet."), Tone.MUTED)
    of_union = any(one.municipality for one in listed)
    yield Table(
        (
            *((Column(_("Municipality"), 1.9),) if of_union else ()),
            Column(_("Partner city"), 2.4),
            Column(_("Agreement"), 2.4),
            Column(_("Council decision, date and number"), 2),
            Column(_("Ministry permission, date and number"), 2.6),
        ),
        tuple(_row(reading, one, of_union) for one in listed),
    )
    if listed:
        text = ngettext("{count} agreement, as of {day}.", "{count} agreements, as of {day}.", len(listed))
        count = format_number(len(listed))
        yield Paragraph(text.format(count=count, day=format_date(reading.today)), Tone.MUTED)


def _row(reading: Reading, one: Agreement, of_union: bool) -> Row:
    whose = one.municipality.name(language()) if one.municipality else reading.office_name()
    partner = one.partner.name(language()) if one.partner else ""
    return Row(
        (
            *((whose,) if of_union else ()),
            lines(partner, reading.country_name(one.partner)) if one.partner else "",
            lines(_kind(one), day(one.signed_on) or reading.value(one, "state")),
            dated(one.council_date, one.council_number) or "–",
            dated(one.ministry_date, one.ministry_number) or _no_permission(one),
        ),
        record=record(one),
    )


def _kind(one: Agreement) -> str:
    """The kind of agreement, and what it does if it is not the first."""
    return " · ".join(part for part in (one.kind_name(), one.act_name()) if part)


def _no_permission(one: Agreement) -> str:
    country = one.partner.country if one.partner else None
    return _("not needed at home") if country and country.code == HOME else "–"
