"""What the marks of the map mean."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dipdesk.gui.form.flow import Flow
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.map.partner_rows import sign_icon
from dipdesk.gui.table.delegate import one_line
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import SPACE
from dipdesk.papers.world import Sign


class Legend(QWidget):
    """Signs with their words, in as many rows as needed."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Flow(self, gap=SPACE[2])

    def show_signs(self, signs: Iterable[Sign]) -> None:
        """Show other signs."""
        self._row.clear()
        for sign in signs:
            self._row.addWidget(_Key(sign))
        self.updateGeometry()


class _Key(QWidget):
    """One entry of the legend."""

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        picture = plain()
        side = icon_side(12)
        picture.setPixmap(sign_icon(sign).pixmap(side, side))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        row.addWidget(picture)
        row.addWidget(secondary(one_line(str(sign.label)), wrap=False))
