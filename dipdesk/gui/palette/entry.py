"""What the palette shows, and how well a text fits what was typed."""

from collections.abc import Callable
from dataclasses import dataclass

from dipdesk.i18n import fold

_BEGINS, _WORD_BEGINS, _HOLDS, SCATTERED = range(4)
"""How well a text fits; ``SCATTERED`` is hardly a fit at all."""
_LEAST_BEGUN, _MOST_LACKING = 6, 3
"""So many letters begin a name beyond doubt if no more than the second number of them are lacking."""


@dataclass(frozen=True)
class Entry:
    """One line: a picture, a text, a quiet text at the right, the group it stands in, and what it does."""

    icon: str
    text: str
    detail: str
    group: str
    act: Callable[[], object]


def rank(typed: str, *names: str, words: str = "") -> int | None:
    """How well the names of a thing and further words fit what was typed; 0 is best, None not at all.

    Case, accents and the dots of ı and i make no difference.
    """
    wanted, titles = fold(typed).split(), [fold(name) for name in names]
    everything = " ".join([*titles, fold(words)])
    if not wanted or any(title.startswith(" ".join(wanted)) for title in titles):
        return _BEGINS
    if all(f" {word}" in f" {everything}" for word in wanted):
        return _WORD_BEGINS
    if all(word in everything for word in wanted):
        return _HOLDS
    letters = "".join(wanted)
    return SCATTERED if any(_is_scattered(letters, title) for title in titles) else None


def is_called(typed: str, *names: str) -> bool:
    """Whether what was typed is one of the names, as :func:`rank` compares them, or all but its end."""
    wanted = _bare(typed)
    return bool(wanted) and any(_is_all_but_the_end(wanted, _bare(name)) for name in names)


def _is_all_but_the_end(wanted: str, name: str) -> bool:
    lacking = len(name) - len(wanted)
    most = _MOST_LACKING if len(wanted) >= _LEAST_BEGUN else 0
    return name.startswith(wanted) and lacking <= most


def _bare(name: str) -> str:
    return " ".join(fold(name.replace("…", " ")).split())


def _is_scattered(letters: str, text: str) -> bool:
    """Whether the letters stand in the text in their order: ``gkl`` in ``geri kalan``."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
