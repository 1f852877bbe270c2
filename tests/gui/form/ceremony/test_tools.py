"""The tools of the seating editor: none of them falls off a narrow window, least of all undo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.seating.tools import Tools

_NAMES = ("undo", "redo", "seat", "lock", "block", "absent", "fit")


def test_words_go_where_there_is_no_room_for_them(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    words = [
        (name, name, f"A long word for {name}", "", lambda name=name: done.append(name)) for name in _NAMES
    ]
    tools = Tools(words, lambda act: act(), owner)
    tools.setParent(owner)
    owner.resize(1600, 100)
    owner.show()
    styles = {}
    for width in (1600, 420):
        tools.setGeometry(0, 0, width, 50)
        qtbot.wait(1)
        assert all(tools.button(name).isVisible() for name in _NAMES), width
        styles[width] = {name: tools.button(name).toolButtonStyle() for name in _NAMES}
    only, beside = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert set(styles[420].values()) == {only}
    assert {name for name, style in styles[1600].items() if style == beside} == {*_NAMES} - {"undo", "redo"}
    tools.button("undo").click()
    assert done == ["undo"]
