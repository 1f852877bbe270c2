"""The keys of the board: which one does what, and which item an arrow leads to."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dipdesk.gui.form.programme.lanes import Lanes
from dipdesk.rules.programme_stop import in_order

_SMALL, _LARGE = 5, 15
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_PLAIN = {
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Insert: "add",
}


@dataclass(frozen=True)
class Key:
    """What a key does: ``go``, ``move``, ``stretch``, ``open``, ``remove`` or ``add``; by how much."""

    deed: str
    days: int = 0
    minutes: int = 0


def key_of(event: QKeyEvent) -> Key | None:
    """What a key does; None if it is none of ours.

    Arrows choose; Ctrl with them moves by five minutes or a day, Ctrl+Shift by a quarter of an hour, Shift
    lets the item end later or earlier.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if key in _ARROWS:
        return _arrow(*_ARROWS[key], held)
    if held == _CTRL and key == Qt.Key.Key_N:
        return Key("add")
    return Key(_PLAIN[key]) if not held and key in _PLAIN else None


def _arrow(days: int, step: int, held: Qt.KeyboardModifier) -> Key | None:
    if not held:
        return Key("go", days, step)
    if held == _SHIFT and step:
        return Key("stretch", 0, step * _SMALL)
    if held == _CTRL:
        return Key("move", days, step * _SMALL)
    if held == (_CTRL | _SHIFT):
        return Key("move", days, step * _LARGE)
    return None


def neighbour(lanes: Lanes, item: str, days: int, step: int) -> str:
    """The item that an arrow leads to; the same if there is none."""
    stops = sorted((one.stop for one in lanes.entries), key=in_order)
    here = next((at for at, one in enumerate(stops) if one.id == item), -1)
    if not stops or here < 0:
        return stops[0].id if stops else ""
    if step:
        return stops[min(max(here + step, 0), len(stops) - 1)].id
    stop = stops[here]
    seen = {one.id: one.starts.seen_in(lanes.zone).local for one in stops}
    day = seen[stop.id].date()
    ahead = {one.date() for one in seen.values()}
    further = sorted(one for one in ahead if (one > day if days > 0 else one < day))
    if not further:
        return item
    wanted = further[0] if days > 0 else further[-1]
    there = [one.id for one in stops if seen[one.id].date() == wanted]

    def minute(item: str) -> int:
        return seen[item].hour * 60 + seen[item].minute

    return min(there, key=lambda item: abs(minute(item) - minute(stop.id)))
