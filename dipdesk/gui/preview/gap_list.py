"""What a paper lacks in its languages: how many texts, and the way to each of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dipdesk.gui.cards import RowButton, clear
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _, ngettext
from dipdesk.model import entity
from dipdesk.papers.gaps import Gap

_MOST = 12


class GapList(QWidget):
    """Hidden while nothing lacks; it never keeps anybody from exporting."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""

    def __init__(self) -> None:
        super().__init__()
        sign = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        sign.setPixmap(icon("warning", tokens(self).attention).pixmap(icon_side(), icon_side()))
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
        column.addWidget(secondary(_("It can be exported all the same; such places are marked.")))
        column.addLayout(self._rows)
        self.hide()

    @property
    def sentence(self) -> str:
        """How many texts lack; empty while hidden."""
        return "" if self.isHidden() else self._count.text()

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show what lacks; nothing hides the list."""
        clear(self._rows)
        text = ngettext(
            "{count} text is missing in a language of this paper.",
            "{count} texts are missing in a language of this paper.",
            len(gaps),
        )
        self._count.setText(text.format(count=len(gaps)))
        for gap in gaps[:_MOST]:
            row = RowButton(entity(gap.entity).icon, gap.record or _("(without a name)"), gap.field)
            row.clicked.connect(lambda checked=False, gap=gap: self.opened.emit(gap.entity, gap.row_id))
            self._rows.addWidget(row)
        if len(gaps) > _MOST:
            self._rows.addWidget(secondary(_("… and {count} more").format(count=len(gaps) - _MOST)))
        self.setVisible(bool(gaps))
