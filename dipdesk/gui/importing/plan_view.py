"""What is read and what comes of it: the file, the columns, the first rows, the refused ones, the counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dipdesk.exchange.csv_import import PREVIEW_ROWS, ImportPlan, Work
from dipdesk.gui.importing.mapping_panel import MappingPanel
from dipdesk.gui.importing.preview_table import PreviewTable
from dipdesk.gui.importing.source_bar import SourceBar
from dipdesk.gui.labels import plain
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number

_MOST_REFUSED = 500
_HALVES = (410, 630)
_BAR = 160


class PlanView(QWidget):
    """The body of the dialog; ``source``, ``mapping`` and ``update_known`` tell what somebody chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = SourceBar()
        self.mapping = MappingPanel()
        self.update_known = QCheckBox(_("Update records that are here already"))
        self.update_known.setChecked(True)
        self._first = PreviewTable(_("First rows"))
        self._refused = PreviewTable(_("Refused rows"), wide=True)
        self._tabs = QTabWidget()
        self._tabs.addTab(self._first, _("First rows"))
        self._tabs.addTab(self._refused, "")
        self._summary = plain(wrap=True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(_BAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addWidget(self.source)
        self._table = self._halves()
        column.addWidget(self._table, 1)
        column.addLayout(self._foot())
        column.addStretch()
        self.show_work(None, None)

    def _halves(self) -> QSplitter:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.mapping)
        halves.addWidget(self._tabs)
        halves.setSizes(list(_HALVES))
        halves.setStretchFactor(1, 1)
        self._tabs.setContentsMargins(SPACE[2], 0, 0, 0)
        return halves

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self._summary, 1)
        row.addWidget(self._bar)
        row.addWidget(self.update_known)
        return row

    @property
    def summary(self) -> str:
        """What is said to come of it."""
        return self._summary.text()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show another table, or what it is taken for."""
        self.source.show_table(plan.table)
        self.source.show_plan(plan)
        self.mapping.show_plan(plan)

    def show_step(self, done: int, total: int) -> None:
        """Show how far the work is, at once even while the thread is kept busy."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._bar.show()
        self._bar.repaint()

    def show_work(self, plan: ImportPlan | None, work: Work | None) -> None:
        """Show what the import would do; with nothing, that it is not known yet."""
        self._bar.hide()
        self._table.setVisible(plan is not None)
        self.update_known.setVisible(plan is not None)
        refused = work.result().refused if work else ()
        if plan is not None and work is not None:
            self._first.show_outcomes(plan, work.outcomes[:PREVIEW_ROWS])
            self._refused.show_outcomes(plan, refused[:_MOST_REFUSED])
        self._tabs.setTabText(1, _("Refused ({count})").format(count=format_number(len(refused))))
        self._tabs.setTabVisible(1, bool(refused))
        self._summary.setText(" ".join(work.result().forecast()) if work else "")
