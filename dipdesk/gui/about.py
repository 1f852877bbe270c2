"""About dipdesk: version, licence, and where its typefaces and flags come from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dipdesk import __version__
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, plain, secondary
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _

_WIDTH = 460


class AboutDialog(QDialog):
    """One small page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About dipdesk"))
        self.setFixedWidth(_WIDTH)
        sign = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        sign.setPixmap(icon("office", tokens(self).accent).pixmap(48, 48))
        words = QVBoxLayout()
        words.setSpacing(SPACE[1])
        words.addWidget(headline("dipdesk"))
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(sign)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[3])
        column.addLayout(row)
        column.addWidget(buttons)
