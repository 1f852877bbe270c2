"""Somebody does not come: the ways out with their moves, and the cards that change."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from dipdesk.actions.seating_plans import Seated
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.seating.way_card import WayCard
from dipdesk.gui.labels import plain
from dipdesk.gui.literal import visible
from dipdesk.i18n import _, join_words, ngettext
from dipdesk.rules.seating import Rescue

_SIZE = QSize(640, 460)


class WaysOutDialog(Dialog):
    """One line for each way, the one with the fewest moves first; ``chosen`` is the one to take."""

    def __init__(
        self,
        seated: Seated,
        absent: Collection[str],
        ways: Sequence[Rescue],
        seat_names: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Without those who are absent"), parent, _SIZE)
        self._ways = list(ways)
        names = join_words([seated.name_of(guest) for guest in absent])
        self.column.addWidget(plain(_("Not coming: {names}").format(names=names), wrap=True))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WayCard(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Ways out"))
        for way in ways:
            QListWidgetItem(visible(_told(way, seated, seat_names)), self.list)
        self.list.setCurrentRow(0)
        self.column.addWidget(self.list, 1)
        self.add_buttons(QPushButton(_("Take this way")))
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.list.setFocus()

    @property
    def chosen(self) -> Rescue | None:
        """The way that is chosen."""
        row = self.list.currentRow()
        return self._ways[row] if 0 <= row < len(self._ways) else None


def _told(way: Rescue, seated: Seated, seat_names: Callable[[str], str]) -> str:
    """What a way does, who moves where, and which cards are printed anew."""
    count = len(way.moves)
    lines = [way.because]
    if count:
        text = ngettext(
            "{count} guest moves; print {count} card anew:",
            "{count} guests move; print {count} cards anew:",
            count,
        )
        lines.append(text.format(count=count))
    for move in way.moves:
        text = _("{guest}: from {before} to {after}")
        name = seated.attendee(move.guest).person.title()
        lines.append(text.format(guest=name, before=seat_names(move.before), after=seat_names(move.after)))
    return "\n".join(lines)
