"""The keys of the ties of a partner, and what their rows say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.story import ties
from dipdesk.gui.form.story.ties import TiesSection
from dipdesk.model import Partner, Tie
from dipdesk.store.office_file import OfficeFile


def test_insert_asks_once_and_notes_are_never_markup(
    qtbot: QtBot, office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ties, "new_record", lambda *told: asked.append(told))
    city, other = Partner(name_tr="Kent"), Partner(name_tr="Ağ")
    with office.change("Filled") as session:
        session.add_all([city, other])
        session.flush()
        session.add(Tie(partner_id=city.id, other_id=other.id, kind="member", note="<b>kalın</b>"))
    section = TiesSection(office, city.id)
    qtbot.addWidget(section)
    section.show()
    section.table.selectRow(0)
    QTest.keyClick(section.table, Qt.Key.Key_Insert)
    assert len(asked) == 1
    note = section.model.index(0, 4)
    assert "<b>" not in note.data(Qt.ItemDataRole.ToolTipRole)
