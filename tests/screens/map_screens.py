"""Pictures of the map and of the figures: few relations, none, and a closer look."""

from PySide6.QtWidgets import QWidget

from dipdesk.gui.figures.page import FiguresPage
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.map.page import MapPage
from dipdesk.papers.world import Detail, Pin, framed, patches
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.gui import world_office
from tests.screens.shell_screens import _window
from tests.screens.stage import Screen, Stage


def world(stage: Stage) -> OfficeFile:
    """The office with relations all over the world, made once."""
    kept: OfficeFile | None = getattr(stage, "world", None)
    if kept is None:
        kept = opening.create(stage.folder / "Dünya.dipdesk", "Örnekkent Belediyesi")
        world_office.fill(kept)
        stage.world = kept  # type: ignore[attr-defined]
    return kept


def _map(stage: Stage, office: OfficeFile) -> tuple[QWidget, MapPage]:
    page = MapPage(office, stage.settings, stage.news(), Jobs(stage.settings))  # type: ignore[arg-type]
    return _window(stage, "map", page), page


def _whole(stage: Stage) -> QWidget:
    return _map(stage, world(stage))[0]


def _empty(stage: Stage) -> QWidget:
    return _map(stage, stage.empty)[0]


def _by_state(stage: Stage) -> QWidget:
    window, page = _map(stage, world(stage))
    page.filters.colours.setCurrentIndex(1)
    page.refresh()
    page.side.show_unplaced()
    return window


def _closer(stage: Stage) -> QWidget:
    window, page = _map(stage, world(stage))
    window.resize(1280, 720)
    window.show()
    patches(Detail.FINE)
    page.view.ground.refine()
    near = [Pin("", 24, 36, None), Pin("", 48, 48, None)]  # type: ignore[arg-type]
    page.view.look(page.view.camera.showing(framed(near)))
    page.view.focusNextPrevChild(True)
    page.view.focusNextPrevChild(True)
    return window


def _figures(stage: Stage, office: OfficeFile) -> QWidget:
    return _window(stage, "figures", FiguresPage(office, stage.news()))


SCREENS = [
    Screen("figures", lambda stage: _figures(stage, world(stage)), (1280, 1700), 400, large_text=True),
    Screen("figures-empty", lambda stage: _figures(stage, stage.empty), settle=300),
    Screen("figures-narrow", lambda stage: _figures(stage, world(stage)), (760, 900), 400),
    Screen("map-world", _whole, large_text=True, settle=300),
    Screen("map-empty", _empty, settle=300),
    Screen("map-state", _by_state, settle=300),
    Screen("map-closer", _closer, settle=300),
]
