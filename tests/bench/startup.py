"""How long the window takes to its first frame, to the sample office and to a list, against an empty window.

``python -m tests.bench.startup [RUNS]`` prints medians and ratios of one run; under a display if there is
one (``xvfb-run`` makes one), else offscreen. A start that does not get there in time is ended and named.
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
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: print("framed", flush=True))
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
last = [0.0, 0.0]
def say(*words):
    print(*words, flush=True)
def tick():
    now = time.perf_counter()
    last[:] = [now, max(last[1], now - last[0])]
def framed():
    say("framed")
    last[0] = time.perf_counter()
    beat.start()
def usable():
    begun.usable.disconnect(usable)
    say("usable")
    say("stall", last[1])
    last[1] = 0.0
def complete():
    tick()
    say("later-stall", last[1])
    begun.desk.settled.connect(lambda: (say("listed"), begun.frame.close()))
    begun.desk.go_to_place("partner")
beat.timeout.connect(tick)
begun.framed.connect(framed)
begun.usable.connect(usable)
begun.complete.connect(complete)
begun.app.exec()
"""
_SAID = ("framed", "usable", "stall", "later-stall", "listed")


def timed(
    code: str, environment: dict[str, str], words: tuple[str, ...], *arguments: str
) -> dict[str, float]:
    """Run ``code`` in a fresh process; returns seconds from its start to every word that it printed.

    Where it prints a number after a word, that is returned. If one of ``words`` is missing, all ends.
    """
    started = time.perf_counter()
    found: dict[str, float] = {}
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        watch = Timer(_LIMIT, process.kill)
        watch.start()
        assert process.stdout is not None
        for line in process.stdout:
            word, *value = line.split()
            found[word] = float(value[0]) if value else time.perf_counter() - started
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


def measure(folder: Path, runs: int) -> tuple[float, dict[str, float]]:
    """Medians of seconds: to the frame of an empty window, and to everything that ours says."""
    around = environment(folder)
    os.environ.update(around)
    path = sample_file(folder)
    empty, ours = [], []
    for _run in range(runs + 1):
        empty.append(timed(_EMPTY, around, ("framed",))["framed"])
        start_at_today(folder, path)
        ours.append(timed(_OURS, around, _SAID, str(path)))
    medians = {word: statistics.median(one[word] for one in ours[1:]) for word in _SAID}
    return statistics.median(empty[1:]), medians


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        empty, ours = measure(Path(name), runs)
    print(f"empty PySide6 window {empty * 1000:.0f} ms (median of {runs})")
    for word, title, goal in (
        ("framed", "first frame", " (goal 1.3)"),
        ("usable", "usable with sample", " (goal 3.0)"),
        ("listed", "list page open", ""),
    ):
        print(f"{title:20} {ours[word] * 1000:.0f} ms, {ours[word] / empty:.2f} ×{goal}")
    print(f"longest stall from the first frame to the first page {ours['stall'] * 1000:.0f} ms (goal 50)")
    print(f"longest stall while the rest is loaded {ours['later-stall'] * 1000:.0f} ms (goal 50)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
