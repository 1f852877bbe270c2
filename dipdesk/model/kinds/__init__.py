"""The kinds of values a field can have."""

from dipdesk.model.kinds.base import Json, Kind
from dipdesk.model.kinds.choices import ID_LENGTH, Choice, File, Link, Shipped, Subject
from dipdesk.model.kinds.colours import PrintColour
from dipdesk.model.kinds.numbers import Amount, Flag, Money, OnMap, Position, Whole, Year
from dipdesk.model.kinds.times import Day, PartialDay, WallClock
from dipdesk.model.kinds.words import Countries, Email, Languages, Phone, Text, WebAddress, Words, Zone

__all__ = [
    "ID_LENGTH",
    "Amount",
    "Choice",
    "Countries",
    "Day",
    "Email",
    "File",
    "Flag",
    "Json",
    "Kind",
    "Languages",
    "Link",
    "Money",
    "OnMap",
    "PartialDay",
    "Phone",
    "Position",
    "PrintColour",
    "Shipped",
    "Subject",
    "Text",
    "WallClock",
    "WebAddress",
    "Whole",
    "Words",
    "Year",
    "Zone",
]
