"""What the first page shows, in plain SQL: it is read before the model is loaded, and needs no model.

One function for each card, each with the driver's connection to an open file (``office.raw``). What records
are called stands in ``finder``, in every language, as their own ``title()`` says it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dipdesk.i18n import kept_language, told
from dipdesk.rules.timing import USUAL_ZONE


@dataclass(frozen=True)
class Entry:
    """One line of a card: a record, and what to know of it at a glance.

    ``title`` and ``partner`` (the partner's title) are in the language spoken now; ``first`` and ``last``
    are its days, as far as they are known; ``state`` is the code of its state. What is missing is empty.
    """

    entity: str
    row_id: str
    title: str
    partner: str = ""
    first: date | None = None
    last: date | None = None
    state: str = ""


@dataclass(frozen=True)
class Step:
    """One step of anybody: its label, who did it, when by the clocks of the office, on how many records."""

    when: datetime
    who: str
    label: str
    records: int


def office_name(raw: Any) -> str:
    """What the office itself is called."""
    return str(_rows(raw, "SELECT {title} FROM office AS r {names}")[0][0])


def clocks(raw: Any) -> ZoneInfo:
    """The clocks of the office, by which is told when something was done or kept."""
    return ZoneInfo(next((zone for (zone,) in _rows(raw, "SELECT zone FROM office") if zone), USUAL_ZONE))


def has_partner(raw: Any) -> bool:
    """Whether the office has a partner yet."""
    return bool(_rows(raw, "SELECT EXISTS (SELECT 1 FROM partner)")[0][0])


def is_there(raw: Any, row_id: str) -> bool:
    """Whether the file holds a record with this id."""
    return bool(_rows(raw, "SELECT EXISTS (SELECT 1 FROM finder WHERE id = :id)", id=row_id)[0][0])


def next_visits(raw: Any, today: date, limit: int) -> list[Entry]:
    """Visits that are not over and not cancelled, the first one first."""
    rows = _rows(
        raw,
        "SELECT r.id, {title}, {partner}, r.starts, r.ends, r.state FROM visit AS r {names} {partners}"
        " WHERE (r.ends >= :today OR r.starts >= :today) AND r.state <> 'cancelled'"
        " AND NOT coalesce(r.template, 0) ORDER BY r.starts, r.id LIMIT :limit",
        today=today.isoformat(),
        limit=limit,
    )
    return [
        Entry("visit", row_id, title, partner, _day(starts), _day(ends), state)
        for row_id, title, partner, starts, ends, state in rows
    ]


def recent_steps(raw: Any, limit: int) -> list[Step]:
    """The latest steps of the whole file, newest first."""
    rows = _rows(
        raw,
        "SELECT at, person, label, (SELECT count(DISTINCT row_id) FROM op WHERE op.txn_id = txn.txn_id)"
        " FROM txn ORDER BY txn_id DESC LIMIT :limit",
        limit=limit,
    )
    here = clocks(raw)
    return [
        Step(datetime.fromisoformat(at).astimezone(here), who, told(label), records)
        for at, who, label, records in rows
    ]


def _rows(raw: Any, statement: str, **values: Any) -> list[tuple[Any, ...]]:
    """What a statement finds.

    In it ``{names}`` joins what records ``r`` are called, for ``{title}``, and ``{partners}`` what their
    partners are called, for ``{partner}``.
    """
    column = f"title_{kept_language()}"
    text = statement.format(
        title=f"n.{column}",
        names="JOIN finder AS n ON n.id = r.id",
        partner=f"coalesce(p.{column}, '')",
        partners="LEFT JOIN finder AS p ON p.id = r.partner_id",
    )
    return list(raw.execute(text, values).fetchall())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
