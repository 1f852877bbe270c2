"""What is written into a form for a new record and not added yet: kept for when the program dies."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from PySide6.QtCore import QObject

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.drafts import Drafts, draft_path
from dipdesk.i18n import _, format_timestamp
from dipdesk.model import Record, entity_name
from dipdesk.model.kinds import File


class Unfinished(QObject):
    """Keeps what is typed into ``cells`` until :meth:`forget`; found again only from the same ``given``."""

    def __init__(
        self,
        cells: Sequence[FieldCell],
        office_id: str,
        kind: type[Record],
        given: Mapping[str, object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._cells = {one.field.name: one for one in cells if not isinstance(one.field.kind, File)}
        place = sha256(repr(sorted(given.items())).encode()).hexdigest()[:16]
        self._drafts = Drafts(draft_path(office_id, entity_name(kind), f"new-{place}"), self)
        for cell in self._cells.values():
            cell.typed.connect(lambda at=cell: self._drafts.keep(at.field.name, at.editor.draft()))

    def bring_back(self) -> str:
        """Show what an earlier run of the program left; a sentence that says so, empty for nothing."""
        found = {name: one for name, one in self._drafts.found().items() if name in self._cells}
        for name, draft in found.items():
            self._cells[name].editor.set_draft(draft.text)
            self._cells[name].editor.changed.emit()
        if not found:
            return ""
        moment = format_timestamp(max(one.typed for one in found.values()))
        return _(
            "You began this on {moment} and did not finish it. What you wrote stands here again."
        ).format(moment=moment)

    def forget(self) -> None:
        """It is added, or given up."""
        self._drafts.clear()
