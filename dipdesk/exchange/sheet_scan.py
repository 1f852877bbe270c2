"""A look at a workbook before its cells are read: which sheets, how large, which dates lack a day.

Only the structure is read here; entities and document types, by which a file can reach for other files or
blow itself up, are refused.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from dipdesk.errors import Invalid
from dipdesk.i18n import _

BOOK = "xl/workbook.xml"
_BOOK_LINKS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CONTENT = frozenset({"v", "is"})
_MONTH_AND_YEAR = 17
"""The number of the format ``mmm-yy``, which every workbook has."""
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_COUNTS = ("count", "uniqueCount")
_MOST_COUNTED = 4_000_000
Start = Callable[[str, Mapping[str, str]], None]


@dataclass
class Extent:
    """Where a sheet has content: its first and last row and column, counted from 0.

    ``dayless``: what cells show whose date is without its day, ``"month"`` or ``"year"``, by row and column.
    """

    top: int = 0
    left: int = 0
    bottom: int = -1
    right: int = -1
    dayless: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """How many rows it reaches over."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """How many columns it reaches over."""
        return self.right - self.left + 1

    def take(self, row: int, column: int) -> None:
        """Reach over one more cell."""
        if self.bottom < 0:
            self.top, self.left, self.bottom, self.right = row, column, row, column
        elif row > self.bottom:
            self.bottom = row
        elif row < self.top:
            self.top = row
        if column > self.right:
            self.right = column
        elif column < self.left:
            self.left = column


def walk(content: bytes, start: Start) -> None:
    """Call ``start`` with the name, without its namespace, and the attributes of every element.

    Raises Invalid for what is not plain XML. It is called a million times for a large sheet.
    """

    def on_element(name: str, attributes: Mapping[str, str]) -> None:
        for count in _COUNTS:
            if count in attributes and _is_absurd(attributes[count]):
                raise _damaged()
        start(name[name.rfind(" ") + 1 :], attributes)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = on_element
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError) as error:
        raise _damaged() from error


def nothing(_name: str, _has: Mapping[str, str]) -> None:
    """What ``walk`` calls when only the form of a part is to be checked."""


def _is_absurd(count: str) -> bool:
    """Whether a reader that makes room for so many things would run out of memory."""
    return count.strip().isdecimal() and int(count) > _MOST_COUNTED


def _damaged() -> Invalid:
    return Invalid(_("This workbook is damaged. Open it in your spreadsheet program and save it anew."))


def _refuse(*_declared: object) -> None:
    raise Invalid(_("This workbook reaches for other files and is not read. Save it anew as XLSX."))


def sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The paths of the parts that hold the sheets to be seen, by their names; raises Invalid."""
    names: dict[str, str] = {}
    targets: dict[str, str] = {}

    def on_sheet(name: str, has: Mapping[str, str]) -> None:
        if name == "sheet" and has.get("state", "visible") == "visible":
            key = next((value for name, value in has.items() if name.rpartition(" ")[2] == "id"), "")
            names[has.get("name", "")] = key

    def on_link(name: str, has: Mapping[str, str]) -> None:
        if name == "Relationship":
            targets[has.get("Id", "")] = posixpath.normpath(
                posixpath.join("/xl", has.get("Target", ""))
            ).lstrip("/")

    walk(parts[BOOK], on_sheet)
    walk(parts.get(_BOOK_LINKS, b"<none/>"), on_link)
    return {name: targets[key] for name, key in names.items() if targets.get(key) in parts}


def extent(sheet: bytes, parts: Mapping[str, bytes]) -> Extent:
    """Where the part ``sheet`` has content, found without building any table; raises Invalid."""
    found = Extent()
    dayless = _dayless_styles(parts.get(_STYLES, b"<none/>"))
    row, column, style = 0, 0, ""

    def on_cell(name: str, has: Mapping[str, str]) -> None:
        nonlocal row, column, style
        if name == "c":
            row, column = _place(has.get("r", ""), row, column + 1)
            style = has.get("s", "")
        elif name == "row":
            row, column = _row(has.get("r", ""), row + 1), 0
        elif name in _CONTENT:
            found.take(row - 1, column - 1)
            if style in dayless:
                found.dayless[row - 1, column - 1] = dayless[style]

    walk(sheet, on_cell)
    return found


def _row(reference: str, following: int) -> int:
    return int(reference) if reference.isascii() and reference.isdigit() and len(reference) < 8 else following


def _place(reference: str, row: int, following: int) -> tuple[int, int]:
    """Row and column of a reference such as ``B12``, counted from 1."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return row, following
    return int(found[2]), _column(found[1])


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The number of a column, A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _dayless_styles(styles: bytes) -> dict[str, str]:
    """Which styles show a date as a month or a year, by the number that cells name them by."""
    formats: dict[str, str] = {str(_MONTH_AND_YEAR): "month"}
    used: list[str] = []
    within = ""

    def on_style(name: str, has: Mapping[str, str]) -> None:
        nonlocal within
        if name in ("cellXfs", "cellStyleXfs"):
            within = name
        elif name == "numFmt":
            formats[has.get("numFmtId", "")] = _exactness(has.get("formatCode", ""))
        elif name == "xf" and within == "cellXfs":
            used.append(formats.get(has.get("numFmtId", ""), ""))

    walk(styles, on_style)
    return {str(number): exactness for number, exactness in enumerate(used) if exactness}


def _exactness(code: str) -> str:
    """``month`` or ``year`` for a format that shows no more of a date, else empty."""
    letters = set(_QUOTED.sub("", code.lower()))
    if "y" not in letters or letters & set("dhs0#"):
        return ""
    return "month" if "m" in letters else "year"
