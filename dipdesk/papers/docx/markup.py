"""Elements of a Word document. A text is only ever put in as text, so nothing typed becomes markup.

Lengths come in points and go out as Word counts them: twips, half points or eighths of a point.
"""

from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from dipdesk.papers.blocks import Colour
from dipdesk.papers.style import shade

_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr"
)
_RUN = "rStyle rFonts b bCs i iCs color sz szCs rtl lang"
"""The schema wants properties in this order (ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28)."""

_NAMESPACE = {"w": nsmap["w"]}


@cache
def name(local: str) -> str:
    """The full name of a tag or attribute of the main namespace."""
    return str(qn(f"w:{local}"))


_ORDERS = {
    tag: {name(local): place for place, local in enumerate(order.split())}
    for tag, order in (("pPr", _PARAGRAPH), ("rPr", _RUN))
}


def make(tag: str, *children: Any, **attributes: object) -> Any:
    """An element ``w:tag`` with these attributes and children."""
    given = {name(key): str(value) for key, value in attributes.items()}
    element: Any = oxml_parser.makeelement(name(tag), given, _NAMESPACE)
    element.extend(children)
    return element


def properties(tag: str, *children: Any) -> Any:
    """An element of properties, ``pPr`` or ``rPr``, whose children are put in order."""
    order = _ORDERS[tag]
    return make(tag, *sorted(children, key=lambda child: order[child.tag]))


def text(words: str) -> Any:
    """An element that holds words as they are."""
    element = make("t")
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def line(side: str, colour: Colour, thickness: float, space: float = 0) -> Any:
    """A thin rule at one side of a paragraph or a cell."""
    size = max(round(thickness * 8), 2)
    return make(side, val="single", sz=size, space=round(space), color=hexed(colour))


def twips(points: float) -> int:
    """A length in twentieths of a point."""
    return round(points * 20)


def emu(points: float) -> int:
    """A length in the unit of drawings."""
    return max(round(points * 12700), 1)


def hexed(colour: Colour) -> str:
    """The shade of a colour as Word writes it."""
    rgb = shade(colour)
    return f"{rgb.red:02X}{rgb.green:02X}{rgb.blue:02X}"
