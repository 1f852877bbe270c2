"""Exporting a list as CSV that spreadsheets open as it is and the importer reads back.

Letters and separator are those that spreadsheets of the language expect (:mod:`dipdesk.saving.csv_file`);
text that would be computed as a formula is marked (:mod:`dipdesk.saving.cells`).
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from dipdesk.exchange.list_rows import ListRows, chosen_columns, chosen_records
from dipdesk.model import Record
from dipdesk.progress import Progress
from dipdesk.saving import write_whole
from dipdesk.saving.cells import mark
from dipdesk.saving.csv_file import csv_parts, usual_separator
from dipdesk.store.office_file import OfficeFile


def export(
    office: OfficeFile,
    kind: type[Record],
    target: Path,
    *,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    separator: str = "",
    progress: Progress | None = None,
) -> int:
    """Write records to ``target`` and return how many. Raises Known or Cancelled; then no file is left.

    ``rows`` are ids in the order wanted (all by title if None), ``columns`` names of fields
    (all but sensitive ones if None).
    """
    with office.read() as session:
        records = chosen_records(session, kind, rows)
        table = ListRows(session, kind, chosen_columns(kind, columns), mark)
        lines = chain([table.heading()], table.rows(records, progress))
        write_whole(target, csv_parts(lines, separator or usual_separator()))
    return len(records)
