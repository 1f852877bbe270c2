"""How a visit's programme moves: a frame of a drag among 600 items of ten days, an office of 1,500 items.

``python -m tests.bench.programme [ITEMS_A_DAY]`` prints the median and the longest frame while an item is
dragged with the rest following, and how long reading, painting anew and keeping a ripple take.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from dipdesk.actions import visit_programme
from dipdesk.gui import theme
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.model import Delegation, DelegationMember, Person, ProgrammeItem, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

_FRAMES, _DAYS, _VISITS, _PEOPLE, _ALL, _GROUPS = 120, 10, 10, 60, 1500, 3
_FIRST = datetime(2027, 5, 10, 7, 30)  # noqa: DTZ001 - what the clock on the wall shows


def fill(office: OfficeFile, a_day: int) -> str:
    """Ten visits with 60 people each, 1,500 items; the id of one of ten days with ``a_day`` items a day."""
    with office.change("many") as session:
        people = [Person(given_name="İpek", family_name=f"Şablon {i:03}") for i in range(_PEOPLE)]
        session.add_all(people)
        visits = [
            Visit(
                title_tr=f"Ziyaret {n}", starts=_FIRST.date(), ends=_FIRST.date() + timedelta(days=_DAYS - 1)
            )
            for n in range(_VISITS)
        ]
        session.add_all(visits)
        for visit in visits:
            side = Delegation(visit_id=visit.id, side="guest")
            ways = [*_journeys(visit, "arrival", 0), *_journeys(visit, "departure", _DAYS - 1)]
            session.add_all([side, *ways])
            session.add_all(
                DelegationMember(
                    delegation_id=side.id,
                    person_id=one.id,
                    arrival_id=ways[at % _GROUPS].id,
                    departure_id=ways[_GROUPS + at % _GROUPS].id,
                )
                for at, one in enumerate(people)
            )
        own = a_day * _DAYS
        session.add_all(_item(visits[0], i % a_day, i // a_day, a_day) for i in range(own))
        left = max(_ALL - own, 0) // (_VISITS - 1)
        for visit in visits[1:]:
            session.add_all(_item(visit, i % 17, i // 17, 17) for i in range(left))
    return visits[0].id


def _journeys(visit: Visit, direction: str, day: int) -> list[Travel]:
    """Three journeys of a day; some of the programme begins before the first and is over after the last."""
    first = _FIRST + timedelta(days=day, hours=2)
    hours = (Moment(first + timedelta(hours=4 * group)) for group in range(_GROUPS))
    return [
        Travel(visit_id=visit.id, direction=direction, number=f"TK {at}", leaves=one, arrives=one.after(60))
        for at, one in enumerate(hours)
    ]


def _item(visit: Visit, place: int, day: int, a_day: int) -> ProgrammeItem:
    minutes = max(14 * 60 // a_day // 5 * 5, 5)
    start = _FIRST + timedelta(days=day, minutes=place * 14 * 60 // a_day // 5 * 5)
    return ProgrammeItem(
        visit_id=visit.id,
        title_tr=f"{place}. görüşme ve ardından tesis gezisi",
        place_tr="Belediye Sarayı",
        starts=Moment(start),
        ends=Moment(start + timedelta(minutes=minutes)),
        timing="linked" if place else "fixed",
    )


def dragged(section: ProgrammeSection) -> list[float]:
    """Seconds of processor time of each frame while an item is dragged down and all others follow."""
    board = section.board
    start = next(iter(board.lanes.boxes.values())).center()
    _send(board, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    frames = []
    for number in range(_FRAMES):
        begun = time.process_time()
        place = start + QPointF(0, number * board.lanes.measures.hour / 12)
        _send(board, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)
        board.repaint()
        frames.append(time.process_time() - begun)
    board._held = None
    return frames


def _send(board: object, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
    event = QMouseEvent(kind, place, place, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(board, event)  # type: ignore[arg-type]


def took(act: Callable[[], object], times: int = 7) -> float:
    """The median milliseconds of processor time of an act."""
    found = []
    for _number in range(times):
        begun = time.process_time()
        act()
        found.append(time.process_time() - begun)
    return statistics.median(found) * 1000


def main(a_day: int) -> None:
    """Measure and print."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, "light", 100)
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = name
        office = opening.create(Path(name) / "many.dipdesk", "Çok")
        visit_id = fill(office, a_day)
        section = ProgrammeSection(office, visit_id)
        section.resize(1200, 900)
        section.show()
        app.processEvents()
        frames = dragged(section)
        count = len(section.board.lanes.entries)
        print(f"{count} items on {_DAYS} days, {_ALL} in the office ({date(2027, 5, 10)} on)")
        middle, longest = statistics.median(frames) * 1000, max(frames) * 1000
        print(f"a frame of a drag: median {middle:.1f} ms, longest {longest:.1f} ms (goal 16)")

        def read() -> None:
            with office.read() as session:
                visit_programme.read(session, visit_id)

        print(f"reading the programme: {took(read):.1f} ms")
        print(f"reading and showing it: {took(section.refresh):.1f} ms")
        first = section.board.lanes.entries[0].stop

        def keep() -> None:
            section.deeds.change(first.later_by(5))
            office.undo()

        print(f"keeping a ripple and taking it back: {took(keep, 3):.1f} ms")
        section.close()
        office.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
