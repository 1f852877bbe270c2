"""The post in which a new person comes: asked along with the name, added in the same step."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout
from sqlalchemy.orm import Session

from dipdesk.gui.form.asking.question import Question
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.new_fields import NewFields
from dipdesk.i18n import _
from dipdesk.model import Post, Record, field_of
from dipdesk.store.office_file import OfficeFile

_ASKED = ("title_tr", "title_en", "function", "partner_id")
_SAYS = ("title_tr", "title_en", "function")
"""One of these makes a post of it; a body alone does not."""


class PostQuestion(Question):
    """Title, function and body of a post; without a title or a function there is none."""

    def __init__(
        self,
        office: OfficeFile,
        likely: Mapping[str, object],
        around: Callable[[type[Record], Callable[[], Mapping[str, object]]], Surroundings],
    ) -> None:
        super().__init__()
        kept = {name: value for name, value in likely.items() if name in _ASKED}
        self.fields = NewFields(office, Post, {}, kept, _("Post"), self)
        self.fields.ask([field_of(Post, name) for name in _ASKED], around(Post, self.fields.held))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)

    def cells(self) -> Sequence[FieldCell]:
        return self.fields.cells

    def is_answered(self) -> bool:
        return self.fields.is_written()

    def keep(self, session: Session, made: Record) -> None:
        held = self.fields.held()
        if any(held.get(name) for name in _SAYS):
            self.fields.keep_files(session)
            session.add(Post(**{**held, "person_id": made.id}))
