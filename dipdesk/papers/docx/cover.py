"""The cover: office above, title and the two sides in the middle, classification and version below."""

from collections.abc import Sequence
from typing import Any

from dipdesk.papers.blocks import Cover, Document, Fact, Figure, Ink, Party, Text, both, in_line
from dipdesk.papers.docx.markup import line, make, twips
from dipdesk.papers.docx.media import Media
from dipdesk.papers.docx.tables import air, cell, grid, row
from dipdesk.papers.docx.texts import Texts, gap, muted, paragraph, runs, spacing
from dipdesk.papers.marks import made, version
from dipdesk.papers.pdf.people import label_room
from dipdesk.papers.script import clean
from dipdesk.papers.style import COLUMN, LABEL

_LOGO = 62.0
_FLAG, _FLAG_WIDTH = 40.0, 90.0
_BEFORE_TITLE = 120.0
_MARK = 48.0
"""The length of the rule above the title."""
_GUTTER = 22.0
_LABELS = (60.0, 170.0)


class CoverPage:
    """Makes the cover of one document."""

    def __init__(self, document: Document, texts: Texts, media: Media) -> None:
        self._document, self._texts, self._media = document, texts, media

    def elements(self, block: Cover) -> list[Any]:
        """The cover, without the end of its page."""
        mark = make("pBdr", line("top", Ink.ACCENT, 2))
        short = make("ind", right=twips(COLUMN - _MARK))
        return [
            *self._office(block),
            paragraph("Gap", [], mark, short, spacing(_BEFORE_TITLE, 0, 16, exact=True)),
            *self._doubled(block.title, "Title"),
            *self._doubled(block.subtitle, "Subtitle"),
            *self._doubled(block.dates, "Subtitle"),
            *self._parties(block.parties),
            *self._bottom(block),
        ]

    def _office(self, block: Cover) -> list[Any]:
        logo = self._media.picture(block.logo, COLUMN, _LOGO) if block.logo else None
        lines = [paragraph("Picture", [logo], spacing(0, 10))] if logo is not None else []
        if both(block.office):
            lines.append(paragraph("CoverOffice", self._texts.worded(block.office)))
        return lines

    def _doubled(self, words: Text, style: str) -> list[Any]:
        """A text whose second language has a style of its own."""
        styles = (style, f"{style}Second")
        return [
            paragraph(one, runs(clean(wording))) for one, wording in zip(styles, both(words), strict=False)
        ]

    def _parties(self, parties: Sequence[Party]) -> list[Any]:
        if not parties:
            return []
        widths = [COLUMN / len(parties)] * len(parties)
        flags = any(party.flag for party in parties)
        cells = [
            cell(width, self._party(party, flags), air(right=_GUTTER))
            for party, width in zip(parties, widths, strict=True)
        ]
        return [gap(44), grid("Beside", widths, [row(cells, whole=True)])]

    def _party(self, party: Party, flags: bool) -> list[Any]:
        lines = [paragraph("FactLabel", self._texts.in_line(party.label))]
        lines.append(paragraph("CoverParty", self._texts.worded(party.name)))
        if both(party.note):
            lines.append(paragraph("Normal", self._texts.worded(party.note)))
        return [*([self._flag(party)] if flags else []), *lines]

    def _flag(self, party: Party) -> Any:
        flag = party.flag
        if isinstance(flag, Figure):
            drawn = self._media.figure(flag, _FLAG_WIDTH, _FLAG, flag=True)
        else:
            drawn = self._media.picture(flag, _FLAG_WIDTH, _FLAG, framed=True) if flag else None
        return gap(_FLAG + 10) if drawn is None else paragraph("Picture", [drawn], spacing(0, 10))

    def _bottom(self, block: Cover) -> list[Any]:
        """Facts, classification and version, in a frame at the lower margin."""
        lead = label_room([in_line(fact.label) for fact in block.facts], LABEL, *_LABELS) + 10
        lines = [self._fact(fact, lead) for fact in block.facts]
        if both(self._document.classification):
            words = self._texts.in_line(self._document.classification)
            lines.append(paragraph("CoverClassification", words, _frame()))
        marks = " · ".join(part for part in (version(self._document), made(self._document)) if part)
        if marks:
            lines.append(paragraph("Caption", runs(clean(marks)), spacing(2, 0), _frame()))
        return lines

    def _fact(self, fact: Fact, lead: float) -> Any:
        indent = make("ind", left=twips(lead), hanging=twips(lead))
        stop = make("tabs", make("tab", val="left", pos=twips(lead)))
        label = self._texts.in_line(fact.label, muted(LABEL.size))
        words = [*label, make("r", make("tab")), *self._texts.worded(fact.text)]
        return paragraph("FactText", words, indent, stop, _frame())


def _frame() -> Any:
    """The place of a paragraph at the lower margin; neighbours with the same place share the frame."""
    return make(
        "framePr",
        w=twips(COLUMN),
        wrap="around",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
