"""What the window loads when it needs it; ``__main__`` is the one place that does the loading."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk
    from dipdesk.gui.furnishing import Furnishing
    from dipdesk.gui.importing.dialog import ImportDialog
    from dipdesk.gui.preview.page import PreviewPage
    from dipdesk.progress import Progress
    from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Late:
    """Loaders in the order in which they are called.

    ``furnishing``, ``warm_up`` and ``warm_more`` load for a while and run in the background: after the
    first frame, before an office is opened, and after it. The others load what is left and give it.
    """

    furnishing: "Callable[[], type[Furnishing]]"
    warm_up: Callable[[], None]
    desk: "Callable[[], type[Desk]]"
    warm_more: Callable[[], None]
    preview: "Callable[[], type[PreviewPage]]"
    importing: "Callable[[], type[ImportDialog]]"
    sample: "Callable[[Path, Progress], OfficeFile]"
