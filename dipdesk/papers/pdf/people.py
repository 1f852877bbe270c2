"""People as cards and a day as a timeline."""

from dipdesk.papers.blocks import Card, Cards, Fact, Ink, Moment, Timeline, both, in_line
from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.boxes import Beside, Box, Gap, Joined, Rule, Stack, Words, worded
from dipdesk.papers.pdf.lines import printable
from dipdesk.papers.pdf.pictures import PictureBox
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import (
    BODY,
    BODY_MUTED,
    CARD_MUTED,
    CARD_NAME,
    CARD_SPOKEN,
    CARD_TEXT,
    RULE,
    STRONG,
    TIME,
    Style,
)

_PHOTO_WIDTH, _PHOTO_HEIGHT = 58.0, 76.0
_RAIL = 26.0
"""Between the times and the texts of a day."""
_DOT = 2.6
_WORTH_SPLITTING = 140.0
"""Lower items of a day go to the next page as a whole."""
_INLINE = 100.0
"""From this room on, labels in two languages stand in one line."""


def label_room(texts: list[str], style: Style, least: float, most: float) -> float:
    """The width of a column of labels: as wide as the widest, within limits."""
    letters = fonts.letters(style.face)
    wide = max(
        (letters.width(printable(line, letters)) for text in texts for line in text.split("\n")), default=0.0
    )
    return min(max(wide * style.size + 1, least), most)


def facts(rows: tuple[Fact, ...], text: Style, label: Style, limits: tuple[float, float]) -> list[Box]:
    """Labels and what they stand for, in two columns; ``limits`` are the least and most for the labels."""
    labels = ["\n".join(both(row.label)) if limits[1] < _INLINE else in_line(row.label) for row in rows]
    lead = label_room(labels, label, *limits)
    return [
        Joined([Words(name, label), worded(row.text, text, row.record)], [1], 10, lead).spaced(0, 1.5)
        for name, row in zip(labels, rows, strict=True)
    ]


def cards(block: Cards) -> list[Box]:
    """People, two side by side; a row of cards stays on one page."""
    photos = any(person.photo for person in block.people)
    boxes = [_card(person, photos) for person in block.people]
    if len(boxes) % 2:
        boxes.append(Gap(0))
    pairs = zip(boxes[::2], boxes[1::2], strict=True)
    return [Stack([Beside(pair, [1, 1], 22)], keep=True).spaced(4, 12) for pair in pairs]


def _card(person: Card, photos: bool) -> Box:
    words: list[Box] = [_name(person)]
    words += [worded(person.spoken, CARD_SPOKEN, person.record)] if both(person.spoken) else []
    words += [worded(person.post, CARD_TEXT, person.record)] if both(person.post) else []
    if person.facts:
        words += [Gap(4), *facts(person.facts, CARD_TEXT, CARD_MUTED, (30, 62))]
    text = Stack(words)
    body = Beside([_photo(person), text], [1], 10, _PHOTO_WIDTH) if photos else text
    return Stack([Rule(Ink.ACCENT, RULE), Gap(6), body])


def _name(person: Card) -> Box:
    name = worded(person.name, CARD_NAME, person.record)
    if not person.number:
        return name
    rank = Style(CARD_NAME.size, CARD_NAME.leading, ink=Ink.ACCENT)
    return Beside([Words(person.number, rank), name], [1], 5, label_room([person.number], rank, 6, 30))


def _photo(person: Card) -> Box:
    if person.photo is None:
        return Blank(_PHOTO_WIDTH, _PHOTO_HEIGHT)
    return PictureBox(person.photo, _PHOTO_WIDTH, _PHOTO_HEIGHT, person.record)


class Blank(Gap):
    """The place of a photo that there is none of."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(height)
        self._width = width

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.bar(x, top, self._width, self.height(width), Ink.TINT)


class Stop(Beside):
    """One item of a day, beside the line that runs through the day; the dot marks where it begins."""

    def __init__(self, cells: list[Box], lead: float, first: bool, last: bool, dotted: bool = True) -> None:
        super().__init__(cells, [1], _RAIL, lead)
        self._first, self._last, self._dotted = first, last, dotted

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        if not fresh and self.height(width) < _WORTH_SPLITTING:
            return None
        return super().split(width, room, fresh)

    def _halves(self, first: list[Box], rest: list[Box]) -> tuple[Box, Box]:
        return (
            Stop(first, self._lead, self._first, self._last, self._dotted),
            Stop(rest, self._lead, False, self._last, False),
        )

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        super().paint(sheet, x, top, width)
        rail, dot = x + self._lead + _RAIL / 2, top + TIME.leading / 2
        start = dot if self._first else top
        end = (dot if self._dotted else top) if self._last else top + self.height(width)
        if end > start:
            sheet.line(rail, start, rail, end, Ink.LINE, RULE)
        if self._dotted:
            sheet.dot(rail, dot, _DOT, Ink.ACCENT)


def timeline(block: Timeline) -> list[Box]:
    """A day: times in a column of their own, a line with a dot for each item, and what happens there."""
    times = [word for moment in block.moments for word in both(moment.time)]
    lead = label_room(times, TIME, 30, 78)
    last = len(block.moments) - 1
    return [
        Stop([worded(moment.time, TIME), _moment(moment, number == last)], lead, number == 0, number == last)
        for number, moment in enumerate(block.moments)
    ]


def _moment(moment: Moment, last: bool) -> Box:
    lines: list[Box] = [worded(moment.title, STRONG, moment.record)]
    where = _where(moment)
    lines += [Words("\n".join(where), BODY_MUTED, moment.record)] if where else []
    lines += [worded(moment.note, BODY, moment.record).spaced(2, 0)] if both(moment.note) else []
    return Stack([*lines, Gap(2 if last else 9)])


def _where(moment: Moment) -> list[str]:
    """Place and responsible in a line, in a second one for the second language if it differs."""
    parts = [both(text) for text in (moment.place, moment.responsible) if both(text)]
    lines = [" · ".join(part[0] for part in parts), " · ".join(part[-1] for part in parts)]
    return [line for line in dict.fromkeys(lines) if line]
