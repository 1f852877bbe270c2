"""The running order of a ceremony: for everybody, for the crew, and small enough for the mayor's pocket."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.running_order import RunningOrder, TimedPhase, running_order
from dipdesk.i18n import N_, _, format_date, format_time, ngettext
from dipdesk.model import Ceremony, Task
from dipdesk.model.kinds import Choice, Flag
from dipdesk.papers.backstage import phase_cues
from dipdesk.papers.blocks import (
    Block,
    Column,
    Cuts,
    Document,
    Figure,
    Grow,
    Heading,
    Ink,
    Label,
    Moment,
    Paragraph,
    Row,
    Shape,
    Table,
    Timeline,
    Tone,
)
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record, said
from dipdesk.papers.style import MILLIMETRE

READERS = {
    "public": N_("Everybody"),
    "crew": N_("The crew, with cues and tasks"),
    "pocket": N_("The mayor's pocket: cards of A6"),
}
_A6 = (105 * MILLIMETRE, 148 * MILLIMETRE)
_EDGE, _LINE, _ON_A_CARD = 14.0, 27.0, 13
_ROOM = _A6[0] - 2 * _EDGE


@dataclass(frozen=True)
class RunningOrderOptions(Marks):
    """For whom the running order is, and for which weather."""

    reader: str = option(Choice(READERS, required=True), N_("For"), "crew", group=SHOWN)
    rain: bool = option(Flag(), N_("In bad weather"), False, group=SHOWN)


def build(session: Session, ceremony: Ceremony, options: RunningOrderOptions, occasion: Occasion) -> Document:
    """The running order of a ceremony."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Running order in bad weather") if options.rain else _("Running order")
    blocks = (*hall.head(title), *_blocks(hall, options))
    usual = "open" if options.reader == "public" else "office"
    return hall.document(title, _("Running order"), options, usual, blocks)


def _blocks(hall: Hall, options: RunningOrderOptions) -> Iterator[Block]:
    found = running_order(hall.session, hall.ceremony, rain=options.rain)
    for_crew = options.reader == "crew" and not options.public
    phases = [one for one in found.phases if for_crew or one.phase.audience != "crew"]
    if not phases:
        yield Paragraph(_("Nothing has been planned yet."), Tone.MUTED)
        return
    if options.rain and (plan_b := said(hall.ceremony, "rain")):
        yield Paragraph(plan_b)
    if options.reader == "pocket":
        yield Cuts(tuple(_pocket_cards(hall, phases)))
        return
    yield Timeline(tuple(_moment(hall, one, options.receiver, for_crew=for_crew) for one in phases))
    yield Paragraph(_length(found), Tone.MUTED)
    if for_crew:
        yield from _tasks(hall)


def _moment(hall: Hall, one: TimedPhase, receiver: str, *, for_crew: bool) -> Moment:
    phase = one.phase
    minutes = ngettext("{count} min", "{count} min", phase.minutes or 0).format(count=phase.minutes or 0)
    time = f"{format_time(one.timed.start)}–{format_time(one.timed.end)}" if one.timed else minutes
    cue = said(phase, "cue") if for_crew else ""
    cues = [_("Cue: {cue}").format(cue=cue)] if cue else []
    if for_crew:
        cues += phase_cues(hall, phase, one.timed.start if one.timed else None, receiver)
    return Moment(
        time=time,
        title=said(phase, "title"),
        place=said(phase, "where"),
        responsible=said(phase, "who"),
        note=lines(*cues),
        record=record(phase),
    )


def _pocket_cards(hall: Hall, phases: Sequence[TimedPhase]) -> Iterator[Figure]:
    """The points on cards of A6, as many as each holds."""
    for first in range(0, len(phases), _ON_A_CARD):
        title = Label(_EDGE, 24, said(hall.ceremony, "title"), 11, True, room=_ROOM)
        shapes: list[Shape] = [title]
        for line, one in enumerate(phases[first : first + _ON_A_CARD]):
            y = 56 + line * _LINE
            time = format_time(one.timed.start) if one.timed else f"{one.phase.minutes or 0}'"
            shapes.append(Label(_EDGE, y, time, 10, True, ink=Ink.ACCENT))
            words = said(one.phase, "title")
            shapes.append(Label(_EDGE + 40, y, words, 10, room=_ROOM - 40, grow=Grow.DOWN))
        yield Figure(*_A6, tuple(shapes), record=record(hall.ceremony))


def _length(found: RunningOrder) -> str:
    text = ngettext("{count} minute in all", "{count} minutes in all", found.minutes)
    warnings = found.schedule.warnings if found.schedule else ()
    return lines(text.format(count=found.minutes), *warnings)


def _tasks(hall: Hall) -> Iterator[Block]:
    """What must be ready, by its day; for the crew."""
    tasks = hall.all(Task, Task.subject == record(hall.ceremony), order=(Task.due, Task.id))
    if not tasks:
        return
    yield Heading(_("Tasks"), 2)
    yield Table(
        (Column(_("Due by"), 1.3), Column(_("What"), 4), Column(_("Who"), 1.6), Column(_("Done on"), 1.2)),
        tuple(
            Row(
                (
                    format_date(one.due) if one.due else "–",
                    said(one, "what"),
                    one.owner.title() if one.owner else "–",
                    format_date(one.done_on) if one.done_on else "☐",
                ),
                record=record(one),
            )
            for one in tasks
        ),
    )
