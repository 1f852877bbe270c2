"""Reading tables of text: which letters a file is written in, what parts its columns, where a row begins."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dipdesk.errors import Invalid
from dipdesk.exchange.table import MOST_ROWS, Table, check_height, fitted, headings
from dipdesk.i18n import _, format_number
from dipdesk.saving.cells import unmark

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
LONGEST_CELL = 200_000
_SAMPLE = 64 * 1024
_SAMPLE_ROWS = 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_csv(path: Path, raw: bytes, encoding: str = "", separator: str = "") -> Table:
    """The table in ``raw``, the content of ``path``; what is not said is found out. Raises Invalid."""
    used = encoding or found_encoding(raw)
    text = decoded(raw, used)
    first, begins_at, body = _without_hint(text)
    parted = separator or first or _separator(body)
    records = _records(body, parted, begins_at)
    header = headings([unmark(cell) for cell in next(records, (0, []))[1]])
    rows = tuple(
        fitted(line, [unmark(cell) for cell in cells], len(header))
        for line, cells in islice(records, MOST_ROWS + 1)
    )
    check_height(len(rows))
    return Table(path, used, parted, header, rows)


def found_encoding(raw: bytes) -> str:
    """The encoding by its mark, else UTF-8 if it is that, else the Turkish one of Windows."""
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    if marked:
        return marked
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1254"
    return "utf-8"


def decoded(raw: bytes, encoding: str) -> str:
    """The text of a file; raises Invalid if it is none in that encoding."""
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
