"""The sources of the steps, each once, with how far it can be relied on; folded away until somebody asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions.approval_file import ApprovalFile
from dipdesk.gui.form.chain.step_table import SOURCE_SIGNS
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.source_line import source_line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.theme import SPACE, font, icon_side
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _
from dipdesk.rules.sources import Source

_SIGN = 14


class SourcesView(QWidget):
    """A button that unfolds the list of sources."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = QPushButton(self)
        self.toggle.setProperty("role", "link")
        self.toggle.clicked.connect(lambda _checked=False: self.unfold(not self.is_open))
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(INSET, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(SPACE[1])
        self._grid.setColumnStretch(1, 1)
        self._shown: list[tuple[Source, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)
        self.unfold(False)

    @property
    def is_open(self) -> bool:
        """Whether the sources are shown."""
        return not self._list.isHidden()

    @property
    def texts(self) -> list[str]:
        """The lines that are shown, or would be."""
        return [text for _source, text in self._shown]

    def unfold(self, unfolded: bool) -> None:
        """Show or hide the sources."""
        self._list.setVisible(unfolded)
        self.toggle.setText(_("Hide the sources") if unfolded else _("Show the sources"))
        self.toggle.setIcon(icon("down" if unfolded else "right"))

    def show_file(self, file: ApprovalFile) -> None:
        """Take the sources of the steps of ``file``."""
        named: dict[Source, list[str]] = {}
        for one in file.steps:
            named.setdefault(one.step.source, []).append(one.step.name.said())
        shown = [(source, _line(source, steps)) for source, steps in named.items()]
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        side = icon_side(_SIGN)
        for row, (source, text) in enumerate(self._shown):
            tone, name = SOURCE_SIGNS[source.state]
            sign = QLabel(self._list)
            sign.setPixmap(icon(name, getattr(tokens(self), tone)).pixmap(side, side))
            line = Wrapped(text, self._list)
            line.setFont(font("secondary"))
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, row, 1)


def _line(source: Source, steps: list[str]) -> str:
    return _("{source}\nSteps: {steps}").format(source=source_line(source), steps=", ".join(steps))
