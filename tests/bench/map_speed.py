"""How fast the map answers: milliseconds for a frame while it is moved and while it is brought closer.

    python -m tests.bench.map_speed [PARTNERS …]       default 1 70 1500

The window is 1280 × 720 without a screen. A frame is what the wheel or the mouse brings: a new look, the
land, all marks. Goal: 33 ms, that is 30 frames a second. Against it stands the same window filled with one
picture of its size, the least that any map could do.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap

from dipdesk import paths
from dipdesk.actions import partner_map
from dipdesk.gui import start, theme
from dipdesk.gui.map.scene import Scene
from dipdesk.gui.map.view import MapView
from dipdesk.i18n import speak
from dipdesk.papers.world import Detail, patches, project
from dipdesk.papers.world.partners import Choice, pins
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.gui import world_office

GOAL = 33.0
_SIZE = (1280, 720)
_FRAMES = 40


def main() -> None:
    speak("tr")
    app = start.application()
    theme.load_fonts()
    theme.apply(app, "light", 100)
    patches(Detail.COARSE)
    began = time.perf_counter()
    patches(Detail.FINE)
    print(f"fine outlines, loaded beside the window {1000 * (time.perf_counter() - began):8.0f} ms")
    for count in [int(text) for text in sys.argv[1:]] or [1, 70, 1500]:
        measured(count)


def measured(count: int) -> None:
    """Measure a map with so many partners."""
    with tempfile.TemporaryDirectory() as folder:
        paths.data = lambda: Path(folder)
        with opening.create(Path(folder) / "bench.dipdesk", "Örnekkent") as office:
            world_office.crowd(office, count)
            began = time.perf_counter()
            view = shown(office)
            first = 1000 * (time.perf_counter() - began)
    print(f"\n{count} partners: read, gathered and shown first {first:8.0f} ms")
    plain = frames(view, lambda _step: None, paint=False)
    for name, act in _ACTS.items():
        view.fit()
        if name != "moved, whole world":
            view.look(view.camera.at(*project(30, 40)).zoomed(6))
        took = frames(view, lambda step, act=act: act(view, step))  # type: ignore[misc]
        middle, worst = statistics.median(took), sorted(took)[int(len(took) * 0.95)]
        verdict = "reached" if worst <= GOAL else "missed"
        ratio = middle / statistics.median(plain)
        print(f"  {name:<26}{middle:7.1f} ms  95 %{worst:7.1f}  {ratio:5.1f} × a picture   {verdict}")


def shown(office: OfficeFile) -> MapView:
    """The map of an office, on the screen."""
    with office.read() as session:
        data = partner_map.read(session)
    found, _legend = pins(data, Choice())
    view = MapView()
    view.ground.refine()
    view.resize(*_SIZE)
    view.show_scene(Scene(found, (27.9, 39.6)))
    view.show()
    view.grab()
    return view


def frames(view: MapView, act: Callable[[int], None], *, paint: bool = True) -> list[float]:
    """Milliseconds of processor time for each frame."""
    picture, target = QPixmap(*_SIZE), QPixmap(*_SIZE)
    picture.fill("white")
    took = []
    for step in range(_FRAMES):
        began = time.process_time()
        act(step)
        if paint:
            view.render(target)
        else:
            target = picture.copy()
        took.append(1000 * (time.process_time() - began))
    return took


def _drag(view: MapView, step: int) -> None:
    view.look(view.camera.moved(11 if step % 20 < 10 else -11, 5))


def _zoom(view: MapView, step: int) -> None:
    view.look(view.camera.zoomed(1.08 if step % 20 < 10 else 1 / 1.08, 300, 200))


def _point(view: MapView, step: int) -> None:
    place = random.Random(step)
    view.scene.seen_at(view.camera, place.random() * _SIZE[0], place.random() * _SIZE[1])


_ACTS: dict[str, Callable[[MapView, int], None]] = {
    "moved, whole world": lambda view, step: view.look(view.camera.zoomed(1.02 if step % 2 else 1 / 1.02)),
    "moved, closer": _drag,
    "wheel, closer": _zoom,
    "pointer over marks": _point,
}

if __name__ == "__main__":
    main()
