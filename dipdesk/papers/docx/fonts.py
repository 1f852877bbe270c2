"""The fonts a Word document names, and what stands in for each on a computer that does not have it."""

from typing import Any

from dipdesk.papers.docx.markup import make

LATIN = "Noto Sans"
EAST_ASIAN = "Noto Sans SC"
ARABIC = "Noto Naskh Arabic"
HEBREW = "Noto Sans Hebrew"

_COMPLEX = 1.15

_STAND_INS = {
    LATIN: ("Segoe UI", "020B0502040504020204", "00"),
    EAST_ASIAN: ("Microsoft YaHei", "020B0500000000000000", "86"),
    ARABIC: ("Arial", "020B0604020202020204", "B2"),
    HEBREW: ("Arial", "020B0604020202020204", "B1"),
}
"""Font by font: its stand-in, the shape of its letters (PANOSE) and its character set."""


def sizes(points: float) -> list[Any]:
    """The size of letters; Arabic and its like are small for their size, so they are set larger."""
    return [make("sz", val=round(points * 2)), make("szCs", val=round(points * 2 * _COMPLEX))]


def faces(complex_script: str = ARABIC) -> Any:
    """The fonts of a run: which one a letter takes depends on its script."""
    return make("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=EAST_ASIAN, cs=complex_script)


def table() -> Any:
    """The list of fonts."""
    return make("fonts", *(_font(name, *facts) for name, facts in _STAND_INS.items()))


def _font(name: str, stand_in: str, panose: str, charset: str) -> Any:
    return make(
        "font",
        make("altName", val=stand_in),
        make("panose1", val=panose),
        make("charset", val=charset),
        make("family", val="swiss"),
        make("pitch", val="variable"),
        name=name,
    )
