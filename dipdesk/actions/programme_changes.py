"""Changes of a visit's programme: an item moves or is stretched and the rest follows; one step each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from dipdesk.actions import visit_tasks
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, NN_, _, format_time, lasting, lasting_many, short
from dipdesk.model import ProgrammeItem
from dipdesk.model.hours import moved_along
from dipdesk.rules.programme_ripple import Move, Ripple, ripple
from dipdesk.rules.programme_stop import EARLIEST, FIXED, LINKED, Stop
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

STEP = 5
"""Minutes to which times snap."""
_USUAL = 30
_MOVED = (
    N_("Programme: {title} moved"),
    NN_("Programme: {title} moved, {count} item follows", "Programme: {title} moved, {count} items follow"),
)
_LENGTHENED = (
    N_("Programme: {title} lengthened"),
    NN_(
        "Programme: {title} lengthened, {count} item follows",
        "Programme: {title} lengthened, {count} items follow",
    ),
)
_SHORTENED = (
    N_("Programme: {title} shortened"),
    NN_(
        "Programme: {title} shortened, {count} item follows",
        "Programme: {title} shortened, {count} items follow",
    ),
)
"""What is said about an item alone, and with what follows it."""
_A_DAY = 24 * 60


def clock(day: date, minutes: int, zone: str) -> Moment:
    """A number of minutes after midnight on the clock on the wall, to the next five, within the day."""
    whole = max(0, min(round(minutes / STEP) * STEP, _A_DAY - STEP))
    return Moment(datetime.combine(day, time(whole // 60, whole % 60)), zone)


def snapped(stop: Stop, day: date, minutes: int, zone: str) -> Stop:
    """The stop moved to a day and a number of minutes after midnight in a zone, to the next five.

    What followed the item before waits for the hour that it was given now; it stays in its own zone.
    """
    starts = clock(day, minutes, zone).seen_in(stop.starts.zone)
    if starts == stop.starts:
        return stop
    moved = stop.moved_to(starts)
    return replace(moved, timing=EARLIEST) if stop.timing == LINKED else moved


def nudged(stop: Stop, minutes: int = 0, days: int = 0) -> Stop:
    """The stop moved by minutes and days on the clock on the wall."""
    wanted = stop.starts.local + timedelta(days=days, minutes=minutes)
    moved = stop.moved_to(Moment(wanted, stop.starts.zone))
    return replace(moved, timing=EARLIEST) if stop.timing == LINKED else moved


def ending(stop: Stop, minutes: int) -> Stop:
    """The stop with another length in real minutes, five at least."""
    whole = max(STEP, min(minutes, _A_DAY))
    return replace(stop, ends=stop.starts.after(whole))


def beginning(stop: Stop, minutes: int) -> Stop:
    """The stop begun so many real minutes later with its end where it is; five minutes at least remain."""
    less = min(minutes, stop.minutes - STEP)
    begun = stop.later_by(less)
    return replace(begun, ends=stop.ends, timing=EARLIEST if stop.timing == LINKED else stop.timing)


def proposed(stops: tuple[Stop, ...], changed: Stop, *, rest_follows: bool) -> Ripple:
    """What happens if a stop is changed."""
    return ripple(stops, {changed.id: changed}, rest_follows=rest_follows)


def keep(office: OfficeFile, found: Ripple, title: str, origin: object = None) -> bool:
    """Store what moved, as one step; False if nothing did. Raises Invalid if an item is gone meanwhile."""
    if not found.moves:
        return False
    with office.change(_label(found, title), origin=origin) as session:
        put(session, found)
    return True


def put(session: Session, found: Ripple) -> None:
    """Give the items the times that they move to. Raises Invalid if one is gone meanwhile."""
    for move in found.moves:
        item = session.get(ProgrammeItem, move.stop.id)
        if item is None:
            raise Invalid(_("This item is not in the programme any more."))
        take_ceremony_along(session, item, move.stop.starts)
        item.starts, item.ends, item.timing = move.stop.starts, move.stop.ends, move.stop.timing


def take_ceremony_along(session: Session, item: ProgrammeItem, starts: object) -> None:
    """Let the ceremony of an item that is about to begin at ``starts`` go along, with its tasks.

    Only one that stood at the hour of the item; what was given another hour on purpose keeps it.
    """
    ceremony, was = item.ceremony, item.starts
    if ceremony is None or ceremony.starts is None or was is None or not isinstance(starts, Moment):
        return
    if ceremony.starts.instant != was.instant:
        return
    moved = starts.seen_in(ceremony.starts.zone)
    held = {"starts": ceremony.starts, "ends": ceremony.ends}
    for name, value in {**moved_along(held, "starts", moved), "starts": moved}.items():
        setattr(ceremony, name, value)
    visit_tasks.follow(session, ceremony)


def set_timing(office: OfficeFile, item_id: str, timing: str, origin: object = None) -> bool:
    """Say how firmly an item stands at its hour; False if it is gone."""
    with office.change(N_("Programme: start of an item changed"), origin=origin) as session:
        item = session.get(ProgrammeItem, item_id)
        if item is None:
            return False
        item.timing = timing
    return True


def set_text(office: OfficeFile, item_id: str, name: str, text: str, origin: object = None) -> bool:
    """Give an item another title or place in one language; False if it is gone."""
    with office.change(N_("Programme: text of an item changed"), origin=origin) as session:
        item = session.get(ProgrammeItem, item_id)
        if item is None:
            return False
        setattr(item, name, text)
    return True


def after(stop: Stop) -> dict[str, object]:
    """What a new item begins with that comes after a stop."""
    starts = stop.ends if stop.ends and stop.ends > stop.starts else stop.starts
    return {"starts": starts, "ends": starts.after(_USUAL), "timing": LINKED}


def at(moment: Moment) -> dict[str, object]:
    """What a new item begins with that is at a moment."""
    return {"starts": moment, "ends": moment.after(_USUAL), "timing": FIXED}


def told(move: Move, titles: Mapping[str, str], before: Stop) -> str:
    """A move in words: what goes from when to when."""
    return _("{title}: {before} → {after}").format(
        title=titles.get(move.stop.id, ""),
        before=format_time(before.starts.local),
        after=format_time(move.stop.starts.local),
    )


def told_to_stay(stop: Stop, titles: Mapping[str, str]) -> str:
    """What stays while others move, and why, in words."""
    hour = format_time(stop.starts.local)
    return _("{title}: stays at {hour}, a fixed hour").format(title=titles.get(stop.id, ""), hour=hour)


def _label(found: Ripple, title: str) -> str:
    """What was done by hand, and how many follow."""
    more = len(found.moves) - 1
    longer = next((one.longer for one in found.moves if not one.because), 0)
    words, forms = _MOVED if not longer else _LENGTHENED if longer > 0 else _SHORTENED
    name = short(title)
    return lasting_many(forms, more, title=name) if more else lasting(words, title=name)
