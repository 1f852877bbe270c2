"""What a paper lacks in its languages: how many texts and details, and the way to each of them."""

from dipdesk.gui.cards import RowButton
from dipdesk.gui.preview.trouble_list import MOST, TroubleList
from dipdesk.i18n import _, ngettext
from dipdesk.model import entity
from dipdesk.papers.gaps import Gap


class GapList(TroubleList):
    """Hidden while nothing lacks; it never keeps anybody from exporting."""

    def __init__(self) -> None:
        super().__init__("attention", _("It can be exported all the same; such places are marked."))

    @property
    def sentence(self) -> str:
        """How many lack; empty while hidden."""
        return "" if self.isHidden() else self._count.text()

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show what lacks; nothing hides the list."""
        text = ngettext(
            "{count} text or detail is missing for this paper.",
            "{count} texts or details are missing for this paper.",
            len(gaps),
        )
        self._begin(text.format(count=len(gaps)))
        for gap in gaps[:MOST]:
            row = RowButton(entity(gap.entity).icon, gap.record or _("(without a name)"), gap.field)
            self._add(row, gap.entity, gap.row_id)
        if len(gaps) > MOST:
            self._add_rest(_("… and {count} more").format(count=len(gaps) - MOST))
        self.setVisible(bool(gaps))
