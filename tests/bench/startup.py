"""How long the window takes to its first frame and to the sample office, against an empty PySide6 window.

``python -m tests.bench.startup [RUNS]`` prints medians and ratios of one run; under a display if there is
one (``xvfb-run`` makes one), else offscreen.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from dipdesk import __main__ as door
from dipdesk.gui import start
begun = start.Start(start.Wanted(Path(sys.argv[1])), door.late())
begun.framed.connect(lambda: print("framed", flush=True))
begun.usable.connect(lambda: (print("usable", flush=True), QTimer.singleShot(50, begun.app.quit)))
beat = QTimer(interval=1)
last = [time.perf_counter(), 0.0]
def tick():
    now = time.perf_counter()
    last[:] = [now, max(last[1], now - last[0])]
beat.timeout.connect(tick)
begun.framed.connect(lambda: (last.__setitem__(0, time.perf_counter()), beat.start()))
begun.usable.connect(lambda: print(f"stall {last[1] * 1000:.0f}", flush=True))
begun.app.exec()
os._exit(0)
"""


def timed(code: str, environment: dict[str, str], *arguments: str) -> dict[str, float]:
    """Run ``code`` in a fresh process; returns seconds from its start to every word that it printed."""
    started = time.perf_counter()
    found: dict[str, float] = {}
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            word, *value = line.split()
            found[word] = float(value[0]) if value else time.perf_counter() - started
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


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        around = environment(folder)
        os.environ.update(around)
        path = sample_file(folder)
        measured = [(timed(_EMPTY, around), timed(_OURS, around, str(path))) for _ in range(runs + 1)][1:]
    empty = statistics.median(one["framed"] for one, _ in measured)
    framed = statistics.median(one["framed"] for _, one in measured)
    usable = statistics.median(one["usable"] for _, one in measured)
    stall = statistics.median(one["stall"] for _, one in measured)
    print(f"empty PySide6 window {empty * 1000:.0f} ms (median of {runs})")
    print(f"first frame          {framed * 1000:.0f} ms, {framed / empty:.2f} × (goal 1.3)")
    print(f"usable with sample   {usable * 1000:.0f} ms, {usable / empty:.2f} × (goal 3.0)")
    print(f"longest stall after the first frame {stall:.0f} ms (goal 50)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
