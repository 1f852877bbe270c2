"""Commands on records: list and show."""

from argparse import ArgumentParser, Namespace

from sqlalchemy.orm import Session

from dipdesk.cli.command import Command, looked_into, say, say_json
from dipdesk.cli.references import entity_called, find
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Field, Privacy, Record, entity, entity_name, fields
from dipdesk.model.kinds import Json, Link
from dipdesk.store.listing import Listing


def as_json(record: Record, *, sensitive: bool = False) -> dict[str, Json]:
    """A record with its fields, as other programs read it; sensitive ones only when asked for."""
    told = _told(record, sensitive=sensitive)
    values = {one.name: one.kind.to_json(getattr(record, one.name)) for one in told}
    return {"entity": entity_name(type(record)), "id": record.id, "title": record.title(), **values}


def _told(record: Record, *, sensitive: bool) -> list[Field]:
    return [one for one in fields(type(record)) if sensitive or one.privacy is not Privacy.SENSITIVE]


def _declare_list(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument("entity", metavar="ENTITY", help=_("what to list, such as partner or visit"))
    parser.add_argument("--search", metavar="TEXT", default="", help=_("only records with these words"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _list(chosen: Namespace) -> None:
    kind = entity_called(chosen.entity)
    with looked_into(chosen.file) as office, office.read() as session:
        ids = Listing(office, kind, text=chosen.search).ids()
        records = [record for row_id in ids if (record := session.get(kind, row_id)) is not None]
        if chosen.json:
            say_json([as_json(record) for record in records])
            return
        for record in records:
            say(f"{record.id}  {record.title()}")
    say(ngettext("{count} record", "{count} records", len(records)).format(count=len(records)))


def _declare_show(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument(
        "reference", metavar="REF", help=_("an id, its first characters, or a piece of the name")
    )
    parser.add_argument("--sensitive", action="store_true", help=_("sensitive fields as well"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _show(chosen: Namespace) -> None:
    with looked_into(chosen.file) as office, office.read() as session:
        record = find(session, chosen.reference)
        if chosen.json:
            say_json(as_json(record, sensitive=chosen.sensitive))
            return
        say(f"{_(type(record).label[0])}: {record.title()}")
        say(record.id)
        for one in _told(record, sensitive=chosen.sensitive):
            value = getattr(record, one.name)
            shown = (
                _linked(session, one.kind, value) if isinstance(one.kind, Link) else one.kind.format(value)
            )
            if shown:
                say(f"{one.title()}: {shown}")


def _linked(session: Session, kind: Link, value: str | None) -> str:
    record = session.get(entity(kind.target), value) if value else None
    return record.title() if record else ""


COMMANDS = (
    Command("list", N_("list the records of a kind"), _declare_list, _list),
    Command("show", N_("show a record"), _declare_show, _show),
)
