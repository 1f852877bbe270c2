"""The slip of a hand-over: one gift, who handed it to whom, and room for their signatures."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _
from dipdesk.model import Gift
from dipdesk.model.kinds import Flag
from dipdesk.papers.approval_blocks import signature_lines
from dipdesk.papers.blocks import Block, Document, Fact, Facts, KeepTogether, Paragraph, Photo, Picture
from dipdesk.papers.gifts import entries
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading, day, head, record
from dipdesk.store import blobs

_PHOTO_WIDTH = 200.0


@dataclass(frozen=True)
class SlipOptions(Marks):
    """Whether photo and value are shown."""

    photo: bool = option(Flag(), N_("Photo"), True, group=SECTIONS)
    value: bool = option(Flag(), N_("Value"), True, group=SECTIONS)


def build(session: Session, gift: Gift, options: SlipOptions, occasion: Occasion) -> Document:
    """The slip of one gift."""
    reading = Reading(session, occasion, options.public)
    title = _("Hand-over slip")
    blocks = (*head(reading, title, source=gift), *_blocks(reading, gift, options))
    return reading.document(title, title, options, "office", blocks)


def _blocks(reading: Reading, gift: Gift, options: SlipOptions) -> Iterator[Block]:
    yield Facts(tuple(fact for fact in _facts(reading, gift, options) if fact.text), record=record(gift))
    if options.photo and gift.photo and not reading.public:
        content = blobs.get(reading.session.connection(), gift.photo)
        if content:
            yield Photo(Picture(content, gift.title()), width=_PHOTO_WIDTH)
    statement = (
        _("The gift described above was received by the persons named and handed to the institution.")
        if gift.direction == "received"
        else _("The gift described above was taken from the stock of the office and handed over.")
    )
    yield KeepTogether(
        (
            Paragraph(statement),
            *signature_lines(_("Handed over by"), _("Received by"), _("Keeper of the register")),
        )
    )


def _facts(reading: Reading, gift: Gift, options: SlipOptions) -> Iterator[Fact]:
    yield Fact(_("Register number"), gift.number)
    yield Fact(_("Day"), day(gift.day))
    yield Fact(_("Direction"), reading.value(gift, "direction"))
    yield Fact(_("What"), entries.what(reading, gift))
    yield Fact(_("Kind"), reading.value(gift, "kind"))
    yield Fact(_("From whom"), entries.giver(reading, gift))
    yield Fact(_("For whom"), entries.receiver(reading, gift))
    yield Fact(_("Occasion"), entries.occasion(gift))
    if options.value:
        yield Fact(_("Value"), entries.value(reading, gift))
    yield Fact(_("Basis and place"), entries.kept(reading, gift))
    yield Fact(_("Keeper"), gift.keeper.full_name() if gift.keeper else "")
