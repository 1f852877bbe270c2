"""The figures of the office or of a union on paper: charts, tables, a map, and what exactly is counted.

The same numbers as on the page of the figures; see :mod:`dipdesk.actions.figures`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from sqlalchemy.orm import Session

from dipdesk.actions import figures, partner_map
from dipdesk.actions.figures import Figure, Kind, Question
from dipdesk.errors import Invalid
from dipdesk.i18n import (
    LANGUAGES,
    N_,
    _,
    fold,
    format_date,
    format_number,
    format_percent,
    speaking,
)
from dipdesk.model.kinds import Flag, Text, Whole
from dipdesk.papers.blocks import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Table,
    Tone,
)
from dipdesk.papers.blocks import Figure as Drawing
from dipdesk.papers.charts import amount, chart, lines_of
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading, head
from dipdesk.papers.sections import Section, written
from dipdesk.papers.world import world_figure
from dipdesk.papers.world.partners import Choice, pins

_WIDTH, _MAP_HEIGHT = 470.0, 262.0
_ASKED = N_("What is counted")


@dataclass(frozen=True)
class FiguresOptions(Marks):
    """The years, the municipality of a union, and the parts of the paper."""

    from_year: int | None = option(Whole(most=9999), N_("From the year"), None, group=_ASKED)
    to_year: int | None = option(Whole(most=9999), N_("To the year"), None, group=_ASKED)
    municipality: str = option(
        Text(), N_("Municipality"), "", group=_ASKED, hint=N_("In the file of a union; left empty, all")
    )
    overview: bool = option(Flag(), N_("Overview"), True, group=SECTIONS)
    map: bool = option(Flag(), N_("Map"), True, group=SECTIONS)
    relations: bool = option(Flag(), N_("Relations"), True, group=SECTIONS)
    activity: bool = option(Flag(), N_("Activity and completeness"), True, group=SECTIONS)
    agreements: bool = option(Flag(), N_("Agreements and memberships"), True, group=SECTIONS)
    visits: bool = option(Flag(), N_("Visits"), True, group=SECTIONS)
    money: bool = option(Flag(), N_("Dues and benefits"), True, group=SECTIONS)
    tables: bool = option(Flag(), N_("Tables beside the charts"), True, group=SECTIONS)


_PREFIXES = {
    "relations": ("relations_",),
    "activity": ("activity", "completeness"),
    "agreements": ("agreements_", "memberships_"),
    "visits": ("visits_",),
    "money": ("dues_", "benefits_"),
}
"""Which figures stand in which part: how their names begin."""


@dataclass(frozen=True)
class Counted(Reading):
    """The figures that the paper shows."""

    options: FiguresOptions

    @cached_property
    def question(self) -> Question:
        """What is asked for; raises Invalid if there is no such municipality."""
        first, last = self.options.from_year, self.options.to_year
        whose = self._municipality()
        return Question(self.today, first, last, whose, self.occasion.alphabet)

    def _municipality(self) -> str | None:
        wanted = fold(self.options.municipality.strip())
        if not wanted:
            return None
        for spoken in LANGUAGES:
            with speaking(spoken):
                for row_id, name in figures.municipalities(self.session):
                    if fold(name) == wanted:
                        return row_id
        sentence = _("No municipality called “{name}” has anything on file.")
        raise Invalid(sentence.format(name=self.options.municipality), "municipality")

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All of them, in the language spoken now."""
        found = figures.read(self.session, self.question)
        last = figures.completeness(self.session, self.question)
        return (*found, last) if last.bars else found

    @cached_property
    def lines(self) -> dict[str, list[int]]:
        """How many lines the labels of each figure may need, in all languages together.

        So the charts have the same measures in every language, and room for two beside each other.
        """
        wordings: dict[str, list[set[str]]] = {}
        for spoken in LANGUAGES:
            with speaking(spoken):
                for one in figures.read(self.session, self.question):
                    labels = wordings.setdefault(one.name, [set() for _bar in one.bars])
                    for place, bar in enumerate(one.bars):
                        labels[place].add(bar.label)
        return {
            name: [sum(lines_of(label, _WIDTH) for label in some) for some in found]
            for name, found in wordings.items()
        }

    def of(self, part: str) -> list[Figure]:
        """The figures of one part of the paper."""
        return [one for one in self.figures if one.name.startswith(_PREFIXES[part])]

    def find(self, name: str) -> Figure | None:
        """The figure called ``name``, if there is anything to show."""
        return next((one for one in self.figures if one.name == name), None)


