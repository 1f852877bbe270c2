"""Take the pictures: Turkish and English, light and dark, and some in large text."""

import argparse
import importlib
import os
import pkgutil
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

import tests.screens
from dipdesk import paths
from dipdesk.gui import start, theme, tongue
from dipdesk.gui.settings import Settings
from dipdesk.store import opening
from tests.gui import small_office
from tests.screens.stage import Screen, Stage

_LAPTOP = (1080, 700)


def screens() -> list[Screen]:
    """All pictures of all modules."""
    names = [
        one.name for one in pkgutil.iter_modules(tests.screens.__path__) if one.name.endswith("_screens")
    ]
    modules = [importlib.import_module(f"tests.screens.{name}") for name in sorted(names)]
    return [screen for module in modules for screen in module.SCREENS]


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(screen: Screen, stage: Stage, out: Path, language: str, mode: theme.Mode, percent: int) -> None:
    """Take one picture."""
    tongue.switch(stage.app, language)
    theme.apply(stage.app, mode, percent)
    widget = screen.make(stage)
    widget.resize(*_room(screen, percent))
    widget.show()
    wait(screen.settle)
    size = "" if percent == 100 else f"-{percent}"
    widget.grab().save(str(out / f"{screen.name}-{language}-{mode}{size}.png"))
    widget.close()
    widget.deleteLater()
    wait(1)


def _room(screen: Screen, percent: int) -> tuple[int, int]:
    """The size of a picture: dialogs grow with the text, up to that of a small laptop."""
    width, height = screen.size
    if screen.name.startswith(("dialog", "import")):
        return min(width * percent // 100, _LAPTOP[0]), min(height * percent // 100, _LAPTOP[1])
    return width, height


def set_up(folder: Path) -> Stage:
    """A stage in ``folder``."""
    paths.data = lambda: folder  # type: ignore[assignment]
    app = start.application()
    theme.load_fonts()
    theme.load_more_fonts()
    office = opening.create(folder / "Örnekkent.dipdesk", "Örnekkent Belediyesi")
    empty = opening.create(folder / "Yeni.dipdesk", "Yeni Belediyesi")
    return Stage(app, folder, office, empty, Settings(folder / "settings.json"), small_office.fill(office))


def main(out: Path, words: list[str]) -> None:
    """Take all pictures whose names hold one of ``words``, or all."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = set_up(Path(folder))
        for screen in screens():
            if words and not any(word in screen.name for word in words):
                continue
            for language in ("tr", "en"):
                for mode in ("light", "dark"):
                    take(screen, stage, out, language, mode, 100)
            if screen.large_text:
                take(screen, stage, out, "tr", "light", 150)
        stage.office.close()
        stage.empty.close()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    asked.add_argument("out", type=Path, metavar="OUT", help="the folder for the pictures")
    asked.add_argument("words", nargs="*", metavar="WORD", help="only pictures whose names hold one of these")
    given = asked.parse_args()
    main(given.out, given.words)
