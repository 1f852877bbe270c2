"""The ledger between a partner and us: who came forward how often, who did last, whose turn it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import N_, _, format_date, ngettext
from dipdesk.rules.relation_health import Account, Health, Promises, Side, Way

_HEADS = ("", N_("From us"), N_("From them"), N_("Last"), N_("Whose turn it is"))
_LAST_BY: dict[Way, str] = {"out": N_("from us"), "in": N_("from them"), "both": N_("both sides")}
_TURNS: dict[Side, str] = {"us": N_("Our turn"), "them": N_("Their turn"), "": "–"}


class Ledger(QWidget):
    """Three lines of figures under their heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[4])
        self._grid.setVerticalSpacing(SPACE[0])
        for place, share in enumerate((4, 3, 3, 5, 4)):
            self._grid.setColumnStretch(place, share)
        self._cells: list[list[QLabel]] = []
        for line in range(4):
            row = [secondary() if not line else plain(wrap=True) for _head in _HEADS]
            for place, cell in enumerate(row):
                cell.setMinimumWidth(1)
                cell.setAlignment(_side(place))
                self._grid.addWidget(cell, line, place)
            self._cells.append(row)

    def texts(self) -> list[list[str]]:
        """What every line says."""
        return [[cell.text() for cell in row] for row in self._cells]

    def show_health(self, found: Health) -> None:
        """Show these figures."""
        lines = (
            [_(head) if head else "" for head in _HEADS],
            [_("Contacts"), *_account(found.contacts)],
            [_("Visits"), *_account(found.visits)],
            [_("Open commitments"), _promises(found.ours), _promises(found.theirs), "", ""],
        )
        for row, line in zip(self._cells, lines, strict=True):
            for cell, text in zip(row, line, strict=True):
                cell.setText(text)


def _side(place: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if place in (1, 2) else Qt.AlignmentFlag.AlignLeft


def _account(one: Account) -> list[str]:
    last = ""
    if one.last is not None and one.last_by is not None:
        last = _("{day}, {side}").format(day=format_date(one.last, "medium"), side=_(_LAST_BY[one.last_by]))
    return [str(one.ours), str(one.theirs), last, _(_TURNS[one.turn]) if one.last else ""]


def _promises(one: Promises) -> str:
    if not one.late:
        return str(one.open)
    text = ngettext("{open} ({late} late)", "{open} ({late} late)", one.late)
    return text.format(open=one.open, late=one.late)
