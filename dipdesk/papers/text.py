"""The text writer: a paper without any looks, for screen readers, for e-mail and for tests."""

from collections.abc import Iterable
from functools import singledispatch

from dipdesk.i18n import speaking
from dipdesk.papers import script
from dipdesk.papers.blocks import (
    Block,
    Boxed,
    Bullets,
    Callout,
    Card,
    Cards,
    Columns,
    Contents,
    Cover,
    Cuts,
    Document,
    Facing,
    Fact,
    Facts,
    Figure,
    Heading,
    KeepTogether,
    Label,
    Moment,
    PageBreak,
    Paragraph,
    Photo,
    Prose,
    Table,
    Text,
    Timeline,
    both,
    in_line,
)
from dipdesk.papers.marks import made, version

_UNDERLINES = "=-~"


def write(document: Document) -> str:
    """``document`` as plain text in reading order, ending with a line feed."""
    with speaking(document.languages[0]):
        parts = [*_top(document), *(_part(block) for block in document.blocks), _lines(document.foot)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _top(document: Document) -> list[str]:
    marks = [_one_line(document.classification), version(document), _one_line(made(document))]
    return [_one_line(document.title), " · ".join(mark for mark in marks if mark)]


def _one_line(text: Text) -> str:
    return " ".join(script.clean(in_line(text)).split())


def _lines(text: Text) -> str:
    """A text in its own lines, the second language under the first."""
    return "\n".join(script.clean(wording) for wording in both(text))


def _joined(texts: Iterable[Text], between: str) -> str:
    return between.join(one for one in map(_one_line, texts) if one)


def _fact(fact: Fact) -> str:
    """In a line; a text of several lines stands below its label."""
    if not any("\n" in wording.strip() for wording in both(fact.text)):
        return f"{_one_line(fact.label)}: {_one_line(fact.text)}".rstrip()
    lines = (line for line in _lines(fact.text).splitlines() if line.strip())
    return "\n".join([f"{_one_line(fact.label)}:", *(f"    {line}" for line in lines)])


@singledispatch
def _part(block: Block) -> str:
    raise TypeError(f"no words for {type(block).__name__}")


@_part.register
def _heading(block: Heading) -> str:
    title = _one_line(block.text)
    return f"{title}\n{_UNDERLINES[min(max(block.level, 1), 3) - 1] * len(title)}"


@_part.register
def _paragraph(block: Paragraph) -> str:
    return _lines(block.text)


@_part.register
def _prose(block: Prose) -> str:
    return _lines(block.text)


@_part.register
def _bullets(block: Bullets) -> str:
    items = [_one_line(item) for item in block.items if both(item)]
    if block.numbered:
        return "\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))
    return "\n".join(f"- {item}" for item in items)


@_part.register
def _facts(block: Facts) -> str:
    return "\n".join(map(_fact, block.rows))


@_part.register
def _table(block: Table) -> str:
    rows = [[column.head for column in block.columns], *(row.cells for row in block.rows)]
    return "\n".join(" | ".join(map(_one_line, cells)).rstrip() for cells in rows)


@_part.register
def _cards(block: Cards) -> str:
    return "\n\n".join(map(_card, block.people))


def _card(person: Card) -> str:
    name = _joined([person.number, person.name], ". ")
    spoken = f"[{_one_line(person.spoken)}]" if both(person.spoken) else ""
    lines = [name, spoken, _one_line(person.post), *map(_fact, person.facts)]
    return "\n".join(line for line in lines if line)


@_part.register
def _timeline(block: Timeline) -> str:
    return "\n".join(map(_moment, block.moments))


def _moment(moment: Moment) -> str:
    head = _joined([moment.time, moment.title], "  ")
    where = _joined([moment.place, moment.responsible], " · ")
    lines = [head, *(f"    {line}" for line in (where, _one_line(moment.note)) if line)]
    return "\n".join(lines)


@_part.register
def _callout(block: Callout) -> str:
    return _fact(Fact(block.word, block.text)) if both(block.text) else _one_line(block.word)


@_part.register
def _photo(block: Photo) -> str:
    return _joined([block.caption or block.picture.alt], "")


@_part.register
def _figure(block: Figure) -> str:
    labels = [_one_line(shape.text) for shape in block.shapes if isinstance(shape, Label | Boxed)]
    return "\n".join(
        [*(line for line in [_one_line(block.caption)] if line), *(f"- {one}" for one in labels if one)]
    )


@_part.register
def _cuts(block: Cuts) -> str:
    return "\n\n".join(part for part in map(_figure, block.cards) if part)


@_part.register
def _columns(block: Columns) -> str:
    return "\n\n".join(part for part in map(_all, block.columns) if part)


@_part.register
def _together(block: KeepTogether) -> str:
    return _all(block.blocks)


def _all(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(part for part in map(_part, blocks) if part)


@_part.register
def _facing(block: Facing) -> str:
    return _all((*block.left, *block.right))


@_part.register
def _break(block: PageBreak) -> str:
    return ""


@_part.register
def _contents(block: Contents) -> str:
    return ""


@_part.register
def _cover(block: Cover) -> str:
    parties = [f"{_one_line(side.label)}: {_joined([side.name, side.note], ', ')}" for side in block.parties]
    lines = [block.office, block.title, block.subtitle, block.dates, *parties, *map(_fact, block.facts)]
    return "\n".join(line for line in map(_one_line, lines) if line)
