"""The rows that tell what needs attention, in plain SQL, each with its partner and who sees to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dipdesk.i18n import _, kept_language

USUAL_DAYS = 180
"""So many days ahead reminders come, if the office does not say otherwise."""
_PARTNERS = {
    "payment": "m.partner_id",
    "task": "NULL",
    "gift": "r.giver_body_id",
    "funding_call": "NULL",
    "project": "r.lead_id",
}
"""Where the partner of a row stands, if not in the row itself."""


@dataclass(frozen=True)
class _Away:
    first: date
    last: date
    who: str
    deputy: str


class DueRows:
    """Reads the rows of one entity after the other, up to a last day: as far ahead as the office wants."""

    def __init__(self, raw: Any, today: date, horizon: date | None = None) -> None:
        self.raw = raw
        self.today = today
        self._names = f"title_{kept_language()}"
        self.horizon = horizon or today + min(timedelta(days=self._days_ahead()), date.max - today)
        self._leave = self._read_leave()

    def _days_ahead(self) -> int:
        """How many days ahead the office wants to be reminded."""
        row = self.raw.execute("SELECT remind_days FROM office").fetchone()
        return USUAL_DAYS if row is None or row[0] is None else int(row[0])

    def rows(self, table: str, columns: str, where: str, person: str = "NULL") -> Iterator[tuple[Any, ...]]:
        """Of each row of ``r``: (id, title, partner, partner id, person responsible) and then ``columns``.

        ``where`` may name the last day that the office wants to know of as ``:horizon``.
        """
        partner = _PARTNERS.get(table, "r.partner_id")
        joined = "LEFT JOIN membership AS m ON m.id = r.membership_id" if table == "payment" else ""
        text = (
            f"SELECT r.id, n.{self._names}, coalesce(p.{self._names}, ''), coalesce({partner}, ''), {person},"
            f" {columns} FROM {table} AS r JOIN finder AS n ON n.id = r.id {joined}"
            f" LEFT JOIN finder AS p ON p.id = {partner} WHERE {where}"
        )
        yield from self.raw.execute(text, {"horizon": self.horizon.isoformat()}).fetchall()

    def _read_leave(self) -> dict[str, list[_Away]]:
        found: dict[str, list[_Away]] = {}
        text = (
            f"SELECT l.person_id, l.starts, l.ends, w.{self._names}, coalesce(d.{self._names}, '')"
            " FROM leave AS l JOIN finder AS w ON w.id = l.person_id"
            " LEFT JOIN finder AS d ON d.id = l.deputy_id"
            " WHERE l.starts IS NOT NULL AND l.ends IS NOT NULL ORDER BY l.starts"
        )
        for person, starts, ends, who, deputy in self.raw.execute(text).fetchall():
            away = _Away(date.fromisoformat(starts), date.fromisoformat(ends), who, deputy)
            found.setdefault(person, []).append(away)
        return found

    def stand_in(self, person: str | None, day: date | None) -> str:
        """Who stands in for a person who is on leave on a day; empty if nobody has to."""
        for away in self._leave.get(person or "", ()):
            if day is not None and away.first <= day <= away.last:
                text = _("{who} is on leave then; {deputy} stands in.")
                return (text if away.deputy else _("{who} is on leave then.")).format(
                    who=away.who, deputy=away.deputy
                )
        return ""
