"""How many frames a second the seating editor shows while a guest is dragged among 500 seats.

``python -m tests.bench.editor_speed [SEATS]`` prints the median and the longest frame.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from dipdesk.gui import theme
from dipdesk.gui.form.seating.editor import SeatingEditor
from dipdesk.model import Ceremony, Guest, Person, Placing, SeatingPlan, SeatingTable
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

_FRAMES = 120
_AT_A_TABLE = 10


def hall(office: OfficeFile, number: int) -> str:
    """A hall with as many guests as seats; the id of its plan."""
    with office.change("a hall") as session:
        ceremony = Ceremony(title_tr="Yemek", kind="dinner")
        plan = SeatingPlan(ceremony_id=ceremony.id, name_tr="Salon", layout="hall")
        session.add_all([ceremony, plan])
        tables = -(-number // _AT_A_TABLE)
        session.add_all(
            SeatingTable(plan_id=plan.id, name=str(i + 1), seats=_AT_A_TABLE, place=i) for i in range(tables)
        )
        for i in range(number):
            person = Person(given_name="İpek", family_name=f"Şablon {i:03}")
            guest = Guest(ceremony_id=ceremony.id, person_id=person.id, state="coming")
            seat = f"{i // _AT_A_TABLE + 1}/{i % _AT_A_TABLE + 1}"
            session.add_all([person, guest, Placing(plan_id=plan.id, seat=seat, guest_id=guest.id)])
    return plan.id


def dragged(editor: SeatingEditor) -> list[float]:
    """Seconds of each frame while a guest is dragged across the room."""
    canvas = editor.canvas
    assert canvas.view is not None
    chair = canvas.view.room.chairs[0]
    start, end = canvas.point(chair.x, chair.y), QPointF(canvas.width() - 20, canvas.height() - 20)
    _send(canvas, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    frames = []
    for number in range(_FRAMES):
        begun = time.perf_counter()
        place = start + (end - start) * (number / _FRAMES)
        _send(canvas, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)
        canvas.repaint()
        frames.append(time.perf_counter() - begun)
    return frames


def _send(canvas: object, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
    event = QMouseEvent(kind, place, place, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)  # type: ignore[arg-type]


def main(number: int) -> None:
    """Measure and print."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, "light", 100)
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = name
        office = opening.create(Path(name) / "hall.dipdesk", "Salon")
        plan_id = hall(office, number)
        begun = time.perf_counter()
        editor = SeatingEditor(office, plan_id)
        opened = time.perf_counter() - begun
        editor.resize(1240, 800)
        editor.show()
        app.processEvents()
        frames = dragged(editor)
        editor.reject()
        office.close()
    median, longest = statistics.median(frames), max(frames)
    print(f"{number} seats: opened in {opened:.2f} s")
    print(f"a frame while dragging: median {median * 1000:.1f} ms, longest {longest * 1000:.1f} ms")
    print(f"{1 / median:.0f} frames a second (goal 30)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
