"""The style sheet of a Word document: the styles of papers under the names that Word knows."""

from dataclasses import dataclass
from typing import Any

from dipdesk.papers import style as papers
from dipdesk.papers.blocks import Ink
from dipdesk.papers.docx import fonts
from dipdesk.papers.docx.markup import hexed, line, make, name, properties, twips
from dipdesk.papers.docx.texts import region, spacing
from dipdesk.papers.style import COLUMN, MEASURE, THIN, Face, Style

_NARROW = COLUMN - MEASURE
"""What running text leaves free on the right."""
BULLET, NUMBER = 1, 2
"""The two kinds of lists."""
INDENTS = {BULLET: 12.0, NUMBER: 20.0}
CELL_GAP = 10.0
CELL_AIR = 3.5
CELLS = {
    papers.CELL: ("TableText", "Table text"),
    papers.CELL_STRONG: ("TableStrong", "Table strong"),
    papers.CELL_RED: ("TableRed", "Table red"),
    **{
        style: (f"Table{status.value.title()}Word", f"Table {status.value} word")
        for status, style in papers.CELL_STATUS.items()
    },
}
"""The keys and names of the styles of cells."""


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph style: its name in Word, how it is set, and its distances."""

    key: str
    name: str
    style: Style
    before: float = 0.0
    after: float = 0.0
    right: float = 0.0
    left: float = 0.0
    hanging: float = 0.0
    keep_next: bool = False
    level: int = 0
    exact: bool = False


_NAMED = (
    Named("Normal", "Normal", papers.BODY),
    Named("Heading1", "heading 1", papers.HEADINGS[0], 22, 9, keep_next=True, level=1),
    Named("Heading2", "heading 2", papers.HEADINGS[1], 16, 7, keep_next=True, level=2),
    Named("Heading3", "heading 3", papers.HEADINGS[2], 11, 3, keep_next=True, level=3),
    Named("Title", "Title", papers.COVER_TITLE),
    Named("TitleSecond", "Title second language", papers.COVER_TITLE_SECOND),
    Named("Subtitle", "Subtitle", papers.COVER_SUBTITLE, 10),
    Named("SubtitleSecond", "Subtitle second language", papers.COVER_SUBTITLE_SECOND),
    Named("CoverOffice", "Cover office", papers.COVER_OFFICE),
    Named("CoverParty", "Cover party", papers.COVER_PARTY),
    Named("CoverClassification", "Cover classification", papers.COVER_CLASS, 10, 2),
    Named("BodyText", "Body Text", papers.BODY, 0, 7, _NARROW),
    Named("Lead", "Lead", papers.LEAD, 0, 7, _NARROW),
    Named("Letter", "Letter", papers.LETTER),
    Named("BodyMuted", "Body muted", papers.BODY_MUTED, 0, 7, _NARROW),
    Named("BodyWarning", "Body warning", papers.WARNING, 0, 7, _NARROW),
    Named("ListBullet", "List Bullet", papers.BODY, 0, 3, _NARROW, INDENTS[BULLET], INDENTS[BULLET]),
    Named("ListNumber", "List Number", papers.BODY, 0, 3, _NARROW, INDENTS[NUMBER], INDENTS[NUMBER]),
    Named("Callout", "Callout", papers.BODY, 4, 10, _NARROW, 10),
    Named("FactLabel", "Fact label", papers.LABEL, 0, 1.5),
    Named("FactText", "Fact text", papers.BODY, 0, 1.5),
    Named("TableHead", "Table head", papers.CELL_HEAD, keep_next=True),
    *(Named(key, word, style) for style, (key, word) in CELLS.items()),
    Named("CardName", "Card name", papers.CARD_NAME),
    Named("CardSpoken", "Card spoken name", papers.CARD_SPOKEN),
    Named("CardText", "Card text", papers.CARD_TEXT),
    Named("CardFact", "Card fact", papers.CARD_TEXT, 0, 1.5),
    Named("Time", "Time", papers.TIME),
    Named("MomentTitle", "Programme item", papers.STRONG),
    Named("MomentPlace", "Programme place", papers.BODY_MUTED),
    Named("MomentNote", "Programme note", papers.BODY, 2),
    Named("Caption", "caption", papers.SMALL, 4, 12),
    Named("Picture", "Picture", Style(leading=0), 6, 12),
    Named("TOCHeading", "TOC Heading", papers.HEADINGS[0], 0, 8, keep_next=True),
    Named("TOC1", "toc 1", papers.STRONG, 7, 1, _NARROW),
    Named("TOC2", "toc 2", papers.BODY, 0, 1, _NARROW, 14),
    Named("TOC3", "toc 3", papers.BODY, 0, 1, _NARROW, 28),
    Named("Footer", "footer", papers.FOOT_TEXT),
    Named("Gap", "Gap", Style(4, 0)),
)
_BUILT_IN = {
    "Normal", "Title", "Subtitle", "BodyText", "ListBullet", "ListNumber", "Caption", "TOCHeading", "Footer",
    *(f"Heading{level}" for level in (1, 2, 3)), *(f"TOC{level}" for level in (1, 2, 3)),
}  # fmt: skip


def sheet(language: str) -> Any:
    """The whole style sheet; ``language`` is that of texts that say nothing else."""
    return make(
        "styles",
        _defaults(language),
        *map(_paragraph_style, _NAMED),
        _character_style("SecondLanguage", "Second language", Ink.MUTED),
        _character_style("CardNumber", "Card number", Ink.ACCENT),
        _plain_table(),
        _ruled_table(),
    )


def _defaults(language: str) -> Any:
    languages = make("lang", val=region(language), eastAsia="zh-CN", bidi="ar-SA")
    letters = properties("rPr", fonts.faces(), *_set(papers.BODY), languages)
    lines = properties("pPr", make("widowControl"), spacing(0, 0, papers.BODY.leading))
    return make("docDefaults", make("rPrDefault", letters), make("pPrDefault", lines))


def _set(style: Style) -> list[Any]:
    """The properties of letters in ``style``."""
    cuts = {Face.BOLD: ("b", "bCs"), Face.ITALIC: ("i", "iCs")}.get(style.face, ())
    return [*map(make, cuts), make("color", val=hexed(style.ink)), *fonts.sizes(style.size)]


def _paragraph_style(one: Named) -> Any:
    element = make("style", make("name", val=one.name), type="paragraph", styleId=one.key)
    if one.key == "Normal":
        element.set(name("default"), "1")
    else:
        element.append(make("basedOn", val="Normal"))
    if one.level or one.key == "TOCHeading":
        element.append(make("next", val="BodyText"))
    if one.key.startswith("TOC"):
        element.append(make("uiPriority", val=39))
    element.append(make("qFormat"))
    if one.key not in _BUILT_IN:
        element.set(name("customStyle"), "1")
    element.append(properties("pPr", *_lines(one)))
    element.append(properties("rPr", *_set(one.style)))
    return element


def _lines(one: Named) -> list[Any]:
    """The properties of paragraphs of a style."""
    wanted = [spacing(one.before, one.after, one.style.leading)]
    if one.right or one.left:
        sides = {"left": twips(one.left), "right": twips(one.right)}
        wanted.append(make("ind", **sides, **({"hanging": twips(one.hanging)} if one.hanging else {})))
    if one.keep_next:
        wanted += [make("keepNext"), make("keepLines")]
    if one.level:
        wanted.append(make("outlineLvl", val=one.level - 1))
    return wanted + _edges(one)


def _edges(one: Named) -> list[Any]:
    """Rules and tab stops of the contents and of the page foot."""
    if one.key == "Footer":
        return [make("pBdr", line("top", Ink.LINE, THIN, 6)), _right_tab(COLUMN)]
    if one.key == "TOC1":
        rules = [line(side, Ink.LINE, THIN, 3) for side in ("top", "between")]
        return [make("pBdr", *rules), _right_tab(MEASURE)]
    return [_right_tab(MEASURE)] if one.key in ("TOC2", "TOC3") else []


def _right_tab(place: float) -> Any:
    return make("tabs", make("tab", val="right", pos=twips(place)))


def _character_style(key: str, title: str, ink: Ink) -> Any:
    """A style of letters that are not bold, whatever their paragraph is."""
    letters = properties("rPr", make("b", val=0), make("bCs", val=0), make("color", val=hexed(ink)))
    return make(
        "style",
        make("name", val=title),
        make("qFormat"),
        letters,
        type="character",
        customStyle=1,
        styleId=key,
    )


def _plain_table() -> Any:
    """Cells without rules and air, for what stands side by side."""
    return _table_style("Beside", "Side by side", make("tblPr", _margins(0, 0)))


def _ruled_table() -> Any:
    rules = make("tblBorders", line("bottom", Ink.LINE, THIN), line("insideH", Ink.LINE, THIN))
    return _table_style("Ruled", "Ruled table", make("tblPr", rules, _margins(CELL_AIR, CELL_GAP)))


def _table_style(key: str, title: str, wanted: Any) -> Any:
    return make(
        "style", make("name", val=title), make("qFormat"), wanted, type="table", customStyle=1, styleId=key
    )


def _margins(upright: float, right: float) -> Any:
    sides = {"top": upright, "left": 0.0, "bottom": upright, "right": right}
    return make("tblCellMar", *(make(side, w=twips(width), type="dxa") for side, width in sides.items()))


def lists() -> list[Any]:
    """The two kinds of lists; every numbered list is one more ``num`` that begins anew."""
    return [_list(BULLET, "bullet", "•"), _list(NUMBER, "decimal", "%1."), number(BULLET, BULLET)]


def _list(kind: int, form: str, mark: str) -> Any:
    indent = twips(INDENTS[kind])
    level = make(
        "lvl",
        make("start", val=1),
        make("numFmt", val=form),
        make("lvlText", val=mark),
        make("lvlJc", val="left"),
        properties("pPr", make("ind", left=indent, hanging=indent)),
        properties("rPr", fonts.faces()),
        ilvl=0,
    )
    return make("abstractNum", make("multiLevelType", val="singleLevel"), level, abstractNumId=kind)


def number(key: int, kind: int) -> Any:
    """A list of a kind, counting from 1."""
    restart = [make("lvlOverride", make("startOverride", val=1), ilvl=0)] if kind == NUMBER else []
    return make("num", make("abstractNumId", val=kind), *restart, numId=key)
