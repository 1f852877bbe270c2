"""Which days a view of the calendar shows, and how one goes from one to the next."""

from datetime import date, timedelta
from typing import Literal, get_args

from dipdesk.i18n import N_, format_date, format_interval, format_month
from dipdesk.rules.spans import months_after

View = Literal["month", "week", "day", "list"]
VIEWS: tuple[View, ...] = get_args(View)
VIEW_LABELS: dict[View, str] = {
    "month": N_("Month"),
    "week": N_("Week"),
    "day": N_("Day"),
    "list": N_("List"),
}
WEEK = 7
_LISTED_MONTHS = 3
_FIRST, _LAST = date(1, 2, 1), date(9999, 9, 30)
"""Between these every view finds whole weeks."""


def monday(day: date) -> date:
    """The first day of the week of a day; weeks begin on Monday in both languages."""
    return day - timedelta(days=day.weekday())


def shown(view: View, day: date) -> tuple[date, date]:
    """The first and the last day that a view shows when ``day`` is chosen."""
    day = within(day)
    if view == "day":
        return day, day
    if view == "week":
        return monday(day), monday(day) + timedelta(days=WEEK - 1)
    first = day.replace(day=1)
    if view == "list":
        return first, months_after(first, _LISTED_MONTHS) - timedelta(days=1)
    last = months_after(first, 1) - timedelta(days=1)
    return monday(first), monday(last) + timedelta(days=WEEK - 1)


def turned(view: View, day: date, pages: int) -> date:
    """The day chosen after turning so many pages."""
    if view in ("day", "week"):
        return moved(day, pages * (1 if view == "day" else WEEK))
    return within(months_after(day, pages * (1 if view == "month" else _LISTED_MONTHS)))


def moved(day: date, days: int) -> date:
    """The day so many days later, inside the calendar."""
    ahead = min(max(day.toordinal() + days, _FIRST.toordinal()), _LAST.toordinal())
    return date.fromordinal(ahead)


def within(day: date) -> date:
    """The day itself, or the nearest one of which whole weeks can be shown."""
    return min(max(day, _FIRST), _LAST)


def title(view: View, day: date) -> str:
    """What stands above the view: the month, the week or the day."""
    first, last = shown(view, day)
    if view == "month":
        return format_month(day.year, day.month)
    return format_date(day, "full") if view == "day" else format_interval(first, last)
