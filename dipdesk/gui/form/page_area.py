"""The area in which a page of a record scrolls: what one looks at stays while the rest changes."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import Shiboken

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.table_keys import ADD, deed_of
from dipdesk.gui.theme import SPACE


class PageArea(QScrollArea):
    """Scrolls a paper, its ``ground``.

    A click on empty ground takes the focus out of the field it is in, which is stored by that. When a part
    of the page gets another height, what has the focus stays at its place on the screen, or else what is
    beneath the mouse. Insert presses the button to add with of the part that has the focus.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ground = _Ground()
        self.setWidget(self.ground)
        self.ground.installEventFilter(self)
        self._held: QWidget | None = None
        self._height = 0
        self._is_settled = self._is_moving = False
        self._settling = QTimer(self, interval=0, singleShot=True)
        self._settling.timeout.connect(self._settle)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._put_back())
        bar.valueChanged.connect(lambda _value: self._scrolled())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def hold(self) -> None:
        """Note what one looks at and where it stands, unless things are being laid out just now."""
        if self._is_settled and self.isVisible():
            self._held = self._looked_at()
            self._height = self._height_of(self._held) if self._held is not None else 0

    # Inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.ground and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._is_settled = False
            self._settling.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not (deed_of(event) is ADD and self._add()):
            super().keyPressEvent(event)

    def _add(self) -> bool:
        """Press the button to add with around the focus; False if there is none."""
        around = QApplication.focusWidget()
        if isinstance(around, QLineEdit | QPlainTextEdit):
            return False
        while around is not None and around is not self.ground:
            button = getattr(around, "add_button", None)
            if isinstance(button, QAbstractButton) and button.isVisible() and button.isEnabled():
                button.click()
                return True
            around = around.parentWidget()
        return False

    def _settle(self) -> None:
        self._put_back()
        self._is_settled = True
        self.hold()

    def _scrolled(self) -> None:
        """Somebody scrolled: what was noted stands elsewhere now."""
        if not self._is_moving:
            self._held = None
            self.hold()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self.ground and old is not None:
            self.ground.left = _steady(old, self.ground)
        if new is not None and self.isAncestorOf(new):
            self.hold()

    def _put_back(self) -> None:
        """Scroll so that what was noted stands where it stood."""
        held = self._held
        if held is None or not Shiboken.isValid(held) or not held.isVisible():
            return
        moved = self._height_of(held) - self._height
        if moved:
            self._is_moving = True
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)
            self._is_moving = False

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _looked_at(self) -> QWidget | None:
        """What has the focus if it is in sight, else what is beneath the mouse or near the upper edge."""
        sight = self.viewport().rect()
        focused = self.window().focusWidget()
        if focused is not None and focused is not self.ground and self.ground.isAncestorOf(focused):
            here = focused.mapTo(self.viewport(), QPoint(0, 0)).y()
            if -focused.height() < here < sight.height():
                return _steady(focused, self.ground)
        spot = self.viewport().mapFromGlobal(QCursor.pos())
        if not sight.contains(spot):
            spot = QPoint(sight.width() // 2, 0)
        for height in range(spot.y(), sight.height(), SPACE[3]):
            found = self.ground.childAt(self.ground.mapFrom(self.viewport(), QPoint(spot.x(), height)))
            if found is not None and found.height() < sight.height():
                return _steady(found, self.ground)
        return None


class _Ground(QWidget):
    """The paper; a click beside everything else puts the focus there, and Tab goes on from where it was."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.left: QWidget | None = None

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: N802
        left = self.left
        if self.hasFocus() and left is not None and Shiboken.isValid(left) and left.isVisible():
            if isinstance(left, FieldCell):
                left.focus_value()
            else:
                left.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().focusNextPrevChild(forward)


def _steady(widget: QWidget, ground: QWidget) -> QWidget:
    """The field or the part with a button to add with that a widget is in, else the widget itself.

    What is inside of those comes and goes, and may have no place yet.
    """
    around: QWidget | None = widget
    while around is not None and around is not ground:
        if isinstance(around, FieldCell) or getattr(around, "add_button", None) is not None:
            return around
        around = around.parentWidget()
    return widget
