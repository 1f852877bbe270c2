"""Tokens, icons, fonts: readable in both themes, live, and drawn alike."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dipdesk import paths
from dipdesk.gui import theme
from dipdesk.gui.icons import icon_names
from dipdesk.gui.labels import chip, headline, plain
from dipdesk.gui.tokens import Tokens, dark, light
from dipdesk.model import entities

_STATES = ("good", "attention", "bad", "info", "dormant", "accent")


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [light(), dark()], ids=["light", "dark"])
def test_every_text_is_readable_on_every_ground(colours: Tokens) -> None:
    grounds = ("paper", "ground", "hover", "selection")
    for text, ground in product(("ink", "muted"), grounds):
        assert _contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5, (text, ground)
    for state in _STATES:
        for ground in ("paper", "ground", f"{state}_soft"):
            assert _contrast(getattr(colours, state), getattr(colours, ground)) >= 4.5, (state, ground)
    assert _contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", [light(), dark()], ids=["light", "dark"])
def test_what_floats_has_an_edge_that_is_seen(colours: Tokens) -> None:
    for ground in (colours.paper, colours.ground):
        assert _contrast(colours.edge, ground) >= 1.8


@pytest.mark.parametrize("colours", [light(), dark()], ids=["light", "dark"])
def test_the_main_action_can_be_read_in_every_state(colours: Tokens) -> None:
    for ground in (colours.accent, colours.accent_hover):
        assert _contrast(colours.on_accent, ground) >= 4.5
        assert _contrast(ground, colours.paper) >= 3
        assert _contrast(colours.ink, ground) >= 1.3  # the rule around it that shows the focus
    assert _contrast(colours.accent, colours.accent_hover) >= 1.2
    rules = paths.resources("windows.qss").read_text(encoding="utf-8")
    states = [line for line in rules.splitlines() if line.startswith('QPushButton[role="primary"]:')]
    assert not any("background: $ink" in line or "color: $paper" in line for line in states)
    assert any(":pressed" in line for line in states)


def test_icons_share_one_grid_and_stroke() -> None:
    for name in icon_names():
        drawing = paths.resources("icons", f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in drawing, name
        assert 'stroke-width="1.75"' in drawing, name
        assert set(re.findall(r"#[0-9a-fA-F]{3,6}", drawing)) == set(), name


def test_every_entity_has_an_icon() -> None:
    assert {kind.icon for kind in entities()} <= icon_names()


def _ink_of(image: QImage) -> QColor:
    return max(
        (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())),
        key=QColor.alpha,
    )


def test_an_icon_without_room_is_drawn_without_a_word(qtbot: QtBot) -> None:
    made = theme.icon("person")
    engine = made.pixmap(QSize(0, 24))
    assert engine.isNull()
    sheet = QPixmap(10, 10)
    sheet.fill()
    painter = QPainter(sheet)
    made.paint(painter, 0, 0, 0, 10)
    painter.end()


def test_icons_follow_the_theme_without_being_made_again(qapp: QApplication) -> None:
    made = theme.icon("person")
    before = _ink_of(made.pixmap(24, 24).toImage())
    theme.apply(qapp, "dark", 100)
    after = _ink_of(made.pixmap(24, 24).toImage())
    assert before == light().muted
    assert after == dark().muted


def test_an_icon_in_its_own_colour_keeps_it() -> None:
    colour = QColor("#b3261e")
    assert _ink_of(theme.icon("warning", colour).pixmap(24, 24).toImage()) == colour


def test_an_icon_on_the_accent_follows_the_theme(qapp: QApplication) -> None:
    made = theme.icon("add", "on_accent")
    before = _ink_of(made.pixmap(24, 24).toImage())
    theme.apply(qapp, "dark", 100)
    assert before == light().on_accent
    assert _ink_of(made.pixmap(24, 24).toImage()) == dark().on_accent


def test_a_link_that_cannot_be_pressed_is_as_quiet_as_any_button(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    button = QPushButton("Daha")
    button.setProperty("role", "link")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.show()
    assert button.palette().color(button.foregroundRole()) == light().dormant


def test_theme_and_size_reach_open_widgets(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("Ölçü")
    qtbot.addWidget(button)
    button.show()
    before = button.fontMetrics().height()
    theme.apply(qapp, "dark", 200)
    assert theme.tokens(button) == dark()
    assert button.fontMetrics().height() > 1.8 * before
    assert theme.row_height() > theme.ROW


@pytest.mark.parametrize("role", ["text", "headline", "section", "secondary", "table"])
def test_fonts_are_ours(role: theme.Role) -> None:
    assert QFontInfo(theme.font(role)).family() == "Noto Sans"


def test_typed_text_is_never_markup(qtbot: QtBot) -> None:
    for label in (plain("<b>x</b>"), headline("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat().name == "PlainText"


def test_a_chip_says_its_word(qtbot: QtBot) -> None:
    made = chip("Confirmed", "good")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Confirmed"


def test_the_other_typefaces_are_loaded_once_a_text_needs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[None] = []
    monkeypatch.setattr(theme, "load_more_fonts", lambda: loaded.append(None))
    theme.load_fonts_for(["İstanbul – “Łódź”, Αθήνα · Москва …", ""])
    assert not loaded
    for name in ("თბილისი", "東京", "القاهرة", "Երևան"):
        theme.load_fonts_for(["Gence", name])
    assert len(loaded) == 4
