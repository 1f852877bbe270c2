"""Where the typing goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolBar, QWidget

from dipdesk.gui.page import ListedPage, Parted


def focus_inside(widget: QWidget) -> None:
    """Put the focus on the first thing inside ``widget`` that takes it."""
    inside = [part for part in widget.findChildren(QWidget) if part.isVisibleTo(widget) and part.isEnabled()]
    first = next((part for part in inside if part.focusPolicy() & Qt.FocusPolicy.TabFocus), widget)
    first.setFocus(Qt.FocusReason.OtherFocusReason)


def enter(page: QWidget) -> None:
    """Put the focus where one begins on a page: on its record or list, or in its first part."""
    if isinstance(page, ListedPage):
        page.enter()
    else:
        focus_inside(page.parts()[0] if isinstance(page, Parted) else page)


def keep_focus(page: QWidget) -> None:
    """Put the focus on the page if it would be nowhere or on the first button of the toolbar."""
    here = QApplication.focusWidget()
    if here is None or not here.isVisible() or isinstance(here.parentWidget(), QToolBar):
        enter(page)
