"""The precedence list of a ceremony: everybody's place, and why each stands before the next."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.guest_order import Attendee
from dipdesk.i18n import N_, _, format_date, ngettext
from dipdesk.model import Ceremony
from dipdesk.model.ceremony import GUEST_STATES
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.ceremony.hall import Hall, source_line
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record


@dataclass(frozen=True)
class OrderOptions(Marks):
    """Whether the reasons and the states of the guests stand on the paper."""

    reasons: bool = option(Flag(), N_("Reasons"), True, group=SHOWN)
    states: bool = option(Flag(), N_("Who has answered"), False, group=SHOWN)


def build(session: Session, ceremony: Ceremony, options: OrderOptions, occasion: Occasion) -> Document:
    """The order of precedence of a ceremony."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Order of precedence")
    blocks = (*hall.head(title), *_blocks(hall, options))
    return hall.document(title, title, options, "office", blocks)


def _blocks(hall: Hall, options: OrderOptions) -> Iterator[Block]:
    order = hall.order
    if not order.attendees:
        yield Paragraph(_("Nobody has been invited yet."), Tone.MUTED)
        return
    if order.frozen_on:
        text = _("This order was frozen on {day}; it stays as it was.")
        yield Callout(Status.BLUE, _("Frozen"), text.format(day=format_date(order.frozen_on)))
    yield _table(hall, options)
    text = ngettext("{count} guest", "{count} guests", len(order.attendees))
    yield Paragraph(text.format(count=len(order.attendees)), Tone.MUTED)
    if options.is_inside:
        yield from _doubts(hall)
    yield Paragraph(f"{order.rule_set.name.said()}. {source_line(order.rule_set.source)}", Tone.MUTED)


def _table(hall: Hall, options: OrderOptions) -> Table:
    with_reasons = options.reasons and options.is_inside
    columns = [Column(_("Place"), 0.5), Column(_("Guest"), 2.4), Column(_("Post"), 2.6)]
    if options.states:
        columns.append(Column(_("State"), 1.2))
    if with_reasons:
        columns.append(Column(_("Why before the next"), 3))
    rows = [_row(hall, one, options, with_reasons=with_reasons) for one in hall.order.attendees]
    return Table(tuple(columns), tuple(rows))


def _row(hall: Hall, one: Attendee, options: OrderOptions, *, with_reasons: bool) -> Row:
    cells = [str(one.place), one.person.title(), lines(hall.post_of(one), hall.standing_in(one))]
    if options.states:
        cells.append(_(GUEST_STATES[one.guest.state]) if one.guest.state in GUEST_STATES else "")
    if with_reasons:
        cells.append(one.because)
    return Row(tuple(cells), record=record(one.guest))


def _doubts(hall: Hall) -> Iterator[Block]:
    """What somebody should look at before the order is used."""
    if hall.order.warnings:
        yield Heading(_("To be looked at"), 2)
        yield Bullets(hall.order.warnings)
