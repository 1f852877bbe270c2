"""Invitations and the calls after them: who asked which guest how and when, and what was answered."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_
from dipdesk.model.ceremony import Guest
from dipdesk.model.fields import field
from dipdesk.model.kinds import Choice, Link, Text, WallClock, Whole
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.rules.timing import Moment

WAYS = {
    "letter": N_("Letter"),
    "card": N_("Invitation card"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "message": N_("Message"),
    "hand": N_("By hand"),
}
ANSWERS = {
    "none": N_("No answer yet"),
    "coming": N_("Comes"),
    "represented": N_("Sends somebody"),
    "declined": N_("Does not come"),
    "undecided": N_("Will say later"),
    "unreached": N_("Not reached"),
}


class Invitation(Record):
    """One attempt to invite a guest or to get the answer."""

    __tablename__ = "invitation"
    label = N_("Invitation"), N_("Invitations and calls")
    icon = "contact"
    columns = ("at", "way", "guest_id", "by_id", "answer", "spoke_with")
    order_by = ("-at",)

    guest_id: Mapped[str | None] = field(
        Link("guest", required=True, owner=True, names=True), N_("Guest"), width=26
    )
    round: Mapped[int | None] = field(Whole(least=1, most=99), N_("Round"), initial=1, width=8)
    way: Mapped[str] = field(Choice(WAYS, required=True), N_("How"), initial="phone", width=14)
    at: Mapped[Moment | None] = field(WallClock(), N_("When"), width=18)
    by_id: Mapped[str | None] = field(Link("person"), N_("Who sent or called"), width=22)
    spoke_with: Mapped[str] = field(Text(), N_("Spoke with"), width=20)
    answer: Mapped[str] = field(Choice(ANSWERS), N_("Answer"), initial="none", width=16, copied=False)
    number: Mapped[str] = field(
        Text(most=60), N_("Number"), hint=N_("Of the letter or of its delivery"), listed=False, copied=False
    )
    note: Mapped[str] = field(Text(), N_("Note"), width=24)

    guest: Mapped[Guest | None] = follow(guest_id)
    by: Mapped[Person | None] = follow(by_id)

    def title(self) -> str:
        return self.guest.title() if self.guest else ""

    def order_text(self) -> str:
        return self.guest.order_text() if self.guest else ""
