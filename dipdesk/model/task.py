"""Tasks: what must be ready before, on or after the day of a ceremony or visit."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Day, Link, Subject, Text, Whole
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow


class Task(Record):
    """Something to be done before, on or after the day of a ceremony or visit, by whom and when."""

    __tablename__ = "task"
    label = N_("Task"), N_("Tasks")
    icon = "task"
    columns = ("what_tr", "due", "owner_id", "done_on", "subject")
    order_by = ("due",)

    subject: Mapped[str | None] = field(Subject(), N_("Belongs to"), width=26)
    what_tr: Mapped[str] = field(Text(either=True, tongue="tr", most=1000), N_("What, in Turkish"), width=36)
    what_en: Mapped[str] = field(Text(either=True, tongue="en", most=1000), N_("What, in English"), width=36)
    days: Mapped[int | None] = field(
        Whole(least=-999, most=999),
        N_("Days from the day"),
        hint=N_("-14 is two weeks before, 3 is three days after"),
        width=8,
    )
    due: Mapped[date | None] = field(Day(), N_("Due by"), width=14)
    owner_id: Mapped[str | None] = field(Link("person"), N_("Who does it"), width=22)
    asked_by_id: Mapped[str | None] = field(
        Link("person"),
        N_("Asked for by"),
        together="asked",
        hint=N_("Whose instruction it is"),
        width=22,
        copied=False,
    )
    asked_on: Mapped[date | None] = field(
        Day(), N_("Asked for on"), together="asked", listed=False, copied=False
    )
    done_on: Mapped[date | None] = field(Day(), N_("Done on"), together="done", width=14, copied=False)
    done_by_id: Mapped[str | None] = field(Link("person"), N_("Done by"), together="done", copied=False)
    origin: Mapped[str] = field(
        Text(most=80),
        N_("From the checklist"),
        hint=N_("The key in the shipped checklist"),
        listed=False,
        technical=True,
    )
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    owner: Mapped[Person | None] = follow(owner_id)

    def title(self) -> str:
        return best_text(self, "what", language())
