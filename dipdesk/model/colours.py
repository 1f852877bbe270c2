"""The colours that classes and tags can have: names for people, shades in the window and in the papers."""

from dipdesk.i18n import N_

COLOURS = {
    "blue": N_("Blue"),
    "teal": N_("Teal"),
    "green": N_("Green"),
    "olive": N_("Olive"),
    "amber": N_("Amber"),
    "orange": N_("Orange"),
    "red": N_("Red"),
    "purple": N_("Purple"),
    "brown": N_("Brown"),
    "grey": N_("Grey"),
}
"""Code and name of every colour."""
SHADES = {
    "blue": (0x2F, 0x6D, 0xB5),
    "teal": (0x1D, 0x8A, 0x8A),
    "green": (0x3B, 0x8E, 0x4A),
    "olive": (0x7C, 0x86, 0x2B),
    "amber": (0xC2, 0x8A, 0x12),
    "orange": (0xC9, 0x62, 0x1C),
    "red": (0xB8, 0x3A, 0x3A),
    "purple": (0x7A, 0x4F, 0xA3),
    "brown": (0x86, 0x5E, 0x41),
    "grey": (0x75, 0x7C, 0x86),
}
"""Each colour as red, green, blue from 0 to 255; readable on light and dark ground."""
