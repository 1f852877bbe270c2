"""Which column means what: guessed from the headings, set right by the person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import words
from dipdesk.exchange.profiles import profiles
from dipdesk.exchange.shapes import Shape, Target, entity_shapes
from dipdesk.exchange.table import Table
from dipdesk.i18n import _, join_words
from dipdesk.model.kinds import Choice, Text

_ROWS_LOOKED_AT = 20


@dataclass(frozen=True)
class ImportPlan:
    """A table, what it is, which column goes to which target, and whether known records are updated.

    ``given`` are texts that stand in every row for targets without a column.
    """

    table: Table
    shape: Shape
    columns: Mapping[str, int]
    update: bool = True
    given: Mapping[str, str] = field(default_factory=dict)

    def target_of(self, column: int) -> Target | None:
        """The target that a column is mapped to."""
        return next((one for one in self.shape.targets if self.columns.get(one.name) == column), None)

    def with_column(self, column: int, target: str) -> "ImportPlan":
        """The plan with ``column`` mapped to ``target`` alone; to nothing if that is empty."""
        kept = {name: at for name, at in self.columns.items() if at != column and name != target}
        return replace(self, columns={**kept, target: column} if target else kept)

    def with_given(self, target: str, text: str) -> "ImportPlan":
        """The plan with ``text`` for ``target`` in every row; nothing if it is empty."""
        kept = {name: said for name, said in self.given.items() if name != target}
        return replace(self, given={**kept, target: text} if text else kept)

    def with_shape(self, name: str) -> "ImportPlan":
        """The plan for another kind of table, its columns guessed anew; raises Invalid."""
        chosen = shape(name)
        return replace(self, shape=chosen, columns=_columns(self.table.header, chosen), given={})

    def unused(self) -> list[str]:
        """The headings of the columns that are mapped to nothing."""
        return [name for place, name in enumerate(self.table.header) if place not in self.columns.values()]

    def missing(self) -> list[Target]:
        """The targets that a row needs and no column is mapped to; of several of which one is enough, one."""
        there = {*self.given, *self.columns}
        either = [one for one in self.shape.targets if isinstance(one.kind, Text) and one.kind.either]
        nameless = either[:1] if there.isdisjoint(one.name for one in either) else []
        needed = [one for one in self.shape.targets if one.required and one.name not in there]
        return [*needed, *nameless]


def shapes() -> tuple[Shape, ...]:
    """Everything a table can be, the published lists first."""
    return (*profiles(), *entity_shapes())


def shape(name: str) -> Shape:
    """The shape of that name or label; raises Invalid."""
    wanted = words(name)
    for one in shapes():
        if wanted in (words(one.name), words(one.title())):
            return one
    raise Invalid(
        _("“{name}” is no kind of table. Choose one of: {choices}.").format(
            name=name, choices=", ".join(one.name for one in shapes())
        )
    )


def guess(table: Table, name: str = "", *, update: bool = True) -> ImportPlan:
    """The likeliest plan for a table; ``name`` says what it is. Raises Invalid for a name that is none."""
    if name:
        chosen = shape(name)
        return ImportPlan(table, chosen, _columns(table.header, chosen), update)
    for profile in profiles():
        columns = _columns(table.header, profile)
        if any(columns.keys() >= set(marks) for marks in profile.marks):
            return ImportPlan(table, profile, columns, update)
    return max(
        (ImportPlan(table, one, _columns(table.header, one), update) for one in entity_shapes()), key=_fit
    )


def assign(plan: ImportPlan, pairs: Sequence[str]) -> ImportPlan:
    """The plan with columns set by hand, each ``FIELD=COLUMN`` (its name or number); raises Invalid."""
    for pair in pairs:
        field, sign, column = pair.partition("=")
        if not sign:
            raise Invalid(_("“{text}” is not of the form FIELD=COLUMN.").format(text=pair))
        plan = plan.with_column(_column(plan.table.header, column), _target(plan.shape, field).name)
    return plan


def check(plan: ImportPlan) -> None:
    """Raise Invalid if a column is missing without which no row can be read."""
    if not plan.columns:
        raise Invalid(_("No column of this table is known. Choose what it is and what its columns mean."))
    if missing := plan.missing():
        fields = join_words([f"“{one.title()}”" for one in missing])
        raise Invalid(_("No column is chosen for {fields}.").format(fields=fields))


def _columns(header: Sequence[str], chosen: Shape) -> dict[str, int]:
    """Columns by target: headings that say it plainly first, each column and each target once."""
    found: dict[str, int] = {}
    for rank in range(max((len(one.titles()) for one in chosen.targets), default=0)):
        for target, title in _ranked(chosen.targets, rank):
            for place, heading in enumerate(header):
                if (
                    target.name not in found
                    and place not in found.values()
                    and words(heading) == words(title)
                ):
                    found[target.name] = place
    return found


def _ranked(targets: Iterable[Target], rank: int) -> Iterator[tuple[Target, str]]:
    for target in targets:
        titles = target.titles()
        if rank < len(titles):
            yield target, titles[rank]


def _fit(plan: ImportPlan) -> tuple[bool, int, int, int]:
    """How well an entity fits.

    What it needs is there, many columns are known, cells are among its choices, few fields stay empty.
    """
    return not plan.missing(), len(plan.columns), -_strange(plan), -len(plan.shape.targets)


def _strange(plan: ImportPlan) -> int:
    """How many cells of the first rows are none of the choices that their columns allow."""
    return sum(
        not _is_choice(one.kind, row.cells[plan.columns[one.name]])
        for one in plan.shape.targets
        if one.name in plan.columns and isinstance(one.kind, Choice)
        for row in plan.table.rows[:_ROWS_LOOKED_AT]
        if plan.columns[one.name] < len(row.cells) and row.cells[plan.columns[one.name]].strip()
    )


def _is_choice(kind: Choice, cell: str) -> bool:
    try:
        kind.parse(cell)
    except Invalid:
        return False
    return True


def _target(chosen: Shape, text: str) -> Target:
    wanted = words(text)
    for one in chosen.targets:
        if wanted in map(words, one.titles()):
            return one
    raise Invalid(
        _("“{name}” is no field of {thing}. Choose one of: {choices}.").format(
            name=text, thing=chosen.title(), choices=", ".join(one.name for one in chosen.targets)
        )
    )


def _column(header: Sequence[str], text: str) -> int:
    wanted = words(text)
    for place, heading in enumerate(header):
        if wanted == words(heading):
            return place
    number = text.strip()
    if number.isascii() and number.isdigit() and 1 <= int(number) <= len(header):
        return int(number) - 1
    raise Invalid(
        _("The table has no column “{name}”. Its columns are: {choices}.").format(
            name=text, choices=", ".join(header)
        )
    )
