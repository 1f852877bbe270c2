"""What the office file holds before an import: values to compare with and names to link to, read once.

Everything here is plain values, so that the work on the rows needs no database and may run in a worker.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import Key, differ, identity, words
from dipdesk.i18n import LANGUAGES, _, speaking
from dipdesk.model import Country, Office, Record, entities, entity, entity_name, fields
from dipdesk.model.kinds import Link
from dipdesk.rules import countries

_ID = 32


@dataclass(slots=True, eq=False)
class Entry:
    """A record, there already or to be added.

    ``told`` says on which line this import set which field, ``claimed`` whether a row is about it.
    """

    kind: type[Record]
    id: str
    values: dict[str, Any]
    stored: bool = True
    told: dict[str, int] = field(default_factory=dict)
    claimed: bool = False


class Stock:
    """The records of some entities, found by their keys, by their titles and by their ids."""

    def __init__(self) -> None:
        self.office_name: tuple[str, ...] = ()
        self.of_union = False
        self.subjects: frozenset[str] = frozenset()
        self._by_key: dict[str, dict[Key, list[Entry]]] = {}
        self._by_title: dict[str, dict[str, list[Entry]]] = {}
        self._by_id: dict[str, dict[str, Entry]] = {}

    @classmethod
    def take(cls, session: Session, kinds: Iterable[type[Record]], *, subjects: bool = False) -> "Stock":
        """Read the records of ``kinds`` and of what they link to; with ``subjects`` the ids of all."""
        stock = cls()
        office = session.scalars(select(Office)).first()
        if office is not None:
            stock.office_name = (office.name_tr, office.name_en)
            stock.of_union = office.kind == "union"
        loaded = _load(session, kinds)
        targets = {one.kind.target for kind in loaded for one in fields(kind) if isinstance(one.kind, Link)}
        for kind, records in loaded.items():
            titled = entity_name(kind) in targets
            for record in records:
                stock._keep(record, titled=titled)
        if subjects:
            stock.subjects = frozenset(
                f"{entity_name(kind)}/{row_id}"
                for kind in entities()
                for row_id in session.scalars(select(kind.id))
            )
        return stock

    def _keep(self, record: Record, *, titled: bool) -> None:
        kind = type(record)
        entry = Entry(kind, record.id, {one.name: getattr(record, one.name) for one in fields(kind)})
        self.add(entry)
        if titled:
            titles = self._by_title.setdefault(entity_name(kind), {})
            for title in _titles(record):
                titles.setdefault(title, []).append(entry)

    def add(self, entry: Entry) -> None:
        """Make an entry findable by its keys."""
        name = entity_name(entry.kind)
        self._by_id.setdefault(name, {})[entry.id] = entry
        found = self._by_key.setdefault(name, {})
        for key in identity(entry.kind).all_keys(entry.values):
            same = found.setdefault(key, [])
            if entry not in same:
                same.append(entry)

    def sharing(self, kind: type[Record], keys: Iterable[Key]) -> list[Entry]:
        """The entries that share one of the keys, each once."""
        known = self._by_key.get(entity_name(kind), {})
        return list({entry.id: entry for key in keys for entry in known.get(key, ())}.values())

    def entries(self, kind: type[Record]) -> Iterable[Entry]:
        """All entries of an entity, those first that were there."""
        return self._by_id.get(entity_name(kind), {}).values()

    def entry(self, kind: type[Record], row_id: str) -> Entry | None:
        """The entry with this id."""
        return self._by_id.get(entity_name(kind), {}).get(row_id)

    def country(self, text: str) -> str:
        """The id of the country with this name, code or spelling; raises Invalid."""
        code = countries.find(text) or countries.find(text.partition("(")[0])
        found = self.sharing(Country, [(words(code),)] if code else []) or self.sharing(
            Country, [(words(text),)]
        )
        if not found:
            raise Invalid(
                _("“{text}” is not a country dipdesk knows. Write its name or its code.").format(text=text)
            )
        return found[0].id

    def country_code(self, row_id: str | None) -> str:
        """The code of a country by its id; empty if there is none."""
        entry = self.entry(Country, row_id or "")
        return str(entry.values["code"]) if entry else ""

    def linked(self, target: str, text: str) -> str:
        """The id of the record of entity ``target`` that ``text`` names; raises Invalid.

        Understood are its title in either language, one of its names, ``name (country)`` or
        ``name, country`` for partners, and ``title #id``.
        """
        if target == "country":
            return self.country(text)
        marked = self.entry(entity(target), text[-_ID:]) if text[-_ID - 1 : -_ID] == "#" else None
        if marked is not None:
            return marked.id
        found = self._named(target, text) or (self._placed(text) if target == "partner" else [])
        if len(found) == 1:
            return found[0].id
        sentence = (
            _("Several records are called “{text}”. Make the name clearer.")
            if found
            else _("There is no “{text}” among the {things}. Add it first.")
        )
        raise Invalid(sentence.format(text=text, things=_(entity(target).label[1])))

    def _named(self, target: str, text: str) -> list[Entry]:
        wanted = words(text)
        found = self._by_title.get(target, {}).get(wanted) or self.sharing(entity(target), [(wanted,)])
        return list({entry.id: entry for entry in found}.values())

    def _placed(self, text: str) -> list[Entry]:
        """Partners by name and country: ``Štip (North Macedonia)``, ``Štip, North Macedonia``."""
        for mark in "(,":
            name, sign, place = text.rpartition(mark)
            code = countries.find(place.rstrip(") ")) if sign else None
            if code:
                known = self._named("partner", name)
                return [one for one in known if not differ(self.country_code(one.values["country_id"]), code)]
        return []


def _load(session: Session, kinds: Iterable[type[Record]]) -> dict[type[Record], list[Record]]:
    """All records of ``kinds`` and of the entities they link to, those first, one query each."""
    order: list[type[Record]] = []
    for kind in kinds:
        _follow(kind, order)
    return {kind: list(session.scalars(select(kind))) for kind in order}


def _follow(kind: type[Record], order: list[type[Record]]) -> None:
    """Put ``kind`` behind all that it links to; links between entities form no circle."""
    for one in fields(kind):
        if isinstance(one.kind, Link) and entity(one.kind.target) is not kind:
            _follow(entity(one.kind.target), order)
    if kind not in order:
        order.append(kind)


def _titles(record: Record) -> set[str]:
    """The title in every language, and the full name of a person."""
    found = set()
    for spoken in LANGUAGES:
        with speaking(spoken):
            found.add(words(record.title()))
            found.add(words(record.order_text()))
    return found - {""}
