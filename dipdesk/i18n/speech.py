"""Which language is spoken now, and what a message is called in it; the only module that knows gettext.

The language belongs to the context (``contextvars``), not to the program: a paper is written inside
``with speaking("en")`` while the window around it goes on in Turkish.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from dipdesk import paths

LANGUAGES = ("tr", "en")
"""The languages in which records are kept and papers are written; the first is the default."""
_ELSE = "en"
"""In which records are told to somebody whose language is none of them."""

_current: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])


@lru_cache
def installed_languages() -> tuple[str, ...]:
    """English (the source language) and every language with a catalogue, the default first."""
    found = {path.parents[1].name for path in paths.translations().glob("*/LC_MESSAGES/dipdesk.mo")}
    return tuple(sorted(found | {"en"}, key=lambda code: (code != LANGUAGES[0], code)))


@lru_cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation("dipdesk", paths.translations(), [code], fallback=True)


def language() -> str:
    """The code of the language spoken now, such as ``tr``."""
    return _current.get()


def kept_language(code: str = "") -> str:
    """In which of ``LANGUAGES`` records are told to who speaks ``code``, or the language spoken now."""
    wanted = code or _current.get()
    return wanted if wanted in LANGUAGES else _ELSE


def speak(code: str) -> None:
    """Speak ``code`` from now on (in this context)."""
    _current.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak ``code`` inside the block and what was spoken before after it."""
    token = _current.set(code)
    try:
        yield
    finally:
        _current.reset(token)


def _(message: str) -> str:
    """``message`` in the language spoken now."""
    return _catalogue(_current.get()).gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a message of a declaration for translation; ``_()`` translates it where it is shown."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that goes with ``count``."""
    return _catalogue(_current.get()).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """A message that means different things in different places, told apart by ``context``."""
    return _catalogue(_current.get()).pgettext(context, message)