def build(session: Session, _subject: None, options: FiguresOptions, occasion: Occasion) -> Document:
    """The figures of the whole office, or of one municipality of a union."""
    counted = Counted(session, occasion, options.public, options)
    title = _("Figures of external relations")
    about = " · ".join((*_asked(counted), _("as of {day}").format(day=format_date(counted.today))))
    blocks = [*head(counted, title, about), *written(_SECTIONS, options, counted)]
    if not counted.figures:
        blocks.append(Paragraph(_("There is nothing to count yet."), Tone.MUTED))
    return counted.document(title, _("Figures"), options, "office", blocks)


def _asked(counted: Counted) -> Iterator[str]:
    """What was asked for: whose, and which years."""
    if counted.options.municipality:
        yield counted.options.municipality
    first, last = counted.options.from_year, counted.options.to_year
    if first is not None and last is not None:
        yield _("{first} to {last}").format(first=first, last=last)
    elif first is not None:
        yield _("from {year} on").format(year=first)
    elif last is not None:
        yield _("up to {year}").format(year=last)


def _overview(counted: Counted) -> Iterator[Block]:
    """What one must know at a glance."""
    rows = []
    for name in ("relations_by_class", "agreements_by_kind", "memberships_by_class", "visits_by_year"):
        if (one := counted.find(name)) is not None:
            rows.append(Fact(_OVERVIEW[name](), format_number(float(one.total))))
    for name in ("activity", "completeness"):
        one = counted.find(name)
        if one is not None and one.share is not None:
            rows.append(Fact(one.title, format_percent(100 * one.share)))
    if rows:
        yield Facts(tuple(rows))


_OVERVIEW = {
    "relations_by_class": lambda: _("Relations"),
    "agreements_by_kind": lambda: _("Agreements"),
    "memberships_by_class": lambda: _("Memberships"),
    "visits_by_year": lambda: _("Visits"),
}


def _map(counted: Counted) -> Iterator[Block]:
    """Where the partners lie, by the class of the relation."""
    data = partner_map.read(counted.session)
    whose = counted.question.municipality
    choice = Choice(municipalities=frozenset() if whose is None else frozenset({whose}))
    partners = tuple(one for one in data.partners if one.standings)
    found, legend = pins(replace(data, partners=partners), choice)
    if not found:
        return
    home = (data.home.longitude, data.home.latitude) if data.home else None
    drawing = world_figure(found, _WIDTH, _MAP_HEIGHT, home=home, legend=legend)
    yield KeepTogether((Heading(_("Map"), 2), drawing))


def _part(name: str, title: str) -> Section[Counted]:
    def write(counted: Counted) -> Iterator[Block]:
        found = counted.of(name)
        if found:
            yield Heading(_(title), 2)
        for one in found:
            yield from _figure(counted, one)

    return Section(name, write)


def _figure(counted: Counted, one: Figure) -> Iterator[Block]:
    drawn = chart(one, _WIDTH, counted.lines.get(one.name, [2] * len(one.bars)))
    words = " ".join(part for part in (one.definition, one.note) if part)
    yield KeepTogether(
        (
            Heading(f"{one.title} ({one.currency})" if one.currency else one.title, 3),
            Drawing(drawn.width, drawn.height, drawn.shapes),
            Paragraph(words, Tone.MUTED),
        )
    )
    if counted.options.tables:
        yield _table(one)


def _table(one: Figure) -> Table:
    """The numbers of a figure; years without anything are left out."""
    several = len(one.series) > 1
    heads = [Column(series.label, 1, Align.RIGHT) for series in one.series] if several else []
    share = _("Share") if one.kind is not Kind.COLUMNS and not several else ""
    columns = [
        Column("", 3),
        *heads,
        Column(_("Total") if several else _("Number"), 1, Align.RIGHT),
        *([Column(share, 1, Align.RIGHT)] if share else []),
    ]
    rows = []
    for bar in one.bars:
        parts = [amount(one, part.value) for part in bar.parts] if several else []
        percent = [format_percent(float(100 * bar.total / one.total))] if share and one.total else []
        if bar.ids:
            rows.append(Row((bar.label, *parts, amount(one, bar.total), *percent)))
    sums = [
        amount(one, sum((bar.parts[n].value for bar in one.bars), Decimal(0))) for n in range(len(one.series))
    ]
    last = (_("Total"), *(sums if several else []), amount(one, one.total), *([""] if share else []))
    return Table(tuple(columns), (*rows, Row(last, strong=True)))


_SECTIONS = (
    Section[Counted]("overview", _overview),
    Section[Counted]("map", _map),
    _part("relations", N_("Relations")),
    _part("activity", N_("Activity and completeness")),
    _part("agreements", N_("Agreements and memberships")),
    _part("visits", N_("Visits")),
    _part("money", N_("Dues and benefits")),
)
