"""The dialog that finds doubles: pairs with their reasons, the two side by side, and the choice to merge."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dipdesk.actions import merging, twins
from dipdesk.actions.twins import Twins
from dipdesk.errors import Invalid, Known
from dipdesk.gui.dialog import Dialog, calm_buttons
from dipdesk.gui.doubles.side_by_side import Side, SideBySide
from dipdesk.gui.icons import icon
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.labels import secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number, ngettext
from dipdesk.model import Record, entity_name
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(1080, 640)
_HALVES = [320, 720]
_APART = "doubles.apart"
"""Pairs of which somebody said that they are two."""
_MOST_APART = 2_000
_MOST_SHOWN = 500


class DoublesDialog(Dialog):
    """Looks for doubles of ``kind``; nothing is merged before somebody presses Merge.

    ``chosen`` are the ids of two records to begin with.
    """

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        settings: Settings,
        jobs: Jobs,
        parent: QWidget | None = None,
        chosen: Sequence[str] = (),
    ) -> None:
        super().__init__(_("Find doubles"), parent, _SIZE)
        self._chosen = [twins.chosen(*chosen)] if len(chosen) == 2 and kind in twins.KINDS else []
        self._office, self._settings, self._jobs = office, settings, jobs
        self._pairs: list[Twins] = []
        self._asked = 0
        self._progress = Progress()
        self._message = MessageBar()
        self._said = secondary()
        self._kinds = StillBox()
        self._list = QListWidget()
        self._sides = SideBySide()
        self._build(kind)
        self._look()

    def _build(self, kind: type[Record]) -> None:
        for one in twins.KINDS:
            self._kinds.addItem(icon(one.icon), _(one.label[1]), entity_name(one))
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(entity_name(kind))))
        self._kinds.setAccessibleName(_("Where to look"))
        self._kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._kinds.currentIndexChanged.connect(self._look_elsewhere)
        self._list.setAccessibleName(_("Pairs that may be the same"))
        self._list.setProperty("role", "card")
        self._list.setWordWrap(True)
        self._list.setSpacing(SPACE[0])
        self._list.currentRowChanged.connect(self._show_pair)
        head = QHBoxLayout()
        head.addWidget(self._kinds)
        head.addWidget(self._said, 1)
        self.column.addWidget(self._message)
        self.column.addLayout(head)
        self.column.addWidget(self._halves(), 1)
        self._merge = QPushButton(_("Merge"))
        buttons = self.add_buttons(self._merge)
        self._apart = QPushButton(_("They are two"))
        self._apart.clicked.connect(self._keep_apart)
        buttons.addButton(self._apart, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Close"))
        calm_buttons(self)

    def _halves(self) -> QSplitter:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE[2], 0, 0, 0)
        column.addWidget(self._sides, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._list)
        halves.addWidget(right)
        halves.setSizes(_HALVES)
        halves.setStretchFactor(1, 1)
        return halves

    @property
    def kind(self) -> type[Record]:
        """The entity among which doubles are looked for."""
        return twins.KINDS[self._kinds.currentIndex()]

    # Looking

    def _look(self) -> None:
        """Compare all records behind the window."""
        self._progress.cancel()
        self._asked += 1
        asked, progress = self._asked, Progress()
        self._progress = progress
        self._message.hide()
        self._show_pairs([])
        self._said.setText(_("Looking …"))
        with self._office.read() as session:
            known = twins.traits(session, self.kind)

        def found(pairs: list[Twins]) -> None:
            if asked == self._asked:
                self._show_pairs(pairs)

        self._jobs.run(lambda _progress: twins.pairs(known, progress), found, self._fail, "")

    def _look_elsewhere(self) -> None:
        self._chosen = []
        self._look()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, (Invalid, Known)):
            raise error
        self._message.say(error.sentence)

    def _show_pairs(self, pairs: list[Twins]) -> None:
        apart = set(self._settings.get(_APART, [""]))
        found = [one for one in pairs if _name(one) not in apart]
        self._pairs = [*self._chosen, *(one for one in found if not _is_among(one, self._chosen))]
        self._list.clear()
        titles = self._titles()
        for one in self._pairs[:_MOST_SHOWN]:
            names = f"{titles.get(one.one, '')} – {titles.get(one.two, '')}"
            self._list.addItem(QListWidgetItem(f"{visible(names)}\n{' · '.join(one.sentences())}"))
        self._say_count()
        if self._pairs:
            self._list.setCurrentRow(0)
            self._list.setFocus()
        else:
            self._show_pair(-1)

    def _titles(self) -> dict[str, str]:
        wanted = {row_id for one in self._pairs[:_MOST_SHOWN] for row_id in (one.one, one.two)}
        with self._office.read() as session:
            found = [session.get(self.kind, row_id) for row_id in wanted]
            return {one.id: one.title() for one in found if one is not None}

    def _say_count(self) -> None:
        count = len(self._pairs)
        self._said.setText(
            ngettext(
                "{count} pair may be the same. Choose for each value which one is right.",
                "{count} pairs may be the same. Choose for each value which one is right.",
                count,
            ).format(count=format_number(count))
            if count
            else _("No two records look as if they were the same.")
        )

    # One pair

    def _show_pair(self, row: int) -> None:
        sides = self._read(self._pairs[row]) if 0 <= row < len(self._pairs) else None
        self._sides.show_sides(self.kind, sides)
        self._merge.setEnabled(sides is not None)
        self._apart.setEnabled(sides is not None)

    def _read(self, pair: Twins) -> tuple[Side, Side] | None:
        with self._office.read() as session:
            one, two = session.get(self.kind, pair.one), session.get(self.kind, pair.two)
            if one is None or two is None:
                return None
            return Side.read(session, one), Side.read(session, two)

    def accept(self) -> None:
        """Merge the two that are shown, and go on to the next pair."""
        kept, gone = self._sides.kept, self._sides.gone
        if not self._merge.isEnabled() or kept is None or gone is None:
            return
        try:
            label = merging.merge(self._office, self.kind, kept.row_id, gone.row_id, self._sides.chosen())
        except Known as error:
            self._message.say(error.sentence)
            return
        self._tell(label)
        self._drop({row for row, one in enumerate(self._pairs) if gone.row_id in (one.one, one.two)})

    def _tell(self, label: str) -> None:
        """Say what was done, with a way back as long as nothing else was done since."""

        def undo() -> None:
            if self._office.undo_label == label:
                self._office.undo()
                self._look()

        toast(self, label, _("Undo"), undo)

    def _keep_apart(self) -> None:
        """Remember on this computer that the two are two."""
        row = self._list.currentRow()
        apart = [name for name in self._settings.get(_APART, [""]) if name]
        self._settings.set(_APART, [*apart, _name(self._pairs[row])][-_MOST_APART:])
        self._drop({row})

    def _drop(self, rows: set[int]) -> None:
        """Take pairs off the list and show the next one."""
        here = self._list.currentRow()
        self._pairs = [one for row, one in enumerate(self._pairs) if row not in rows]
        self._chosen = [one for one in self._chosen if one in self._pairs]
        for row in sorted(rows, reverse=True):
            self._list.takeItem(row)
        self._say_count()
        self._list.setCurrentRow(min(here, self._list.count() - 1))
        self._show_pair(self._list.currentRow())
        self._list.setFocus()

    def reject(self) -> None:
        """Go away; work under way is told to stop."""
        self._asked += 1
        self._progress.cancel()
        super().reject()


def _is_among(pair: Twins, others: Sequence[Twins]) -> bool:
    return any({pair.one, pair.two} == {other.one, other.two} for other in others)


def _name(pair: Twins) -> str:
    return f"{pair.one} {pair.two}"
