"""What a table can be: rows of one entity, or a list in a published shape; and what its columns can mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Protocol

from dipdesk.errors import Invalid
from dipdesk.exchange.ledger import Draft, Ledger
from dipdesk.exchange.stock import Stock
from dipdesk.i18n import _, installed_languages, speaking
from dipdesk.model import Field, Record, entities, entity_name, fields
from dipdesk.model.kinds import Choice, Countries, File, Kind, Languages, Link, Subject
from dipdesk.rules.sources import shipped

_CLOSED = frozenset({"attachment", "exported", "office"})
"""Entities that no table can bring: files need their content, and there is one office only.

What was exported is noted by the program alone.
"""

Cells = Mapping[str, str]
"""The cells of a row by the targets their columns are mapped to; blank ones are left out."""


@dataclass(frozen=True)
class Target:
    """What a column can mean. ``label`` is a source text; ``aliases`` are further headings it goes by."""

    name: str
    label: str
    kind: Kind[Any]
    required: bool = False
    aliases: tuple[str, ...] = ()

    def title(self) -> str:
        """The label in the language spoken now."""
        return _(self.label)

    def titles(self) -> tuple[str, ...]:
        """Every heading it goes by: its name, its label in every language, and the aliases."""
        found = [self.name, self.name.removesuffix("_id")]
        for spoken in installed_languages():
            with speaking(spoken):
                found.append(_(self.label))
        return tuple(dict.fromkeys([*found, *self.aliases]))


class Shape(Protocol):
    """A kind of table: its name, its targets, and how a row becomes drafts of records."""

    @property
    def name(self) -> str:
        """The name on the command line: an entity or a profile."""

    @property
    def targets(self) -> tuple[Target, ...]:
        """What its columns can mean."""

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        """The entities that it brings."""

    @property
    def marks(self) -> tuple[tuple[str, ...], ...]:
        """Groups of targets whose columns tell that a table is of this shape; none if nothing does."""

    def title(self) -> str:
        """What it is called in the language spoken now."""

    def drafts(self, cells: Cells, stock: Stock) -> list[Draft]:
        """The records that a row describes; raises Invalid, with the target as its place."""

    def conclude(self, ledger: Ledger) -> None:
        """Add to the ledger what follows from all rows together."""


@dataclass(frozen=True)
class EntityShape:
    """A table in which every row is a record of one entity and every column one of its fields."""

    kind: type[Record]

    @property
    def name(self) -> str:
        return entity_name(self.kind)

    @property
    def targets(self) -> tuple[Target, ...]:
        return _targets(self.kind)

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        return (self.kind,)

    @property
    def marks(self) -> tuple[tuple[str, ...], ...]:
        return ()

    def title(self) -> str:
        return _(self.kind.label[1])

    def drafts(self, cells: Cells, stock: Stock) -> list[Draft]:
        """One draft; blank cells say nothing."""
        return [Draft(self.kind, read_cells(self.targets, cells, stock))]

    def conclude(self, ledger: Ledger) -> None:
        """Nothing: every row stands for itself."""


def read_cells(targets: tuple[Target, ...], cells: Cells, stock: Stock) -> dict[str, Any]:
    """The values of the cells by target; raises Invalid with the target's name as its place."""
    values = {}
    for target in targets:
        text = cells.get(target.name, "")
        if not text:
            continue
        try:
            values[target.name] = read_cell(target.kind, text, stock)
        except Invalid as error:
            raise Invalid(error.sentence, target.name) from error
    return values


def read_cell(kind: Kind[Any], text: str, stock: Stock) -> Any:
    """The value of one cell: a link by what it names, all else as the kind reads it; raises Invalid."""
    if isinstance(kind, Link):
        return stock.linked(kind.target, text.strip())
    if isinstance(kind, Subject):
        if text.strip() not in stock.subjects:
            raise Invalid(_("There is no record “{text}” in the office file.").format(text=text))
        return text.strip()
    if isinstance(kind, (Choice, Countries, Languages)):
        return _chosen(kind, text)
    return kind.parse(text)


@lru_cache(maxsize=4096)
def _chosen(kind: Kind[Any], text: str) -> Any:
    """What a word of a list means; the same few words come again in every row."""
    return kind.parse(text)


def needs_subjects(shape: Shape) -> bool:
    """Whether its columns can name any record of the file."""
    return any(isinstance(target.kind, Subject) for target in shape.targets)


@cache
def entity_shapes() -> tuple[EntityShape, ...]:
    """A shape for every entity that a table can bring."""
    return tuple(EntityShape(kind) for kind in entities() if entity_name(kind) not in _CLOSED)


@cache
def _targets(kind: type[Record]) -> tuple[Target, ...]:
    others = shipped("imports", "headings.toml")
    common, own = others["any"], others.get(entity_name(kind), {})
    return tuple(
        _target(one, (*own.get(one.name, ()), *common.get(one.name, ()))) for one in importable(kind)
    )


def importable(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that a cell can hold; the content of a file is none of them, nor what the program keeps."""
    return tuple(one for one in fields(kind) if not isinstance(one.kind, File) and not one.technical)


def _target(one: Field, aliases: tuple[str, ...]) -> Target:
    required = one.kind.required and one.initial is None
    return Target(one.name, one.label, one.kind, required, aliases)
