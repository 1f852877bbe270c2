"""The hours and days from when to when of a record: an end goes along with its start, and comes after it."""

from collections.abc import Mapping
from datetime import date

from dipdesk.i18n import N_, _
from dipdesk.rules.timing import Moment

_ITS_END = {"starts": "ends", "leaves": "arrives", "began": "finished"}
_ITS_START = {end: start for start, end in _ITS_END.items()}
_WRONG = {
    "ends": N_("It ends before it starts."),
    "finished": N_("It ends before it starts."),
    "arrives": N_("It gets there before it leaves: check the hours and the time zone of each place."),
}
_JOURNEY = "leaves"


def moved_along(held: Mapping[str, object], name: str, value: object) -> dict[str, object]:
    """The end that goes along when the start called ``name`` of a record with values ``held`` becomes
    ``value``: the length stays; empty if there is nothing to move.

    The end of an item is told by the clock of its start if it was before; that of a journey keeps its own.
    The last day of what has days goes along with the first.
    """
    old, end = held.get(name), held.get(_ITS_END.get(name, ""))
    if type(old) is type(end) is type(value) is date:
        return _days_moved(old, end, value, _ITS_END[name])
    if not (isinstance(old, Moment) and isinstance(end, Moment) and isinstance(value, Moment)):
        return {}
    if name == _JOURNEY:
        return _journey_moved(old, end, value)
    if value == old or end.instant < old.instant:
        return {}
    moved = value.after(round((end.instant - old.instant).total_seconds() / 60))
    return {_ITS_END[name]: moved if end.zone == old.zone else moved.seen_in(end.zone)}


def refusal(held: Mapping[str, object], name: str, value: object) -> str:
    """Why ``value`` cannot be the end called ``name``: it comes before the start; empty if it can."""
    start = held.get(_ITS_START.get(name, ""))
    if isinstance(start, Moment) and isinstance(value, Moment) and value.instant < start.instant:
        return _(_WRONG[name])
    return ""


def wrong_end(held: Mapping[str, object]) -> tuple[str, str]:
    """The end that comes before its start and the sentence that says so; both empty if all is well."""
    found = ((name, refusal(held, name, held.get(name))) for name in _ITS_START)
    return next((one for one in found if one[1]), ("", ""))


def wrong_days(starts: date | None, ends: date | None) -> dict[str, str]:
    """What to think about if the last day, called ``ends``, comes before the first."""
    return {"ends": _("The last day comes before the first.")} if starts and ends and ends < starts else {}


def _days_moved(old: date, end: date, value: date, its_end: str) -> dict[str, object]:
    """The last day as many days after the first as before; one that came before the first stays."""
    if value == old or end < old or date.max - value < end - old:
        return {}
    return {its_end: value + (end - old)}


def _journey_moved(old: Moment, end: Moment, value: Moment) -> dict[str, object]:
    """It gets there as much later as it leaves later by the clock; a corrected zone moves nothing."""
    later = value.local - old.local
    return {"arrives": Moment(end.local + later, end.zone)} if later else {}
