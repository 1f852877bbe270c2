"""The opening line of a speech (hitap): those really present are named in order of precedence.

Source: the spoken forms of :mod:`dipdesk.rules.address`; the closing words are those of common practice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dipdesk.i18n import _, speaking
from dipdesk.rules.address import Addressee, Forms, forms
from dipdesk.rules.sources import shipped


@dataclass(frozen=True)
class Hitap:
    """The line to read out, how each guest is named in it (empty if left out), and what should be asked."""

    line: str
    spoken: tuple[str, ...]
    warnings: tuple[str, ...]


def hitap(present: Sequence[Addressee], language: str, longest: int = 8) -> Hitap:
    """The opening line for ``present``, given in order of precedence; at most ``longest`` are named.

    Those who would be named by the same words are named once. Raises Invalid for an unknown language.
    """
    with speaking(language):
        words = shipped("address", "forms.toml")["hitap"]
        answers = [forms(who, language) for who in present]
        named: list[str] = []
        spoken: list[str] = []
        for answer in answers:
            new = answer.spoken and answer.spoken not in named and len(named) < longest
            named += [answer.spoken] if new else []
            spoken.append(answer.spoken if new else "")
        line = words[language].format(line=", ".join(named)) if named else words[f"{language}_alone"]
        warnings = [_unknown(who, answer) for who, answer in zip(present, answers, strict=True)]
        return Hitap(line, tuple(spoken), tuple(text for text in warnings if text))


def _unknown(who: Addressee, answer: Forms) -> str:
    if answer.known:
        return ""
    name = f"{who.given} {who.family}".strip()
    return _("{name}: the form of address is not known; ask their office.").format(name=name or who.post)
