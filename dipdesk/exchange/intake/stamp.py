"""The number of a form: which version of the form it is, for which visit, and in which language.

It stands on the form for all to see, and is looked for anywhere in the file when the form comes back, so that
it outlives other programs and rows that were moved.
"""

import re
from dataclasses import dataclass

FORM_VERSION = 1
_MARK = "dipdesk-intake"
_STAMP = re.compile(r"dipdesk-intake/(\d{1,4})/([0-9a-f]{32})/([a-z]{2})", re.ASCII)


@dataclass(frozen=True)
class Stamp:
    """Version of the form, id of the visit, and the language in which it was sent."""

    version: int
    visit_id: str
    language: str

    def text(self) -> str:
        """As it stands on the form."""
        return f"{_MARK}/{self.version}/{self.visit_id}/{self.language}"


def find(text: str) -> Stamp | None:
    """The first number of a form in a text; None if there is none."""
    found = _STAMP.search(text)
    return Stamp(int(found[1]), found[2], found[3]) if found else None
