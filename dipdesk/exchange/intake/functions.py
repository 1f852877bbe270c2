"""Which function a post most likely is, by the words of its title; a proposal for people to confirm."""

import re
from functools import cache

from dipdesk.i18n import fold
from dipdesk.rules.sources import shipped

_WORD = re.compile(r"\w+")
_FILE = "functions.toml"


def guess(title: str) -> str:
    """The code of the function that a title in any language most likely means; empty if none fits."""
    spoken = _words(title)
    joined = "".join(spoken)
    for function, phrases in _rules():
        if any(_fits(phrase, spoken, joined) for phrase in phrases):
            return function
    return ""


def _fits(phrase: tuple[str, ...], spoken: list[str], joined: str) -> bool:
    """Whether the words of a phrase begin words of the title, in order; Chinese anywhere."""
    if not phrase[0].isascii() and len(phrase) == 1 and _is_unspaced(phrase[0]):
        return phrase[0] in joined
    width = len(phrase)
    return any(
        all(word.startswith(start) for word, start in zip(spoken[at : at + width], phrase, strict=True))
        for at in range(len(spoken) - width + 1)
    )


def _is_unspaced(text: str) -> bool:
    """Whether it is written in characters that need no spaces between words."""
    return all("\u3040" <= char <= "\u9fff" for char in text)


@cache
def _rules() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    table = shipped("intake", _FILE)["functions"]
    return tuple((code, tuple(tuple(_words(one)) for one in phrases)) for code, phrases in table.items())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
