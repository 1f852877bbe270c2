"""What the file of a paper is called: the record, the paper, whose copy it is, its languages."""

from typing import Any

from dipdesk.i18n import speaking
from dipdesk.papers.paper import Paper

_FORBIDDEN = '\\/:*?"<>|'
_LONGEST = 60


def file_name(about: str, paper: Paper, options: Any, languages: tuple[str, ...], form: str) -> str:
    """The usual name of the file, in the first language of the paper: ``Visit – Brief (tr-en).pdf``.

    ``about`` is what the record is called, empty for the whole office. Two papers that are given to
    different people never have one name.
    """
    with speaking(languages[0]):
        parts = (about, paper.title(), options.whose)
    clean = _allowed(" – ".join(part for part in parts if part))
    return f"{clean} ({'-'.join(languages)}).{form}"


def plain(name: str) -> str:
    """The name of somebody as it may stand in the name of a file."""
    return " ".join(_allowed(name).split())[:_LONGEST].strip()


def _allowed(text: str) -> str:
    return "".join(letter for letter in text if letter not in _FORBIDDEN)
