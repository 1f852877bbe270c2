"""What a paper is about: the records it fits, by their names."""

from datetime import date

from PySide6.QtCore import Signal

from dipdesk.gui.form.suggest import Suggestion, SuggestLine, matching
from dipdesk.gui.icons import icon
from dipdesk.gui.literal import as_tooltip
from dipdesk.i18n import _, fold
from dipdesk.model import Record, Visit, entity, entity_name
from dipdesk.papers.registry import Paper
from dipdesk.rules import clock
from dipdesk.store import naming
from dipdesk.store.listing import Listing
from dipdesk.store.office_file import OfficeFile

_MOST = 1500
"""Of each entity so many are listed; beyond them a paper is made from the page of its record."""
_SHOWN = 200
"""So many are offered at once; a few letters find the others."""


class SubjectBox(SuggestLine):
    """Finds a record that one paper can be about by a few letters; of visits the next one stands at first."""

    chosen = Signal()
    """Another record was chosen."""

    def __init__(self, office: OfficeFile) -> None:
        super().__init__(self._offered)
        self._office = office
        self._choices: list[Suggestion] = []
        self._chosen = Suggestion("", "")
        self.picked.connect(lambda key, _text: self._pick(key))
        self.editingFinished.connect(self._settle)

    @property
    def subject(self) -> str:
        """The id of the record that is chosen; empty if there is none."""
        return self._chosen.key

    @property
    def title(self) -> str:
        """What the record that is chosen is called."""
        return self._chosen.text

    @property
    def count(self) -> int:
        """How many records can be chosen."""
        return len(self._choices)

    def show_paper(self, paper: Paper, wanted: str = "") -> None:
        """List what a paper can be about; choose ``wanted`` or keep what is chosen, if that is listed."""
        kept = wanted or self.subject
        self._choices, first = self._listed(paper, kept)
        place = next((number for number, one in enumerate(self._choices) if one.key == kept), first)
        self._show(self._choices[place] if self._choices else Suggestion("", ""))
        self.setEnabled(bool(self._choices))
        self.setPlaceholderText(_("Type a few letters") if self._choices else "")

    def _listed(self, paper: Paper, kept: str) -> tuple[list[Suggestion], int]:
        """All records that fit, and the place of the one that stands at first."""
        listed: list[Suggestion] = []
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
                first = max(first, len(listed) + _next(fitting)) if kind is Visit else first
                listed += [Suggestion(one.id, one.title(), icon(kind.icon)) for one in fitting]
                held.clear()
        return listed, min(first, max(len(listed) - 1, 0))

    def _offered(self, typed: str) -> list[Suggestion]:
        return matching(self._choices, typed)[:_SHOWN]

    def _pick(self, key: str) -> None:
        found = next((one for one in self._choices if one.key == key), self._chosen)
        is_other = found.key != self.subject
        self._show(found)
        if is_other:
            self.chosen.emit()

    def _settle(self) -> None:
        """Take what was typed in full; put back what is chosen otherwise."""
        if self.text() != self.title:
            same = [one for one in self._choices if fold(one.text) == fold(self.text())]
            self._pick(same[0].key if len(same) == 1 else self.subject)

    def _show(self, one: Suggestion) -> None:
        self._chosen = one
        self.setText(one.text)
        self.setToolTip(as_tooltip(one.text))
        self.setCursorPosition(0)


def _next(visits: list[Record]) -> int:
    """The place of the visit that comes next; 0 if all are over."""
    today = clock.today()
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
