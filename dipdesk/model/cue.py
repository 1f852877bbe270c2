"""Cues: what one role of the crew does at an item of a programme or a point of a running order, and when."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.ceremony import Phase
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Link, Text, Whole
from dipdesk.model.programme import ProgrammeItem
from dipdesk.model.record import Record, follow

CREW = {
    "master": N_("Master of ceremonies"),
    "technician": N_("Sound and technology"),
    "photographer": N_("Photo and press"),
    "kitchen": N_("Kitchen"),
    "security": N_("Security"),
    "driver": N_("Driver"),
    "interpreter": N_("Interpreter"),
    "hotel": N_("Hotel"),
}
"""Whom cues are for, in the order in which they are told; each is the key of the receiver of a copy too."""
_DAY = 1440


class Cue(Record):
    """What a role of the crew does at an item or a point, so many minutes from its start."""

    __tablename__ = "cue"
    label = N_("Cue"), N_("Cues for the crew")
    icon = "duty"
    columns = ("role", "minutes", "text_tr", "item_id", "phase_id")
    order_by = ("role", "minutes")

    item_id: Mapped[str | None] = field(Link("programme_item", owner=True), N_("Programme item"), width=26)
    phase_id: Mapped[str | None] = field(
        Link("phase", owner=True), N_("Point of the running order"), width=26
    )
    role: Mapped[str] = field(Choice(CREW, required=True), N_("Role of the crew"), initial="master", width=20)
    minutes: Mapped[int | None] = field(
        Whole(least=-_DAY, most=_DAY),
        N_("Minutes from the start"),
        initial=0,
        hint=N_("With a minus for what comes before"),
        width=10,
    )
    text_tr: Mapped[str] = field(
        Text(long=True, either=True, tongue="tr", most=1000), N_("Cue in Turkish"), width=36
    )
    text_en: Mapped[str] = field(
        Text(long=True, either=True, tongue="en", most=1000), N_("Cue in English"), width=36
    )

    item: Mapped[ProgrammeItem | None] = follow(item_id)
    phase: Mapped[Phase | None] = follow(phase_id)

    def title(self) -> str:
        return best_text(self, "text", language())

    def remarks(self) -> dict[str, str]:
        if not self.item_id and not self.phase_id:
            return {"item_id": _("A cue belongs to an item or to a point of a running order.")}
        return {}
