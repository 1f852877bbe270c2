"""How hours are said where clocks of two places matter: each with its place, none where all is one place.

No legal source: travellers read both clocks, so both are named.
"""

from collections.abc import Iterator

from dipdesk.i18n import _, format_date, format_time, zone_city, zone_name
from dipdesk.rules.timing import Moment


def hours_in(starts: Moment, ends: Moment | None, zone: str) -> str:
    """From when to when: 09:00–10:00; elsewhere 15:00–16:00 Tokyo, 09:00–10:00 Istanbul.

    What leads from one place to the other is 07:40 Istanbul – 10:35 Tbilisi.
    """
    here = _hours(starts.seen_in(zone), ends.seen_in(zone) if ends else None)
    away = [is_elsewhere(one, zone) for one in (starts, ends) if one is not None]
    if not any(away):
        return here
    if not all(away):
        return _there(starts, ends, zone)
    return _("{there}, {here} {place}").format(
        there=_there(starts, ends, zone), here=here, place=zone_city(zone)
    )


def notes(starts: Moment | None, ends: Moment | None, zone: str) -> Iterator[str]:
    """A sentence for each moment that is not in the zone: what the clocks of both places show."""
    for moment in dict.fromkeys((starts, ends)):
        if moment is not None and is_elsewhere(moment, zone):
            yield _("{time} {zone} is {usual_time} {usual_zone}.").format(
                time=_clock(moment, zone),
                zone=zone_name(moment.zone),
                usual_time=format_time(moment.seen_in(zone).local),
                usual_zone=zone_name(zone),
            )


def clock_in(moment: Moment, zone: str, before: Moment | None = None) -> str:
    """Day and hour, with the place if it is another one: 12 May 2027 10:35 (Tbilisi).

    The day is left out if the clock in the place of ``before`` showed the same one.
    """
    same = before is not None and before.local.date() == moment.local.date()
    text = format_time(moment.local) if same else moment.format()
    return f"{text} ({zone_city(moment.zone)})" if is_elsewhere(moment, zone) else text


def is_elsewhere(moment: Moment, zone: str) -> bool:
    """Whether the clocks of a zone show something else at that moment."""
    return moment.seen_in(zone).local != moment.local


def _there(starts: Moment, ends: Moment | None, zone: str) -> str:
    """The hours by the clocks of their own places."""
    if ends is None or ends.zone == starts.zone:
        return f"{_day(starts, zone)}{_hours(starts, ends)} {zone_city(starts.zone)}"
    first, last = (f"{_clock(one, zone)} {zone_city(one.zone)}" for one in (starts, ends))
    return f"{first} – {last}"


def _hours(starts: Moment, ends: Moment | None) -> str:
    start = format_time(starts.local)
    return start if ends is None or ends.instant <= starts.instant else f"{start}–{format_time(ends.local)}"


def _clock(moment: Moment, zone: str) -> str:
    return f"{_day(moment, zone)}{format_time(moment.local)}"


def _day(moment: Moment, zone: str) -> str:
    """The day there, where it is another one than in the zone."""
    day = moment.local.date()
    return "" if day == moment.seen_in(zone).local.date() else f"{format_date(day, 'medium')} "
