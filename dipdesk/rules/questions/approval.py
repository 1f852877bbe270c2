"""The question ``approval`` of the contract."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dipdesk.rules.approval import Recorded, approval
from dipdesk.rules.chains import shipped_chain
from dipdesk.rules.timing import PartialDate


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """May we sign, what is missing, out of order and due; raises Invalid with the place."""
    wanted = question.get("wanted_signing")
    found = approval(
        shipped_chain(question["kind"]),
        [_recorded(row) for row in question["steps"]],
        date.fromisoformat(question["today"]),
        date.fromisoformat(wanted) if wanted else None,
    )
    return {
        "may_sign": found.may_sign,
        "missing": list(found.missing),
        "incomplete": [{"step": gap.step, "lacks": gap.lacks} for gap in found.incomplete],
        "out_of_order": [{"step": pair.step, "before": pair.before} for pair in found.out_of_order],
        "due": [{"step": due.step, "by": due.by.isoformat()} for due in found.due],
        "because": list(found.because),
        "sources": [
            {"step": part.step, "source": part.source.said(), "state": part.source.state}
            for part in found.sources
        ],
    }


def _recorded(row: Mapping[str, Any]) -> Recorded:
    day = {"date": PartialDate.parse(row["date"])} if "date" in row else {}
    return Recorded(**{**row, **day})
