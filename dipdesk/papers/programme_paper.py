"""The programme of a visit: for the public or the office, in one language or in two columns, a page a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from dipdesk.actions import programme_days, visit_programme
from dipdesk.actions.programme_days import Asked
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.i18n import LANGUAGES, N_, _, format_time, language_name, ngettext, speaking, zone_name
from dipdesk.model import Duty, ProgrammeItem, Visit
from dipdesk.model.kinds import Choice, Flag
from dipdesk.papers import programme_points
from dipdesk.papers.blocks import (
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Moment,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Timeline,
    Tone,
)
from dipdesk.papers.logistics.trip import Trip, hours
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.programme_points import Point, day_title
from dipdesk.papers.reading import lines, record, said
from dipdesk.rules.two_clocks import notes

LAYOUTS = {
    "timeline": N_("One under the other"),
    "beside": N_("Turkish and English side by side"),
}
ONLY = {
    "moves": N_("Those at a place, for drivers"),
    "interpreted": N_("Those with an interpreter; all of them until one has a duty"),
}


@dataclass(frozen=True)
class ProgrammeOptions(Marks):
    """How the programme is laid out, and what is shown beside the items."""

    layout: str = option(Choice(LAYOUTS, required=True), N_("Layout"), "timeline", group=SHOWN)
    only: str = option(
        Choice(ONLY), N_("Only these items"), "", group=SHOWN, hint=N_("Left empty, all of them")
    )
    addresses: bool = option(Flag(), N_("Addresses of the places"), False, group=SHOWN)
    press: bool = option(Flag(), N_("What the press is invited to"), False, group=SHOWN)
    day_pages: bool = option(Flag(), N_("Each day on a page of its own"), False, group=SHOWN)
    plan_b: bool = option(Flag(), N_("Plan B"), True, group=SHOWN, hint=N_("Never in a public version"))
    sun: bool = option(Flag(), N_("Sunrise and sunset"), False, group=SHOWN)
    prayers: bool = option(Flag(), N_("Times of prayer and iftar"), False, group=SHOWN)


@dataclass(frozen=True)
class Agenda(Trip):
    """A visit with its programme, read in the language spoken now."""

    options: ProgrammeOptions

    def points(self) -> list[Point]:
        """What was chosen of the programme and may be shown, in its order."""
        found = programme_points.points(self, self.visit)
        if self.options.only == "moves":
            return [one for one in found if _is_somewhere(one)]
        if self.options.only == "interpreted":
            duties = self.all(Duty, Duty.visit_id == self.visit.id, Duty.kind == "interpreter")
            served = {one.item_id for one in duties}
            return [one for one in found if one.item and one.item.id in served] or found
        return found

    def place(self, point: Point) -> str:
        """Where it is, with the address if that is wanted."""
        address = point.item.address if point.item and self.options.addresses else ""
        return lines(said(point.source, "place"), address)

    def responsible(self, point: Point) -> str:
        """Who sees to it and under which number; not for the public."""
        if self.public:
            return ""
        name = point.responsible.full_name() if point.responsible else ""
        return lines(name, self.phone_of(point.responsible, point.item.phone if point.item else ""))


def build(session: Session, visit: Visit, options: ProgrammeOptions, occasion: Occasion) -> Document:
    """The programme of a visit."""
    agenda = Agenda(session, occasion, options.public, visit, options)
    title = _("Programme")
    blocks = days(agenda, agenda.head(title))
    return agenda.document(title, title, options, visit.classification or "office", blocks)


def days(agenda: Agenda, head: tuple[Block, ...] = ()) -> Iterator[Block]:
    """The head with the first day, then the others."""
    found = agenda.points()
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
        if agenda.options.layout == "beside":
            yield from (*top, _table(agenda, list(group), programme.site.zone))
        else:
            moments = tuple(_moment(agenda, one, programme.site.zone) for one in group)
            yield KeepTogether((*top, Timeline(moments)))
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


def _moment(agenda: Agenda, point: Point, zone: str) -> Moment:
    return Moment(
        time=hours(point.starts, point.ends) or "–",
        title=said(point.source, "title"),
        place=agenda.place(point).replace("\n", ", "),
        responsible=agenda.responsible(point).replace("\n", " · "),
        note=lines(*_notes(agenda, point), *notes(point.starts, point.ends, zone)),
        record=record(point.source),
    )


def _notes(agenda: Agenda, point: Point) -> Iterator[str]:
    """Who, how dressed, and for the office what stands behind it."""
    item, source = point.item, point.source
    yield agenda.value(source, "kind") if item is None else _company(agenda, item)
    if dress := said(source, "dress"):
        yield _("Dress: {dress}").format(dress=dress)
    if item and agenda.options.press and (item.press or item.kind == "press"):
        yield _("The press is invited.")
    if agenda.public:
        return
    if item:
        yield from _behind(agenda, item)
    if agenda.options.plan_b and (plan_b := said(source, "plan_b" if item else "rain")):
        yield _("Plan B: {plan}").format(plan=plan_b)
    if point.starts is not None:
        yield point.starts.question()


def _company(agenda: Agenda, item: ProgrammeItem) -> str:
    """Who takes part, if that is not everybody."""
    return "" if item.takes_part in ("", "all") else agenda.value(item, "takes_part")


def _behind(agenda: Agenda, item: ProgrammeItem) -> Iterator[str]:
    """What the office knows of an item besides."""
    if item.travel_minutes:
        way = ngettext("{count} minute on the way", "{count} minutes on the way", item.travel_minutes)
        yield way.format(count=item.travel_minutes)
    if agenda.options.only != "moves":
        yield said(item, "note")  # what is talked about is no business of those who drive
    yield said(item, "crew_note")


def _table(agenda: Agenda, found: Sequence[Point], zone: str) -> Table:
    """Both languages beside each other; the same in whichever language the paper is made."""
    columns = [Column(_("Time"), 1.1), *(Column(language_name(code, code), 3) for code in LANGUAGES)]
    if not agenda.public:
        columns.append(Column(_("Responsible"), 1.8))
    rows = []
    for one in found:
        cells = [hours(one.starts, one.ends) or "–", *(_in(agenda, one, code, zone) for code in LANGUAGES)]
        if not agenda.public:
            cells.append(agenda.responsible(one) or "–")
        rows.append(Row(tuple(cells), record=record(one.source)))
    return Table(tuple(columns), tuple(rows))


def _in(agenda: Agenda, point: Point, code: str, zone: str) -> str:
    with speaking(code):
        clocks = notes(point.starts, point.ends, zone)
        return lines(said(point.source, "title"), agenda.place(point), *_notes(agenda, point), *clocks)


def _is_somewhere(point: Point) -> bool:
    """Whether somebody has to be driven there."""
    known = ("address", "place_tr", "place_en") if point.item else ("place_tr", "place_en")
    is_way = point.item is not None and point.item.kind == "travel"
    return is_way or any(getattr(point.source, name) for name in known)
