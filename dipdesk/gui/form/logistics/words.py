"""How the tables of a visit's travel and service say times, ways and people."""

from collections.abc import Iterable

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import format_date, format_time, ngettext
from dipdesk.rules.timing import Moment

_MOST = 3


def clock(moment: Moment | None) -> str:
    """Day and clock; empty for none."""
    return f"{format_date(moment.local.date())} {format_time(moment.local)}" if moment else ""


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
    """How many, and the first of them by name."""
    names = [one.person.title() for one in found]
    if not names:
        return ""
    shown = ", ".join(names[:_MOST]) + ("" if len(names) <= _MOST else ", …")
    count = ngettext("{count} person", "{count} people", len(names)).format(count=len(names))
    return shown if len(names) == 1 else f"{count}: {shown}"


def everybody(found: Iterable[Attendance]) -> str:
    """Everybody by name, a line each, for a tooltip."""
    return "\n".join(one.person.title() for one in found)
