"""Choices: found by typing ahead, by a click, and emptied again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.choice_editors import zone_suggestions
from dipdesk.gui.form.suggest import Suggestion, SuggestLine, matching
from dipdesk.model import (
    Partner,
    Tag,
    field_of,
)
from dipdesk.model.colours import SHADES
from dipdesk.model.kinds import (
    Choice,
)
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.editing import Typist, made, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_choice_by_typing_ahead(host: QWidget, qtbot: QtBot, office: OfficeFile, type_text: Typist) -> None:
    kind = Choice({"mayor": "Mayor", "isik": "Işık", "consul": "Consul"})
    one = made(host, kind, office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    type_text(line, "ısi")
    assert line.suggested() == ["Işık"]
    with qtbot.waitSignal(one.finished):
        press(line._list, Qt.Key.Key_Return)
    assert one.value() == "isik"


def test_choice_opens_by_keyboard_and_by_click(host: QWidget, office: OfficeFile) -> None:
    one = made(host, Choice({"a": "Alpha", "b": "Beta"}), office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.is_suggesting()
    assert line.suggested() == ["Alpha", "Beta", "(none)"]
    press(line._list, Qt.Key.Key_Down)
    press(line._list, Qt.Key.Key_Return)
    assert one.value() == "a"
    one.offer()
    assert line.is_suggesting()
    press(line._list, Qt.Key.Key_Escape)
    assert not line.is_suggesting()


def test_choice_can_be_emptied(host: QWidget, office: OfficeFile) -> None:
    one = made(host, Choice({"a": "Alpha"}), office)
    one.set_value("a")
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    line.picked.emit("", "(none)")
    assert one.value() == ""


def test_best_matches_come_first() -> None:
    found = matching(
        [Suggestion("1", "Vice consul"), Suggestion("2", "Çonsul"), Suggestion("3", "Mayor")], "con"
    )
    assert [one.key for one in found] == ["2", "1"]


def test_zones_are_found_by_city(qtbot: QtBot) -> None:
    assert zone_suggestions("istan")[0].key == "Europe/Istanbul"
    assert zone_suggestions("new york")[0].key == "America/New_York"


def test_a_colour_stands_beside_its_word(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    one = made(host, field_of(Tag, "colour").kind, office)
    line = one.stops()[0]
    assert isinstance(line, SuggestLine)
    swatch = line.actions()[-1]
    assert not swatch.isVisible()
    one.set_value("teal")
    assert swatch.isVisible()
    assert swatch.icon().pixmap(12, 12).toImage().pixelColor(6, 6).getRgb()[:3] == SHADES["teal"]
    line.show_all()
    assert line._model.item(1).text() == "Teal"
    assert not line._model.item(1).icon().isNull()
    assert line._model.item(line._model.rowCount() - 1).icon().isNull()
    line._list.hide()
    kind = made(host, field_of(Partner, "kind").kind, office)
    assert len(kind.stops()[0].actions()) == 1
