"""The rows of the day view: items as planned and as they were, and members with where they are."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from dipdesk.actions import day_view
from dipdesk.gui.form.text_rows import Line
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, format_time, language, ngettext
from dipdesk.model import DelegationMember, ProgrammeItem, best_text
from dipdesk.model.delegation import MEMBER_STATES
from dipdesk.rules import day_clock
from dipdesk.rules.day_clock import Expected, Standing
from dipdesk.rules.timing import Moment
from dipdesk.rules.two_clocks import hours_in

_LONGEST_OFF = 12 * 60
"""So many minutes before or after its hour an item can begin; a planning value of ours."""
_TONES: dict[str, Tone] = {"arrived": "good", "absent": "bad", "expected": "attention"}


def plan_lines(
    items: Iterable[ProgrammeItem], standing: Standing, zone: str, *, with_notes: bool
) -> list[Line]:
    """A line for each item of a day by the clocks of a zone; without notes for the crew if others look on."""
    expected = {one.key: one for one in standing.expected}
    return [_plan_line(item, expected[item.id], zone, with_notes) for item in items if item.id in expected]


def member_line(member: DelegationMember, on: ProgrammeItem | None, there: list[str]) -> Line:
    """Who it is, at what he or she is now, and in which state."""
    state = _(MEMBER_STATES[member.state]) if member.state in MEMBER_STATES else ""
    place = on.title() if on is not None and member.id in there else ""
    at = f" {format_time(member.came_at.local)}" if member.state == "arrived" and member.came_at else ""
    quiet = member.state in ("absent", "left")
    return Line(member.id, (member.title(), place, state + at), "", _TONES.get(member.state), is_quiet=quiet)


def span(starts: Moment | None, ends: Moment | None, zone: str) -> str:
    """From when to when, by the clocks of a zone and of the place if that is in another one."""
    return hours_in(starts, ends, zone) if starts is not None else ""


def counted(count: int) -> str:
    """How many take part."""
    return ngettext("{count} person takes part", "{count} people take part", count).format(count=count)


def _plan_line(item: ProgrammeItem, one: Expected, zone: str, with_notes: bool) -> Line:
    part = day_view.part_of(item)
    off = day_clock.minutes_off(part) if part is not None else None
    place = best_text(item, "place", language())
    cells = (
        span(item.starts, item.ends, zone),
        _as_it_is(item, one, zone),
        item.title(),
        place,
        _difference(off),
    )
    tone: Tone | None = None if off is None else "bad" if off > 0 else "good"
    note = best_text(item, "crew_note", language()) if with_notes else ""
    return Line(item.id, cells, note, tone, is_quiet=item.finished is not None)


def _as_it_is(item: ProgrammeItem, one: Expected, zone: str) -> str:
    """From when to when it was; what is only expected is marked, what can begin no more empty."""
    began, finished = (at.seen_in(zone) if at else None for at in (item.began, item.finished))
    begins, ends = (format_time(at.astimezone(ZoneInfo(zone))) for at in (one.starts, one.ends))
    if finished is not None:
        return span(began or finished, finished, zone)
    if began is not None:
        return f"{format_time(began.local)}–≈{ends}"
    planned = item.starts.aware if item.starts is not None else one.starts
    is_late = (one.starts - planned).total_seconds() / 60 > _LONGEST_OFF
    return "" if is_late else f"≈{begins}–{ends}"


def may_begin(until: int | None) -> bool:
    """Whether what should begin in so many minutes (or should have, below 0) can begin: not days off."""
    return until is not None and abs(until) <= _LONGEST_OFF


def _difference(off: int | None) -> str:
    if off is None:
        return ""
    return _("on time") if off == 0 else _("{minutes} min").format(minutes=f"{off:+d}".replace("-", "−"))
