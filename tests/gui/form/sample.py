"""An office in which every entity has a record with every field filled in, and one with almost none."""

import struct
import zlib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from dipdesk.model import Country, Record, Tag, entities, entity, entity_name, fields
from dipdesk.model.kinds import (
    Amount,
    Choice,
    Countries,
    Day,
    Email,
    File,
    Flag,
    Kind,
    Languages,
    Link,
    Money,
    OnMap,
    PartialDay,
    Phone,
    Position,
    PrintColour,
    Subject,
    Text,
    WallClock,
    WebAddress,
    Whole,
    Words,
    Year,
    Zone,
)
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile


def _ordered() -> tuple[str, ...]:
    """The names of all entities, those that others link to first."""
    left = {entity_name(one): one for one in entities()}
    found: list[str] = []
    while left:
        ready = [name for name, one in left.items() if not _needs(one) & (left.keys() - {name})]
        assert ready, left
        for name in ready:
            del left[name]
        found += ready
    return tuple(found)


def _needs(kind: type[Record]) -> set[str]:
    links = {one.kind.target for one in fields(kind) if isinstance(one.kind, Link)}
    return links | ({"partner"} if any(isinstance(one.kind, Subject) for one in fields(kind)) else set())


ORDER = _ordered()
"""Every entity, those that others link to first."""


def png(red: int = 11, green: int = 122, blue: int = 117, side: int = 40) -> bytes:
    """A small picture of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    line = b"\0" + bytes((red, green, blue)) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(line * side))
        + chunk(b"IEND", b"")
    )


def value_for(kind: Kind[Any], ids: dict[str, str]) -> Any:
    """A value that a field of this kind can hold; ``ids`` names a record of every entity made so far."""
    if isinstance(kind, Link):
        return ids.get(kind.target)
    if isinstance(kind, Subject):
        return f"partner/{ids['partner']}" if "partner" in ids else None
    simple: dict[type[Kind[Any]], Any] = {
        Email: "belediye@mostar.ba",
        Phone: "+387 36 500 600",
        PrintColour: "#8B1E3F",
        WebAddress: "www.mostar.ba",
        Zone: "Europe/Sarajevo",
        File: ids.get("file", ""),
        Languages: ("tr", "bs", "en"),
        Countries: ("BA", "TR"),
        Words: ("Kültür", "Gençlik değişimi"),
        Whole: min(113, kind.most) if isinstance(kind, Whole) else 0,
        Year: 2026,
        Flag: True,
        Amount: Money(Decimal("1250.50"), "EUR"),
        OnMap: Position(43.34, 17.81),
        Day: date(2027, 5, 12),
        PartialDay: PartialDate(2015, 3),
        WallClock: Moment(datetime(2027, 5, 12, 10, 0), "Europe/Sarajevo"),  # noqa: DTZ001
    }
    if type(kind) in simple:
        return simple[type(kind)]
    if isinstance(kind, Choice):
        return next(iter(kind.options))
    assert isinstance(kind, Text), kind
    if kind.long:
        return "Birinci satır: Çağrı, İnegöl, ığdır.\nİkinci satır."
    return "Örnek <b>Ayşe</b> & şık"[: kind.most].strip()


def fill(office: OfficeFile) -> dict[str, str]:
    """Add one full record of every entity; their ids by entity."""
    ids: dict[str, str] = {}
    with office.change("Sample") as session:
        ids["file"] = blobs.put(session.connection(), png(), "image/png")
        for name in ORDER:
            kind = entity(name)
            record = session.scalars(select(kind)).first() if name in ("office", "country") else None
            if record is None:
                record = kind()
                session.add(record)
            ids[name] = record.id
            for one in fields(kind):
                if not (kind is Country and one.name == "code"):
                    setattr(record, one.name, value_for(one.kind, ids))
            session.flush()
    return ids


def bare(office: OfficeFile) -> dict[str, str]:
    """Add one record of every entity with nothing but what is needed; their ids by entity."""
    ids: dict[str, str] = {}
    with office.change("Sample") as session:
        ids["file"] = blobs.put(session.connection(), png(), "image/png")
        for name in ORDER:
            kind = entity(name)
            record: Record | None = session.scalars(select(kind)).first() if name == "office" else None
            if record is None:
                needed = {one.name: value_for(one.kind, ids) for one in fields(kind) if one.kind.required}
                record = kind(**needed)
                session.add(record)
            ids[name] = record.id
            session.flush()
    assert issubclass(entity("tag"), Tag)
    return ids
