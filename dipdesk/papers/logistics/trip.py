"""What all papers of a visit's logistics are written from, and how people, times and ways are said."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dipdesk.actions.attendance import Attendance
from dipdesk.actions.visit_logistics import VisitLogistics, visit_logistics
from dipdesk.i18n import format_date, format_interval, format_time
from dipdesk.model import Person, Visit
from dipdesk.papers.blocks import Block
from dipdesk.papers.reading import Reading, head, post_name, said
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.rules.two_clocks import clock_in


@dataclass(frozen=True)
class Trip(Reading):
    """A visit, read in the language spoken now."""

    visit: Visit

    @cached_property
    def logistics(self) -> VisitLogistics:
        """Who comes how, sleeps where, rides with whom."""
        return visit_logistics(self.session, self.visit, self.occasion.alphabet)

    def head(self, title: str) -> tuple[Block, ...]:
        """How its papers begin: the office, the paper, the visit with its days."""
        return head(self, title, " · ".join(self._about()), self.visit)

    def _about(self) -> list[str]:
        starts, ends = self.visit.starts, self.visit.ends
        days = format_interval(starts, max(ends or starts, starts)) if starts else ""
        return [part for part in (said(self.visit, "title"), days) if part]

    def phone(self, *numbers: str) -> str:
        """The first number there is; none in a public version."""
        return "" if self.public else next((one for one in numbers if one), "")

    def phone_of(self, person: Person | None, *numbers: str) -> str:
        """How somebody is reached: the numbers for the day come before the usual one."""
        return self.phone(*numbers, person.phone if person else "")

    def clock(self, moment: Moment | None) -> str:
        """Day and clock in a cell, with the town if it is another: 12 May 2027 10:35 (Tbilisi)."""
        return clock_in(moment, self.office.zone or USUAL_ZONE) if moment else ""


def hours(starts: Moment | None, ends: Moment | None) -> str:
    """From when to when on one day: 09:30–10:15; later days with their date."""
    if starts is None:
        return ""
    first = format_time(starts.local)
    if ends is None or ends.local <= starts.local:
        return first
    same = ends.local.date() == starts.local.date()
    return f"{first}–{format_time(ends.local)}" if same else f"{first} – {ends.format()}"


def span(starts: Moment | None, ends: Moment | None) -> str:
    """Day and hours in a cell."""
    return f"{format_date(starts.local.date())} {hours(starts, ends)}" if starts else ""


def way(origin: str, destination: str) -> str:
    """From where to where."""
    return " – ".join(part for part in (origin, destination) if part)


def names(people: Iterable[Attendance]) -> str:
    """Who, a line each."""
    return "\n".join(one.person.title() for one in people)


def post_of(one: Attendance) -> str:
    """In which post somebody comes."""
    return post_name(one.post)
