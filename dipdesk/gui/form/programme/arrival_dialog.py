"""Let the programme follow an arrival that moved: what moves, what clashes then, which papers are stale."""

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from dipdesk.actions.arrival_moves import ArrivalMove, clashes_that_come
from dipdesk.gui.form.programme.foresight import ForesightDialog
from dipdesk.gui.labels import plain
from dipdesk.gui.literal import visible
from dipdesk.i18n import _, format_time, ngettext
from dipdesk.papers.watching import made_from
from dipdesk.rules.arrival_service import Service
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_troubles import sentence
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(700, 760)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class AlongList(QListWidget):
    """Lines with boxes, never higher than they are together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Leave what is not needed to what stands below."""
        self.doItemsLayout()
        rows = (self.visualItemRect(self.item(at)).height() for at in range(self.count()))
        self.setMaximumHeight(sum(rows) + 2 * self.frameWidth() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()


class ArrivalDialog(ForesightDialog):
    """Asks whether what is at a fixed hour moves too, and which cars and duties go along.

    What was found is kept by whoever asked.
    """

    def __init__(self, office: OfficeFile, move: ArrivalMove, parent: QWidget | None = None) -> None:
        title = _("Move the programme with the arrival")
        super().__init__(title, _("Move"), move.programme, move.said(), parent)
        self.take_room(_SIZE)
        self._office, self._move = office, move
        self._services: tuple[Service, ...] = ()
        self.with_fixed = QCheckBox(_("What is at a fixed hour moves too"))
        self.form.addRow(self.with_fixed)
        self._add_parts()
        self.with_fixed.toggled.connect(lambda _on: self.look())
        self.look()
        self.main.setFocus()

    def _add_parts(self) -> None:
        """The cars and duties, each with its reason and a box to leave it where it is, above what follows."""
        self._above = plain(_("Cars and duties that go along"))
        self.along = AlongList()
        self.along.setAccessibleName(self._above.text())
        self.along.itemChanged.connect(lambda _item: self.look())
        at = self.column.indexOf(self.trouble)
        self.column.insertWidget(at, self._above)
        self.column.insertWidget(at + 1, self.along, 1)
        self.column.insertWidget(self.column.indexOf(self.preview), plain(self.preview.accessibleName()))
        self.column.setStretchFactor(self.preview, 2)
        for first, second in pairwise((self.with_fixed, self.along, self.preview, self.main)):
            QWidget.setTabOrder(first, second)

    def chosen(self) -> tuple[Service, ...]:
        """The cars and duties that shall go along."""
        rows = range(self.along.count())
        return tuple(self._services[row] for row in rows if self.along.item(row).checkState() == _CHECKED)

    def foresee(self) -> Ripple:
        return self._move.foresee(with_fixed=self.with_fixed.isChecked())

    def look(self) -> None:
        super().look()
        self.main.setEnabled(self.found is not None and bool(self.found.moves or self.chosen()))

    def nothing(self) -> str:
        return _("No item of the programme moves.")

    def show_ripple(self, found: Ripple) -> None:
        self._offer(self._move.services(found))
        super().show_ripple(found)
        chosen = self.chosen()
        rows = {("programme_item", one.stop.id) for one in found.moves} | {("travel", self._move.travel_id)}
        rows |= {(name, row_id) for name, _slash, row_id in (one.id.partition("/") for one in chosen)}
        with self._office.read() as session:
            papers = [(one.title(), one.receiver) for one in made_from(session, rows)]
            clashes = clashes_that_come(session, self._move, found, chosen)
        told = {sentence(one, self._programme.titles) for one in self._programme.came(found)}
        for clash in clashes:
            if clash.sentence not in told:
                self.tell(clash.sentence, "info" if clash.mild else "warning")
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

    def _offer(self, services: tuple[Service, ...]) -> None:
        """Show the cars and duties; one that was there keeps its choice, a doubtful one is not chosen."""
        for widget in (self._above, self.along):
            widget.setVisible(bool(services))
        if services == self._services:
            return
        before = {one.id: self.along.item(row).checkState() for row, one in enumerate(self._services)}
        self._services = services
        with QSignalBlocker(self.along):
            self.along.clear()
            for one in services:
                line = QListWidgetItem(visible(_told(one)))
                line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                line.setCheckState(before.get(one.id, _UNCHECKED if one.doubt else _CHECKED))
                self.along.addItem(line)
        self.along.fit()


def _told(one: Service) -> str:
    """What goes along, from when to when, and why; and what speaks against it."""
    moved = _("{title}: {before} → {after}").format(
        title=one.what, before=format_time(one.was.local), after=format_time(one.starts.local)
    )
    return f"{moved}\n{' '.join(filter(None, (one.reason, one.doubt)))}"
