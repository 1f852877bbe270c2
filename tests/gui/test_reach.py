"""Everybody can use it: names for screen readers, keys for every place, and text that is never markup."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.about import AboutDialog
from dipdesk.gui.backups import BackupsDialog
from dipdesk.gui.desk import Desk
from dipdesk.gui.new_office import NewOfficeDialog
from dipdesk.gui.places import FOOT, PLACES
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.shortcuts import ShortcutsDialog
from dipdesk.gui.steps import StepsDialog
from dipdesk.gui.trail import Spot
from tests.gui import small_office


def nameless(top: QWidget) -> Iterator[str]:
    """Widgets that take the focus and tell a screen reader nothing."""
    for widget in top.findChildren(QWidget):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(top)
        if not takes_focus or widget.accessibleName() or widget.toolTip():
            continue
        if isinstance(widget, QAbstractButton) and widget.text():
            continue
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractItemView):
            yield f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def careless(top: QWidget) -> Iterator[str]:
    """Labels that would take a typed text for markup."""
    for label in top.findChildren(QLabel):
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            yield f"{label.text()!r} in {type(label.parentWidget()).__name__}"


def test_every_place_and_record_speaks_to_everybody(desk: Desk) -> None:
    assert desk.office is not None
    ids = small_office.fill(desk.office)
    spots = [Spot(place.key) for place in (*PLACES, *FOOT)]
    spots += [Spot(entity, ids[entity]) for entity in ("partner", "person", "visit")]
    for spot in spots:
        desk.go_to_place(spot.place) if not spot.row_id else desk.go(spot)
        assert list(nameless(desk.window.frame)) == [], spot
        assert list(careless(desk.window.frame)) == [], spot


@pytest.mark.parametrize("name", ["about", "backups", "new", "settings", "shortcuts", "steps"])
def test_every_dialog_speaks_to_everybody(qtbot: QtBot, desk: Desk, name: str) -> None:
    assert desk.office is not None
    dialog = {
        "about": AboutDialog,
        "backups": lambda: BackupsDialog(desk.files),
        "new": NewOfficeDialog,
        "settings": lambda: SettingsDialog(desk.looks, desk.files),
        "shortcuts": ShortcutsDialog,
        "steps": lambda: StepsDialog(desk.office),  # type: ignore[arg-type]
    }[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    assert list(nameless(dialog)) == []
    assert list(careless(dialog)) == []
    buttons = [one for one in dialog.findChildren(QAbstractButton) if getattr(one, "isDefault", bool)()]
    assert all(one.property("role") == "primary" for one in buttons)
