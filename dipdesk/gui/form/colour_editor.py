"""Editor of a colour: its code in a line, and a button that shows it and lets one choose another."""

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QToolButton, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.swatches import swatch_icon
from dipdesk.gui.form.text_editors import LineEditor
from dipdesk.gui.theme import icon
from dipdesk.i18n import _
from dipdesk.model.kinds import Kind
from dipdesk.rules.contrast import LEAST, code, contrast, darkened, parts

_USUAL = "#0B7A75"


class ColourEditor(LineEditor):
    """A colour that is typed or chosen; says so if papers must use a darker shade of it."""

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around, _USUAL)
        self.button = QToolButton()
        self.button.setToolTip(_("Choose a colour"))
        self.button.setAccessibleName(_("Choose a colour"))
        self.button.clicked.connect(self.choose)
        self.row.insertWidget(0, self.button)
        self.watch(self.button)
        self.line.textChanged.connect(self._show)
        self._show()

    def stops(self) -> list[QWidget]:
        return [self.line, self.button]

    def remark(self) -> str:
        typed = self._typed()
        if not typed or contrast(parts(typed)) >= LEAST:
            return ""
        sentence = _("Too light to be read on white: papers take the darker {colour}.")
        return sentence.format(colour=code(darkened(parts(typed))))

    def choose(self) -> None:
        """Let one choose a colour from a palette."""
        dialog = QColorDialog(QColor(self._typed() or _USUAL), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(_("Choose a colour"))
        dialog.colorSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, colour: QColor) -> None:
        """Write down a colour that was chosen."""
        self.line.setText(colour.name().upper())
        self.changed.emit()
        self.committed.emit()

    def _typed(self) -> str:
        """The colour that stands in the line; empty for none."""
        try:
            return str(self.kind.parse(self.text()) or "")
        except Invalid:
            return ""

    def _show(self) -> None:
        typed = self._typed()
        self.button.setIcon(swatch_icon(typed) if typed else icon("edit"))
