"""Boxes of choices: letters choose, also across a space; the wheel does not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.gui.still_box import StillBox
from tests.gui.conftest import typed


def made(qtbot: QtBot, *words: str) -> StillBox:
    box = StillBox()
    qtbot.addWidget(box)
    for word in ("–", *words):
        box.addItem(word)
    box.show()
    return box


def test_letters_with_a_space_choose_and_open_no_list(qtbot: QtBot) -> None:
    box = made(qtbot, "Ziyaret programı", "Ziyaret tutanağı", "Zarf")
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    typed(box, "ziyaret tu")
    assert box.currentText() == "Ziyaret tutanağı"
    assert not box.view().isVisible()
    assert chosen[-1] == box.currentIndex()


def test_one_letter_again_goes_on(qtbot: QtBot) -> None:
    box = made(qtbot, "İzmir", "Iğdır", "Kars")
    typed(box, "ii")
    assert box.currentText() == "Iğdır"
    typed(box, "i")
    assert box.currentText() == "İzmir"


def test_space_alone_opens_the_list(qtbot: QtBot) -> None:
    box = made(qtbot, "Kars")
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()
