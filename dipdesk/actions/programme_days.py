"""What the days of a programme bring by themselves, if asked for: sunset, prayers, iftar, holidays."""

from dataclasses import dataclass
from datetime import date

from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.i18n import N_, _, country_name, language
from dipdesk.rules.daylight import Prayers, prayers, ramadan_day, sun
from dipdesk.rules.programme_troubles import Frame
from dipdesk.rules.public_holidays import public_holidays
from dipdesk.rules.timing import Moment

_PRAYERS = {
    "fajr": N_("Fajr"),
    "dhuhr": N_("Dhuhr"),
    "asr": N_("Asr"),
    "maghrib": N_("Maghrib"),
    "isha": N_("Isha"),
}
CALCULATED = N_("Times of prayer are calculated; compare them with those of Diyanet.")


@dataclass(frozen=True)
class Asked:
    """What is asked for."""

    sun: bool = False
    prayers: bool = False
    holidays: bool = False


@dataclass(frozen=True)
class Mark:
    """A moment of a day that is no item: ``kind`` is ``sun`` or ``prayer``."""

    at: Moment
    label: str
    kind: str


@dataclass(frozen=True)
class DayWords:
    """The moments of a day in their order, and what the day is: holidays, days of Ramadan."""

    marks: tuple[Mark, ...]
    names: tuple[str, ...]


def about(programme: VisitProgramme, day: date, asked: Asked) -> DayWords:
    """What there is to say about a day."""
    marks = [*_sun(programme, day, asked), *_prayers(programme, day, asked)]
    names = _holidays(programme, day) if asked.holidays else []
    number = ramadan_day(day)
    if asked.prayers and number is not None:
        names.append(_("Ramadan, day {number} (expected)").format(number=number))
    return DayWords(tuple(sorted(marks, key=lambda one: one.at)), tuple(names))


def fasts(programme: VisitProgramme, asked: Asked) -> Frame:
    """From when to when there is fasting on the days of the programme, if prayers are asked for."""
    found: dict[date, tuple[Moment, Moment]] = {}
    for day in programme.days if asked.prayers else ():
        times = _times(programme, day)
        if times is not None and ramadan_day(day) is not None:
            found[day] = times.fajr, times.maghrib
    return Frame(fasts=found)


def _sun(programme: VisitProgramme, day: date, asked: Asked) -> list[Mark]:
    place = programme.position_on(day)
    if not asked.sun or place is None:
        return []
    found = sun(place.latitude, place.longitude, programme.site.zone, day)
    words = ((found.rises, _("Sunrise")), (found.sets, _("Sunset")))
    return [Mark(at, word, "sun") for at, word in words if at is not None]


def _times(programme: VisitProgramme, day: date) -> Prayers | None:
    place = programme.position_on(day)
    return prayers(place.latitude, place.longitude, programme.site.zone, day) if place else None


def _prayers(programme: VisitProgramme, day: date, asked: Asked) -> list[Mark]:
    times = _times(programme, day) if asked.prayers else None
    if times is None:
        return []
    fasting = ramadan_day(day) is not None
    special = {"fajr": _("Imsak"), "maghrib": _("Iftar")} if fasting else {}
    return [
        Mark(getattr(times, name), special.get(name, _(word)), "prayer") for name, word in _PRAYERS.items()
    ]


def _holidays(programme: VisitProgramme, day: date) -> list[str]:
    return [
        _("{country}: {day}").format(country=country_name(code, language()), day=one.name)
        for code in programme.site.countries
        for one in public_holidays(code, day, day)
    ]
