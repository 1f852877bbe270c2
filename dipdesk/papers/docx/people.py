"""People as cards, two side by side, and a day as a timeline."""

from collections.abc import Sequence
from typing import Any

from dipdesk.papers.blocks import Card, Cards, Fact, Ink, Moment, Pair, Picture, Text, Timeline, both, in_line
from dipdesk.papers.docx.markup import line, make, text, twips
from dipdesk.papers.docx.media import Media
from dipdesk.papers.docx.tables import BELOW, air, cell, grid, is_short, row
from dipdesk.papers.docx.texts import Look, Texts, gap, muted, paragraph, spacing
from dipdesk.papers.pdf.people import label_room
from dipdesk.papers.style import BODY, CARD_MUTED, CARD_TEXT, RULE, TIME

_PHOTO_WIDTH, _PHOTO_HEIGHT = 58.0, 76.0
_PHOTO_GAP = 10.0
_GUTTER = 22.0
_LABELS = (30.0, 62.0)
_TIMES = (30.0, 78.0)
_WIDER = 1.2
"""Other fonts may stand in for ours and be wider; a time must not be broken then."""
_RAIL = 12.0
"""On both sides of the line that runs through the day."""


class People:
    """Makes the cards and days of one document."""

    def __init__(self, texts: Texts, media: Media) -> None:
        self._texts, self._media = texts, media

    def cards(self, block: Cards, width: float) -> list[Any]:
        """People in a table of two columns, with room for photos if anybody has one."""
        if not block.people:
            return []
        photos = any(person.photo for person in block.people)
        half = (width - _GUTTER) / 2
        lead = _PHOTO_WIDTH + _PHOTO_GAP if photos else 0.0
        one = [lead, half - lead] if photos else [half]
        pairs = [block.people[at : at + 2] for at in range(0, len(block.people), 2)]
        rows = [self._pair(pair, one) for pair in pairs]
        return [grid("Beside", [*one, _GUTTER, *one], rows), gap(BELOW)]

    def _pair(self, pair: Sequence[Card], widths: list[float]) -> Any:
        empty = [cell(width, []) for width in widths]
        second = self._card(pair[1], widths) if len(pair) > 1 else empty
        whole = all(is_short(_words(person, widths[-1]), CARD_TEXT) for person in pair)
        return row([*self._card(pair[0], widths), cell(_GUTTER, []), *second], whole)

    def _card(self, person: Card, widths: list[float]) -> list[Any]:
        def ruled() -> tuple[Any, Any]:
            return make("tcBorders", line("top", Ink.ACCENT, RULE)), air(top=6, bottom=11)

        words = cell(widths[-1], self._lines(person), *ruled())
        if len(widths) == 1:
            return [words]
        return [cell(widths[0], [self._photo(person)], *ruled()), words]

    def _photo(self, person: Card) -> Any:
        drawn = self._media.picture(person.photo or Picture(b""), _PHOTO_WIDTH, _PHOTO_HEIGHT)
        if drawn is None:
            drawn = self._media.blank(_PHOTO_WIDTH, _PHOTO_HEIGHT)
        return paragraph("Picture", [drawn], spacing(0, 0))

    def _lines(self, person: Card) -> list[Any]:
        name = self._texts.worded(person.name)
        if person.number:
            rank = Look(character_style="CardNumber")
            name = [*self._texts.in_line(person.number, rank), make("r", text("\u2002")), *name]
        lines = [paragraph("CardName", name)]
        lines += [paragraph("CardSpoken", self._texts.worded(person.spoken))] if both(person.spoken) else []
        lines += [paragraph("CardText", self._texts.worded(person.post))] if both(person.post) else []
        return [*lines, *self._facts(person.facts)]

    def _facts(self, facts: Sequence[Fact]) -> list[Any]:
        """Facts of a card: label and text in a line, or under each other if the label is in two languages."""
        plain = [fact.label for fact in facts if isinstance(fact.label, str)]
        lead = label_room(plain, CARD_MUTED, *_LABELS) + 8
        return [self._fact(fact, lead, number == 0) for number, fact in enumerate(facts)]

    def _fact(self, fact: Fact, lead: float, first: bool) -> Any:
        label = self._texts.in_line(fact.label, muted(CARD_MUTED.size))
        words = self._texts.worded(fact.text)
        distance = spacing(4 if first else 0, 1.5)
        if not isinstance(fact.label, str):
            return paragraph("CardFact", [*label, make("r", make("br")), *words], distance)
        indent = make("ind", left=twips(lead), hanging=twips(lead))
        stop = make("tabs", make("tab", val="left", pos=twips(lead)))
        return paragraph("CardFact", [*label, make("r", make("tab")), *words], distance, indent, stop)

    def timeline(self, block: Timeline, width: float) -> list[Any]:
        """A day: times in a column of fixed width, a line, and what happens."""
        if not block.moments:
            return []
        times = [word for moment in block.moments for word in both(moment.time)]
        lead = label_room(times, TIME, *_TIMES) * _WIDER + _RAIL
        widths = (lead, width - lead)
        return [grid("Beside", widths, (self._moment(one, widths) for one in block.moments)), gap(BELOW)]

    def _moment(self, moment: Moment, widths: tuple[float, float]) -> Any:
        rail = make("tcBorders", line("left", Ink.LINE, RULE))
        time = cell(widths[0], [paragraph("Time", self._texts.worded(moment.time))], air(right=_RAIL))
        lines = [paragraph("MomentTitle", self._texts.worded(moment.title))]
        if both(moment.place) or both(moment.responsible):
            lines.append(paragraph("MomentPlace", self._texts.worded(_where(moment))))
        if both(moment.note):
            lines.append(paragraph("MomentNote", self._texts.worded(moment.note)))
        what = cell(widths[1], lines, rail, air(left=_RAIL, bottom=9))
        return row([time, what], is_short([(moment.title, widths[1]), (moment.note, widths[1])], BODY))


def _where(moment: Moment) -> Text:
    """Place and responsible in a line, in a second one for the second language if it differs."""
    parts = [both(text) for text in (moment.place, moment.responsible) if both(text)]
    first, second = (" · ".join(part[which] for part in parts) for which in (0, -1))
    return first if first == second else Pair(first, second)


def _words(person: Card, width: float) -> list[tuple[Text, float]]:
    every = "\n".join(
        [in_line(person.name), in_line(person.post), *(in_line(one.text) for one in person.facts)]
    )
    return [(every, width)]
