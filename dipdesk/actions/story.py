"""Records written down in TOML files, put into an office file as one step.

Each file holds arrays of tables named after the entities; each table has a ``key`` and the fields with
their values as a person would type them. A link holds the key of the other record (a country its code, what
comes with every file ``shipped:`` and its code),
``subject`` is ``entity/key``, and a file is named by its path below the folder of the story.
"""

import mimetypes
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.model import Country, Field, Office, Record, entities, entity, entity_name, fields, shipped_id
from dipdesk.model.kinds import File, Link, Subject
from dipdesk.progress import Progress
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile

_SHIPPED = "shipped:"


def record_id(name: str, key: str) -> str:
    """The id that the record ``key`` of the entity ``name`` has in every office file with the story."""
    return uuid5(NAMESPACE_URL, f"dipdesk:story:{name}:{key}").hex


def tell(office: OfficeFile, folder: Path, label: str, progress: Progress | None = None) -> None:
    """Put all records of the TOML files in ``folder`` into the office file, as one step called ``label``.

    The office itself is filled in, everything else is added. Raises Invalid, with the place, for a value
    that does not fit.
    """
    rows = list(_rows(folder))
    steps = progress or Progress()
    with office.change(label) as session:
        teller = _Teller(session, folder, {one.code: one.id for one in session.scalars(select(Country))})
        for number, (name, row) in enumerate(rows):
            steps.step(number, len(rows))
            teller.put(name, row)


def _rows(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    known = {entity_name(kind) for kind in entities()}
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            tables = tomllib.load(file)
        for name, rows in tables.items():
            if name not in known:
                raise Invalid(_("There are no records called “{name}”.").format(name=name), path.name)
            yield from ((name, row) for row in rows)


@dataclass(frozen=True)
class _Teller:
    """Puts rows into one session."""

    session: Session
    folder: Path
    countries: Mapping[str, str]

    def put(self, name: str, row: Mapping[str, Any]) -> None:
        """One row; raises Invalid with its place."""
        kind = entity(name)
        known = {one.name: one for one in fields(kind)}
        values = {}
        for field_name, value in row.items():
            place = f"{name}[{row.get('key', '?')}].{field_name}"
            if field_name != "key":
                values[field_name] = self._value(known.get(field_name), value, place)
        if kind is Office:
            self._fill(self.session.scalars(select(Office)).one(), values)
        else:
            self.session.add(kind(id=record_id(name, str(row.get("key", ""))), **values))

    @staticmethod
    def _fill(record: Record, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            setattr(record, name, value)

    def _value(self, field: Field | None, value: Any, place: str) -> Any:
        if field is None:
            raise Invalid(_("There is no such field."), place)
        if not isinstance(value, str):
            return value
        if isinstance(field.kind, Link):
            return self._linked(field.kind.target, value, place)
        if isinstance(field.kind, Subject):
            name, _slash, key = value.partition("/")
            return f"{name}/{record_id(name, key)}"
        if isinstance(field.kind, File):
            return self._kept(value)
        try:
            return field.kind.parse(value)
        except Invalid as trouble:
            raise trouble.at(place) from None

    def _linked(self, target: str, key: str, place: str) -> str:
        if key.startswith(_SHIPPED):
            return shipped_id(target, key.removeprefix(_SHIPPED))
        if target != "country":
            return record_id(target, key)
        if key not in self.countries:
            raise Invalid(_("“{text}” is not a country.").format(text=key), place)
        return self.countries[key]

    def _kept(self, name: str) -> str:
        """The address of a file beside the story, now kept in the office file."""
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return blobs.put(self.session.connection(), (self.folder / name).read_bytes(), media_type)
