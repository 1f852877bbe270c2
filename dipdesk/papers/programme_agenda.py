"""What the programme of a visit says on paper about each of its points, for whom it is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import ProgrammeItem
from dipdesk.model.kinds import Choice, Flag
from dipdesk.papers import programme_points
from dipdesk.papers.backstage import Backstage
from dipdesk.papers.logistics.trip import Trip, hours
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.programme_points import Point
from dipdesk.papers.reading import lines, said
from dipdesk.rules.receivers import is_backstage
from dipdesk.rules.two_clocks import notes

LAYOUTS = {
    "timeline": N_("One under the other"),
    "beside": N_("Turkish and English side by side"),
    "roles": N_("A column for each role of the crew"),
}
ONLY = {
    "moves": N_("Those at a place, for drivers"),
    "interpreted": N_("Those with an interpreter; all of them until one has a duty"),
    "cued": N_("Those with a cue for the crew"),
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
    cues: bool = option(
        Flag(),
        N_("Cues for the crew"),
        True,
        group=SHOWN,
        hint=N_("A copy for a role has its own only; never in a public version"),
    )
    ways: bool = option(
        Flag(),
        N_("Codes of the ways to the places"),
        True,
        group=SHOWN,
        hint=N_("A phone opens them in its map; never in a public version"),
    )
    plan_b: bool = option(Flag(), N_("Plan B"), True, group=SHOWN, hint=N_("Never in a public version"))
    sun: bool = option(Flag(), N_("Sunrise and sunset"), False, group=SHOWN)
    prayers: bool = option(Flag(), N_("Times of prayer and iftar"), False, group=SHOWN)


@dataclass(frozen=True)
class Agenda(Trip):
    """A visit with its programme, read in the language spoken now."""

    options: ProgrammeOptions

    @cached_property
    def backstage(self) -> Backstage:
        """What stands behind the items."""
        return Backstage(self, self.visit, self.options.receiver)

    @cached_property
    def _is_backstage(self) -> bool:
        """Whether whoever gets the copy sees what is meant for the crew."""
        return is_backstage(self.options.receiver)

    @cached_property
    def points(self) -> list[Point]:
        """What was chosen of the programme and may be shown, in its order."""
        found = programme_points.points(self, self.visit, self.options.receiver)
        if self.options.only == "moves":
            return [one for one in found if _is_somewhere(one) or self._is_cued(one)]
        if self.options.only == "cued":
            return [one for one in found if self._is_cued(one)]
        if self.options.only == "interpreted":
            return [one for one in found if self._is_interpreted(one)] or found
        return found

    def _is_cued(self, point: Point) -> bool:
        return point.item is not None and self.backstage.is_cued(point.item)

    def _is_interpreted(self, point: Point) -> bool:
        own = self.options.receiver == "interpreter" and self._is_cued(point)
        return point.item is not None and (own or self.backstage.is_served(point.item, "interpreter"))

    def time(self, point: Point) -> str:
        """From when to when; only the start of a milestone."""
        ends = None if point.is_milestone else point.ends
        return hours(point.starts, ends) or "–"

    def title(self, point: Point) -> str:
        """What it is called; a milestone stands out."""
        words = said(point.source, "title")
        return f"◆ {words}" if point.is_milestone else words

    def part(self, found: Sequence[Point]) -> str:
        """How the part that these points are is headed: its name, and from when to when it lasts."""
        last = found[-1].ends or found[-1].starts
        return " · ".join(one for one in (said(found[0].source, "part"), hours(found[0].starts, last)) if one)

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

    def notes(self, point: Point, zone: str) -> str:
        """All that is said beside title and place, a line each, with the clocks if another zone matters."""
        told = [*self._open(point), *(() if self.public else self._inside(point))]
        return lines(*told, *notes(point.starts, point.ends, zone))

    def _open(self, point: Point) -> Iterator[str]:
        """What everybody may know: who, how dressed, what guests mind, whether the press comes."""
        item, source = point.item, point.source
        yield self.value(source, "kind") if item is None else self.backstage.company(item)
        if dress := said(source, "dress"):
            yield _("Dress: {dress}").format(dress=dress)
        if item and (note := said(item, "guests_note")):
            yield note if self.public else _("For the guests: {note}").format(note=note)
        if item and self.options.press and (item.press or item.kind == "press"):
            yield _("The press is invited.")

    def _inside(self, point: Point) -> Iterator[str]:
        """What stands behind it."""
        item, source = point.item, point.source
        if item:
            yield from self._behind(item)
            if self.options.cues:
                yield from self.backstage.cues(item)
        is_told = self._is_backstage and self.options.plan_b
        if is_told and (plan_b := said(source, "plan_b" if item else "rain")):
            yield _("Plan B: {plan}").format(plan=plan_b)
        if point.starts is not None:
            yield point.starts.question()

    def _behind(self, item: ProgrammeItem) -> Iterator[str]:
        """What the office knows of an item besides."""
        if item.travel_minutes:
            way = ngettext("{count} minute on the way", "{count} minutes on the way", item.travel_minutes)
            yield way.format(count=item.travel_minutes)
        yield from self.backstage.people(item)
        yield from self.backstage.occasion(item)
        if not self.options.receiver and self.options.only != "moves":
            yield said(item, "note")  # what is talked about stays in the office
        if self._is_backstage and (crew := said(item, "crew_note")):
            yield _("For the crew: {note}").format(note=crew)


def _is_somewhere(point: Point) -> bool:
    """Whether somebody has to be driven there."""
    known = ("address", "place_tr", "place_en") if point.item else ("place_tr", "place_en")
    is_way = point.item is not None and point.item.kind == "travel"
    return is_way or any(getattr(point.source, name) for name in known)
