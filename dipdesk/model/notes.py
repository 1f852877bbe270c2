"""What can hang on any record: notes, files, tags."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_
from dipdesk.model.colours import COLOURS
from dipdesk.model.fields import PRIVACY_CLASSES, Privacy, field
from dipdesk.model.kinds import Choice, Day, File, Flag, Link, Subject, Text
from dipdesk.model.record import Record, follow


class Note(Record):
    """A dated note about a record."""

    __tablename__ = "note"
    label = N_("Note"), N_("Notes")
    icon = "note"
    columns = ("headline", "day", "subject")
    order_by = ("-day",)

    headline: Mapped[str] = field(Text(required=True), N_("Headline"), width=30)
    day: Mapped[date | None] = field(Day(), N_("Day"))
    text: Mapped[str] = field(Text(long=True), N_("Text"), listed=False)
    subject: Mapped[str | None] = field(Subject(), N_("About"), width=24)

    def title(self) -> str:
        return self.headline


class Attachment(Record):
    """A file kept inside the office file."""

    __tablename__ = "attachment"
    label = N_("Attachment"), N_("Attachments")
    icon = "attachment"
    columns = ("name", "description", "subject", "annexed")

    name: Mapped[str] = field(Text(required=True), N_("File name"), width=30)
    description: Mapped[str] = field(Text(), N_("Description"), width=30)
    media_type: Mapped[str] = field(Text(most=100), N_("Type"))
    content: Mapped[str] = field(File(required=True), N_("Content"), listed=False)
    subject: Mapped[str | None] = field(Subject(), N_("About"), width=24)
    privacy: Mapped[str] = field(
        Choice(PRIVACY_CLASSES),
        N_("Class of privacy"),
        initial=Privacy.PERSONAL.value,
        hint=N_("Copies of papers show it only to those who may see this class"),
        width=20,
    )
    annexed: Mapped[bool] = field(
        Flag(),
        N_("Annex to the brief"),
        hint=N_("Its pages stand in the brief; otherwise it is only listed there"),
        width=18,
    )

    def title(self) -> str:
        return self.description or self.name


class Tag(Record):
    """A word by which records are grouped."""

    __tablename__ = "tag"
    label = N_("Tag"), N_("Tags")
    icon = "tag"
    columns = ("name", "colour")

    name: Mapped[str] = field(Text(required=True, most=60), N_("Name"))
    colour: Mapped[str] = field(Choice(COLOURS), N_("Colour"), width=12)

    def title(self) -> str:
        return self.name


class Tagging(Record):
    """A record carries a tag."""

    __tablename__ = "tagging"
    label = N_("Tagged record"), N_("Tagged records")
    icon = "tag"
    columns = ("tag_id", "subject")

    tag_id: Mapped[str | None] = field(Link("tag", required=True, owner=True, names=True), N_("Tag"))
    subject: Mapped[str | None] = field(Subject(required=True), N_("Record"))

    tag: Mapped[Tag | None] = follow(tag_id)

    def title(self) -> str:
        return self.tag.title() if self.tag else ""
