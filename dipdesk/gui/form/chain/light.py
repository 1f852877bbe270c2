"""The light of a file of approval in words: what it says, for which chain, and the reasons one by one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dipdesk.actions.approval_file import ApprovalFile, is_taken
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import Chip
from dipdesk.gui.theme import SPACE, font
from dipdesk.gui.tokens import tokens
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, ngettext
from dipdesk.rules.approval import Light

TONES: dict[Light, Tone] = {"green": "good", "amber": "attention", "red": "bad"}
_DOT = 7


class LightView(QWidget):
    """A chip with the light, a quiet line on the chain, and beneath them the reasons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = Chip()
        self.about = Wrapped(parent=self)
        self.about.setFont(font("secondary"))
        self.reasons: list[Wrapped] = []
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.about, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(SPACE[0])
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, SPACE[1], 0, SPACE[1])
        column.setSpacing(SPACE[1])
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_file(self, file: ApprovalFile) -> None:
        """Show what is said of ``file``."""
        self.chip.show_state(_(file.meaning()), TONES[file.light])
        self.about.set_text(_about(file), muted=True)
        if [one.text() for one in self.reasons] != list(file.because):
            self._show_reasons(file)
        self.setAccessibleName("\n".join([_(file.meaning()), _about(file), *file.because]))

    def _show_reasons(self, file: ApprovalFile) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.reasons = [Wrapped(text, self) for text in file.because]
        for row, reason in enumerate(self.reasons):
            dot = _Dot(TONES[file.light], reason.fontMetrics().height(), self)
            self._grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(reason, row, 1)


class _Dot(QWidget):
    """A small dot of a colour in the middle of a line of text."""

    def __init__(self, tone: Tone, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(_DOT, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(tokens(self), self._tone))
        painter.drawEllipse(QRectF(self.rect()).center(), _DOT / 2 - 1, _DOT / 2 - 1)
        painter.end()


def _about(file: ApprovalFile) -> str:
    """Which chain it is, how much of what is needed by now is on file, and how much is for later."""
    steps = [one for one in file.steps if one.state != "skipped"]
    done = sum(is_taken(one.state) for one in steps)
    needed = sum(one.state != "open" for one in steps)
    later = sum(one.state == "open" and one.step.phase == "after" for one in steps) if not file.signed else 0
    said = [file.chain.name.said()]
    if needed:
        text = ngettext(
            "{chain}: {done} of {count} step needed now on file",
            "{chain}: {done} of {count} steps needed now on file",
            needed,
        )
        said = [text.format(chain=said[0], done=done, count=needed)]
    if later:
        text = ngettext("{count} step is for later", "{count} steps are for later", later)
        said.append(text.format(count=later))
    return " · ".join(said)
