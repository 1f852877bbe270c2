"""Exporting a list as a workbook in which every cell is text, so that nothing is computed or reshaped."""

from collections.abc import Sequence
from pathlib import Path

from dipdesk.errors import Known
from dipdesk.exchange.list_rows import ListRows, chosen_columns, chosen_records
from dipdesk.i18n import _
from dipdesk.model import Record
from dipdesk.progress import Progress
from dipdesk.saving import save
from dipdesk.saving.workbook import SheetTable, workbook
from dipdesk.store.office_file import OfficeFile

_LONGEST = 32_767
"""Letters that a cell of a workbook can hold."""
_SHOWN = 60


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

    ``rows`` are ids in the order wanted (all by title if None), ``columns`` names of fields
    (all but sensitive ones if None).
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
            [_checked(cells) for cells in table.rows(records, progress)],
        )
    save(workbook(sheet, author), target)
    return len(records)


def _checked(cells: list[str]) -> list[str]:
    """The cells of a row; raises Known if one would be cut short, for it would come back so."""
    if any(len(cell) > _LONGEST for cell in cells):
        raise Known(
            _("A text of “{name}” is longer than a workbook can hold. Write the list as CSV instead.").format(
                name=next(filter(None, cells), "")[:_SHOWN]
            )
        )
    return cells
