"""Colours that can be read on white paper.

Source: relative luminance and contrast ratio as in WCAG 2.1, 1.4.3; 4.5 : 1 is its least contrast for text.
"""

import re

Rgb = tuple[int, int, int]
"""Red, green and blue from 0 to 255."""

LEAST = 4.5
"""The least contrast of text."""
_CODE = re.compile(r"#[0-9A-Fa-f]{6}$")
WHITE: Rgb = (255, 255, 255)


def is_code(text: str) -> bool:
    """Whether a text is a colour such as ``#0B7A75``."""
    return bool(_CODE.match(text))


def parts(code: str) -> Rgb:
    """The parts of a colour such as ``#0B7A75``."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def code(colour: Rgb) -> str:
    """The inverse of :func:`parts`."""
    red, green, blue = colour
    return f"#{red:02X}{green:02X}{blue:02X}"


def contrast(one: Rgb, other: Rgb = WHITE) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: Rgb, least: float = LEAST) -> Rgb:
    """The colour itself if it can be read on white, else the lightest shade of it that can."""
    for percent in range(100, 0, -1):
        red, green, blue = (round(part * percent / 100) for part in colour)
        if contrast((red, green, blue)) >= least:
            return red, green, blue
    return 0, 0, 0


def lightened(colour: Rgb, part: float) -> Rgb:
    """The colour mixed with white: ``part`` of it, from 0 (white) to 1."""
    red, green, blue = (round(255 - (255 - one) * part) for one in colour)
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
