"""Letters of a paper that no font has: how many, and the way to the records they stand in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dipdesk.gui.cards import RowButton, clear
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _, ngettext
from dipdesk.model import entity
from dipdesk.papers.pdf import Missing

_MOST = 12


class LetterList(QWidget):
    """An error, not a warning: such letters would be blank boxes on paper."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""

    def __init__(self) -> None:
        super().__init__()
        sign = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        sign.setPixmap(icon("error", tokens(self).bad).pixmap(icon_side(), icon_side()))
        self._count = plain(wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(sign)
        head.addWidget(self._count, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        column.addWidget(secondary(_("They would be empty boxes on paper. Write them otherwise.")))
        column.addLayout(self._rows)
        self.hide()

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Show the letters; nothing hides the list."""
        clear(self._rows)
        letters = sorted({one.letter for one in missing})
        text = ngettext(
            "{count} letter cannot be printed: {letters}",
            "{count} letters cannot be printed: {letters}",
            len(letters),
        )
        self._count.setText(text.format(count=len(letters), letters=" ".join(letters[:_MOST])))
        for one in list({one.text: one for one in missing}.values())[:_MOST]:
            name, _slash, row_id = one.record.partition("/")
            row = RowButton(entity(name).icon if name else "papers", one.text[:80], one.letter)
            row.setEnabled(bool(name))
            row.clicked.connect(
                lambda checked=False, name=name, row_id=row_id: self.opened.emit(name, row_id)
            )
            self._rows.addWidget(row)
        self.setVisible(bool(missing))
