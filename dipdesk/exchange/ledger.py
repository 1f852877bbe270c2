"""What an import would do: drafts of records are matched with what is there and added up, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import contains, identity, words
from dipdesk.exchange.stock import Entry, Stock
from dipdesk.i18n import _, format_number
from dipdesk.model import Record, entity_name, field_of, fields, new_id
from dipdesk.rules.timing import PartialDate


@dataclass(frozen=True)
class Ref:
    """Stands for the id of an earlier draft of the same row, by its number."""

    number: int


@dataclass(frozen=True)
class Draft:
    """A record as a row describes it.

    ``values`` are what the row says; a record already there is brought up to date with them. ``fill``
    is what goes with it, but gives way to anything that is known already. ``along``: what else changes
    when a field of ``values`` does.
    """

    kind: type[Record]
    values: Mapping[str, Any]
    fill: Mapping[str, Any] = field(default_factory=dict)
    along: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Placed:
    """A draft with the entry it belongs to and what changes there."""

    entry: Entry
    is_new: bool
    changes: dict[str, Any]


class Ledger:
    """Adds up what all rows do. Nothing is written; a row that is refused leaves no trace."""

    def __init__(self, stock: Stock, *, update: bool = True) -> None:
        self.stock = stock
        self.added: list[Entry] = []
        self.changed: dict[str, Entry] = {}
        self.changes: dict[str, dict[str, Any]] = {}
        self.former: dict[str, dict[str, Any]] = {}
        """The values that changed entries had before, by id."""
        self._update = update

    def place(self, drafts: Sequence[Draft], line: int) -> str:
        """Take in the drafts of one row and say whether it means add, update or same; raises Invalid."""
        placed: list[_Placed] = []
        for draft in drafts:
            ids = [one.entry.id for one in placed]
            placed.append(self._placed(_resolved(draft, ids), line))
        for one in placed:
            self._enter(one, line)
        if any(one.is_new for one in placed):
            return "add"
        return "update" if any(one.changes for one in placed) else "same"

    def add(self, kind: type[Record], values: Mapping[str, Any]) -> None:
        """Add a record that follows from the rows; raises Invalid where a value is missing."""
        self._enter(_Placed(Entry(kind, new_id(), _complete(Draft(kind, values)), stored=False), True, {}), 0)

    def change(self, entry: Entry, values: Mapping[str, Any]) -> None:
        """Change what follows from the rows in a record that is there, unless those are to be left alone."""
        if self._update or not entry.stored:
            self._enter(_Placed(entry, False, dict(values)), 0)

    def _placed(self, draft: Draft, line: int) -> _Placed:
        known = self._match(draft)
        if known is None:
            return _Placed(Entry(draft.kind, new_id(), _complete(draft), stored=False), True, {})
        takes = self._update or not known.stored
        return _Placed(known, False, dict(_changes(known, draft, line)) if takes else {})

    def _match(self, draft: Draft) -> Entry | None:
        """The record that the draft is about; raises Invalid if it has no name or several could be meant."""
        rule = identity(draft.kind)
        values = {**draft.fill, **draft.values}
        keys = rule.keys(values)
        if not keys:
            raise Invalid(_("The name is missing."))
        found = [
            one
            for one in self.stock.sharing(draft.kind, keys)
            if not rule.contradicts(one.values, values)
            and not (rule.namesakes and one.claimed and not _alike(one, draft))
        ]
        if len(found) > 1:
            found = _closest(found, draft, values)
        return found[0] if found else None

    def _enter(self, placed: _Placed, line: int) -> None:
        entry = placed.entry
        entry.claimed = True
        if placed.is_new:
            entry.told = dict.fromkeys(entry.values, line)
            self.added.append(entry)
            self.stock.add(entry)
            return
        if placed.changes:
            self.former.setdefault(entry.id, dict(entry.values))
            entry.values.update(placed.changes)
            entry.told.update(dict.fromkeys(placed.changes, line))
            self.stock.add(entry)
            if entry.stored:
                self.changed[entry.id] = entry
                self.changes.setdefault(entry.id, {}).update(placed.changes)


def _resolved(draft: Draft, ids: Sequence[str]) -> Draft:
    values = {
        name: ids[value.number] if isinstance(value, Ref) else value for name, value in draft.values.items()
    }
    return replace(draft, values=values)


def _complete(draft: Draft) -> dict[str, Any]:
    """All values of a new record; raises Invalid where one is needed and missing."""
    given = {**draft.fill, **draft.values}
    values = {}
    for one in fields(draft.kind):
        start = one.kind.empty if one.initial is None else one.initial
        try:
            values[one.name] = one.kind.check(given.get(one.name, start))
        except Invalid as error:
            raise Invalid(_("“{field}” is missing.").format(field=one.title()), one.name) from error
    for name in draft.kind(**values).unsaid()[:1]:
        raise Invalid(_("“{field}” is missing.").format(field=field_of(draft.kind, name).title()), name)
    return values


def _changes(entry: Entry, draft: Draft, line: int) -> Iterator[tuple[str, Any]]:
    """What the draft says that the entry does not; raises Invalid if another row said otherwise."""
    empty = {one.name: one.kind.empty for one in fields(entry.kind)}
    for name, value in draft.values.items():
        old = entry.values[name]
        if value == old or _says_less(value, old):
            continue
        said = entry.told.get(name)
        if said is not None and old != empty[name]:
            raise Invalid(_contradiction(entry, name, said))
        yield name, value
        yield from draft.along.get(name, {}).items()
    for name, value in draft.fill.items():
        if entry.values[name] == empty[name] and value != empty[name]:
            yield name, value


def _contradiction(entry: Entry, name: str, line: int) -> str:
    title = next(one.title() for one in fields(entry.kind) if one.name == name)
    return _("Line {line} is about the same record and says something else for “{field}”.").format(
        line=format_number(line), field=title
    )


def _says_less(new: Any, old: Any) -> bool:
    """Whether the same is known better: 2006-05-04 for 2006, Štip for STIP or Stip."""
    if isinstance(new, PartialDate) and isinstance(old, PartialDate):
        return contains(new, old)
    if isinstance(new, str) and isinstance(old, str) and words(new) == words(old):
        return (new.isupper() and not old.isupper()) or (new.isascii() and not old.isascii())
    return False


def _agrees(entry: Entry, draft: Draft) -> bool:
    """Whether a record says all that the row does."""
    return bool(draft.values) and all(entry.values[name] == value for name, value in draft.values.items())


def _alike(entry: Entry, draft: Draft) -> bool:
    """Whether a record that a row of this import is about can be that of another row, too."""
    return _agrees(entry, draft) if entry.stored else entry.values == _complete(draft)


def _closest(found: list[Entry], draft: Draft, values: Mapping[str, Any]) -> list[Entry]:
    """Of several records one that says all that the row does, else the nearest; raises Invalid."""
    agreeing = [one for one in found if _agrees(one, draft)]
    if agreeing:
        return agreeing
    rule = identity(draft.kind)
    wanted = set(rule.keys(values))

    def nearness(entry: Entry) -> tuple[int, int]:
        told = [name for name in rule.apart if values.get(name) and values[name] == entry.values[name]]
        return len(wanted.intersection(rule.all_keys(entry.values))), len(told)

    most = max(map(nearness, found))
    nearest = [one for one in found if nearness(one) == most]
    if len(nearest) > 1:
        raise Invalid(
            _("{count} records in the office file could be meant. Make the name clearer.").format(
                count=format_number(len(nearest))
            )
        )
    return nearest


def of_kind(entries: Sequence[Entry]) -> dict[str, int]:
    """How many of each entity."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entity_name(entry.kind)] = counts.get(entity_name(entry.kind), 0) + 1
    return counts
