"""The page of a record of every entity: full, empty, and large in a narrow window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from dipdesk.gui import theme
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.i18n import speak
from dipdesk.model import entities, entity, entity_name
from tests.gui.form.conftest import Filled
from tests.gui.form.sample import ORDER

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PARTS = 4
"""To dress the program costs more than a page: a test for so many parts of the entities, not for each."""
Show = Callable[[Filled, str], RecordPage]


@pytest.fixture
def show(qtbot: QtBot, settings: Settings) -> Show:
    """Shows the page of the record of an entity."""

    def shown(filled: Filled, name: str) -> RecordPage:
        office, ids = filled
        page = RecordPage(office, entity(name), ids[name], settings, OfficeNews(office))
        page.resize(900, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return shown


def test_every_entity_is_covered() -> None:
    assert set(ORDER) == {entity_name(one) for one in entities()}


@pytest.mark.parametrize("name", ORDER)
def test_a_full_page(full_office: Filled, show: Show, name: str) -> None:
    office, ids = full_office
    speak("tr")
    page = show(full_office, name)
    assert page.headline.title.text()
    for field_name, cell in page.cells.items():
        assert not cell.isHidden(), f"{name}.{field_name}"
        assert "None" not in cell.shown
        assert not any(row_id in cell.shown for row_id in ids.values()), f"{name}.{field_name}"
    for cell in page.cells.values():
        cell.begin()
        assert cell.leave(), cell.field.name
    assert office.undo_labels() == ["Sample"]


@pytest.mark.parametrize("name", ORDER)
def test_an_empty_page(bare_office: Filled, show: Show, name: str) -> None:
    page = show(bare_office, name)
    assert page.headline.title.text()
    for group in page.groups:
        for cell in group.cells:
            group.unfold(cell)
            cell.begin()
            cell.leave()
    assert bare_office[0].undo_labels() == ["Sample"]


@pytest.mark.parametrize("part", range(PARTS))
def test_twice_the_text_size_fits_a_narrow_page(
    qapp: QApplication, full_office: Filled, settings: Settings, part: int
) -> None:
    office, ids = full_office
    theme.apply(qapp, "dark", 200)
    wider = []
    for name in ORDER[part::PARTS]:
        page = RecordPage(office, entity(name), ids[name], settings, OfficeNews(office))
        page.resize(620, 700)
        page.show()
        QApplication.processEvents()
        if page._body.width() > page._area.viewport().width():
            wider.append(name)
        Shiboken.delete(page)
    assert wider == []
