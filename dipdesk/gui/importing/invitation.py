"""What the import dialog shows before there is a file: where to drop one, and a button to choose it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _

_SIGN = 48


class Invitation(QWidget):
    """Says ``file_wanted`` when somebody wants to choose a file."""

    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[2])
        column.addStretch(1)
        sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        sign.setPixmap(icon("import", tokens(self).accent).pixmap(_SIGN, _SIGN))
        column.addWidget(sign)
        for words in (
            plain(
                _("Drop files here: workbooks, CSV files, published lists, or contacts from a phone."),
                wrap=True,
            ),
            secondary(_("Nothing is stored before you have seen what would happen.")),
        ):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        self.choose = QPushButton(icon("folder"), _("Choose files"))
        self.choose.clicked.connect(self.file_wanted)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
