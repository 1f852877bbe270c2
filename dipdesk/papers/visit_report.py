"""The result report of a visit: what was wanted and what came of it, planned and actual, promises, costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_time, ngettext
from dipdesk.model import Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers import slots, visit_parts
from dipdesk.papers.blocks import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.logistics.trip import Trip, hours, span
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.programme_points import Point, points
from dipdesk.papers.reading import record, said
from dipdesk.papers.sections import Section, written

_MINUTE = 60
_LATE = 15
"""Minutes from which a delay is marked."""


@dataclass(frozen=True)
class ReportOptions(Marks):
    """Which sections the report has."""

    results: bool = option(Flag(), N_("Aim and results"), True, group=SECTIONS)
    people: bool = option(Flag(), N_("Who took part"), True, group=SECTIONS)
    programme: bool = option(Flag(), N_("Programme, planned and actual"), True, group=SECTIONS)
    slots: bool = option(Flag(), N_("Slots at the meeting"), True, group=SECTIONS)
    commitments: bool = option(Flag(), N_("Commitments"), True, group=SECTIONS)
    costs: bool = option(Flag(), N_("Costs"), True, group=SECTIONS, hint=N_("Left out of a public version"))
    lessons: bool = option(
        Flag(), N_("For the next time"), True, group=SECTIONS, hint=N_("Left out of a public version")
    )


def build(session: Session, visit: Visit, options: ReportOptions, occasion: Occasion) -> Document:
    """The report in the language spoken now."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Result report")
    blocks = (*trip.head(title), Facts(tuple(_facts(trip))), *written(_SECTIONS, options, trip))
    return trip.document(title, title, options, "office", blocks)


def _facts(trip: Trip) -> Iterator[Fact]:
    visit = trip.visit
    shown = (
        (_("Kind"), trip.value(visit, "kind")),
        (_("Partner"), visit.partner.title() if visit.partner else ""),
        (_("Place"), trip.value(visit, "place")),
        (_("Lead officer"), visit.officer.full_name() if visit.officer else ""),
        (_("File number"), trip.value(visit, "file_number")),
    )
    yield from (Fact(label, text) for label, text in shown if text)


def _results(trip: Trip) -> Iterator[Block]:
    yield Heading(_("Aim and results"), 2)
    parts = [
        *visit_parts.bullets(_("Aim"), visit_parts.text_of(trip, "aim")),
        *visit_parts.bullets(_("Results wanted"), visit_parts.text_of(trip, "results")),
        *visit_parts.bullets(_("Outcome"), visit_parts.text_of(trip, "outcome")),
    ]
    if not parts:
        yield Paragraph(_("Neither aim nor outcome has been written."), Tone.MUTED)
    for one in parts:
        yield Heading(one.text, 3) if isinstance(one, Heading) else one


def _programme(trip: Trip) -> Iterator[Block]:
    yield Heading(_("Programme, planned and actual"), 2)
    timed = [one for one in points(trip, trip.visit) if one.starts is not None]
    if not timed:
        yield Paragraph(_("The programme is empty."), Tone.MUTED)
        return
    columns = (
        Column(_("Planned time"), 2),
        Column(_("Actual"), 1.4),
        Column(_("What"), 3.4),
        Column(_("Difference"), 1.4),
    )
    yield Table(columns, tuple(_row(one) for one in timed))


def _row(point: Point) -> Row:
    starts, item = point.starts, point.item
    began, finished = (item.began, item.finished) if item else (None, None)
    actual = hours(began, finished) or (format_time(finished.local) if finished else "")
    late = round((began.aware - starts.aware).total_seconds() / _MINUTE) if began and starts else 0
    cells = (span(starts, point.ends), actual, said(point.source, "title"), _difference(late))
    return Row(cells, status=Status.AMBER if late >= _LATE else None, record=record(point.source))


def _difference(minutes: int) -> str:
    """How much later or earlier something began."""
    if minutes > 0:
        return ngettext("{count} minute later", "{count} minutes later", minutes).format(count=minutes)
    if minutes < 0:
        return ngettext("{count} minute earlier", "{count} minutes earlier", -minutes).format(count=-minutes)
    return ""


def _slots(trip: Trip) -> Iterator[Block]:
    return slots.blocks(trip, trip.visit, "result", 2)


def _lessons(trip: Trip) -> Iterator[Block]:
    text = trip.value(trip.visit, "lessons")
    if text:
        yield Heading(_("For the next time"), 2)
        yield Paragraph(text)


_SECTIONS = (
    Section("results", _results),
    Section("people", visit_parts.people),
    Section("programme", _programme),
    Section("slots", _slots),
    Section("commitments", visit_parts.commitments),
    Section("costs", visit_parts.money, personal=True),
    Section("lessons", _lessons, personal=True),
)
