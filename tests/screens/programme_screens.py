"""Pictures of the programme of a visit: days, list, a drag, ten crowded days, nothing yet, its dialogs."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.actions import arrival_moves
from dipdesk.actions.story import record_id
from dipdesk.exchange import sample
from dipdesk.gui.form.programme.arrival_dialog import ArrivalDialog
from dipdesk.gui.form.programme.foresight import ShiftDialog, WorkBackDialog
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.model import Exported, ProgrammeItem, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.screens.attention_screens import told
from tests.screens.stage import Screen, Stage

_CROWDED, _EMPTY = "w" * 32, "y" * 32
_LONG = "Büyükşehir Belediye Meclisi Başkanlığı ile ortak çalışma toplantısı"


def _crowd(office: OfficeFile) -> None:
    """Ten days in Ramadan with six items a day, long titles and many overlaps; and a visit without a day."""
    with office.read() as session:
        if session.get(Visit, _CROWDED) is not None:
            return
    dice = random.Random(3)
    with office.change("a crowd") as session:
        first = datetime(2027, 2, 10, 9)  # noqa: DTZ001 - what the clock on the wall shows
        days = {"starts": first.date(), "ends": date(2027, 2, 19)}
        session.add_all([Visit(id=_CROWDED, title_tr="On gün", **days), Visit(id=_EMPTY, title_tr="Boş")])
        for number in range(60):
            start = first + timedelta(
                days=number // 6, hours=2 * (number % 6), minutes=dice.choice((0, 15, 30))
            )
            session.add(
                ProgrammeItem(
                    visit_id=_CROWDED,
                    title_tr=f"{number}. {_LONG}",
                    place_tr="Toplantı salonu",
                    starts=Moment(start),
                    ends=Moment(start + timedelta(minutes=dice.choice((30, 60, 90, 150)))),
                    kind=dice.choice(["meeting", "meal", "tour", "travel", "ceremony", ""]),
                    timing=dice.choice(["fixed", "linked", "earliest"]),
                    audience=dice.choice(["public", "crew"]),
                    takes_part=dice.choice(["all", "spouses", "heads"]),
                )
            )


def _shown(stage: Stage, visit: str, act: Callable[[ProgrammeSection], None] | None = None) -> QWidget:
    office = told(stage)
    _crowd(office)
    frame = QWidget()
    frame.setProperty("role", "paper")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(frame)
    section = ProgrammeSection(office, visit, frame)
    column.addWidget(section)
    column.addStretch(1)
    if act is not None:
        QTimer.singleShot(100, section, lambda: act(section))
    return frame


def _with_sun(section: ProgrammeSection) -> None:
    for wish in (section.tools.sun, section.tools.prayers, section.tools.holidays):
        wish.setChecked(True)
    section.board.setFocus()
    section.choose(section.board.lanes.entries[3].stop.id)


def _aside(section: ProgrammeSection) -> None:
    bar = section._area.horizontalScrollBar()
    bar.setValue(bar.maximum())


def _as_list(section: ProgrammeSection) -> None:
    section.tools.list.click()


def _dragged(section: ProgrammeSection) -> None:
    board = section.board
    start = board.lanes.boxes[board.lanes.entries[0].stop.id].center().toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(board, start + QPoint(0, round(board.lanes.measures.hour * 2) * step // 5))


def _dialog(kind: type[ShiftDialog] | type[WorkBackDialog]) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        section = ProgrammeSection(told(stage), sample.VISIT)
        programme = section.deeds.programme()
        assert programme is not None
        dialog = kind(programme, programme.entries[0].stop.id, section)
        dialog.setParent(None, dialog.windowFlags())
        if isinstance(dialog, ShiftDialog):
            dialog.minutes.setValue(120)
        return dialog

    return make


def _arrival(stage: Stage) -> QWidget:
    office, travel_id = told(stage), record_id("travel", "b_in")
    was = Moment(datetime(2027, 5, 12, 11, 20))  # noqa: DTZ001 - what the clock on the wall shows
    with office.change("the arrival moved") as session:
        session.get_one(Travel, travel_id).arrives = was.after(120)
        reads = f'{{"travel":["{travel_id[-10:]}"]}}'
        session.add(Exported(name="Program", receiver="Beispielburg", paper="programme", reads=reads))
    with office.read() as session:
        move = arrival_moves.read(session, travel_id, was)
    assert move is not None
    return ArrivalDialog(office, move)


def _early(stage: Stage) -> QWidget:
    """The arrival moved, and the programme did not follow."""
    office = told(stage)
    later = Moment(datetime(2027, 5, 12, 13, 20))  # noqa: DTZ001 - what the clock on the wall shows
    with office.change("the arrival moved") as session:
        session.get_one(Travel, record_id("travel", "b_in")).arrives = later
    return _shown(stage, sample.VISIT)


_ABROAD = record_id("visit", "nimuseti_2027")
_SIZE, _LATE = (1000, 1000), 400
SCREENS = [
    Screen("programme-days", lambda stage: _shown(stage, sample.VISIT), _SIZE, _LATE, large_text=True),
    Screen("programme-sun", lambda stage: _shown(stage, sample.VISIT, _with_sun), _SIZE, _LATE),
    Screen("programme-list", lambda stage: _shown(stage, sample.VISIT, _as_list), _SIZE, _LATE),
    Screen("programme-drag", lambda stage: _shown(stage, sample.VISIT, _dragged), _SIZE, _LATE),
    Screen("programme-abroad", lambda stage: _shown(stage, _ABROAD), _SIZE, _LATE),
    Screen("programme-abroad-list", lambda stage: _shown(stage, _ABROAD, _as_list), _SIZE, _LATE),
    Screen("programme-crowd", lambda stage: _shown(stage, _CROWDED, _with_sun), _SIZE, _LATE),
    Screen("programme-aside", lambda stage: _shown(stage, _CROWDED, _aside), _SIZE, _LATE),
    Screen("programme-empty", lambda stage: _shown(stage, _EMPTY), (1000, 400)),
    Screen("dialog-programme-shift", _dialog(ShiftDialog), (620, 520)),
    Screen("dialog-programme-arrival", _arrival, (700, 680)),
    Screen("programme-early", _early, _SIZE, _LATE),
    Screen("dialog-programme-back", _dialog(WorkBackDialog), (620, 520)),
]
