"""What the window loads when it needs it; ``__main__`` is the one place that does the loading."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from dipdesk.gui.map.page import MapPage
    from dipdesk.gui.preview.file_viewer import FileViewer
    from dipdesk.gui.preview.page import PreviewPage
    from dipdesk.gui.rooms import Rooms
    from dipdesk.model import Record
    from dipdesk.progress import Progress
    from dipdesk.store.held_file import HeldFile
    from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Late:
    """Loaders in the order in which they are called.

    Those down to ``more`` load for a while and run in the background: ``furnishing`` and ``desk`` after the
    first frame, ``rooms`` when the first page stands, ``more`` after that. The others load what is left.
    """

    furnishing: "Callable[[], type[Furnishing]]"
    desk: "Callable[[], type[Desk]]"
    rooms: "Callable[[], type[Rooms]]"
    more: Callable[[], None]
    world: "Callable[[], type[MapPage]]"
    figures: "Callable[[], type[FiguresPage]]"
    dated: "Callable[[], type[CalendarPage]]"
    preview: "Callable[[], type[PreviewPage]]"
    exported: "Callable[[], type[ExportedPage]]"
    viewer: "Callable[[], type[FileViewer]]"
    importing: "Callable[[], type[ImportDialog]]"
    exporting: "Callable[[], type[ListExport]]"
    doubles: "Callable[[], type[DoublesDialog]]"
    calendar_file: "Callable[[], Callable[[OfficeFile, Record | None, QWidget], None]]"
    calendar_reader: "Callable[[], Callable[[OfficeFile, str, QWidget], None]]"
    intake: "Callable[[], type[IntakeVerbs]]"
    hold: "Callable[[Path, Progress], HeldFile]"
    create: "Callable[[Path, str, str, Progress], HeldFile]"
    sample: "Callable[[Path, Progress], HeldFile]"
