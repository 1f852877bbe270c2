"""A visit is moved by the command of the window, and a finished one is not."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from dipdesk.gui.desk import Desk
from dipdesk.gui.form.visit.move_dialog import MoveVisitDialog
from dipdesk.gui.trail import Spot
from dipdesk.model import Gift, Visit


def test_a_visit_is_moved_in_one_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.office is not None
    day = date(2026, 11, 22)
    with desk.office.change("a visit") as session:
        visit = Visit(title_en="Visit", starts=day, ends=day)
        gift = Gift(visit_id=visit.id, what_en="Plate", day=day)
        session.add_all([visit, gift])
    assert not desk.window.commands["visit.move"].isEnabled()
    desk.go(Spot("visit", visit.id))

    def answer(dialog: MoveVisitDialog) -> int:
        dialog.first_day.setText("15.2.27")
        return 1

    monkeypatch.setattr(MoveVisitDialog, "exec", answer)
    desk.window.commands["visit.move"].trigger()
    with desk.office.read() as session:
        moved = session.get_one(Visit, visit.id)
        assert (moved.starts, moved.ends) == (date(2027, 2, 15), date(2027, 2, 15))
        assert session.get_one(Gift, gift.id).day == date(2027, 2, 15)
    assert desk.office.undo_label == "Visit moved to 15 February 2027"
    assert desk.window.offer.isHidden()
    desk.do("edit.undo")
    with desk.office.change("over") as session:
        session.get_one(Visit, visit.id).state = "done"
    monkeypatch.setattr(MoveVisitDialog, "exec", lambda _dialog: pytest.fail("it cannot be moved"))
    desk.do("visit.move")
    assert "neither over nor cancelled" in desk.window.message.sentence
    assert QApplication.activeModalWidget() is None
