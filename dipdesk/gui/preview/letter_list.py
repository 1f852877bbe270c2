"""Letters of a paper that no font has: how many, and the way to the records they stand in."""

from dipdesk.gui.cards import RowButton
from dipdesk.gui.preview.trouble_list import MOST, TroubleList
from dipdesk.i18n import _, ngettext
from dipdesk.model import entity
from dipdesk.papers.pdf import Missing


class LetterList(TroubleList):
    """An error, not a warning: such letters would be blank boxes on paper."""

    def __init__(self) -> None:
        super().__init__("bad", _("They would be empty boxes on paper. Write them otherwise."))

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Show the letters; nothing hides the list."""
        letters = sorted({one.letter for one in missing})
        text = ngettext(
            "{count} letter cannot be printed: {letters}",
            "{count} letters cannot be printed: {letters}",
            len(letters),
        )
        self._begin(text.format(count=len(letters), letters=" ".join(letters[:MOST])))
        for one in list({one.text: one for one in missing}.values())[:MOST]:
            name, _slash, row_id = one.record.partition("/")
            row = RowButton(entity(name).icon if name else "papers", one.text[:80], one.letter)
            row.setEnabled(bool(name))
            self._add(row, name, row_id)
        self.setVisible(bool(missing))
