"""What a paper is about: the records it fits, by their names."""

from datetime import date, datetime

from dipdesk.gui.icons import icon
from dipdesk.gui.still_box import ShortBox
from dipdesk.model import Record, Visit, entity, entity_name
from dipdesk.papers.registry import Paper
from dipdesk.store import naming
from dipdesk.store.listing import Listing
from dipdesk.store.office_file import OfficeFile

_MOST = 1500
"""Of each entity so many are listed; beyond them a paper is made from the page of its record."""


class SubjectBox(ShortBox):
    """Lists the records of one paper; of visits the next one is chosen at first."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__()
        self._office = office
        self.setMaxVisibleItems(20)

    @property
    def subject(self) -> str:
        """The id of the record that is chosen; empty if there is none."""
        return str(self.currentData() or "")

    def show_paper(self, paper: Paper, wanted: str = "") -> None:
        """List what a paper can be about; choose ``wanted`` or keep what is chosen, if that is listed."""
        kept = wanted or self.subject
        self.blockSignals(True)
        self.clear()
        first = 0
        with self._office.read() as session:
            for name in paper.subjects:
                kind = entity(name)
                ids = Listing(self._office, kind).ids()[:_MOST]
                places = {row_id: place for place, row_id in enumerate(ids)}
                if kept and kept not in places and session.get(kind, kept) is not None:
                    places[kept] = -1
                found = sorted(naming.load(session, kind, places), key=lambda one: places[one.id])
                held = naming.hold(session, found)
                fitting = [record for record in found if paper.fits(record)]
                first = max(first, self.count() + _next(fitting)) if kind is Visit else first
                for record in fitting:
                    self.addItem(icon(kind.icon), record.title(), record.id)
                held.clear()
        place = self.findData(kept) if kept else -1
        self.setCurrentIndex(place if place >= 0 else min(first, self.count() - 1))
        self.blockSignals(False)
        self.setEnabled(self.count() > 0)


def _next(visits: list[Record]) -> int:
    """The place of the visit that comes next; 0 if all are over."""
    today = datetime.now().astimezone().date()
    ahead = [(_begin(visit), place) for place, visit in enumerate(visits) if _end(visit) >= today]
    return min(ahead)[1] if ahead else 0


def _begin(visit: Record) -> date:
    assert isinstance(visit, Visit)
    return visit.starts or visit.ends or date.max


def _end(visit: Record) -> date:
    assert isinstance(visit, Visit)
    return visit.ends or visit.starts or date.min


def entity_of(office: OfficeFile, paper_subjects: set[str], row_id: str) -> Record | None:
    """The record with this id, of one of these entities; None if there is none."""
    with office.read() as session:
        found = (session.get(entity(name), row_id) for name in sorted(paper_subjects))
        return next((record for record in found if record is not None), None)


def fitting(papers: tuple[Paper, ...], record: Record) -> Paper | None:
    """The first paper that can be about a record."""
    name = entity_name(type(record))
    return next((one for one in papers if name in one.subjects and one.fits(record)), None)
