"""What can be begun on a day of the calendar, and with which values."""

from datetime import date, datetime, time

from dipdesk.model import Ceremony, Commitment, Leave, Record, Task, Visit, YearDay
from dipdesk.rules.timing import Moment

BEGINNINGS: tuple[type[Record], ...] = (Visit, Ceremony, Task, Commitment, Leave, YearDay)
_HOUR = time(10)


def values_on(kind: type[Record], day: date, zone: str) -> dict[str, object]:
    """The values that a day gives to a new record of one of :data:`BEGINNINGS`; ``zone`` is the office's."""
    values: dict[type[Record], dict[str, object]] = {
        Visit: {"starts": day, "ends": day},
        Ceremony: {"starts": Moment(datetime.combine(day, _HOUR), zone)},
        Task: {"due": day},
        Commitment: {"due": day},
        Leave: {"starts": day, "ends": day},
        YearDay: {"month": day.month, "day": day.day},
    }
    return values[kind]
