"""What is wanted before lists and records are loaded: it waits with a sign, and nothing is lost."""

from collections.abc import Callable
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.actions import attention as steps
from dipdesk.gui import pages
from dipdesk.gui.desk import Desk
from dipdesk.gui.palette.card import Palette
from dipdesk.gui.progress_card import ProgressCard
from dipdesk.gui.today import VISIT_STATES, TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.waiting import Sign
from dipdesk.gui.welcome import WelcomePage
from dipdesk.gui.workspace import Workspace
from dipdesk.model import Country, Person, visit
from dipdesk.rules.chains import chain_keys, shipped_chain
from dipdesk.rules.reminders import Reminder
from dipdesk.store import attention, opening
from dipdesk.store.attention import Due
from dipdesk.store.office_file import OfficeFile


def lit(desk: Desk) -> str:
    """The entry that is lit in the navigation."""
    found = [places.currentItem() for places in desk.window.navigation.lists]
    return next((item.text() for item in found if item is not None), "")


def cards(desk: Desk) -> list[ProgressCard]:
    return [card for card in desk.window.frame.findChildren(ProgressCard) if card.isVisible()]


def move_in(desk: Desk) -> None:
    desk.move_in(desk.late.rooms())


def test_the_first_page_answers_before_the_rooms_are_there(early_desk: Desk) -> None:
    assert isinstance(early_desk.page, TodayPage)
    assert early_desk.office is None
    assert early_desk.window.frame.windowTitle().startswith("Örnek Belediyesi")
    assert early_desk.window.commands["go.anywhere"].isEnabled()
    assert "file" not in early_desk.window.message.sentence


def test_a_place_opens_as_soon_as_it_can(qtbot: QtBot, early_desk: Desk) -> None:
    with qtbot.waitSignal(early_desk.rooms_wanted):
        early_desk.window.place_wanted.emit("country")
    assert isinstance(early_desk.page, TodayPage)
    assert lit(early_desk) == "Countries"
    qtbot.waitUntil(lambda: len(cards(early_desk)) == 1)
    move_in(early_desk)
    assert isinstance(early_desk.page, Workspace)
    assert early_desk.page.kind is Country
    assert not cards(early_desk)
    assert early_desk.trail.has_back


def test_everything_that_was_wanted_is_done_in_its_order(early_desk: Desk) -> None:
    early_desk.go(Spot("country"))
    early_desk.do("place.person")
    early_desk.do("go.anywhere")
    move_in(early_desk)
    assert isinstance(early_desk.page, Workspace)
    assert early_desk.page.kind is Person
    assert early_desk.window.frame.findChild(Palette) is not None
    early_desk.go_back(-1)
    assert isinstance(early_desk.page, Workspace)
    assert early_desk.page.kind is Country


