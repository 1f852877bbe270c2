"""Papers that were exported: which, for whom, as which file, and what they were made of."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_
from dipdesk.model.fields import field
from dipdesk.model.kinds import Flag, Link, Subject, Text, WallClock
from dipdesk.model.record import Record
from dipdesk.rules.timing import Moment


class Exported(Record):
    """One paper written as a file; values are not kept here, only digests of what was said in each part."""

    __tablename__ = "exported"
    label = N_("Exported paper"), N_("Exported papers")
    icon = "papers"
    columns = ("name", "made_at", "receiver", "file", "superseded")
    order_by = ("-made_at",)

    name: Mapped[str] = field(Text(required=True), N_("Paper"), width=28)
    made_at: Mapped[Moment | None] = field(WallClock(), N_("Made at"), width=18)
    receiver: Mapped[str] = field(Text(), N_("Given to"), hint=N_("Who holds a copy of it"), width=22)
    file: Mapped[str] = field(Text(most=1000), N_("File"), width=30)
    version: Mapped[str] = field(Text(most=40), N_("Version"), width=8)
    superseded: Mapped[bool] = field(Flag(), N_("Replaced by a newer one"), width=8)
    subject: Mapped[str | None] = field(Subject(), N_("About"), width=24)
    follows_id: Mapped[str | None] = field(Link("exported"), N_("Replaces"), listed=False, technical=True)
    paper: Mapped[str] = field(Text(most=60), N_("Kind of paper"), listed=False, technical=True)
    languages: Mapped[str] = field(Text(most=20), N_("Languages"), listed=False, technical=True)
    form: Mapped[str] = field(Text(most=10), N_("Format"), listed=False, technical=True)
    options: Mapped[str] = field(Text(long=True), N_("Choices"), listed=False, technical=True)
    stamp: Mapped[str] = field(Text(most=60), N_("Exact time"), listed=False, technical=True)
    parts: Mapped[str] = field(Text(long=True, most=10**7), N_("Digests"), listed=False, technical=True)
    reads: Mapped[str] = field(Text(long=True, most=10**7), N_("Read from"), listed=False, technical=True)

    def title(self) -> str:
        return self.name
