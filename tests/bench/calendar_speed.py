"""How fast the calendar answers with ten visits of sixty people and 1,500 programme items.

    python -m tests.bench.calendar_speed

The window is 1280 × 720 without a screen. ``read`` looks everything up and shows it, ``frame`` paints what is
shown, ``step`` goes to the next day by the arrow key. Goal: 16 ms for a frame and a step.
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

from dipdesk import paths
from dipdesk.gui import start, theme
from dipdesk.gui.calendar.page import CalendarPage
from dipdesk.gui.calendar.spans import VIEWS
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.i18n import speak
from dipdesk.model import Delegation, DelegationMember, Person, ProgrammeItem, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

GOAL = 16.0
_DAY = date(2027, 5, 10)
_VISITS, _PEOPLE, _ITEMS = 10, 60, 1500
_ROUNDS = 30


def main() -> None:
    speak("tr")
    app = start.application()
    theme.load_fonts()
    theme.apply(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        paths.data = lambda: Path(folder)
        office = opening.create(Path(folder) / "calendar.dipdesk", "Örnekkent Belediyesi")
        fill(office)
        settings = Settings(Path(folder) / "settings.json")
        page = CalendarPage(office, settings, OfficeNews(office), _DAY)
        page.resize(1280, 720)
        page.show()
        for _round in range(100):
            app.processEvents()
        slowest = [measured(page, view) for view in VIEWS]
        office.close()
    sys.exit(max(slowest) > GOAL)


def fill(office: OfficeFile) -> None:
    """Ten visits in the same three weeks, all their people, and the programme items dealt out to them."""
    with office.change("Filled") as session:
        for number in range(_VISITS):
            first = _DAY + timedelta(days=2 * number)
            visit = Visit(
                title_tr=f"{number}. heyetin uzun başlıklı ziyareti",
                starts=first,
                ends=first + timedelta(days=4),
            )
            session.add(visit)
            session.flush()
            guests = Delegation(visit_id=visit.id, side="guest")
            people = [Person(given_name="Ad", family_name=f"Soyad {number}-{one}") for one in range(_PEOPLE)]
            session.add_all([guests, *people])
            session.flush()
            session.add_all(DelegationMember(delegation_id=guests.id, person_id=one.id) for one in people)
            session.add(
                Travel(visit_id=visit.id, arrives=Moment(datetime.combine(first, datetime.min.time())))
            )
            for item in range(_ITEMS // _VISITS):
                begins = datetime.combine(first, datetime.min.time()) + timedelta(hours=8, minutes=40 * item)
                session.add(
                    ProgrammeItem(
                        visit_id=visit.id,
                        title_tr=f"Program maddesi {item} – belediye hizmet binası",
                        starts=Moment(begins),
                        ends=Moment(begins + timedelta(minutes=35)),
                    )
                )


def measured(page: CalendarPage, view: str) -> float:
    """Print the medians of a view; returns the slower of frame and step in milliseconds."""
    page.look(view)
    board = page.views[page.view]
    read = _median(page.refresh)
    frame = _median(lambda: board.grab())
    step = _median(lambda: board.stepped.emit(1))
    page.go(_DAY)
    print(f"{view:6} read {read:6.1f} ms   frame {frame:6.1f} ms   step {step:6.1f} ms")
    return max(frame, step)


def _median(act: Callable[[], object]) -> float:
    taken = []
    for _round in range(_ROUNDS):
        began = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


if __name__ == "__main__":
    main()
