"""What can hang on any record: its tags, notes and files."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton, QVBoxLayout, QWidget
from sqlalchemy import select

from dipdesk.errors import Invalid, Known
from dipdesk.gui.dropped import dropped, welcome
from dipdesk.gui.filing.look import look_at_kept
from dipdesk.gui.form.file_editor import read_file
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.related import Related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.suggest import Suggestion, SuggestLine, matching
from dipdesk.gui.form.swatches import shade, swatch_icon
from dipdesk.gui.theme import SPACE, icon
from dipdesk.gui.toast import toast
from dipdesk.i18n import N_, _, fold
from dipdesk.model import Attachment, Record, Tag, Tagging, field_of
from dipdesk.store import blobs
from dipdesk.store.office_file import News, OfficeFile

NOTES = Related("note", "subject", N_("Notes"), N_("What is worth remembering."), ("headline", "day"))
TASKS = Related(
    "task",
    "subject",
    N_("Tasks"),
    N_("What must be ready, by when and by whom."),
    ("what_tr", "due", "owner_id", "done_on"),
)
FILES = Related(
    "attachment",
    "subject",
    N_("Attachments"),
    N_("Letters, protocols, photographs."),
    ("name", "description", "annexed"),
)
_BRIEFED = ("visit", "partner", "agreement")
"""The entities whose files are annexes of a brief."""


class FileList(RelatedList):
    """The files of a record; new ones are chosen, or dropped here."""

    describe_button: QPushButton | None = None
    """Shows the record of the selected file; there once the list stands."""
    annex_button: QPushButton | None = None
    """Puts the pages of the selected file into the brief, or takes them out; where briefs have annexes."""

    def __init__(self, office: OfficeFile, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(office, FILES, subject, parent=parent)
        self.setAcceptDrops(True)
        self.describe_button = self._button("edit", _("Describe"), super().open_current)
        self._heading.add(self.describe_button)
        if subject.partition("/")[0] in _BRIEFED:
            self.annex_button = self._button("papers", _("Annex to the brief"), self.annex)
            self._heading.add(self.annex_button)
        buttons = [one for one in (self.add_button, self.describe_button, self.annex_button) if one]
        for before, after in pairwise([*buttons, self.table]):
            QWidget.setTabOrder(before, after)
        self._selection_changed()

    def open_current(self) -> None:
        """Show the selected file itself; its record is behind another button."""
        with self._office.read() as session:
            found = session.get(Attachment, self.current_id())
        if found is None:
            return
        said = look_at_kept(self._office, found.name, found.content, found.media_type, self)
        if said:
            toast(self.window(), said)

    def annex(self) -> None:
        """Let the pages of the selected file stand in the brief, or its name only."""
        with self._office.change(N_("Annex of the brief chosen"), origin=self) as session:
            found = session.get(Attachment, self.current_id())
            if found is not None:
                found.annexed = not found.annexed
        self.refresh()

    def _selection_changed(self) -> None:
        super()._selection_changed()
        if self.describe_button is not None:
            self.describe_button.setVisible(bool(self.current_id()))
        if self.annex_button is not None:
            with self._office.read() as session:
                found = session.get(Attachment, self.current_id())
            self.annex_button.setVisible(found is not None)
            is_annexed = found is not None and found.annexed
            self.annex_button.setText(_("Only list in the brief") if is_annexed else _("Annex to the brief"))

    def add(self) -> None:
        names, _filter = QFileDialog.getOpenFileNames(self, _("Choose files"))
        self.take([Path(name) for name in names])

    def take(self, paths: list[Path]) -> None:
        """Keep files, as one step; says so if one of them cannot be kept."""
        if not paths:
            return
        try:
            read = [(path.name, *read_file(path)) for path in paths]
            name_of = field_of(Attachment, "name").kind
            with self._office.change(N_("File added"), origin=self) as session:
                for name, content, media_type in read:
                    address = blobs.put(session.connection(), content, media_type)
                    session.add(
                        Attachment(
                            name=name_of.parse(name),
                            media_type=media_type,
                            content=address,
                            subject=self._target,
                        )
                    )
        except (Known, Invalid) as trouble:
            toast(self.window(), trouble.sentence)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.take(dropped(event))
        event.acceptProposedAction()


class TagLine(QWidget):
    """The tags of a record as chips, with a line that adds one, known or new."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._subject = subject
        self._tags: list[tuple[str, str, str]] = []
        self._chips = QWidget(self)
        self._flow = Flow(self._chips)
        self.line = SuggestLine(self._suggestions)
        self.line.setPlaceholderText(_("Add a tag"))
        self.line.setAccessibleName(_("Add a tag"))
        self.line.setMaximumWidth(280)
        self.line.installEventFilter(self)
        self.line.picked.connect(lambda _key, text: self.add(text))
        body = QVBoxLayout()
        body.setContentsMargins(INSET, SPACE[0], 0, 0)
        body.addWidget(self._chips)
        body.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(_("Tags"), self))
        column.addLayout(body)
        self.refresh()

    def names(self) -> list[str]:
        """The tags the record carries."""
        return [name for _id, name, _colour in self._tags]

    def refresh(self) -> None:
        """Read the tags again."""
        with self._office.read() as session:
            carried = session.scalars(select(Tagging).where(Tagging.subject == self._subject))
            found = sorted(
                ((one.id, one.title(), one.tag.colour if one.tag else "") for one in carried),
                key=lambda one: fold(one[1]),
            )
        if found != self._tags or not found:
            self._tags = found
            self._show()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("tag", "tagging")

    def add(self, text: str) -> None:
        """Tag the record; a tag that is not known yet is made, in the same step."""
        try:
            name = field_of(Tag, "name").kind.parse(text)
            if not name or fold(name) in {fold(one) for one in self.names()}:
                self.line.clear()
                return
            with self._office.change(N_("Tag added"), origin=self) as session:
                known = next(
                    (one for one in session.scalars(select(Tag)) if fold(one.name) == fold(name)), None
                )
                tag = known or Tag(name=name)
                session.add_all([tag, Tagging(tag_id=tag.id, subject=self._subject)])
        except (Known, Invalid) as trouble:
            toast(self.window(), trouble.sentence)
            return
        self.line.clear()
        self.refresh()

    def remove(self, row_id: str) -> None:
        """Take a tag off the record."""
        with self._office.change(N_("Tag taken off"), origin=self) as session:
            carried = session.get(Tagging, row_id)
            if carried is not None:
                session.delete(carried)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.line.text().strip():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.add(self.line.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.line.clear()
                return True
        return False

    def _suggestions(self, typed: str) -> list[Suggestion]:
        with self._office.read() as session:
            tags = session.scalars(select(Tag))
            known = [Suggestion(one.id, one.name, swatch_icon(one.colour)) for one in tags]
        return [one for one in matching(known, typed) if one.text not in self.names()][:12]

    def _show(self) -> None:
        self._flow.clear()
        before: QWidget | None = None
        for row_id, name, colour in self._tags:
            chip = QToolButton()
            chip.setText(f"{name.replace('&', '&&')}  ×")
            chip.setIcon(swatch_icon(colour) if shade(colour) else icon("tag"))
            chip.setToolTip(_("Remove {word}").format(word=name))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setProperty("role", "chip")
            chip.setProperty("tone", "dormant")
            chip.setAccessibleName(_("Remove {word}").format(word=name))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _checked=False, gone=row_id: self.remove(gone))
            self._flow.addWidget(chip)
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        if before is not None:
            QWidget.setTabOrder(before, self.line)
        self._chips.setVisible(bool(self._tags))


def carries(kind: type[Record]) -> bool:
    """Whether records of this entity can have notes, files and tags: all that are not such themselves."""
    return kind.__tablename__ not in ("note", "attachment", "tag", "tagging")
