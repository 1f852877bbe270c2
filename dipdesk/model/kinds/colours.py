"""The kind of colours that things are printed in."""

import re

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.model.kinds.words import Text

_FIGURES = re.compile(r"(?:[0-9A-F]{3}){1,2}$")


class PrintColour(Text):
    """A colour such as ``#0B7A75``; the sign may be left out, and three figures stand for six."""

    def __init__(self) -> None:
        super().__init__(most=7)

    def read(self, text: str) -> str:
        figures = super().read(text).removeprefix("#").upper()
        if not _FIGURES.match(figures):
            raise Invalid(_("“{text}” is not a colour. Write it like #0B7A75.").format(text=text))
        return "#" + (figures if len(figures) == 6 else "".join(one * 2 for one in figures))

    def words(self, value: str | None) -> str:
        return ""
