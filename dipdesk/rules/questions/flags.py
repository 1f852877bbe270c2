"""The question ``flags`` of the contract."""

from collections.abc import Mapping
from typing import Any

from dipdesk.rules.flags import flags


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """The flags from both sides, how many of each, and why; raises Invalid with the place."""
    given = {key: question[key] for key in ("others", "host", "setting") if key in question}
    found = flags(question["countries"], question["policy"], question["language"], **given)
    return {
        "hall": list(found.hall),
        "stage": list(found.stage),
        "pick_list": found.pick_list,
        "because": list(found.because),
        "source": found.source.said(),
        "state": found.source.state,
        "warnings": list(found.warnings),
    }
