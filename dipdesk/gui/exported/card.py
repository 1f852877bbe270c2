"""One exported paper as a card: when it was made and for whom, what would be different, and why."""

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from dipdesk.gui.cards import Card
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import Chip
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, ngettext
from dipdesk.model import Exported, field_of
from dipdesk.papers import change_sheet, exported
from dipdesk.papers.exported import Staleness
from dipdesk.store.titles import in_words

_FEW = 6
"""So many parts and reasons are shown; the change sheet has them all."""


@dataclass(frozen=True)
class Facts:
    """What the card says of a paper, apart from its staleness."""

    id: str
    name: str
    made_at: str
    receiver: str
    file: str
    about: str = ""

    @classmethod
    def of(cls, session: Session, note: Exported) -> "Facts":
        """What a note says."""
        made_at = note.made_at.format() if note.made_at else ""
        about = in_words(session, field_of(Exported, "subject").kind, note.subject)
        return cls(note.id, note.name, made_at, note.receiver, note.file, "" if about in note.name else about)


class ExportedCard(Card):
    """The buttons do nothing themselves; the page does what they ask for."""

    again = Signal(str)
    """The paper with this id shall be exported anew."""
    cards_only = Signal(str)
    """Only its cards that changed shall be exported."""
    shown = Signal(str)
    """Its note shall be shown."""
    forgotten = Signal(str)
    """It need not be watched any more."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.facts = facts
        self.staleness: Staleness | None = None
        self.state = Chip()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE[0])
        self._lines.setContentsMargins(0, SPACE[0], 0, SPACE[0])
        self.export = self._button(_("Export again"), self.again)
        self.export.setProperty("role", "primary")
        self.some = self._button(_("Only the changed cards …"), self.cards_only)
        self.details = self._button(_("Given to …"), self.shown)
        self.forget = self._button(_("No longer watch"), self.forgotten)
        self._lay_out()
        self.show_staleness(None)

    def show_staleness(self, found: Staleness | None) -> None:
        """Say how the paper stands; None while it is not known."""
        self.staleness = found
        self._clear()
        stale = found is not None and found.is_stale
        if found is None:
            self.state.show_state(_("Not checked yet"), "dormant")
        elif found.trouble:
            self.state.show_state(_("Cannot be made any more"), "bad")
            self._say(found.trouble)
        elif stale:
            count = len(found.differences)
            text = ngettext("{count} part is different", "{count} parts are different", count)
            self.state.show_state(text.format(count=count), "attention")
            self._tell(found)
        else:
            self.state.show_state(_("Up to date"), "good")
        self.export.setVisible(found is not None and found.is_stale and not found.trouble)
        self.some.setVisible(found is not None and exported.has_cards(found))
        self.setAccessibleName(f"{self.facts.name}, {self.state.accessibleName()}")

    def _tell(self, found: Staleness) -> None:
        for one in found.differences[:_FEW]:
            self._say("• " + change_sheet.said(one))
        self._say_more(len(found.differences) - _FEW)
        if found.causes:
            self._say(_("Why:"), quiet=True)
        for cause in found.causes[:_FEW]:
            self._say("• " + cause.sentence(), quiet=True)
        self._say_more(len(found.causes) + found.more - _FEW, quiet=True)

    def _say_more(self, left: int, quiet: bool = False) -> None:
        if left > 0:
            self._say(ngettext("and {count} more", "and {count} more", left).format(count=left), quiet)

    def _say(self, text: str, quiet: bool = False) -> None:
        self._lines.addWidget(_line(text, quiet))

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _button(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: signal.emit(self.facts.id))
        return button

    def _lay_out(self) -> None:
        name = _line(self.facts.name)
        name.setFont(font("section"))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        about = [self.facts.about, self.facts.made_at, PurePath(self.facts.file).name]
        if self.facts.receiver:
            about.insert(2, _("given to {receiver}").format(receiver=self.facts.receiver))
        quiet = _line(" · ".join(part for part in about if part), quiet=True)
        quiet.setToolTip(self.facts.file)
        deeds = QWidget()
        row = Flow(gap=SPACE[1])
        deeds.setLayout(row)
        for button in (self.export, self.some, self.details, self.forget):
            row.addWidget(button)
        self.column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        self.column.addLayout(head)
        self.column.addWidget(quiet)
        self.column.addLayout(self._lines)
        self.column.addWidget(deeds)


def _line(text: str, quiet: bool = False) -> Wrapped:
    """A text that goes on in further lines, in the middle of a word that is longer than one."""
    line = Wrapped()
    line.set_text(text, muted=quiet)
    line.setAccessibleName(text)
    if quiet:
        line.setFont(font("secondary"))
    return line
