"""Writing the rows of a list to a file: a workbook, CSV, or contacts for people."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dipdesk.exchange import csv_export, vcard_export, xlsx_export
from dipdesk.exchange.shapes import importable
from dipdesk.gui.files import documents
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, format_number, ngettext
from dipdesk.model import Person, Privacy, Record
from dipdesk.rules import clock
from dipdesk.store.office_file import OfficeFile

_FOLDER = "export.folder"
_ENDING = "export.ending"


class ListExport:
    """Asks for a file and writes the rows there; says what it did."""

    def __init__(self, office: OfficeFile, kind: type[Record], settings: Settings, window: QWidget) -> None:
        self._office, self._kind, self._settings, self._window = office, kind, settings, window

    def ask(self, rows: Sequence[str], columns: Sequence[str] = ()) -> None:
        """Ask where to and write the records with these ids; ``columns`` come first. Raises Known."""
        if target := self._target():
            self.write(target, rows, columns)

    def write(self, target: Path, rows: Sequence[str], columns: Sequence[str] = ()) -> None:
        """Write to ``target`` in the format of its ending. Raises Known."""
        ending = target.suffix.lower()
        wanted = _first(self._kind, columns)
        if ending == ".vcf" and self._kind is Person:
            today = clock.today()
            count = vcard_export.export(self._office, target, today, rows=rows)
        elif ending == ".csv":
            count = csv_export.export(self._office, self._kind, target, rows=rows, columns=wanted)
        else:
            count = xlsx_export.export(self._office, self._kind, target, rows=rows, columns=wanted)
        self._settings.set(_FOLDER, str(target.parent))
        self._settings.set(_ENDING, ending)
        said = ngettext("{count} record written to “{name}”.", "{count} records written to “{name}”.", count)
        toast(self._window, said.format(count=format_number(count), name=target.name))

    def _target(self) -> Path | None:
        """The file that somebody chose, with an ending that says what it is."""
        kinds = self._formats()
        usual = self._settings.get(_ENDING, ".xlsx")
        first = kinds.get(usual, kinds[".xlsx"])
        folder = Path(self._settings.get(_FOLDER, "") or documents())
        name = f"{_(self._kind.label[1])}{usual if usual in kinds else '.xlsx'}"
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, _("Export the list"), str(folder / name), ";;".join(kinds.values()), first
        )
        if not chosen:
            return None
        target = Path(chosen)
        ending = next((one for one, label in kinds.items() if label == kind), ".xlsx")
        return target if target.suffix.lower() in kinds else target.with_name(target.name + ending)

    def _formats(self) -> dict[str, str]:
        kinds = {".xlsx": _("Workbook (*.xlsx)"), ".csv": _("CSV table (*.csv)")}
        if self._kind is Person:
            kinds[".vcf"] = _("Contacts (*.vcf)")
        return kinds


def _first(kind: type[Record], columns: Sequence[str]) -> list[str]:
    """All fields that a table can hold and nobody must hide, those of ``columns`` first."""
    known = [one.name for one in importable(kind) if one.privacy is not Privacy.SENSITIVE]
    shown = [name for name in columns if name in known]
    return [*shown, *(name for name in known if name not in shown)]
