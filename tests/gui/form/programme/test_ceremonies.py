"""Ceremonies for which no item stands are in the heads of their days, and lead to their records."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.gui.form.programme.shown import passage_boxes
from dipdesk.model import Ceremony
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.programme.conftest import VISIT, at


def test_a_ceremony_without_an_item_is_shown_and_opened(qtbot: QtBot, visited: OfficeFile) -> None:
    wreath = Ceremony(
        id="c" * 32, title_tr="Çelenk", title_en="Wreath", visit_id=VISIT, starts=at("12 16:00")
    )
    told = Ceremony(title_tr="Karşılama", visit_id=VISIT, starts=at("12 10:00"))
    off = Ceremony(title_tr="Yok", visit_id=VISIT, starts=at("12 17:00"), state="cancelled")
    with visited.change("ceremonies") as session:
        session.add_all([wreath, told, off])
    section = ProgrammeSection(visited, VISIT)
    qtbot.addWidget(section)
    section.resize(900, 900)
    section.show()
    board = section.board
    ((passage, area),) = passage_boxes(board.lanes, board.shown)
    assert passage.words == "16:00 Wreath"
    with qtbot.waitSignal(section.opened) as opened:
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert opened.args == ["ceremony", "c" * 32]
