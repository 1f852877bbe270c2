"""The programme of a visit: for the public, the office or a role of the crew, in one of three layouts."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from dipdesk.actions import programme_days, visit_programme
from dipdesk.actions.programme_days import Asked
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.i18n import _, format_time, zone_name
from dipdesk.model import Visit
from dipdesk.papers import programme_tables
from dipdesk.papers.blocks import (
    Block,
    Document,
    Heading,
    KeepTogether,
    Moment,
    PageBreak,
    Paragraph,
    Timeline,
    Tone,
)
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.programme_agenda import Agenda, ProgrammeOptions
from dipdesk.papers.programme_points import Point, day_title, in_parts
from dipdesk.papers.reading import record
from dipdesk.papers.ways import ways


def build(session: Session, visit: Visit, options: ProgrammeOptions, occasion: Occasion) -> Document:
    """The programme of a visit."""
    agenda = Agenda(session, occasion, options.public, visit, options)
    title = _("Programme")
    blocks = days(agenda, agenda.head(title))
    return agenda.document(title, title, options, visit.classification or "office", blocks)


def days(agenda: Agenda, head: tuple[Block, ...] = ()) -> Iterator[Block]:
    """The head with the first day, then the others."""
    found = agenda.points
    programme = visit_programme.read(agenda.session, agenda.visit.id)
    if not found or programme is None:
        yield from (*head, Paragraph(_("Nothing has been planned yet."), Tone.MUTED))
        return
    if programme.site.zone != agenda.office.zone:
        zone = zone_name(programme.site.zone)
        head = (*head, Paragraph(_("All times: {zone}.").format(zone=zone), Tone.MUTED))
    for number, (day, group) in enumerate(groupby(found, key=lambda one: one.day), 1):
        if agenda.options.day_pages and number > 1:
            yield PageBreak()
        top = (*head, *_top(agenda, programme, number, day))
        head = ()
        yield from _day(agenda, list(group), top, programme.site.zone)
    if agenda.options.ways and not agenda.public:
        yield from ways(one.item for one in found if one.item)
    if agenda.options.prayers:
        yield Paragraph(_(programme_days.CALCULATED), Tone.MUTED)


def _top(agenda: Agenda, programme: VisitProgramme, number: int, day: date | None) -> Iterator[Block]:
    """The heading of a day, and what the sun does on it."""
    yield Heading(day_title(day, number), 2)
    if day is not None and (words := _about(agenda, programme, day)):
        yield Paragraph(words, Tone.MUTED)


def _about(agenda: Agenda, programme: VisitProgramme, day: date) -> str:
    """What the sun and the prayers do on a day, in a line."""
    found = programme_days.about(programme, day, Asked(agenda.options.sun, agenda.options.prayers))
    marks = [f"{one.label} {format_time(one.at.local)}" for one in found.marks]
    return " · ".join([*found.names, *marks])


def _day(agenda: Agenda, found: Sequence[Point], top: tuple[Block, ...], zone: str) -> Iterator[Block]:
    """A day in the layout that was chosen; the first part stands with the heading of the day."""
    if agenda.options.layout == "beside":
        yield from (*top, programme_tables.beside(agenda, found, zone))
        return
    if agenda.options.layout == "roles":
        yield from (*top, *programme_tables.roles(agenda, found))
        return
    parts: list[Block] = []
    for part, group in in_parts(found):
        if part:
            parts.append(Heading(agenda.part(group), 3, listed=False))
        parts.append(Timeline(tuple(_moment(agenda, one, zone) for one in group)))
    yield KeepTogether((*top, *parts))


def _moment(agenda: Agenda, point: Point, zone: str) -> Moment:
    return Moment(
        time=agenda.time(point),
        title=agenda.title(point),
        place=agenda.place(point).replace("\n", ", "),
        responsible=agenda.responsible(point).replace("\n", " · "),
        note=agenda.notes(point, zone),
        record=record(point.source),
    )
