"""Which day it is here, and by the clocks of other places."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """The day by the clock and the zone of this computer."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """The instant, in universal time."""
    return datetime.now(UTC)


def today_in(zone: str, instant: datetime | None = None) -> date:
    """The day by the clocks of a zone, now or at an instant."""
    return (instant or now()).astimezone(ZoneInfo(zone)).date()


def is_another(zone: str, instant: datetime | None = None) -> bool:
    """Whether the clocks of a zone show something else than this computer's, now or at an instant."""
    at = instant or now()
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != at.astimezone().replace(tzinfo=None)
