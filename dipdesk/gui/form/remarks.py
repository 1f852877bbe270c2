"""Things to mind, one under the other: a sign, a sentence, and beneath it why and after which source."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.theme import SPACE, font, icon_side
from dipdesk.gui.tokens import tokens
from dipdesk.gui.tones import TONE_ICONS, Tone

_SIGN = 16


@dataclass(frozen=True)
class Remark:
    """One thing to mind: how loud it is, what it says, and the quiet words below it."""

    tone: Tone
    text: str
    more: str = ""


class Remarks(QWidget):
    """Shows remarks; nothing for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Remark, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(INSET, SPACE[1], 0, 0)
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(SPACE[0])
        self._grid.setColumnStretch(1, 1)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these instead of the present ones."""
        if tuple(remarks) == self.shown:
            return
        self.shown = tuple(remarks)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, remark in enumerate(self.shown):
            self._add(2 * place, remark)

    def _add(self, row: int, remark: Remark) -> None:
        sign = QLabel(self)
        side = icon_side(_SIGN)
        colour = getattr(tokens(self), remark.tone)
        sign.setPixmap(icon(TONE_ICONS[remark.tone], colour).pixmap(side, side))
        said = Wrapped(remark.text, self)
        said.setAccessibleName(" ".join(part for part in (remark.text, remark.more) if part))
        self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)
        if remark.more:
            more = Wrapped(parent=self)
            more.set_text(remark.more, muted=True)
            more.setFont(font("secondary"))
            more.setContentsMargins(0, 0, 0, SPACE[1])
            self._grid.addWidget(more, row + 1, 1)
