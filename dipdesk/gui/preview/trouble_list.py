"""What is wrong with a paper, counted in a sentence, and the way to each record that it comes from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dipdesk.gui.cards import RowButton, clear
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.gui.tones import TONE_ICONS, Tone

MOST = 12
"""So many rows are shown at most."""


class TroubleList(QWidget):
    """A sign with a sentence, a word of advice, and rows; hidden while nothing is wrong."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""

    def __init__(self, tone: Tone, advice: str) -> None:
        super().__init__()
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        picture.setPixmap(
            icon(TONE_ICONS[tone], getattr(tokens(self), tone)).pixmap(icon_side(), icon_side())
        )
        self._count = plain(wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(picture)
        head.addWidget(self._count, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        column.addWidget(secondary(advice))
        column.addLayout(self._rows)
        self.hide()

    def _begin(self, sentence: str) -> None:
        """Say another sentence, above no rows yet."""
        clear(self._rows)
        self._count.setText(sentence)

    def _add(self, row: RowButton, entity: str, row_id: str) -> None:
        """Add a row that opens a record."""
        row.clicked.connect(lambda checked=False: self.opened.emit(entity, row_id))
        self._rows.addWidget(row)

    def _add_rest(self, sentence: str) -> None:
        """Say below the rows what is not among them."""
        self._rows.addWidget(secondary(sentence))
