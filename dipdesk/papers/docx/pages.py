"""Pages of a Word document: A4 with our margins, sections, and the foot with its page numbers."""

from string import Formatter
from typing import Any

from docx.document import Document as WordDocument

from dipdesk.i18n import _
from dipdesk.papers.blocks import Document, Leaves, both, in_line
from dipdesk.papers.docx.markup import make, name, twips
from dipdesk.papers.docx.texts import paragraph, runs
from dipdesk.papers.marks import made, version
from dipdesk.papers.pdf.lines import elided, lay
from dipdesk.papers.script import clean
from dipdesk.papers.style import COLUMN, FOOT, FOOT_TEXT, MARGIN, PAGE_HEIGHT, PAGE_WIDTH

_BETWEEN = "   ·   "
_MOST_MARKS = 0.5
"""The part of the foot that version, time and classification may take."""
_MOST_TITLE = 0.98
"""The part of what is left that the title may take."""
_DESCENT = 2.5
_PAGES = 18.0
"""Room for page numbers of more figures than the ones set here."""


def shape() -> list[Any]:
    """Size and margins of a page."""
    edge = twips(MARGIN)
    sides = dict.fromkeys(("top", "right", "bottom", "left"), edge)
    foot = twips(MARGIN - FOOT - _DESCENT)
    return [
        make("pgSz", w=twips(PAGE_WIDTH), h=twips(PAGE_HEIGHT)),
        make("pgMar", **sides, header=foot, footer=foot, gutter=0),
    ]


def section() -> Any:
    """A section of pages of the usual shape, such as a cover, which has no foot."""
    return make("sectPr", make("type", val="nextPage"), *shape())


def leaf_section(leaves: Leaves) -> Any:
    """A section of leaves: pages of their form, with the cards where they belong and no foot."""
    left, top = (min(place[axis] for place in leaves.places) for axis in (0, 1))
    size = make("pgSz", w=twips(leaves.width), h=twips(leaves.height))
    if leaves.width > leaves.height:
        size.set(name("orient"), "landscape")
    sides = {"top": twips(top), "right": 0, "bottom": 0, "left": twips(left)}
    return make(
        "sectPr", make("type", val="nextPage"), size, make("pgMar", **sides, header=0, footer=0, gutter=0)
    )


def lay_out(document: WordDocument, paper: Document, own: Any) -> None:
    """Give the last section its shape: that of its ``own``, or the usual one with the page foot."""
    section: Any = document.element.body.get_or_add_sectPr()
    section.clear()
    if own is not None:
        section.extend(list(own))
        return
    section.extend(shape())
    foot: Any = document.sections[-1].footer
    foot.is_linked_to_previous = False
    root = foot.part.element
    for old in list(root):
        root.remove(old)
    root.append(_foot(paper))


def _foot(paper: Document) -> Any:
    own = clean("".join(both(paper.foot)[:1]))
    time = "" if own else made(paper)
    marks = _BETWEEN.join(part for part in (version(paper), time, in_line(paper.classification)) if part)
    right = elided(clean(marks), FOOT_TEXT, COLUMN * _MOST_MARKS)
    tail = _BETWEEN if right else ""
    title = " ".join(clean("".join(both(paper.title)[:1])).split())
    numbers = _("Page {page} of {pages}")
    used = lay(f"{right}{tail}{numbers.format(page=99, pages=99)}", FOOT_TEXT, 1e6).lines[0].width + _PAGES
    left = own or elided(title, FOOT_TEXT, (COLUMN - used) * _MOST_TITLE)
    tab = make("r", make("tab"))
    return paragraph("Footer", [*runs(left), tab, *runs(right + tail), *_numbers(numbers)])


def _numbers(words: str) -> list[Any]:
    """Page of pages: the words of the language, with fields where the numbers stand."""
    fields = {"page": "PAGE", "pages": "NUMPAGES"}
    pieces = []
    for before, key, _form, _conversion in Formatter().parse(words):
        pieces += runs(before)
        if key:
            pieces.append(make("fldSimple", *runs("1"), instr=f" {fields[key]} "))
    return pieces
