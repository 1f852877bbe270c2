"""The counterpart matrix: their delegation beside ours, gaps marked, with the reason for every pair."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance
from dipdesk.actions.counterparts import Opposite, matrix
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Column, Document, Paragraph, Row, Status, Table, Tone
from dipdesk.papers.logistics.trip import Trip, post_of
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record


@dataclass(frozen=True)
class MatrixOptions(Marks):
    """Whether the reasons stand on the paper."""

    reasons: bool = option(Flag(), N_("Reasons"), True, group=SHOWN)


def build(session: Session, visit: Visit, options: MatrixOptions, occasion: Occasion) -> Document:
    """Guests and hosts of a visit opposite each other."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Counterparts")
    found = matrix(session, visit, occasion.alphabet)
    return trip.document(title, title, options, "office", (*trip.head(title), *_blocks(found, options)))


def _blocks(found: tuple[Opposite, ...], options: MatrixOptions) -> Iterator[Block]:
    if not found:
        yield Paragraph(_("Nobody has been named yet."), Tone.MUTED)
        return
    gaps = sum(1 for one in found if one.ground == "gap")
    if gaps and options.is_inside:
        text = ngettext("{count} person has no counterpart.", "{count} people have no counterpart.", gaps)
        yield Paragraph(text.format(count=gaps), Tone.MUTED)
    with_reasons = options.reasons and options.is_inside
    columns = [Column(_("Guest"), 2.6), Column(_("Host"), 2.6)]
    if with_reasons:
        columns.append(Column(_("Why"), 2))
    yield Table(tuple(columns), tuple(_row(one, with_reasons=with_reasons) for one in found))


def _row(one: Opposite, *, with_reasons: bool) -> Row:
    cells = [_said(one.guest), _said(one.host)]
    if with_reasons:
        cells.append(one.reason)
    who = one.guest or one.host
    gap = one.ground == "gap" and with_reasons
    return Row(tuple(cells), status=Status.AMBER if gap else None, record=record(who.member if who else None))


def _said(one: Attendance | None) -> str:
    return lines(one.person.title(), post_of(one)) if one else "–"
