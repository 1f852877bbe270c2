"""Reading tables: which letters a file is written in, what parts its columns, and where each row stands."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.cells import unmark
from dipdesk.i18n import _, format_number, ngettext

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "utf-16": "UTF-16",
    "cp1254": "Windows-1254",
    "iso8859-9": "ISO 8859-9",
    "cp1252": "Windows-1252",
}
"""The encodings a person can choose, by the names Python knows them by."""
SEPARATORS = (",", ";", "\t")
LARGEST = 50 * 1024 * 1024
MOST_COLUMNS = 1_000
MOST_ROWS = 200_000
LONGEST_CELL = 200_000
_SAMPLE = 64 * 1024
_SAMPLE_ROWS = 20
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Row:
    """One row: the line of the file on which it begins, its cells, and what is wrong with it, if anything."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True)
class Table:
    """What a file holds. Every row has as many cells as ``header`` unless it has a problem; none is blank."""

    path: Path
    encoding: str
    separator: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, encoding: str = "", separator: str = "") -> Table:
    """Read a table; what is not said is found out. Raises Known (cannot be read) or Invalid (no table)."""
    raw = _bytes(path)
    if raw.startswith(_WORKBOOKS):
        raise Invalid(
            _("“{name}” is a workbook. Save it as CSV in your spreadsheet program and import that.").format(
                name=path.name
            )
        )
    used = encoding or _encoding(raw)
    text = _decoded(raw, used)
    first, begins_at, body = _without_hint(text)
    parted = separator or first or _separator(body)
    records = _records(body, parted, begins_at)
    header = _header(next(records, (0, [])))
    rows = tuple(_row(*record, len(header)) for record in islice(records, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise Invalid(
            _("The file has more than {most} rows. Part it into smaller files.").format(
                most=format_number(MOST_ROWS)
            )
        )
    return Table(path, used, parted, header, rows)


def _bytes(path: Path) -> bytes:
    """The content of the file. An office file is never opened here: that would drop the lock on it."""
    if ".dipdesk" in (path.suffix.lower(), path.resolve().suffix.lower()):
        raise Known(_("“{name}” is an office file, not a table. Choose a CSV file.").format(name=path.name))
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Known(_("“{name}” is a folder. Choose a CSV file.").format(name=path.name))
        if size > LARGEST:
            raise Invalid(
                _("“{name}” is too large: at most {most} MB can be read. Part it into smaller files.").format(
                    name=path.name, most=LARGEST // 1024 // 1024
                )
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Known(
            _("There is no file “{path}”. Check the name and the folder.").format(path=path)
        ) from error
    except OSError as error:
        raise Known(
            _("“{name}” cannot be read. Check whether you may open it.").format(name=path.name)
        ) from error


def _encoding(raw: bytes) -> str:
    """The encoding by its mark, else UTF-8 if it is that, else the Turkish one of Windows."""
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    if marked:
        return marked
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1254"
    return "utf-8"


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise Invalid(
            _("The letters of this file cannot be read as {encoding}. Choose another encoding.").format(
                encoding=ENCODINGS.get(encoding, encoding)
            )
        ) from error
    text = text.removeprefix("\ufeff")
    if "\x00" in text:
        raise Invalid(_("This is not a table of text: it holds characters that no text has."))
    return text


def _without_hint(text: str) -> tuple[str, int, str]:
    """The separator of a first line ``sep=;`` as spreadsheets write it, the line after it, the rest."""
    line, _end, rest = text.partition("\n")
    hint = line.strip().strip('"')
    if hint.lower().startswith("sep=") and hint[4:] in SEPARATORS:
        return hint[4:], 2, rest
    return "", 1, text


def _separator(text: str) -> str:
    """The separator that parts most of the first rows into as many columns as the heading has."""

    def order(candidate: str) -> tuple[int, int]:
        rows = csv.reader(text[:_SAMPLE].splitlines(keepends=True), delimiter=candidate)
        lengths = [
            len(cells) for _n, cells in zip(range(_SAMPLE_ROWS), _unbroken(rows), strict=False) if cells
        ]
        if not lengths or lengths[0] < 2:
            return 0, 0
        return lengths.count(lengths[0]), lengths[0]

    return max(SEPARATORS, key=order)


def _unbroken(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows up to the first that cannot be read."""
    try:
        yield from rows
    except csv.Error:
        return


def _records(text: str, separator: str, begins_at: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank with the line each begins on."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except (TypeError, ValueError) as error:
        raise Invalid(_("The separator is one character, such as a comma or a semicolon.")) from error
    line = begins_at
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = begins_at + reader.line_num
    except csv.Error as error:
        raise _broken(str(error), line) from error


def _broken(cause: str, line: int) -> Invalid:
    if "unexpected end" in cause:
        sentence = _("A quotation mark on line {line} is never closed.")
    elif "field limit" in cause:
        sentence = _("The cell on line {line} is too long; perhaps a quotation mark is never closed.")
    else:
        sentence = _("Line {line} cannot be read: a quotation mark stands in the wrong place.")
    return Invalid(sentence.format(line=format_number(line)))


def _header(record: tuple[int, list[str]]) -> tuple[str, ...]:
    """The names of the columns, each a different one."""
    cells = [" ".join(unmark(cell).split()) for cell in record[1]]
    if not cells:
        raise Invalid(_("The file is empty: the first row has to name the columns."))
    if len(cells) > MOST_COLUMNS:
        raise Invalid(
            _("The file has {count} columns; at most {most} can be read.").format(
                count=format_number(len(cells)), most=format_number(MOST_COLUMNS)
            )
        )
    names: list[str] = []
    taken: set[str] = set()
    for place, cell in enumerate(cells, start=1):
        first = name = cell or _("Column {number}").format(number=place)
        repeated = 1
        while name in taken:
            repeated += 1
            name = f"{first} ({repeated})"
        taken.add(name)
        names.append(name)
    return tuple(names)


def _row(line: int, cells: list[str], width: int) -> Row:
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) > width:
        problem = ngettext(
            "The row has {count} cell, but the heading only {width}.",
            "The row has {count} cells, but the heading only {width}.",
            len(cells),
        ).format(count=format_number(len(cells)), width=format_number(width))
        return Row(line, tuple(cells[:width]), problem)
    return Row(line, (*map(unmark, cells), *("",) * (width - len(cells))))
