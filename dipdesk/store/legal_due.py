"""What laws and rules want done by a day, in plain SQL: gifts received, and data of visits to be deleted.

The rules are in :mod:`dipdesk.rules.legal_reminders`; the first page asks them a moment after the rest.
"""

from collections.abc import Iterator

from dipdesk.rules import legal_reminders
from dipdesk.rules.gifts_limits import limit_on
from dipdesk.rules.retention import retention
from dipdesk.store import gift_rows
from dipdesk.store.attention import Due, Reader, day_of, made_of
from dipdesk.store.due_rows import DueRows


def _visit_data(reader: DueRows) -> Iterator[Due]:
    names = [name for one in retention().classes if one.sensitive for name in one.fields]
    kept = " OR ".join(f"m.{name} IS NOT NULL AND m.{name} NOT IN ('', 0)" for name in names)
    where = (
        "coalesce(r.ends, r.starts) IS NOT NULL AND r.cleared_on IS NULL AND NOT coalesce(r.template, 0)"
        " AND EXISTS (SELECT 1 FROM delegation AS d JOIN delegation_member AS m ON m.delegation_id = d.id"
        f" WHERE d.visit_id = r.id AND ({kept}))"
    )
    for row in reader.rows("visit", "coalesce(r.ends, r.starts), r.cleared_on", where, "r.officer_id"):
        data = legal_reminders.of_visit_data(day_of(row[5]), day_of(row[6]), reader.today)
        yield from made_of(reader, "visit", row, data)


def _gifts(reader: DueRows) -> Iterator[Due]:
    rows = list(reader.rows("gift", gift_rows.COLUMNS, gift_rows.RECEIVED, "r.keeper_id"))
    own = gift_rows.wages(reader.raw) if rows else ()
    for row in rows:
        case = gift_rows.case(row[5:])
        limit = limit_on(case.received_on, own) if case.received_on else None
        yield from made_of(reader, "gift", row, legal_reminders.of_gift(case, limit, reader.today))


READERS: dict[str, Reader] = {"gift": _gifts, "visit": _visit_data}
"""What reads the reminders of an entity."""
