"""Every dialog at large text on a small laptop: nothing is cut, Enter does what is focused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dipdesk.gui import theme
from dipdesk.gui.about import AboutDialog
from dipdesk.gui.backups import BackupsDialog
from dipdesk.gui.desk import Desk
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.frame import Frame
from dipdesk.gui.importing.dialog import ImportDialog
from dipdesk.gui.new_office import NewOfficeDialog
from dipdesk.gui.settings import Settings
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.shortcuts import ShortcutsDialog
from dipdesk.gui.steps import StepsDialog
from dipdesk.gui.trouble import bug_box
from dipdesk.i18n import speak

LAPTOP = (1024, 700)
TABLE = Path(__file__).parents[1] / "data" / "sister_cities_published.csv"
DIALOGS: dict[str, Callable[[Desk], QDialog]] = {
    "about": lambda desk: AboutDialog(),
    "backups": lambda desk: BackupsDialog(desk.files),
    "bug": lambda desk: bug_box("ValueError"),
    "import": lambda desk: ImportDialog(desk.office, TABLE, desk.settings, desk.jobs),  # type: ignore[arg-type]
    "import-empty": lambda desk: ImportDialog(desk.office, None, desk.settings, desk.jobs),  # type: ignore[arg-type]
    "new": lambda desk: NewOfficeDialog(),
    "settings": lambda desk: SettingsDialog(desk.looks, desk.files),
    "shortcuts": lambda desk: ShortcutsDialog(),
    "steps": lambda desk: StepsDialog(desk.office),  # type: ignore[arg-type]
}


def scrolled(widget: QWidget) -> bool:
    """Whether a widget lies in something that can be scrolled, so that it may be out of sight."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def cut(dialog: QDialog) -> list[str]:
    """The words of labels and buttons that the dialog does not show whole."""
    found = []
    inside = dialog.rect()
    for part in dialog.findChildren(QWidget):
        if not isinstance(part, QLabel | QAbstractButton) or not part.isVisible() or not part.text():
            continue
        where = QRect(part.mapTo(dialog, part.rect().topLeft()), part.size())
        if not scrolled(part) and not inside.contains(where):
            found.append(part.text())
        is_cut = isinstance(part, QPushButton) and part.width() < part.sizeHint().width()
        wraps = isinstance(part, QLabel) and part.wordWrap()
        if is_cut or (wraps and part.height() < part.heightForWidth(part.width())):  # type: ignore[attr-defined]
            found.append(part.text())
    return found


@pytest.mark.parametrize(("code", "percent"), [("tr", 100), ("tr", 150), ("en", 150)])
def test_a_dialog_fits_a_small_laptop(
    qtbot: QtBot, qapp: QApplication, desk: Desk, code: str, percent: int
) -> None:
    speak(code)
    theme.apply(qapp, "light", percent)
    for name, make in DIALOGS.items():
        dialog = make(desk)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not desk.jobs.is_busy)
        dialog.resize(min(dialog.width(), LAPTOP[0]), min(dialog.height(), LAPTOP[1]))
        qtbot.wait(30)
        assert dialog.width() <= LAPTOP[0], name
        assert dialog.height() <= LAPTOP[1], name
        assert cut(dialog) == [], name
        dialog.close()
    theme.apply(qapp, "light", 100)


def test_dialogs_grow_with_the_text(qtbot: QtBot, qapp: QApplication, desk: Desk) -> None:
    small = ShortcutsDialog()
    theme.apply(qapp, "light", 125)
    large = ShortcutsDialog()
    for dialog in (small, large):
        qtbot.addWidget(dialog)
    assert large.width() > small.width()


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    dialog = Dialog("Title")
    qtbot.addWidget(dialog)
    pressed: list[str] = []
    other = QPushButton("Other", dialog)
    other.clicked.connect(lambda: pressed.append("other"))
    main = QPushButton("Main")
    dialog.column.addWidget(other)
    dialog.add_buttons(main)
    dialog.accepted.connect(lambda: pressed.append("main"))
    dialog.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["other"]
    dialog.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert pressed == ["other", "main"]


def test_enter_on_cancel_never_does_the_main_thing(qtbot: QtBot) -> None:
    dialog = Dialog("Title")
    qtbot.addWidget(dialog)
    dialog.add_buttons(QPushButton("Main"))
    dialog.show()
    cancel = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)  # type: ignore[union-attr]
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert dialog.result() == 0
    assert not dialog.isVisible()


def test_buttons_of_dialogs_carry_no_sign_of_another_theme(qtbot: QtBot, qapp: QApplication) -> None:
    """The style's own signs are black, also on dark ground."""
    theme.apply(qapp, "dark", 100)
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    hint = dialog.style().StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert dialog.style().styleHint(hint, None, box) == 0
    assert all(button.icon().isNull() for button in box.buttons())
    theme.apply(qapp, "light", 100)


def test_the_first_window_is_no_larger_than_the_screen(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Small:
        @staticmethod
        def availableSize() -> QSize:  # noqa: N802
            return QSize(1024, 700)

    monkeypatch.setattr(Frame, "screen", lambda self: Small())
    frame = Frame(settings)
    qtbot.addWidget(frame)
    assert frame.width() == 1024
    assert frame.height() < 700


def test_the_settings_grow_while_they_are_open(qtbot: QtBot, desk: Desk) -> None:
    dialog = SettingsDialog(desk.looks, desk.files)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.width()
    sizes = dialog.findChildren(QComboBox)[0]
    sizes.activated.emit(sizes.findData(150))
    assert dialog.width() > before or dialog.width() >= dialog.screen().availableSize().width() - 64
    sizes = dialog.findChildren(QComboBox)[-1]
    sizes.activated.emit(sizes.findData(200))
    topics = dialog.findChildren(QScrollArea)[-1].widget()
    assert topics.minimumSizeHint().width() <= 700  # of the 800 pixels that the smallest window has
    desk.looks.set_text_percent(100)
