"""What does not fit in a programme, one sentence a line; choosing one leads to its item."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.gui.icons import icon
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import font, row_height
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _
from dipdesk.rules.programme_troubles import QUIET, Trouble, sentence

_ID = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 6
_LEAST_WIDTH = 200
"""What is narrower has not been laid out yet."""


class TroubleList(QListWidget):
    """As high as its sentences, up to half a dozen."""

    led = Signal(str)
    """An item of the programme is to be looked at."""
    opened = Signal(str)
    """Enter on a sentence: the focus shall go to its item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("To be looked at"))
        self.itemClicked.connect(lambda item: self.led.emit(item.data(_ID)))
        self.currentItemChanged.connect(self._tell)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    def show_troubles(self, programme: VisitProgramme, troubles: tuple[Trouble, ...]) -> None:
        """Show other sentences, what is wrong before what is worth knowing."""
        line = sorted(troubles, key=lambda one: one.kind in QUIET)
        shown = tuple((one.first, visible(sentence(one, programme.titles))) for one in line)
        if shown == self._shown:
            return
        self._shown = shown
        colours = tokens(self)
        self.blockSignals(True)
        self.clear()
        for trouble, (item, words) in zip(line, shown, strict=True):
            is_quiet = trouble.kind in QUIET
            sign = icon("info", colours.info) if is_quiet else icon("warning", colours.attention)
            made = QListWidgetItem(sign, words, self)
            made.setData(_ID, item)
        self.blockSignals(False)
        self.setVisible(bool(shown))
        self._fit()

    def words(self) -> list[str]:
        """The sentences."""
        return [words for _item, words in self._shown]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.opened.emit(item.data(_ID))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the page past the sentences, unless somebody works in them."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        """Be as high as the first sentences are at this width."""
        shown = [self.item(at) for at in range(min(self.count(), _ROWS_SHOWN))]
        is_laid_out = self.viewport().width() >= _LEAST_WIDTH
        if is_laid_out:
            self.doItemsLayout()
        rows = [self.visualItemRect(one).height() if is_laid_out else row_height() for one in shown]
        height = max(sum(rows), row_height() if rows else 0)
        if height != self.height():
            self.setFixedHeight(height)

    def _tell(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if now is not None and self.hasFocus():
            self.led.emit(now.data(_ID))
