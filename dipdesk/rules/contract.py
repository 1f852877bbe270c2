"""The contract of the rule engine: a question as JSON in, the answer with reasons as JSON out."""

from collections.abc import Callable, Mapping
from typing import Any

from dipdesk import i18n
from dipdesk.errors import Invalid
from dipdesk.i18n import _, speaking
from dipdesk.rules import schemas
from dipdesk.rules.questions import address, approval, flags, precedence, programme, seating
from dipdesk.rules.sources import RULES_VERSION

_RULES: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "precedence": precedence.answer,
    "seating": seating.answer,
    "flags": flags.answer,
    "address": address.answer,
    "programme": programme.answer,
    "approval": approval.answer,
}

RULES = tuple(_RULES)
"""The names of the rules that can be asked."""


def answer(name: str, question: object) -> dict[str, object]:
    """Answer ``question``, a value read from JSON, by the rule called ``name``.

    Raises Invalid with the place of what is wrong (``guests[3].since``). Sentences are in the question's
    ``language`` if it has one, else in the language spoken now.
    """
    if name not in _RULES:
        known = ", ".join(RULES)
        raise Invalid(_("There is no rule “{name}”. There are: {known}.").format(name=name, known=known))
    with speaking(_language(question)):
        schemas.check(f"{name}.in", question)
        assert isinstance(question, Mapping)
        return {**_RULES[name](question), "rules_version": RULES_VERSION}


def _language(question: object) -> str:
    wanted = question.get("language") if isinstance(question, Mapping) else None
    return wanted if wanted in i18n.LANGUAGES else i18n.language()
