"""How the tables of a visit's travel and service say times, ways and people."""

from collections.abc import Iterable
from datetime import date

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import format_date, format_time, ngettext, zone_city
from dipdesk.rules.timing import Moment
from dipdesk.rules.two_clocks import is_elsewhere

_MOST = 3


def day_of(day: date) -> str:
    """A day of a visit, of which everybody knows the year: 12 May."""
    return format_date(day, "medium").removesuffix(f" {day.year}")


def clock(moment: Moment | None) -> str:
    """Day and clock; empty for none."""
    return f"{day_of(moment.local.date())} {format_time(moment.local)}" if moment else ""


def clock_there(moment: Moment | None, zone: str, before: Moment | None = None) -> str:
    """Day and clock, with the place if it is not in ``zone``; no day if ``before`` is on the same."""
    if moment is None:
        return ""
    same = before is not None and before.local.date() == moment.local.date()
    text = format_time(moment.local) if same else clock(moment)
    return f"{text} ({zone_city(moment.zone)})" if is_elsewhere(moment, zone) else text


def span(starts: Moment | None, ends: Moment | None) -> str:
    """From when to when, the day once."""
    if starts is None:
        return ""
    if ends is None or ends.local <= starts.local:
        return clock(starts)
    same = ends.local.date() == starts.local.date()
    return f"{clock(starts)}–{format_time(ends.local)}" if same else f"{clock(starts)} – {clock(ends)}"


def way(origin: str, destination: str) -> str:
    """From where to where."""
    return " – ".join(part for part in (origin, destination) if part)


def people(found: Iterable[Attendance]) -> str:
    """One by the whole name; of several how many, and the first of them by surname."""
    all_of_them = [one.person for one in found]
    if len(all_of_them) <= 1:
        return "".join(one.title() for one in all_of_them)
    names = [one.surname() or one.title() for one in all_of_them]
    shown = ", ".join(names[:_MOST]) + ("" if len(names) <= _MOST else ", …")
    count = ngettext("{count} person", "{count} people", len(names)).format(count=len(names))
    return f"{count}: {shown}"


def everybody(found: Iterable[Attendance]) -> str:
    """Everybody by name, a line each, for a tooltip."""
    return "\n".join(one.person.title() for one in found)
