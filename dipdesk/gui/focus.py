"""Where the typing goes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QToolBar, QWidget
from shiboken6 import Shiboken

from dipdesk.gui.page import Parted, RecordsPage, SpotPage


def focus_inside(widget: QWidget) -> None:
    """Put the focus on the first thing inside ``widget`` that takes it."""
    inside = [part for part in widget.findChildren(QWidget) if part.isVisibleTo(widget) and part.isEnabled()]
    first = next((part for part in inside if part.focusPolicy() & Qt.FocusPolicy.TabFocus), widget)
    first.setFocus(Qt.FocusReason.OtherFocusReason)


def ask_for_menu() -> None:
    """Open the menu of what has the focus, as a click with the right button there would."""
    here = QApplication.focusWidget()
    if here is not None:
        spot = here.rect().center()
        if isinstance(here, QAbstractItemView) and here.currentIndex().isValid():
            spot = here.visualRect(here.currentIndex()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(here, QContextMenuEvent(reason, spot, here.mapToGlobal(spot)))


def has_typing(widget: QWidget) -> bool:
    """Whether what is typed goes into ``widget`` as soon as its window is in front."""
    return widget.window().focusWidget() is widget


def stay_near(before: QWidget | None) -> None:
    """Put the focus back near ``before``, which had it and may have gone: into what stood around it.

    Of what is deleted already nobody knows where it stood: the focus stays where it is.
    """
    if before is None or not Shiboken.isValid(before) or (before.isVisible() and before.hasFocus()):
        return
    here = QApplication.focusWidget()
    around: QWidget | None = before
    while around is not None and not around.isWindow():
        if around.isVisible() and here is not None and around.isAncestorOf(here):
            return
        if around.isVisible() and (first := _first_stop(around)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if (area := scrolled_area(first)) is not None:
                area.ensureWidgetVisible(first)
            return
        around = around.parentWidget()


def _first_stop(widget: QWidget) -> QWidget | None:
    stops = [widget, *widget.findChildren(QWidget)]
    usable = (one for one in stops if one.isVisible() and one.isEnabled())
    return next((one for one in usable if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)


def scrolled_area(widget: QWidget) -> QScrollArea | None:
    """The nearest area that scrolls ``widget``; None if none does."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def enter(page: QWidget) -> None:
    """Put the focus where one begins on a page: where the page itself says, or in its first part."""
    if isinstance(page, RecordsPage | SpotPage):
        page.enter()
    else:
        focus_inside(page.parts()[0] if isinstance(page, Parted) else page)


def keep_focus(page: QWidget) -> None:
    """Put the focus on the page if it would be nowhere, on the first button of the toolbar or on a toast."""
    here = QApplication.focusWidget()
    if here is None or not here.isVisible() or isinstance(here.parentWidget(), QToolBar) or _floats(here):
        enter(page)


def _floats(widget: QWidget) -> bool:
    """Whether a widget is on a card that floats over the pages and goes by itself."""
    around: QWidget | None = widget
    while around is not None and around.property("role") != "floating":
        around = around.parentWidget()
    return around is not None
