"""Qt speaks as the program speaks, also where its own catalogue has gaps."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from dipdesk.gui import tongue
from dipdesk.gui.shortcuts import native
from dipdesk.gui.table_keys import ADD, offer


@pytest.fixture(autouse=True)
def back_to_english(qapp: QApplication) -> Iterator[None]:
    yield
    tongue.switch(qapp, "en")


def words_of_file_dialog(qtbot: QtBot) -> set[str]:
    dialog = QFileDialog(None, "x", "/")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    return labels | {button.text() for button in dialog.findChildren(QPushButton)}


def test_the_file_dialog_speaks_turkish(qtbot: QtBot, qapp: QApplication) -> None:
    english = words_of_file_dialog(qtbot)
    tongue.switch(qapp, "tr")
    turkish = words_of_file_dialog(qtbot)
    assert english & turkish == set()
    tongue.switch(qapp, "en")
    assert words_of_file_dialog(qtbot) == english


def test_buttons_and_edit_menus_speak_turkish(qtbot: QtBot, qapp: QApplication) -> None:
    def words() -> list[str]:
        box = QDialogButtonBox()
        standard = QDialogButtonBox.StandardButton
        for one in (standard.Ok, standard.Cancel, standard.Close, standard.Save, standard.Discard):
            box.addButton(one)
        qtbot.addWidget(box)
        found = [button.text() for button in box.buttons()]
        for editor in (QLineEdit("a"), QPlainTextEdit("a")):
            qtbot.addWidget(editor)
            menu = editor.createStandardContextMenu()
            found += [action.text().split("\t")[0] for action in menu.actions() if action.text()]
        return found

    english = words()
    tongue.switch(qapp, "tr")
    turkish = words()
    assert len(english) == len(turkish)
    assert set(english) & set(turkish) == set()


def test_dialogs_of_the_system_are_used_only_if_it_speaks_the_same(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("tr_TR"))
    avoided = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    tongue.switch(qapp, "tr")
    assert not qapp.testAttribute(avoided)
    tongue.switch(qapp, "en")
    assert qapp.testAttribute(avoided) == tongue.asks_in_own_words()


def test_keys_are_called_as_the_keyboard_calls_them(qapp: QApplication) -> None:
    keys = ("Ins", "Del", "Home", "End", "Ctrl+Home", "Shift+Ins", "Backspace", "Esc", "PgUp")
    tongue.switch(qapp, "tr")
    assert tuple(native(key) for key in keys) == keys
    assert {native(key) for key in ("Return", "Enter")} == {"Enter"}
    menu = QMenu()
    made = offer(menu, ADD, lambda: None)
    assert made.text() != made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
