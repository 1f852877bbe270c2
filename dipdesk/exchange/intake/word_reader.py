"""The tables of a Word document as text, read with care: plain XML only, nothing is loaded or computed."""

from dataclasses import dataclass, field
from xml.parsers import expat

from dipdesk.errors import Invalid
from dipdesk.exchange import archive
from dipdesk.i18n import _

BODY = "word/document.xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_MOST_ROWS = 20_000
_MOST_TEXT = 5_000_000


@dataclass
class WordTables:
    """Tables as rows of cells, and all the text outside and inside them."""

    tables: list[list[list[str]]] = field(default_factory=list)
    text: str = ""


def read_word(raw: bytes, name: str) -> WordTables | None:
    """The tables of the document ``raw``; None if it is no Word document. Raises Invalid."""
    parts = archive.parts(raw, name, lambda part: part == BODY)
    if BODY not in parts:
        return None
    return _Reader(name).read(parts[BODY])


class _Reader:
    """Walks through the document once; a table inside a cell counts as text of that cell."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found = WordTables()
        self._depth = 0
        self._rows = 0
        self._cell: list[str] | None = None
        self._all: list[str] = []
        self._size = 0
        self._is_text = False

    def read(self, content: bytes) -> WordTables:
        """The tables of a part; raises Invalid."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError) as error:
            raise Invalid(
                _("“{name}” is damaged. Open it in your word processor and save it anew.").format(
                    name=self._name
                )
            ) from error
        self._found.text = "".join(self._all)
        return self._found

    def _refuse(self, *_declared: object) -> None:
        raise Invalid(
            _("“{name}” reaches for other files and is not read. Save it anew as DOCX.").format(
                name=self._name
            )
        )

    def _start(self, name: str, _has: object) -> None:
        tag = name.removeprefix(_WORD)
        if tag == "tbl":
            self._depth += 1
            if self._depth == 1:
                self._found.tables.append([])
        elif tag == "tr" and self._depth == 1:
            self._rows += 1
            if self._rows > _MOST_ROWS:
                self._too_large()
            self._found.tables[-1].append([])
        elif tag == "tc" and self._depth == 1:
            self._cell = []
        elif tag in ("br", "cr", "tab"):
            self._add("\t" if tag == "tab" else "\n")
        self._is_text = tag == "t"

    def _end(self, name: str) -> None:
        tag = name.removeprefix(_WORD)
        self._is_text = False
        if tag == "p":
            self._add("\n")
        elif tag == "tbl":
            self._depth -= 1
        elif tag == "tc" and self._depth == 1 and self._cell is not None:
            if self._found.tables[-1]:
                self._found.tables[-1][-1].append("".join(self._cell).strip())
            self._cell = None

    def _characters(self, text: str) -> None:
        if self._is_text:
            self._add(text)

    def _add(self, text: str) -> None:
        self._size += len(text)
        if self._size > _MOST_TEXT:
            self._too_large()
        self._all.append(text)
        if self._cell is not None:
            self._cell.append(text)

    def _too_large(self) -> None:
        raise Invalid(_("“{name}” is longer than a form can be.").format(name=self._name))
