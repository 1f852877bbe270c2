"""The question ``programme`` of the contract."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.programme import Item, schedule


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """The timed items with gaps, overlaps and slack; raises Invalid with the place."""
    must_end = time.fromisoformat(question["must_end"]) if "must_end" in question else None
    items = [_item(row, f"items[{i}]") for i, row in enumerate(question["items"])]
    found = schedule(date.fromisoformat(question["date"]), question["zone"], items, must_end)
    return {
        "items": [
            {
                "id": item.id,
                "start": item.start.isoformat(timespec="minutes"),
                "end": item.end.isoformat(timespec="minutes"),
            }
            for item in found.items
        ],
        "gaps": [{"after": gap.after, "minutes": gap.minutes} for gap in found.gaps],
        "overlaps": [
            {"first": overlap.first, "second": overlap.second, "minutes": overlap.minutes}
            for overlap in found.overlaps
        ],
        "slack_minutes": found.slack_minutes,
        "warnings": list(found.warnings),
    }


def _item(row: Mapping[str, Any], place: str) -> Item:
    if row.get("fixed") and "start" not in row:
        raise Invalid(_("missing"), f"{place}.start")
    start = {"start": time.fromisoformat(row["start"])} if "start" in row else {}
    return Item(**{**row, **start})
