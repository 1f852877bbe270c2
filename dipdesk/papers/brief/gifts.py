"""The gifts of a brief: what goes from whom to whom, what it is worth, and its number in the register."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.model import Gift
from dipdesk.papers.blocks import Block, Column, Heading, Row, Table
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.gifts import entries
from dipdesk.papers.reading import numbered, record


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The gifts of the visit, ours first; nothing if there is none.

    Outside the office only those are told that were handed over, and nothing of their value in public.
    """
    found = dossier.all(
        Gift, Gift.visit_id == dossier.visit.id, Gift.state != "cancelled", order=(Gift.day, Gift.number)
    )
    found = [one for one in found if dossier.is_inside or one.state == "done"]
    if not found:
        return
    yield Heading(_("Gifts"))
    with_value = dossier.is_inside
    columns = (
        Column(_("Gift"), 3),
        Column(_("Giver"), 2.4),
        Column(_("Receiver"), 2.4),
        *((Column(_("Value"), 1.8),) if with_value else ()),
        Column(_("State"), 1.4),
    )
    found.sort(key=lambda one: one.direction != "given")
    yield Table(columns, tuple(_row(dossier, one, with_value=with_value) for one in found))


def _row(dossier: Dossier, one: Gift, *, with_value: bool) -> Row:
    state = "\n".join(part for part in (dossier.value(one, "state"), numbered(one.number)) if part)
    cells = (
        entries.what(dossier, one),
        entries.giver(dossier, one),
        entries.receiver(dossier, one),
        *((entries.value(dossier, one),) if with_value else ()),
        state,
    )
    return Row(cells, record=record(one))
