"""The words on an intake form: its title, how to fill it in, and the privacy notice with its version."""

from dataclasses import dataclass

from dipdesk.i18n import LANGUAGES
from dipdesk.rules.sources import Wording, shipped

_FILE = "form.toml"


@dataclass(frozen=True)
class FormWords:
    """What stands on a form in one language; ``office`` and ``visit`` are the names in it.

    ``for_guests``: those who fill it in are the ones who travel; ``is_filled``: it names known people.
    """

    language: str
    office: str
    visit: str
    for_guests: bool = True
    is_filled: bool = False

    @property
    def title(self) -> str:
        """The title of the form."""
        return self._said(shipped("intake", _FILE)["title"])

    @property
    def instructions(self) -> tuple[str, ...]:
        """How to fill it in, a sentence each."""
        form = shipped("intake", _FILE)
        texts = [
            one["text"] if self.for_guests else one.get("hosts", one["text"]) for one in form["instruction"]
        ]
        return tuple(map(self._said, [form["filled"], *texts] if self.is_filled else texts))

    @property
    def notice(self) -> tuple[str, ...]:
        """The privacy notice, a paragraph each."""
        return tuple(self._said(one["text"]) for one in shipped("intake", _FILE)["notice"])

    def _said(self, table: object) -> str:
        text = Wording.read(table).said(self.language)
        return text.replace("{office}", self.office).replace("{visit}", self.visit)


def notice_version(language: str) -> str:
    """Which text of the privacy notice was given: its version, day and language."""
    form = shipped("intake", _FILE)
    return f"{form['version']} ({form['date']}, {language})"


def both(language: str) -> tuple[str, ...]:
    """The languages of a form, the one chosen first."""
    return (language, *(one for one in LANGUAGES if one != language))
