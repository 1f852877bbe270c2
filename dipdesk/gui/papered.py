"""From a record to the papers about it: a menu of those that fit, or the paper at once if only one does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from dipdesk.gui.icons import icon
from dipdesk.gui.places import PAPERS
from dipdesk.gui.trail import Spot

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk

PAPERED = (
    *("visit", "partner", "relation", "agreement", "membership"),
    *("ceremony", "person", "contact", "gift", "speech"),
)
"""The entities that papers can be about; a test compares them with the registry, which is loaded late."""


def offer(desk: "Desk", name: str, row_id: str, near: QWidget) -> None:
    """Let one choose a paper about a record of the entity ``name``, in a menu below ``near``."""
    assert desk.office is not None
    found = desk.late.preview().papers_about(desk.office, name, row_id)
    if len(found) == 1:
        show(desk, found[0][0], row_id)
    elif found:
        _menu(desk, found, row_id, near).popup(near.mapToGlobal(QPoint(0, near.height())))


def show(desk: "Desk", paper: str, row_id: str) -> None:
    """Go to the paper about a record."""
    desk.settings.set("paper.name", paper)
    desk.go(Spot(PAPERS, row_id))


def _menu(desk: "Desk", found: list[tuple[str, str]], row_id: str, near: QWidget) -> QMenu:
    menu = QMenu(near)
    menu.aboutToHide.connect(menu.deleteLater)
    for paper, title in found:
        menu.addAction(icon("papers"), title).triggered.connect(_shower(desk, paper, row_id))
    return menu


def _shower(desk: "Desk", paper: str, row_id: str) -> Callable[[], None]:
    return lambda: show(desk, paper, row_id)
