"""Let the programme follow an arrival that moved: what moves, what clashes then, which papers are stale."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QWidget

from dipdesk.actions.arrival_moves import ArrivalMove, clashes_that_come
from dipdesk.gui.form.programme.foresight import ForesightDialog
from dipdesk.i18n import _, ngettext
from dipdesk.papers.watching import made_from
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(700, 680)


class ArrivalDialog(ForesightDialog):
    """Asks only whether what is at a fixed hour moves too; what was found is kept by whoever asked."""

    def __init__(self, office: OfficeFile, move: ArrivalMove, parent: QWidget | None = None) -> None:
        title = _("Move the programme with the arrival")
        super().__init__(title, _("Move"), move.programme, move.said(), parent)
        self.take_room(_SIZE)
        self._office, self._move = office, move
        self.with_fixed = QCheckBox(_("What is at a fixed hour moves too"))
        self.form.addRow("", self.with_fixed)
        self.with_fixed.toggled.connect(lambda _on: self.look())
        self.look()
        self.main.setFocus()

    def foresee(self) -> Ripple:
        return self._move.foresee(with_fixed=self.with_fixed.isChecked())

    def show_ripple(self, found: Ripple) -> None:
        super().show_ripple(found)
        rows = {("programme_item", one.stop.id) for one in found.moves} | {("travel", self._move.travel_id)}
        with self._office.read() as session:
            papers = [(one.title(), one.receiver) for one in made_from(session, rows)]
            clashes = clashes_that_come(session, self._move, found)
        for clash in clashes:
            self.tell(clash.sentence, "warning")
        if papers:
            count = len(papers)
            text = ngettext(
                "{count} paper that was exported is out of date then:",
                "{count} papers that were exported are out of date then:",
                count,
            )
            self.tell(text.format(count=count))
        for name, receiver in papers:
            self.tell(" · ".join(part for part in (name, receiver) if part), "papers")
