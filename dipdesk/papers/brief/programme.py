"""The programme of a brief, day by day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dipdesk.i18n import _, format_date, format_time, zone_name
from dipdesk.model import Ceremony, ProgrammeItem
from dipdesk.papers import blocks as paper
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record, said
from dipdesk.rules.timing import Moment
from dipdesk.rules.two_clocks import notes


@dataclass(frozen=True)
class _Entry:
    """A stop of a day, from a programme item or a ceremony."""

    source: ProgrammeItem | Ceremony
    starts: Moment | None
    ends: Moment | None

    @property
    def day(self) -> date | None:
        return self.starts.local.date() if self.starts else None


def blocks(dossier: Dossier) -> Iterator[paper.Block]:
    """A heading and a timeline for each day, on one page if it holds them; what has no time stands last."""
    title = paper.Heading(_("Programme"))
    entries = _entries(dossier)
    if not entries:
        yield title
        yield paper.Paragraph(_("Nothing has been planned yet."), paper.Tone.MUTED)
        return
    zone = _usual_zone(entries, dossier.office.zone)
    top: list[paper.Block] = [title]
    if zone != dossier.office.zone:
        top.append(paper.Paragraph(_("All times: {zone}.").format(zone=zone_name(zone)), paper.Tone.MUTED))
    for number, (day, stops) in enumerate(groupby(entries, key=lambda one: one.day), 1):
        timeline = paper.Timeline(tuple(_stop(dossier, stop, zone) for stop in stops))
        yield paper.KeepTogether((*top, paper.Heading(_day_title(day, number), 2), timeline))
        top = []


def _entries(dossier: Dossier) -> list[_Entry]:
    """Programme items, and the ceremonies that none of them begins with, in their order."""
    visit_id = dossier.visit.id
    items = dossier.all(ProgrammeItem, ProgrammeItem.visit_id == visit_id)
    entries = [_Entry(item, item.starts, item.ends) for item in items]
    begun = {entry.starts for entry in entries}
    for ceremony in dossier.all(Ceremony, Ceremony.visit_id == visit_id):
        if ceremony.starts not in begun:
            entries.append(_Entry(ceremony, ceremony.starts, ceremony.ends))
    return sorted(entries, key=_instant)


def _instant(entry: _Entry) -> tuple[bool, float, date]:
    if entry.starts is None:
        return True, 0.0, date.max
    return False, entry.starts.aware.timestamp(), entry.starts.local.date()


def _usual_zone(entries: list[_Entry], home: str) -> str:
    """The zone in which most of the programme takes place, that of the office if none is ahead."""
    zones = Counter(entry.starts.zone for entry in entries if entry.starts)
    return max(zones, key=lambda zone: (zones[zone], zone == home, zone)) if zones else home


def _day_title(day: date | None, number: int) -> str:
    if day is None:
        return _("Time not fixed yet")
    return _("Day {number} · {day}").format(number=number, day=format_date(day, "full"))


def _stop(dossier: Dossier, entry: _Entry, zone: str) -> paper.Moment:
    source = entry.source
    place = said(source, "place")
    if isinstance(source, Ceremony):
        responsible, note = "", dossier.value(source, "kind")
    else:
        responsible = _responsible(dossier, source)
        note = "" if dossier.options.public else said(source, "note")
    doubts = [entry.starts.question() if entry.starts else "", *source.remarks().values()]
    remarks = [note, *notes(entry.starts, entry.ends, zone), *doubts]
    return paper.Moment(
        time=_span(entry),
        title=said(source, "title"),
        place=place,
        responsible=responsible,
        note="\n".join(one for one in remarks if one.strip()),
        record=record(source),
    )


def _span(entry: _Entry) -> str:
    """From when to when, as the clocks on the walls show it."""
    if entry.starts is None:
        return "–"
    start = format_time(entry.starts.local)
    if entry.ends is None or entry.ends == entry.starts:
        return start
    later = (entry.ends.local.date() - entry.starts.local.date()).days
    mark = f" (+{later})" if later > 0 else ""
    return f"{start}–{format_time(entry.ends.local)}{mark}"


def _responsible(dossier: Dossier, item: ProgrammeItem) -> str:
    """Who sees to it and under which number; not for the public."""
    if dossier.options.public or item.responsible is None:
        return dossier.value(item, "phone")
    phone = dossier.value(item, "phone") or dossier.phone(item.responsible)
    return " · ".join(part for part in (item.responsible.full_name(), phone) if part)
