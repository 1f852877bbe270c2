"""What can be done with the rows of a list: delete and duplicate, each one labelled step."""

from collections.abc import Sequence

from dipdesk.gui.form.proposals import proposed
from dipdesk.i18n import N_, NN_, lasting, lasting_many, told
from dipdesk.model import Country, Office, Record, fields
from dipdesk.store import removal
from dipdesk.store.office_file import OfficeFile


def can_duplicate(kind: type[Record]) -> bool:
    """Whether a second one of the same makes sense."""
    return kind not in (Country, Office)


def delete(office: OfficeFile, kind: type[Record], row_ids: Sequence[str]) -> str:
    """Delete records with all that belongs to them, as one step; its label, empty if none was there."""
    with office.read() as session:
        found = [one for row_id in row_ids if (one := session.get(kind, row_id))]
        label = _deleted([one.title() for one in found])
    if not found:
        return ""
    with office.change(label) as session:
        for row_id in row_ids:
            if (record := session.get(kind, row_id)) is not None:
                removal.remove(session, record)
    return told(label)


def duplicate(office: OfficeFile, kind: type[Record], row_id: str) -> str:
    """Store a second record with the values of the first as one step; its id, empty if the first is gone.

    What is not copied starts as in any new record, with the next number if it is numbered.
    """
    with office.read() as session:
        record = session.get(kind, row_id)
        if record is None:
            return ""
        values = {one.name: getattr(record, one.name) for one in fields(kind) if one.copied}
        name = record.title()
    new = {one.name for one in fields(kind) if not one.copied}
    likely = {name: value for name, value in proposed(office, kind, values).items() if name in new}
    made = kind(**values, **likely)
    with office.change(lasting(N_("Duplicated: {name}"), name=name)) as session:
        session.add(made)
    return made.id


def _deleted(titles: list[str]) -> str:
    if len(titles) == 1:
        return lasting(N_("Deleted: {name}"), name=titles[0])
    return lasting_many(NN_("Deleted: {count} record", "Deleted: {count} records"), len(titles))
