"""Toasts and news."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.news import OfficeNews
from dipdesk.gui.toast import Toast, toast
from dipdesk.model import Person
from dipdesk.store.office_file import OfficeFile


def test_a_toast_offers_the_way_back_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    done: list[bool] = []
    toast(window, "“<b>Ünye</b>” deleted", "Undo", lambda: done.append(True))
    shown = window.findChild(Toast)
    assert shown.findChild(QLabel).text() == "“<b>Ünye</b>” deleted"
    shown.findChild(QPushButton).click()
    assert done == [True]
    qtbot.waitUntil(lambda: window.findChild(Toast) is None)


def test_the_focus_goes_back_to_where_the_work_was(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lines = [QLineEdit(window), QLineEdit(window)]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lines[1].setFocus()
    shown = toast(window, "Done", "Undo", lambda: None)
    button = shown.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert lines[1].hasFocus()
    shown = toast(window, "Done", "Undo", lambda: None)
    shown.findChild(QPushButton).setFocus()
    qtbot.keyClick(shown.findChild(QPushButton), Qt.Key.Key_Space)
    assert lines[1].hasFocus()
    shown = toast(window, "Done", "Undo", lambda: None)
    shown.findChild(QPushButton).setFocus()
    lines[1].deleteLater()
    qtbot.wait(1)
    shown.close_card()


def test_a_new_toast_takes_the_place_of_the_old(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast(window, "One")
    toast(window, "Two")
    qtbot.waitUntil(lambda: len(window.findChildren(Toast)) == 1)
    assert window.findChild(Toast).findChild(QLabel).text() == "Two"


def test_news_reach_listeners_until_closed(qtbot: QtBot, office: OfficeFile, news: OfficeNews) -> None:
    with qtbot.waitSignal(news.changed) as told, office.change("Person added") as session:
        session.add(Person(family_name="Şahin"))
    assert told.args[0].label == "Person added"
    assert told.args[0].touches("person")
    news.close()
    with qtbot.assertNotEmitted(news.changed), office.change("Person added") as session:
        session.add(Person(family_name="Çelik"))
