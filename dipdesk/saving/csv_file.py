"""CSV as spreadsheets of the language open it: UTF-8 with BOM, lines ended by CR LF, ``;`` in Turkish."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from dipdesk.i18n import language

_STEP = 200


def usual_separator() -> str:
    """The separator that spreadsheets expect in the language spoken now."""
    return ";" if language() == "tr" else ","


def csv_parts(rows: Iterable[Sequence[str]], separator: str) -> Iterator[bytes]:
    """The content of a file with these rows, piece by piece; texts are written as they are given."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=separator, lineterminator="\r\n")
    yield codecs.BOM_UTF8
    for number, cells in enumerate(rows, start=1):
        writer.writerow(cells)
        if number % _STEP == 0:
            yield _taken(page)
    yield _taken(page)


def _taken(page: io.StringIO) -> bytes:
    """What stands on the page, which is empty afterwards."""
    content = page.getvalue().encode()
    page.seek(0)
    page.truncate()
    return content
