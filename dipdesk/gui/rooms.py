"""The pages and verbs that work with records; they are loaded when the first page stands already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dipdesk.gui.news import OfficeNews
from dipdesk.gui.places import OFFICE, PAPERS
from dipdesk.gui.trail import Spot
from dipdesk.gui.verbs import Verbs
from dipdesk.gui.workspace import OfficePlace, Workspace
from dipdesk.model import entity
from dipdesk.store.office_file import OfficeFile

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


class Rooms(QObject):
    """Makes the pages of one desk, and does its actions."""

    records = OfficeFile
    """Brings the records to a file that is held."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.verbs = Verbs(desk)

    def make(self, place: str, office: OfficeFile, news: OfficeNews) -> QWidget:
        """The page of a place where records are worked with."""
        if place == PAPERS:
            return self._make_preview(office)
        if place == OFFICE:
            own = OfficePlace(office, self._desk.settings, news)
            own.opened.connect(self._go)
            return own
        return self._make_workspace(place, office, news)

    def _make_preview(self, office: OfficeFile) -> QWidget:
        desk = self._desk
        desk.preview = desk.late.preview()(office, desk.settings, desk.jobs, desk.troubles)
        desk.preview.ready.connect(desk.refresh_state)
        desk.preview.opened.connect(self._go)
        return desk.preview

    def _make_workspace(self, place: str, office: OfficeFile, news: OfficeNews) -> Workspace:
        made = Workspace(office, entity(place), self._desk.settings, news)
        made.opened.connect(self._go)
        made.wanted_new.connect(self.verbs.add)
        made.gone.connect(self._desk.forget)
        made.acted.connect(self.verbs.act)
        return made

    def _go(self, name: str, row_id: str) -> None:
        self._desk.go(Spot(name, row_id))
