"""The plan of interpreters, escorts and all others who serve: duties by person, then by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, ngettext, sort_key
from dipdesk.model import Duty, ProgrammeItem, Visit
from dipdesk.model.kinds import Choice
from dipdesk.model.service import DUTIES
from dipdesk.papers.blocks import Block, Column, Document, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip, span
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record, said


@dataclass(frozen=True)
class DutyOptions(Marks):
    """Which duties are shown; empty for all."""

    kind: str = option(Choice(DUTIES), N_("Only this duty"), "", group=SHOWN)


def build(session: Session, visit: Visit, options: DutyOptions, occasion: Occasion) -> Document:
    """Who serves a visit, for whom, where and when."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Interpreters and escorts")
    duties = [one for one in trip.logistics.duties if options.kind in ("", one.kind)]
    blocks = (*trip.head(title), *_by_person(trip, duties), *_by_item(trip, duties))
    return trip.document(title, title, options, "office", blocks)


def _by_person(trip: Trip, duties: list[Duty]) -> Iterator[Block]:
    yield Heading(_("By person"), 2)
    if not duties:
        yield Paragraph(_("No duty is given yet."), Tone.MUTED)
        return
    yield by_person(trip, duties)


def by_person(trip: Trip, duties: Sequence[Duty]) -> Table:
    """Who serves whom, where and when, in the order of their names."""
    columns = (
        Column(_("Who"), 2),
        Column(_("Duty"), 1.3),
        Column(_("When"), 1.6),
        Column(_("Where"), 2),
        Column(_("For whom"), 1.8),
        Column(_("Languages"), 1.2),
    )
    alphabet = trip.occasion.alphabet
    line = sorted(duties, key=lambda one: sort_key(one.order_text(), alphabet))
    return Table(columns, tuple(_person_row(trip, one) for one in line))


def _person_row(trip: Trip, one: Duty) -> Row:
    return Row(
        (
            lines(_name(one), trip.phone_of(one.person, one.phone)),
            trip.value(one, "kind"),
            _when(one),
            lines(said(one.item, "title"), said(one.item, "place")) if one.item else "",
            one.member.title() if one.member else "",
            _languages(trip, one),
        ),
        record=record(one),
    )


def _by_item(trip: Trip, duties: list[Duty]) -> Iterator[Block]:
    """What is served when; nothing as long as nobody serves at all."""
    if not duties:
        return
    served = [(one, [duty for duty in duties if duty.item_id == one.id]) for one in trip.logistics.items]
    rows = [_item_row(trip, item, found) for item, found in served if found]
    yield Heading(_("By item of the programme"), 2)
    if rows:
        columns = Column(_("When"), 1.4), Column(_("Item"), 2.4), Column(_("Who serves"), 3)
        yield Table(columns, tuple(rows))
    else:
        yield Paragraph(_("No duty is given for an item of the programme."), Tone.MUTED)
    along = [one for one in duties if not one.item_id]
    if along:
        text = ngettext(
            "{count} duty goes along with the visit and stands only above.",
            "{count} duties go along with the visit and stand only above.",
            len(along),
        )
        yield Paragraph(text.format(count=len(along)), Tone.MUTED)


def _item_row(trip: Trip, item: ProgrammeItem, duties: list[Duty]) -> Row:
    serving = (_("{duty}: {name}").format(duty=trip.value(one, "kind"), name=_name(one)) for one in duties)
    return Row(
        (span(item.starts, item.ends), lines(said(item, "title"), said(item, "place")), lines(*serving)),
        record=record(item),
    )


def _name(one: Duty) -> str:
    return one.person.title() if one.person else _("nobody yet")


def _when(one: Duty) -> str:
    if one.starts or not one.item:
        return span(one.starts, one.ends)
    return span(one.item.starts, one.item.ends)


def _languages(trip: Trip, one: Duty) -> str:
    if one.languages:
        return trip.value(one, "languages")
    return trip.value(one.person, "languages") if one.person and one.kind == "interpreter" else ""
