"""A small travelling laptop and large text: nothing is cut off at the edge of the window."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from dipdesk.gui.desk import Desk
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from tests.gui import small_office


@pytest.mark.parametrize("percent", [100, 200])
def test_the_head_of_a_record_fits_its_pane(qtbot: QtBot, desk: Desk, percent: int) -> None:
    assert desk.office is not None
    visit = small_office.fill(desk.office)["visit"]
    desk.looks.set_text_percent(percent)
    desk.go(Spot("visit", visit))
    for width in (880, 1024, 1280):
        for folded in (True, False):
            desk.window.frame.resize(width, 768)
            page = desk.page
            assert isinstance(page, Workspace)
            if page.is_folded is not folded:
                page.turn_list()
            qtbot.wait(20)
            check_head(desk, page)


def check_head(desk: Desk, page: Workspace) -> None:
    record = page.record
    assert record is not None
    assert page.width() <= desk.window.frame.width()
    assert record.mapTo(page, QPoint(record.width(), 0)).x() <= page.width()
    button, viewport = record.headline.button, record._area.viewport()
    assert button.mapTo(viewport, QPoint(button.width(), 0)).x() <= viewport.width()
    assert button.width() >= button.minimumSizeHint().width()
    strip = record.chapters.strip
    if page.is_folded:
        assert strip.mapTo(viewport, QPoint(strip.width(), 0)).x() <= viewport.width()
    last = strip.more if strip.more.isVisible() else strip.bar
    assert last.mapTo(strip, QPoint(last.width(), 0)).x() <= strip.width()
