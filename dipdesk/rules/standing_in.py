"""Acting for an office holder or representing one: what the place card says, and how the person is addressed.

Source: ``resources/address/forms.toml``. Where such a guest stands is decided by the order of precedence.
"""

from dataclasses import replace
from typing import Literal

from dipdesk.i18n import speaking
from dipdesk.rules.address import Addressee, Forms, forms
from dipdesk.rules.sources import Source, shipped


def forms_standing_in(
    who: Addressee, capacity: Literal["acting", "representing"], office: str, language: str
) -> Forms:
    """The forms of ``who``; the card adds for which ``office`` (its name in ``language``) the person comes.

    An acting holder keeps the own forms of address: nobody is called by an office that is not held.
    Raises Invalid for a language without forms.
    """
    own = forms(who, language)
    with speaking(language):
        rule = shipped("address", "forms.toml")["standing_in"]
        line = rule[language][capacity].format(office=office)
        return replace(own, card="\n".join((*own.card.splitlines(), line)), source=Source.read(rule))


def speech_order(in_precedence: list[str]) -> list[str]:
    """Who speaks when, from those who speak in order of precedence: the junior first, the highest last."""
    return in_precedence[::-1]


def speech_source() -> Source:
    """Where the order of speeches comes from."""
    return Source.read(shipped("address", "forms.toml")["speeches"])
