"""The steps of approval that were taken, and what the office changed in the chains that are shipped."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Flag, PartialDay, Shipped, Subject, Text, Whole
from dipdesk.model.record import Record
from dipdesk.rules.chains import step_name
from dipdesk.rules.timing import PartialDate

PHASES = {"before": N_("Before signing"), "signing": N_("Signing"), "after": N_("After signing")}
_LAW = N_("Legal source")


class ApprovalStep(Record):
    """What is on file of one step: its day and number, or why it was skipped; scans hang on it."""

    __tablename__ = "approval_step"
    label = N_("Approval step"), N_("Approval steps")
    icon = "check"
    columns = ("subject", "step", "name_tr", "day", "number", "skipped")

    subject: Mapped[str | None] = field(Subject(required=True), N_("Belongs to"), width=26)
    step: Mapped[str] = field(
        Text(most=60), N_("Step"), hint=N_("The key of a step of the chain; empty for a step of its own")
    )
    name_tr: Mapped[str] = field(Text(tongue="tr"), N_("Name in Turkish"), width=26)
    name_en: Mapped[str] = field(Text(tongue="en"), N_("Name in English"), width=26)
    day: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Done on"), together="done", width=14, copied=False
    )
    number: Mapped[str] = field(Text(most=80), N_("Number"), together="done", width=14, copied=False)
    result: Mapped[str] = field(
        Text(), N_("Result"), hint=N_("Such as unanimous, by majority, positive"), width=18
    )
    skipped: Mapped[str] = field(Text(most=500), N_("Skipped because"), width=30)
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    def title(self) -> str:
        return best_text(self, "name", language()) or step_name(self.step)


class ChainStep(Record):
    """The office's own word on a step of a chain: a new step, or a shipped one changed or left out."""

    __tablename__ = "chain_step"
    label = N_("Step of a chain"), N_("Steps of chains")
    icon = "list"
    columns = ("chain", "step", "name_tr", "required", "usual_days", "left_out")
    order_by = ("chain", "place")

    chain: Mapped[str] = field(Shipped("approval", required=True), N_("Chain"), width=24)
    step: Mapped[str] = field(
        Text(required=True, most=60),
        N_("Step"),
        hint=N_("The key of the shipped step, or a new word"),
        width=18,
    )
    left_out: Mapped[bool] = field(Flag(), N_("Left out"), width=10)
    name_tr: Mapped[str] = field(Text(tongue="tr"), N_("Name in Turkish"), width=26)
    name_en: Mapped[str] = field(Text(tongue="en"), N_("Name in English"), width=26)
    who_tr: Mapped[str] = field(Text(tongue="tr"), N_("Who, in Turkish"))
    who_en: Mapped[str] = field(Text(tongue="en"), N_("Who, in English"))
    document_tr: Mapped[str] = field(Text(tongue="tr"), N_("Document in Turkish"))
    document_en: Mapped[str] = field(Text(tongue="en"), N_("Document in English"))
    phase: Mapped[str] = field(Choice(PHASES), N_("Phase"), initial="before", width=14)
    after_step: Mapped[str] = field(Text(most=60), N_("Follows the step"), width=18)
    required: Mapped[bool] = field(Flag(), N_("Needed before signing"), width=12)
    needs_number: Mapped[bool] = field(Flag(), N_("Needs a number"), width=10)
    usual_days: Mapped[int | None] = field(Whole(most=999), N_("Usual days"), width=10)
    source_tr: Mapped[str] = field(Text(tongue="tr"), N_("Source in Turkish"), group=_LAW)
    source_en: Mapped[str] = field(Text(tongue="en"), N_("Source in English"), group=_LAW)
    source_date: Mapped[PartialDate | None] = field(PartialDay(), N_("As of"), group=_LAW)
    verified: Mapped[bool] = field(Flag(), N_("Checked at the source"), group=_LAW)
    place: Mapped[int | None] = field(Whole(most=9999), N_("Order"), width=8)

    def title(self) -> str:
        return best_text(self, "name", language()) or step_name(self.step)
