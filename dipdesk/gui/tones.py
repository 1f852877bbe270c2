"""Which colour a state has: the meaning of the codes of choices, and the icon that goes with each colour."""

from typing import Literal

Tone = Literal["good", "attention", "bad", "info", "dormant", "accent"]

TONE_ICONS: dict[Tone, str] = {
    "good": "check",
    "attention": "warning",
    "bad": "error",
    "info": "info",
    "dormant": "more",
    "accent": "star",
}
STATE_FIELDS = ("state", "classification")
"""The fields whose values are shown as chips."""
_TONES: dict[str, Tone] = {
    "in_force": "good",
    "active": "good",
    "confirmed": "good",
    "done": "good",
    "approved": "info",
    "planned": "info",
    "applied": "attention",
    "in_talks": "attention",
    "open": "attention",
    "confidential": "bad",
    "cancelled": "bad",
}


def tone(field: str, code: str) -> Tone | None:
    """The colour of a choice; None for fields that are no states. What is late is bad in any field."""
    if code == "late":
        return "bad"
    if field not in STATE_FIELDS or not code:
        return None
    return "dormant" if (field, code) == ("classification", "open") else _TONES.get(code, "dormant")
