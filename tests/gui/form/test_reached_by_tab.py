"""Tab through every chapter of a full visit leads to each button that can be pressed, before the history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.sections import chapters_for
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Visit
from tests.gui.form.conftest import Filled


def test_tab_leads_to_every_button_of_a_visit(qtbot: QtBot, full_office: Filled, settings: Settings) -> None:
    office, ids = full_office
    page = RecordPage(office, Visit, ids["visit"], settings, OfficeNews(office))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    missing = {}
    for chapter in chapters_for(Visit):
        page.chapters.turn(chapter.key)
        stops = from_strip_to_history(page)
        missed = [
            (type(part).__name__, button.accessibleName() or button.text())
            for part in page.chapters.parts[1:]
            for button in part.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and button not in stops and not has_a_key(button)
        ]
        if missed:
            missing[chapter.key] = missed
    assert not missing


def from_strip_to_history(page: RecordPage) -> list[QWidget]:
    """Where Tab leads from the strip of chapters until it gets to the history."""
    found: list[QWidget] = []
    here = page.chapters.strip.bar.nextInFocusChain()
    while not (is_stop(here) and page.history.isAncestorOf(here)):
        if is_stop(here):
            found.append(here)
        here = here.nextInFocusChain()
    return found


def is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def has_a_key(button: QAbstractButton) -> bool:
    """Whether a button beside or in a field leaves the focus there, where a key does the same."""
    is_aside = button.focusPolicy() == Qt.FocusPolicy.NoFocus
    return is_aside and (button.toolTip().endswith(")") or isinstance(button.parent(), QLineEdit))
