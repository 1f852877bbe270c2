"""The office's own list of precedence: made by hand or imported, dated, and approved by somebody."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Flag, Link, PartialDay, Shipped, Text, Whole
from dipdesk.model.person import FUNCTIONS
from dipdesk.model.record import Record, follow
from dipdesk.rules.rule_sets import TIE_BREAKERS
from dipdesk.rules.timing import PartialDate


class PrecedenceList(Record):
    """A list of posts in their order, as this office keeps it."""

    __tablename__ = "precedence_list"
    label = N_("Precedence list"), N_("Precedence lists")
    icon = "list"
    columns = ("name_tr", "name_en", "dated", "approved_by")

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=32)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=32)
    based_on: Mapped[str] = field(
        Shipped("precedence", apart=(TIE_BREAKERS,)),
        N_("Based on"),
        hint=N_("Posts that the list does not name are taken from there"),
    )
    dated: Mapped[PartialDate | None] = field(PartialDay(), N_("As of"), width=14)
    approved_by: Mapped[str] = field(Text(), N_("Approved by"), width=26)
    source_tr: Mapped[str] = field(Text(tongue="tr"), N_("Source in Turkish"))
    source_en: Mapped[str] = field(Text(tongue="en"), N_("Source in English"))
    verified: Mapped[bool] = field(Flag(), N_("Checked at the source"))

    def title(self) -> str:
        return best_text(self, "name", language())


class PrecedencePost(Record):
    """One post of a list and its rank: the lower number stands first."""

    __tablename__ = "precedence_post"
    label = N_("Post of a list"), N_("Posts of a list")
    icon = "post"
    columns = ("rank", "foreign_rank", "function", "title_tr", "list_id")
    order_by = ("rank",)

    list_id: Mapped[str | None] = field(
        Link("precedence_list", required=True, owner=True), N_("Precedence list"), width=28
    )
    rank: Mapped[int | None] = field(Whole(most=99999, required=True), N_("Rank group"), width=8)
    foreign_rank: Mapped[int | None] = field(
        Whole(most=99999), N_("Rank group from abroad"), hint=N_("Left empty, the same"), width=8
    )
    function: Mapped[str] = field(Choice(FUNCTIONS), N_("Function"), width=24)
    title_tr: Mapped[str] = field(Text(tongue="tr"), N_("Post title in Turkish"), width=28)
    title_en: Mapped[str] = field(Text(tongue="en"), N_("Post title in English"), width=28)

    own_list: Mapped[PrecedenceList | None] = follow(list_id)

    def title(self) -> str:
        return best_text(self, "title", language()) or self.function_name()

    def function_name(self) -> str:
        """The function in the language spoken now."""
        return Choice(FUNCTIONS).format(self.function)
