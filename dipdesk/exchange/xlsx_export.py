"""Exporting a list as a workbook in which every cell is text, so that nothing is computed or reshaped."""

from collections.abc import Sequence
from pathlib import Path

from dipdesk.exchange.list_rows import ListRows, chosen_columns, chosen_records
from dipdesk.i18n import _
from dipdesk.model import Record
from dipdesk.progress import Progress
from dipdesk.saving import save
from dipdesk.saving.workbook import SheetTable, workbook
from dipdesk.store.office_file import OfficeFile


def export(
    office: OfficeFile,
    kind: type[Record],
    target: Path,
    *,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> int:
    """Write records to ``target`` and return how many. Raises Known or Cancelled; then no file is left.

    ``rows`` are ids in the order wanted (all by title if None), ``columns`` names of fields (all if None).
    """
    author = office.office().title()
    with office.read() as session:
        records = chosen_records(session, kind, rows)
        wanted = chosen_columns(kind, columns)
        table = ListRows(session, kind, wanted)
        widths = [float(one.width) for one in wanted]
        sheet = SheetTable(
            _(kind.label[1]),
            _(kind.label[1]),
            list(zip(table.heading(), widths, strict=True)),
            list(table.rows(records, progress)),
        )
    save(workbook(sheet, author), target)
    return len(records)