def test_who_does_not_want_to_wait_stays(qtbot: QtBot, early_desk: Desk) -> None:
    early_desk.go_to_place("country")
    qtbot.waitUntil(lambda: len(cards(early_desk)) == 1)
    qtbot.mouseClick(cards(early_desk)[0].findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert not cards(early_desk)
    assert lit(early_desk) == "Today"
    move_in(early_desk)
    assert isinstance(early_desk.page, TodayPage)


def test_a_place_that_is_there_at_once_comes_instead(early_desk: Desk) -> None:
    early_desk.go_to_place("country")
    early_desk.go_to_place("welcome")
    assert isinstance(early_desk.page, WelcomePage)
    move_in(early_desk)
    assert isinstance(early_desk.page, WelcomePage)
    assert lit(early_desk) == "Welcome page"


def test_the_first_page_follows_changes_made_later(early_desk: Desk) -> None:
    page = early_desk.page
    move_in(early_desk)
    assert isinstance(page, TodayPage)
    assert early_desk.office is not None
    with early_desk.office.change("A visit of somebody") as session:
        session.add(visit.Visit(title_tr="Heyet"))
    assert any("A visit of somebody" in label.text() for label in page.findChildren(QLabel))


def test_closing_before_the_rooms_are_there(early_desk: Desk, office_path: Path) -> None:
    early_desk.go_to_place("country")
    early_desk.close_file()
    assert isinstance(early_desk.page, WelcomePage)
    move_in(early_desk)
    assert isinstance(early_desk.page, WelcomePage)
    assert early_desk.office is None
    opening.open_file(office_path).close()


def test_a_start_at_a_list_waits_for_it(qtbot: QtBot, early_desk: Desk) -> None:
    path = early_desk.files.held.path if early_desk.files.held else Path()
    early_desk.settings.set("last.spots", {str(path): ["country", ""]})
    with qtbot.waitSignals([early_desk.files.opened, early_desk.rooms_wanted]):
        early_desk.files.close()
        early_desk.files.open(path)
    assert early_desk.page is None
    move_in(early_desk)
    assert isinstance(early_desk.page, Workspace)


class Drawn(QObject):
    """Notes when a widget is drawn."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.Paint
        return False


class Signs(QObject):
    """Notes the signs that are drawn over a window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.drawn: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and isinstance(watched, Sign):
            self.drawn.append(watched.accessibleName())
        return False


def test_a_record_that_takes_long_to_open_is_announced(
    qapp: QApplication, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.office is not None
    with desk.office.change("Two visits") as session:
        session.add_all(made := [visit.Visit(title_tr="Heyet"), visit.Visit(title_tr="İkinci")])
    signs, drawn = Signs(qapp), []
    show_record = Workspace.show_record

    def seen(page: Workspace, row_id: str) -> None:
        drawn.append(list(signs.drawn))
        show_record(page, row_id)

    monkeypatch.setattr(Workspace, "show_record", seen)
    monkeypatch.setattr(pages, "_LONG", 0.0)
    desk.go(Spot("visit", made[0].id))
    assert drawn.pop() == ["Opening …"]
    assert not any(sign.isVisible() for sign in desk.window.frame.findChildren(Sign))
    signs.drawn.clear()
    desk.go(Spot("visit", made[0].id))
    assert drawn.pop() == []
    monkeypatch.setattr(pages, "_LONG", 60.0)
    desk.go(Spot("visit", made[1].id))
    assert drawn.pop() == ["Opening …"]
    signs.drawn.clear()
    desk.go(Spot("visit", made[0].id))
    assert drawn.pop() == []
    qapp.removeEventFilter(signs)


def promises(count: int) -> list[Due]:
    return [
        Due(
            "commitment",
            f"{number:032}",
            f"Promise {number}",
            "",
            "",
            Reminder("commitment", None, "undated", "We promised this."),
        )
        for number in range(count)
    ]


def test_all_rows_are_drawn_before_lists_and_records_are_loaded(
    qtbot: QtBot, office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attention, "due_soon", lambda raw, today: promises(12))
    page = TodayPage(office.held)
    qtbot.addWidget(page)
    page.resize(1000, 1400)
    drawn: list[Drawn] = []
    page.attention.full.connect(lambda: drawn.append(Drawn(page.attention.rows[-1].button)))
    redrawn: list[bool] = []
    page.attention.full.connect(lambda: redrawn.append(page.updatesEnabled()))
    seen: list[tuple[int, int, bool]] = []
    page.whole.connect(
        lambda: seen.append((len(page.attention.rows), drawn[-1].times, page.attention.column.isEnabled()))
    )
    page.prepare()
    page.filled.connect(page.show)
    qtbot.waitUntil(lambda: bool(seen))
    rows, times, is_laid_out = seen[0]
    assert rows == 10
    assert times > 0
    assert redrawn == [False]  # what was drawn first stays until then, else the card would flicker
    assert is_laid_out
    tops = [row.y() for row in page.attention.rows]
    assert tops == sorted(set(tops))


def test_what_more_is_due_is_asked_one_by_one(qtbot: QtBot, office: OfficeFile) -> None:
    page = TodayPage(office.held)
    qtbot.addWidget(page)
    told: list[str] = []
    other = QTimer(page, interval=0)
    other.timeout.connect(lambda: told.append("answer"))

    def ask(word: str) -> Callable[[date], list[Due]]:
        return lambda today: told.append(word) or []  # type: ignore[func-returns-value]

    other.start()
    page.know_more((ask("steps"), ask("days")), lambda today: told.append("fares") or {})  # type: ignore[func-returns-value]
    page.ask_more()
    qtbot.waitUntil(lambda: "fares" in told)
    said = [word for word, _same in groupby(told)]
    assert [word for word in said if word != "answer"] == ["steps", "days", "fares"]
    assert said.index("days") - said.index("steps") == 2


def test_know_how_is_read_before_it_is_asked_for(
    qtbot: QtBot, early_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped_chain.cache_clear()
    known: list[int] = []

    def steps_due(session: object, today: date) -> list[Due]:
        known.append(shipped_chain.cache_info().currsize)
        return []

    monkeypatch.setattr(steps, "steps_due", steps_due)
    move_in(early_desk)
    qtbot.waitUntil(lambda: bool(known))
    assert known[0] == len(chain_keys())


def test_the_states_are_called_as_in_the_model() -> None:
    assert VISIT_STATES == visit.VISIT_STATES
