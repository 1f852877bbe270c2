"""The editor of a colour: typed or chosen, shown beside, with a word about colours that are too light."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid
from dipdesk.gui.form.colour_editor import ColourEditor
from dipdesk.gui.form.editor import Surroundings
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model.kinds import PrintColour
from dipdesk.store.office_file import OfficeFile


@pytest.fixture
def field(qtbot: QtBot, office: OfficeFile) -> ColourEditor:
    made = ColourEditor(PrintColour(), Surroundings(office))
    qtbot.addWidget(made)
    return made


def test_a_typed_colour_is_shown_on_the_button(field: ColourEditor) -> None:
    field.set_text("8b1e3f")
    assert field.value() == "#8B1E3F"
    shown = field.button.icon().pixmap(12, 12).toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == QColor("#8B1E3F")


def test_a_chosen_colour_is_stored(qtbot: QtBot, field: ColourEditor) -> None:
    field.choose()
    dialog = field.findChild(QColorDialog)
    assert dialog is not None
    with qtbot.waitSignals([field.changed, field.committed]):
        dialog.setCurrentColor(QColor(139, 30, 63))
        dialog.accept()
    assert field.value() == "#8B1E3F"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_light_colour_is_told_and_a_dark_one_is_not(field: ColourEditor, language: str) -> None:
    with speaking(language):
        field.set_text("#FFD700")
        assert "#" in field.remark()
        field.set_text("#8B1E3F")
        assert field.remark() == ""


def test_what_is_no_colour_is_refused(field: ColourEditor) -> None:
    field.set_text("bordo")
    assert field.remark() == ""
    with pytest.raises(Invalid):
        field.value()
