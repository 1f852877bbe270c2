"""The bar over the pages: which page of how many, and how large."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.preview.sheets import Sheets
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _


class ZoomBar(QWidget):
    """Turns pages and changes their size."""

    def __init__(self, sheets: Sheets) -> None:
        super().__init__()
        self._sheets = sheets
        self._page = 0
        self._count = secondary(wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], SPACE[0], SPACE[2], SPACE[0])
        row.addWidget(self._button("up", _("Page before"), lambda: sheets.go_to(self._page - 1)))
        row.addWidget(self._button("down", _("Next page"), lambda: sheets.go_to(self._page + 1)))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._button("zoom_out", _("Smaller"), lambda: sheets.step_zoom(-1)))
        row.addWidget(self._button("zoom_in", _("Larger"), lambda: sheets.step_zoom(1)))
        row.addWidget(self._button("fit", _("Fit to the width"), lambda: sheets.set_zoom(0)))
        sheets.turned.connect(self._turned)

    def _turned(self, page: int, count: int) -> None:
        self._page = page
        self._count.setText(_("Page {number} of {count}").format(number=page, count=count) if count else "")

    @staticmethod
    def _button(sign: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        return button
