"""The card that counts how the relations fare; each number opens the relations behind it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dipdesk.gui.cards import Card, RowButton
from dipdesk.gui.labels import chip
from dipdesk.gui.tones import Tone
from dipdesk.i18n import N_, _, format_number, ngettext

if TYPE_CHECKING:
    from dipdesk.rules.relation_health import Word

HEALTH_WORDS: "dict[Word, tuple[str, Tone]]" = {
    "attention": (N_("Needs attention"), "attention"),
    "dormant": (N_("Dormant"), "dormant"),
    "good": (N_("Good"), "good"),
    "ended": (N_("Over"), "dormant"),
}
"""The words for how a relation fares, what to see to first, with their colours."""
_COUNTED: "tuple[Word, ...]" = ("attention", "dormant", "good")


class FaringCard(Card):
    """One row for each word that some relation has; hidden as long as there is none."""

    chosen = Signal(str)
    """The relations that fare so are wanted."""

    def __init__(self) -> None:
        super().__init__(_("How the relations fare"))
        self.rows: dict[Word, RowButton] = {}
        self.hide()

    def show_counts(self, counts: "Mapping[Word, int]") -> None:
        """Show these numbers instead."""
        for row in self.rows.values():
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {word: self._row(word, counts[word]) for word in _COUNTED if counts.get(word)}
        self.setVisible(bool(self.rows))

    def _row(self, word: "Word", count: int) -> RowButton:
        said, tone = HEALTH_WORDS[word]
        text = ngettext("{count} relation", "{count} relations", count).format(count=format_number(count))
        row = self.add_row("relation", text, lambda: self.chosen.emit(word), right=chip(_(said), tone))
        row.setAccessibleName(_("{field}: {value}").format(field=_(said), value=text))
        return row
