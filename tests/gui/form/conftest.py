"""Offices that many tests of a file look at and none changes: opened once for the file, not once a test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk import paths
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Record
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import Open
from tests.gui.form.sample import bare, fill

Filled = tuple[OfficeFile, dict[str, str]]


@pytest.fixture(scope="module")
def kept_open(
    prepared_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], AbstractContextManager[OfficeFile]]:
    """Opens a copy of the prepared file for longer than a test, in folders of its own."""

    @contextmanager
    def kept() -> Iterator[OfficeFile]:
        folder = tmp_path_factory.mktemp("kept")
        path = Path(shutil.copy(prepared_file, folder / "Örnek.dipdesk"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(paths, "data", lambda: folder)
            with opening.open_file(path) as opened:
                yield opened

    return kept


@pytest.fixture(scope="module")
def full_office(kept_open: Callable[[], AbstractContextManager[OfficeFile]]) -> Iterator[Filled]:
    """An office with one full record of every entity, and their ids; not to be changed."""
    with kept_open() as opened:
        yield opened, fill(opened)


@pytest.fixture(scope="module")
def bare_office(kept_open: Callable[[], AbstractContextManager[OfficeFile]]) -> Iterator[Filled]:
    """An office with one record of every entity that holds only what is needed; not to be changed."""
    with kept_open() as opened:
        yield opened, bare(opened)


@pytest.fixture
def open_page(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Iterator[Open]:
    """Opens the page of a record of the open office."""
    kept = []

    def make(kind: type[Record], row_id: str) -> RecordPage:
        page = RecordPage(office, kind, row_id, settings, news)
        page.resize(900, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        kept.append(page)
        return page

    yield make
    kept.clear()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """The window that editors stand in."""
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    return window
