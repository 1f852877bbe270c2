"""The door: no command opens the window, a command does not.

The one place where anything is imported late: a command must not load Qt, and the first frame of the
window must not wait for the languages and the database.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dipdesk.gui.calendar.page import CalendarPage
    from dipdesk.gui.desk import Desk
    from dipdesk.gui.doubles.dialog import DoublesDialog
    from dipdesk.gui.exported.page import ExportedPage
    from dipdesk.gui.exporting.list_export import ListExport
    from dipdesk.gui.figures.page import FiguresPage
    from dipdesk.gui.furnishing import Furnishing
    from dipdesk.gui.importing.dialog import ImportDialog
    from dipdesk.gui.intake.verbs import IntakeVerbs
    from dipdesk.gui.late import Late
    from dipdesk.gui.map.page import MapPage
    from dipdesk.gui.preview.file_viewer import FileViewer
    from dipdesk.gui.preview.page import PreviewPage
    from dipdesk.gui.rooms import Rooms
    from dipdesk.model import Record
    from dipdesk.progress import Progress
    from dipdesk.store.held_file import HeldFile
    from dipdesk.store.office_file import OfficeFile

_SAMPLE = "--sample"
_SUFFIX = ".dipdesk"
_MORE = (
    "dipdesk.gui.map.page",
    "dipdesk.gui.figures.page",
    "dipdesk.gui.calendar.page",
    "dipdesk.papers.making",
    "dipdesk.exchange.csv_import",
    "dipdesk.exchange.sample",
    "holidays",
    "pypdfium2",
)
"""What an open office can do without for the first moments."""


def main(argv: list[str] | None = None) -> int:
    """Run ``dipdesk [FILE] | --sample`` or a command; returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    return _window(arguments) if means_window(arguments) else _command(arguments)


def means_window(arguments: list[str]) -> bool:
    """Whether the arguments ask for the window: none, the sample, or one name of a file."""
    if not arguments or arguments == [_SAMPLE]:
        return True
    first = arguments[0]
    names_file = first.endswith(_SUFFIX) or os.sep in first
    return len(arguments) == 1 and names_file and not first.startswith("-")


def _command(arguments: list[str]) -> int:
    from dipdesk import cli

    return cli.main(arguments)


def _window(arguments: list[str]) -> int:
    from dipdesk.gui import start

    sample = arguments == [_SAMPLE]
    file = Path(arguments[0]) if arguments and not sample else None
    return start.run(start.Wanted(file, sample), late())


def late() -> "Late":
    """Everything that is loaded after the first frame, and how."""
    from dipdesk.gui.late import Late

    return Late(
        furnishing,
        desk,
        rooms,
        more,
        world,
        figures,
        dated,
        preview,
        exported,
        viewer,
        importing,
        exporting,
        doubles,
        calendar_file,
        calendar_reader,
        intake,
        hold,
        create,
        sample,
    )


def furnishing() -> "type[Furnishing]":
    """Load what fills the frame: words, menus, navigation."""
    from dipdesk.gui.furnishing import Furnishing

    return Furnishing


def desk() -> "type[Desk]":
    """Load what opens a file and shows its first page, and the names of days in the language spoken."""
    from datetime import date

    from dipdesk.gui.desk import Desk
    from dipdesk.i18n import format_date

    format_date(date.today(), "full")  # noqa: DTZ011 - any day will do
    return Desk


def rooms() -> "type[Rooms]":
    """Load the database, the model and the pages that work with records."""
    from sqlalchemy.orm import configure_mappers

    from dipdesk.gui.rooms import Rooms

    configure_mappers()
    return Rooms


def more() -> None:
    """Load the map, the figures, the calendar, the papers, the importer and the sections of pages."""
    from dipdesk.gui.form.sections import modules

    for name in (*_MORE, *modules()):
        importlib.import_module(name)


def world() -> "type[MapPage]":
    """Load the page of the map."""
    from dipdesk.gui.map.page import MapPage

    return MapPage


def figures() -> "type[FiguresPage]":
    """Load the page of the figures."""
    from dipdesk.gui.figures.page import FiguresPage

    return FiguresPage


def dated() -> "type[CalendarPage]":
    """Load the page of the calendar."""
    from dipdesk.gui.calendar.page import CalendarPage

    return CalendarPage


def preview() -> "type[PreviewPage]":
    """Load the page of papers."""
    from dipdesk.gui.preview.page import PreviewPage

    return PreviewPage


def exported() -> "type[ExportedPage]":
    """Load the page of exported papers."""
    from dipdesk.gui.exported.page import ExportedPage

    return ExportedPage


def viewer() -> "type[FileViewer]":
    """Load the dialog that shows kept files."""
    from dipdesk.gui.preview.file_viewer import FileViewer

    return FileViewer


def importing() -> "type[ImportDialog]":
    """Load the dialog that brings in lists."""
    from dipdesk.gui.importing.dialog import ImportDialog

    return ImportDialog


def exporting() -> "type[ListExport]":
    """Load what writes lists to files."""
    from dipdesk.gui.exporting.list_export import ListExport

    return ListExport


def doubles() -> "type[DoublesDialog]":
    """Load the dialog that finds doubles."""
    from dipdesk.gui.doubles.dialog import DoublesDialog

    return DoublesDialog


def intake() -> "type[IntakeVerbs]":
    """Load the dialogs of the intake form."""
    from dipdesk.gui.intake.verbs import IntakeVerbs

    return IntakeVerbs


def calendar_file() -> "Callable[[OfficeFile, Record | None, QWidget], None]":
    """Load what writes a calendar to a file."""
    from dipdesk.gui.form.calendar_files.dialogs import ask_and_write

    return ask_and_write


def calendar_reader() -> "Callable[[OfficeFile, str, QWidget], None]":
    """Load what reads a calendar into a visit."""
    from dipdesk.gui.form.calendar_files.dialogs import ask_and_read

    return ask_and_read


def hold(path: Path, progress: "Progress") -> "HeldFile":
    """Take hold of an office file."""
    from dipdesk.store import holding

    return holding.hold(path, progress)


def create(path: Path, name: str, kind: str, progress: "Progress") -> "HeldFile":
    """Make a new office file."""
    from dipdesk.store import opening

    return opening.create(path, name, kind, progress).held


def sample(path: Path, progress: "Progress") -> "HeldFile":
    """Make the sample office."""
    from dipdesk.exchange import sample as maker

    return maker.create(path, progress).held


if __name__ == "__main__":
    sys.exit(main())
