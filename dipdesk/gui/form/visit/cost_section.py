"""The costs of a visit on its page: the lines, and below them their sums and what one head costs."""

from PySide6.QtWidgets import QWidget

from dipdesk.actions.after_visit import LIRA, Costs, costs
from dipdesk.actions.trip_costs import each
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.related.listed import Related
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Visit
from dipdesk.model.expense import STAGES
from dipdesk.model.kinds import Amount, Money
from dipdesk.store.office_file import News, OfficeFile

_COSTS = Related(
    "expense",
    "visit_id",
    N_("Costs"),
    N_("What the visit costs, as planned and as it was."),
    ("what_tr", "member_id", "kind", "planned", "spent", "payer", "paid_on"),
)
_WHOLE = ("planned", "spent", "paid_on")
"""The columns of which half says nothing."""


class CostSection(RelatedList):
    """The lines of cost of one visit and their sums; sums of different currencies stay apart."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        self._sums = Wrapped()
        self._visit_id = visit_id
        super().__init__(office, _COSTS, visit_id, parent=parent)
        self.table.keep_whole(map(_COSTS.columns.index, _WHOLE))
        self._sums.setContentsMargins(INSET, 0, 0, 0)
        column = self.layout()
        assert column is not None
        self._sums.setParent(self)
        column.addWidget(self._sums)
        self._show_sums()

    def refresh(self) -> None:
        """Read the lines again and add them up."""
        super().refresh()
        place = _COSTS.columns.index("member_id")
        self.table.setColumnHidden(place, not any(row.texts[place] for row in self.model.rows))
        self.table.fit()
        self._show_sums()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("expense", "delegation", "delegation_member") or (
            ("visit", self._visit_id) in news.rows
        )

    def _show_sums(self) -> None:
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            found = costs(session, visit) if visit is not None else None
            budget = visit.budget if visit is not None else None
        lines = sum_lines(found, budget) if found is not None and (found.lines or budget) else []
        self._sums.set_text("\n".join(lines), muted=True)
        self._sums.setVisible(bool(lines))


def sum_lines(found: Costs, budget: Money | None) -> list[str]:
    """Budget, planned, spent, lira and each head, a line each; only what there is, and nothing twice."""
    lines = []
    if budget:
        lines.append(_("Budget: {amount}").format(amount=_said(budget)))
    if found.planned:
        amount = _with_heads(found.planned, found.heads)
        lines.append(_("We planned: {amount}").format(amount=amount))
    lira = (Money(found.lira, LIRA),) if found.lira else ()
    if found.spent:
        amount = _with_heads(found.spent, found.heads if found.spent == lira else 0)
        lines.append(_("We spent: {amount}").format(amount=amount))
    if lira and found.spent != lira:
        lines.append(_("Spent in lira: {amount}").format(amount=_with_heads(lira, found.heads)))
    lines += _stage_lines(found)
    if found.gap:
        lines.append(found.gap)
    return lines


def _stage_lines(found: Costs) -> list[str]:
    """What is committed, invoiced and paid, and what is left of the budget."""
    told = [
        _("{stage}: {amount}").format(stage=_(STAGES[stage]), amount=_together(amounts))
        for stage, amounts in found.stages.items()
    ]
    lines = [" · ".join(told)] if told else []
    if found.left is not None and found.lines:
        short = found.left.amount < 0
        text = _("Over the budget: {amount}") if short else _("Left of the budget: {amount}")
        lines.append(text.format(amount=_said(Money(abs(found.left.amount), found.left.currency))))
    return lines


def _with_heads(amounts: tuple[Money, ...], heads: int) -> str:
    """Sums, and what they are for each head where there are several."""
    if heads <= 1:
        return _together(amounts)
    text = ngettext(
        "{amount}, for {count} person {each}", "{amount}, for each of {count} people {each}", heads
    )
    shares = _together(tuple(each(one, heads) for one in amounts))
    return text.format(amount=_together(amounts), each=shares, count=heads)


def _said(amount: Money) -> str:
    return Amount().format(amount)


def _together(amounts: tuple[Money, ...]) -> str:
    return " + ".join(_said(one) for one in amounts)
