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
from tests.gui.tabbing import stops_after


def test_tab_leads_to_every_button_of_a_visit(qtbot: QtBot, full_office: Filled, settings: Settings) -> None:
    office, ids = full_office
    page = RecordPage(office, Visit, ids["visit"], settings, OfficeNews(office))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    missing = {}
    for chapter in chapters_for(Visit):
        page.chapters.turn(chapter.key)
        shown = [
            (type(part).__name__, button)
            for part in page.chapters.parts[1:]
            for button in part.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not has_a_key(button)
        ]
        stops = from_strip_to_history(page)
        missed = [
            (part, button.accessibleName() or button.text()) for part, button in shown if button not in stops
        ]
        if missed:
            missing[chapter.key] = missed
    assert not missing


def from_strip_to_history(page: RecordPage) -> list[QWidget]:
    """Where Tab leads from the strip of chapters until it gets to the history."""
    stops = stops_after(page.chapters.strip.bar)
    ends = (at for at, one in enumerate(stops) if page.history.isAncestorOf(one))
    return stops[: next(ends, len(stops))]


def has_a_key(button: QAbstractButton) -> bool:
    """Whether another key than Tab leads to a button: it is one of several choices, or beside a field."""
    group = button.group()
    if group is not None and group.exclusive() and not button.isChecked():
        return True
    is_aside = button.focusPolicy() == Qt.FocusPolicy.NoFocus
    return is_aside and (button.toolTip().endswith(")") or isinstance(button.parent(), QLineEdit))
