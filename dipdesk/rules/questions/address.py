"""The question ``address`` of the contract."""

from collections.abc import Mapping
from typing import Any

from dipdesk.rules.address import Addressee, forms


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """The forms of address, known or neutral."""
    given = {key: value for key, value in question.items() if key != "language"}
    found = forms(Addressee(**given), question["language"])
    return {
        "known": found.known,
        "spoken": found.spoken,
        "letter": found.letter,
        "envelope": found.envelope,
        "card": found.card,
        "source": found.source.said(),
        "state": found.source.state,
    }
