"""The question ``precedence`` of the contract."""

from collections.abc import Mapping
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.rules.precedence import Guest, ManualMove, Switches, order
from dipdesk.rules.rule_sets import RuleSet, shipped_rule_set
from dipdesk.rules.timing import PartialDate


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """The order of the guests with a reason for every pair; raises Invalid with the place."""
    found = order(
        [_guest(row) for row in question["guests"]],
        _rule_set(question["rule_set"]),
        Switches(**question.get("switches", {})),
        question["language"],
        [ManualMove(**row) for row in question.get("manual", [])],
    )
    return {
        "order": [{"id": p.id, "place": p.place, "rank_group": p.rank_group} for p in found.order],
        "pairs": [
            {
                "first": pair.first,
                "second": pair.second,
                "rule": pair.reason.rule,
                "because": pair.reason.because,
                "source": pair.reason.source.said(),
                "state": pair.reason.source.state,
            }
            for pair in found.pairs
        ],
        "warnings": list(found.warnings),
    }


def _guest(row: Mapping[str, Any]) -> Guest:
    since = {"since": PartialDate.parse(row["since"])} if "since" in row else {}
    return Guest(**{**row, **since})


def _rule_set(key: str) -> RuleSet:
    try:
        return shipped_rule_set(key)
    except Invalid as trouble:
        raise trouble.at("rule_set") from None
