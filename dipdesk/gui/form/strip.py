"""The strip to choose a chapter from: what does not fit its width stands in a menu at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from dipdesk.gui.theme import icon, icon_side
from dipdesk.i18n import _, pgettext

MOST_KEYS = 9
"""So many chapters have a key of their own."""


class ChapterStrip(QWidget):
    """The titles of all chapters in one line; the chapter that is shown is always seen in it."""

    turned = Signal(int)
    """Somebody wants the chapter at this place."""

    def __init__(self, titles: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self.bar = _Bar(self._titles, name)
        self.bar.currentChanged.connect(self._turn)
        self.more = self._make_more()
        self.setFocusProxy(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addWidget(self.more)
        row.addStretch(1)

    def show_place(self, place: int) -> None:
        """Mark the chapter at this place as the one that is shown."""
        self.bar.blockSignals(True)
        self.bar.setTabVisible(place, True)
        self.bar.setCurrentIndex(place)
        self.bar.blockSignals(False)
        self._fit()

    def hidden_titles(self) -> list[str]:
        """The chapters that stand in the menu."""
        return [title for place, title in enumerate(self._titles) if not self.bar.isTabVisible(place)]

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        widths, button = self.bar.widths(), self.more.sizeHint().width()
        self._show_only(fitting(widths, self.bar.currentIndex(), self.width(), button))

    def _show_only(self, shown: set[int]) -> None:
        self.bar.blockSignals(True)
        for place in range(len(self._titles)):
            self.bar.setTabVisible(place, place in shown)
        self.bar.setFixedWidth(sum(width for place, width in enumerate(self.bar.widths()) if place in shown))
        self.bar.scroll_back()
        self.bar.blockSignals(False)
        self.more.setVisible(len(shown) < len(self._titles))

    def _make_more(self) -> QToolButton:
        made = QToolButton()
        made.setText(pgettext("chapters", "More"))
        made.setProperty("role", "muted")
        made.setIcon(icon("down"))
        made.setIconSize(QSize(icon_side(14), icon_side(14)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setAccessibleName(_("More chapters"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        made.setMenu(menu)
        made.hide()
        return made

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for place, title in enumerate(self._titles):
            if not self.bar.isTabVisible(place):
                keys = f"\tAlt+{place + 1}" if place < MOST_KEYS else ""
                entry = menu.addAction(title.replace("&", "&&") + keys)
                entry.triggered.connect(lambda checked=False, at=place: self._turn(at))

    def _turn(self, place: int) -> None:
        self.turned.emit(place)


def fitting(widths: Sequence[int], here: int, room: int, button: int) -> set[int]:
    """The places of the titles that stand in a line of ``room`` pixels: ``here`` and as many as go from the
    first; ``button`` is the width of what opens the menu of the others, if there are any.
    """
    if sum(widths) <= room:
        return set(range(len(widths)))
    shown, rest = {here}, room - button - widths[here]
    for place, width in enumerate(widths):
        rest -= 0 if place == here else width
        if rest < 0:
            break
        shown.add(place)
    return shown


class _Bar(QTabBar):
    """The line itself; the arrow keys go through all chapters, also those of the menu."""

    def __init__(self, titles: Sequence[str], name: str) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        for place, title in enumerate(titles):
            self.addTab(title.replace("&", "&&"))
            if place < MOST_KEYS:
                tip = _("{chapter} (Alt+{number})").format(chapter=title, number=place + 1)
                self.setTabToolTip(place, tip)

    def widths(self) -> list[int]:
        """How wide each title is, also where it is not shown."""
        return [self.tabSizeHint(place).width() for place in range(self.count())]

    def scroll_back(self) -> None:
        """Begin with the first title again, where the line was scrolled while it was too narrow."""
        here = self.currentIndex()
        first = next(place for place in range(self.count()) if self.isTabVisible(place))
        if self.tabRect(first).x() != 0:
            self.setCurrentIndex(first)
            self.setCurrentIndex(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        place = self.currentIndex() + steps.get(event.key(), 0)
        if event.key() in steps and 0 <= place < self.count():
            self.currentChanged.emit(place)
        else:
            super().keyPressEvent(event)
