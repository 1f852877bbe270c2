"""A seating plan to hang beside the door: one large page with the drawing, on its side where it is wide."""

from collections.abc import Mapping, Sequence

from dipdesk.actions.seating_plans import Seated
from dipdesk.i18n import N_
from dipdesk.papers.blocks import Block, Circle, Figure, Heading, Paragraph, Poster, Tone
from dipdesk.papers.ceremony.seating_drawing import seating_figure
from dipdesk.papers.style import MARGIN, MEASURE, PAGE_HEIGHT, PAGE_WIDTH
from dipdesk.rules.seating.geometry import Spot

PAGES = {"a4": N_("A4, with the list"), "a3": N_("A3"), "a2": N_("A2"), "a1": N_("A1")}
"""The sizes of a page; each has twice the room of the one before."""
SCALES = {"a3": 2**0.5, "a2": 2.0, "a1": 2 * 2**0.5}
"""How many times as long as A4 a page is."""
_HEAD = 76.0
"""What title and place of the ceremony take above the drawing."""
_LETTER, _LINE = 5.0, 20.0
"""The width of a letter and the height of a line of what stands below the drawing, on the safe side."""


def poster(
    heads: tuple[str, str],
    seated: Seated,
    spots: Mapping[str, Spot],
    observer: str,
    captions: Sequence[str],
    size: str,
) -> Poster:
    """One page of ``size`` with the drawing; ``heads`` are its title and the line below that."""
    below = sum(_LINE * (1 + len(text) * _LETTER // MEASURE) for text in captions)
    figures = [
        seating_figure(
            seated,
            across - 2 * MARGIN,
            max(down - 2 * MARGIN - _HEAD - below, PAGE_WIDTH / 4),
            spots,
            observer,
            poster=True,
        )
        for across, down in ((PAGE_WIDTH, PAGE_HEIGHT), (PAGE_HEIGHT, PAGE_WIDTH))
    ]
    is_wide = _chair(figures[1]) > _chair(figures[0])
    blocks: tuple[Block, ...] = (
        Heading(heads[0], 1),
        Paragraph(heads[1], Tone.LEAD),
        figures[is_wide],
        *(Paragraph(text) for text in captions),
    )
    return Poster(blocks, wide=is_wide, scale=SCALES[size])


def _chair(figure: Figure) -> float:
    """How large the chairs are drawn."""
    return max((shape.radius for shape in figure.shapes if isinstance(shape, Circle)), default=0.0)
