"""The programme of a brief, day by day."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from dipdesk.i18n import _, format_time, zone_name
from dipdesk.model import Ceremony
from dipdesk.papers import blocks as paper
from dipdesk.papers.backstage import Backstage
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.programme_points import Point, day_title, points
from dipdesk.papers.reading import record, said
from dipdesk.rules.two_clocks import notes


def blocks(dossier: Dossier) -> Iterator[paper.Block]:
    """A heading and a timeline for each day, on one page if it holds them; what has no time stands last."""
    title = paper.Heading(_("Programme"))
    found = points(dossier, dossier.visit, dossier.options.receiver)
    if not found:
        yield title
        yield paper.Paragraph(_("Nothing has been planned yet."), paper.Tone.MUTED)
        return
    zone = _usual_zone(found, dossier.office.zone)
    backstage = Backstage(dossier, dossier.visit, dossier.options.receiver)
    top: list[paper.Block] = [title]
    if zone != dossier.office.zone:
        top.append(paper.Paragraph(_("All times: {zone}.").format(zone=zone_name(zone)), paper.Tone.MUTED))
    for number, (day, stops) in enumerate(groupby(found, key=lambda one: one.day), 1):
        timeline = paper.Timeline(tuple(_stop(dossier, backstage, stop, zone) for stop in stops))
        yield paper.KeepTogether((*top, paper.Heading(day_title(day, number), 2), timeline))
        top = []


def _usual_zone(found: list[Point], home: str) -> str:
    """The zone in which most of the programme takes place, that of the office if none is ahead."""
    zones = Counter(one.starts.zone for one in found if one.starts)
    return max(zones, key=lambda zone: (zones[zone], zone == home, zone)) if zones else home


def _stop(dossier: Dossier, backstage: Backstage, point: Point, zone: str) -> paper.Moment:
    source = point.source
    remarks = [*_notes(dossier, backstage, point), *notes(point.starts, point.ends, zone)]
    if dossier.is_inside:
        remarks += [point.starts.question() if point.starts else "", *source.remarks().values()]
    return paper.Moment(
        time=_span(point),
        title=said(source, "title"),
        place=said(source, "place"),
        responsible=_responsible(dossier, point),
        note="\n".join(one for one in remarks if one.strip()),
        record=record(source),
    )


def _notes(dossier: Dossier, backstage: Backstage, point: Point) -> Iterator[str]:
    """What sort of ceremony it is, or for the office what is noted about the item."""
    source = point.source
    if isinstance(source, Ceremony):
        yield dossier.value(source, "kind")
        return
    if note := said(source, "guests_note"):
        yield note if dossier.options.public else _("For the guests: {note}").format(note=note)
    if not dossier.options.public:
        yield from backstage.people(source)
        yield from backstage.occasion(source)
    if dossier.is_inside:
        yield said(source, "note")


def _span(point: Point) -> str:
    """From when to when, as the clocks on the walls show it."""
    if point.starts is None:
        return "–"
    start = format_time(point.starts.local)
    if point.ends is None or point.ends == point.starts:
        return start
    later = (point.ends.local.date() - point.starts.local.date()).days
    mark = f" (+{later})" if later > 0 else ""
    return f"{start}–{format_time(point.ends.local)}{mark}"


def _responsible(dossier: Dossier, point: Point) -> str:
    """Who sees to it and under which number; not for the public."""
    item, person = point.item, point.responsible
    phone = dossier.value(item, "phone") if item else ""
    if dossier.options.public or person is None:
        return phone
    return " · ".join(part for part in (person.full_name(), phone or dossier.phone(person)) if part)
