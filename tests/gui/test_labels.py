"""Labels: chips that change their state."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dipdesk.gui import theme
from dipdesk.gui.labels import Chip


def _ink(chip: Chip) -> str:
    word = chip.findChildren(QLabel)[-1]
    return word.palette().color(word.foregroundRole()).name()


def test_a_chip_that_changes_its_state_changes_the_colour_of_its_word(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "dark", theme.TEXT_SIZES[0])
    chip, fresh = Chip(), Chip()
    for one in (chip, fresh):
        qtbot.addWidget(one)
    chip.show_state("Not checked yet", "dormant")
    chip.show()
    chip.show_state("Up to date", "good")
    fresh.show_state("Up to date", "good")
    fresh.show()
    assert _ink(chip) == _ink(fresh)
