"""How long the window takes to its first frame, to the sample office and to a list, against an empty window.

``python -m tests.bench.startup [RUNS]`` prints medians and ratios of one run; under a display if there is
one (``xvfb-run`` makes one), else offscreen. A start that does not get there in time is ended and named.

Beside each time stands what the processor spent on it, all threads together: on a computer that does other
things too, that is the steadier of the two. A stall is the longest time in which the window did not answer.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Timer

_LIMIT = 30.0
"""Seconds that one start may take."""
_EMPTY = """
import time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: print("framed", time.process_time(), flush=True))
            QTimer.singleShot(50, app.quit)
        return super().event(event)
app = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""
_OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from dipdesk import __main__ as door
from dipdesk.gui import start
begun = start.Start(start.Wanted(Path(sys.argv[1])), door.late())
beat = QTimer(interval=1)
last, worst = [0.0, 0.0], [0.0, 0.0]
def now():
    return [time.perf_counter(), time.process_time()]
def say(word, *values):
    print(word, *(values or [time.process_time()]), flush=True)
def tick():
    at = now()
    worst[:] = [max(one, new - old) for one, new, old in zip(worst, at, last)]
    last[:] = at
def begin():
    last[:], worst[:] = now(), [0.0, 0.0]
def stalled(word):
    tick()
    print(word, *reversed(worst), flush=True)
    begin()
def framed():
    say("framed")
    begin()
    beat.start()
def usable():
    begun.usable.disconnect(usable)
    say("usable")
    stalled("stall")
def complete():
    stalled("later-stall")
    begun.desk.settled.connect(listed)
    begun.desk.go_to_place("partner")
def listed():
    begun.desk.settled.disconnect(listed)
    say("listed")
    begun.desk.go_to_place("today")
    begin()
    QTimer.singleShot(1000, rested)
def rested():
    stalled("last-stall")
    begun.frame.close()
beat.timeout.connect(tick)
begun.framed.connect(framed)
begun.usable.connect(usable)
begun.complete.connect(complete)
begun.app.exec()
"""
_STALLS = {
    "stall": "from the first frame to the first page",
    "later-stall": "while lists and records are loaded",
    "last-stall": "while the first page asks what else is due",
}
_SAID = ("framed", "usable", "listed", *_STALLS)
Measured = tuple[float, float]
"""Seconds by the clock and of the processor."""


def timed(
    code: str, environment: dict[str, str], words: tuple[str, ...], *arguments: str
) -> dict[str, Measured]:
    """Run ``code`` in a fresh process; returns seconds from its start to every word that it printed.

    After a word stand the seconds of the processor, and those by the clock if they are not from the start.
    If one of ``words`` is missing, all ends.
    """
    started = time.perf_counter()
    found: dict[str, Measured] = {}
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        watch = Timer(_LIMIT, process.kill)
        watch.start()
        assert process.stdout is not None
        for line in process.stdout:
            word, spent, *clock = line.split()
            found[word] = (float(clock[0]) if clock else time.perf_counter() - started, float(spent))
        watch.cancel()
    missing = [word for word in words if word not in found]
    if missing:
        sys.exit(f"A start did not come to “{missing[0]}” within {_LIMIT:.0f} seconds.")
    return found


def sample_file(folder: Path) -> Path:
    """The sample office in ``folder``."""
    from dipdesk.exchange import sample
    from dipdesk.store import opening

    path = folder / "sample.dipdesk"
    opening.close(sample.create(path))
    return path


def environment(folder: Path) -> dict[str, str]:
    """This process's environment with own folders, compiled modules kept, offscreen without a display."""
    own = {name: str(folder) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "PYTHONPYCACHEPREFIX")}
    screen = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **own, **screen}


def start_at_today(folder: Path, path: Path) -> None:
    """Let the next start show the first page, wherever the last one ended."""
    for settings in folder.rglob("settings.json"):
        settings.unlink()
    assert path.exists()


def measure(folder: Path, runs: int) -> tuple[Measured, dict[str, Measured]]:
    """Medians of seconds: to the frame of an empty window, and to everything that ours says."""
    around = environment(folder)
    os.environ.update(around)
    path = sample_file(folder)
    empty, ours = [], []
    for _run in range(runs + 1):
        empty.append(timed(_EMPTY, around, ("framed",))["framed"])
        start_at_today(folder, path)
        ours.append(timed(_OURS, around, _SAID, str(path)))
    return _median(empty[1:]), {word: _median([one[word] for one in ours[1:]]) for word in _SAID}


def _median(found: list[Measured]) -> Measured:
    clock, spent = zip(*found, strict=True)
    return statistics.median(clock), statistics.median(spent)


def _said(found: Measured) -> str:
    return f"{found[0] * 1000:.0f} ms (processor {found[1] * 1000:.0f})"


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        empty, ours = measure(Path(name), runs)
    print(f"empty PySide6 window {_said(empty)} (median of {runs})")
    for word, title, goal in (
        ("framed", "first frame", "goal 1.3"),
        ("usable", "usable with sample", "goal 3.0"),
        ("listed", "list page open", "no goal"),
    ):
        clock, spent = (mine / theirs for mine, theirs in zip(ours[word], empty, strict=True))
        print(f"{title:20} {_said(ours[word])}, {clock:.2f} × (processor {spent:.2f} ×; {goal})")
    for word, title in _STALLS.items():
        print(f"longest stall {title} {_said(ours[word])} (goal 50)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
