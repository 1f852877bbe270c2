"""About dipdesk: version, licence, and where its typefaces and flags come from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dipdesk import __version__
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _

_WIDTH = 460


class AboutDialog(Dialog):
    """One small page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About dipdesk"), parent)
        self.setMinimumWidth(_WIDTH)
        sign = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        sign.setPixmap(icon("office", tokens(self).accent).pixmap(48, 48))
        words = QVBoxLayout()
        words.setSpacing(SPACE[1])
        words.addWidget(secondary(_("Version {version}").format(version=__version__)))
        words.addWidget(
            plain(
                _("The external relations and protocol office of a municipality, in one file on a laptop."),
                wrap=True,
            )
        )
        words.addWidget(
            secondary(
                _(
                    "Free software under the Apache License 2.0. Typefaces: Noto; flags: flag-icons; places: "
                    "GeoNames. Nothing leaves this computer."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(sign)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.add_buttons()
