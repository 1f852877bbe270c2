"""What stands above and below the table of a list: title and buttons, and how many rows there are."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from dipdesk.gui.labels import headline, secondary
from dipdesk.gui.table.fold import FOLD_KEY
from dipdesk.gui.theme import SPACE, icon, icon_side
from dipdesk.i18n import _, format_number, ngettext
from dipdesk.model import Record


class ListHead(QWidget):
    """What the list is called, the button that folds it away, and the one for a new record."""

    fold_wanted = Signal()
    """The list shall make room for the record beside it."""

    def __init__(self, kind: type[Record]) -> None:
        super().__init__()
        self.new_button = QPushButton(icon("add", "on_accent"), _("New …"))
        self.new_button.setProperty("role", "primary")
        self.new_button.setToolTip(_native("Ctrl+N"))
        self.fold_button = self._make_fold()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(headline(_(kind.label[1])), 1)
        row.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)

    def _make_fold(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("pane"))
        made.setIconSize(QSize(icon_side(), icon_side()))
        made.setAccessibleName(_("Fold the list away"))
        made.setToolTip(_("Fold the list away ({key})").format(key=_native(FOLD_KEY)))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self.fold_wanted)
        made.hide()
        return made


class ListFoot(QWidget):
    """How many records are shown of how many, and how many are chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.chosen = secondary(wrap=False), secondary(wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.count)
        row.addStretch()
        row.addWidget(self.chosen)

    def say_count(self, shown: int, whole: int, *, narrowed: bool) -> None:
        """Say how many are shown; of how many, if the list is narrowed."""
        if narrowed:
            text = _("{shown} of {count} shown").format(
                shown=format_number(shown), count=format_number(whole)
            )
        else:
            text = ngettext("{count} record", "{count} records", whole).format(count=format_number(whole))
        self.count.setText(text)

    def say_chosen(self, chosen: int) -> None:
        """Say how many are chosen, if it is more than one."""
        text = ngettext("{count} selected", "{count} selected", chosen).format(count=format_number(chosen))
        self.chosen.setText(text if chosen > 1 else "")


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
