"""Seating (S1 to S11): layouts by rank and custom, wishes in the freedom left, rescue of a plan."""

from dipdesk.rules.seating.parts import Guest, Layout, Lock, Request, Shape, Switches, Table, Wish, WishKind
from dipdesk.rules.seating.plan import LAYOUTS, Plan, Seat, judged, plan
from dipdesk.rules.seating.rescue import Move, Rescue, better_than_taken, kept_chairs, rescue, rescues
from dipdesk.rules.seating.vehicles import WHEEL, car_place

__all__ = [
    "LAYOUTS", "WHEEL", "Guest", "Layout", "Lock", "Move", "Plan", "Request", "Rescue", "Seat", "Shape",
    "Switches", "Table", "Wish", "WishKind", "better_than_taken", "car_place", "judged", "kept_chairs",
    "plan", "rescue", "rescues",
]  # fmt: skip
