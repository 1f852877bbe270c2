"""What ours do at an international meeting: slots with our positions before, with the results after."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.model import Slot, Visit
from dipdesk.papers.blocks import Block, Column, Heading, Paragraph, Row, Table
from dipdesk.papers.logistics.trip import span
from dipdesk.papers.reading import Reading, record, said


def of(reading: Reading, visit: Visit) -> list[Slot]:
    """The slots of a visit in their order."""
    return reading.all(Slot, Slot.visit_id == visit.id, order=(Slot.starts.is_(None), Slot.starts, Slot.id))


def blocks(reading: Reading, visit: Visit, text: str, level: int) -> Iterator[Block]:
    """A table of the slots under a heading of ``level``, then the text called ``text`` of each that has one:
    ``position``, ``result`` or none; nothing without slots.
    """
    found = of(reading, visit)
    if not found:
        return
    yield Heading(_("Our part in the meeting"), level)
    columns = (Column(_("When"), 2), Column(_("Session"), 2), Column(_("Topic"), 3), Column(_("Who"), 2.4))
    yield Table(columns, tuple(_row(reading, one) for one in found))
    for one in found:
        if text and (own := said(one, text)):
            yield Heading(said(one, "topic"), level + 1)
            yield Paragraph(own, record=record(one))


def _row(reading: Reading, one: Slot) -> Row:
    who = one.person.full_name() if one.person else ""
    role = reading.value(one, "role")
    cells = span(one.starts, one.ends), one.session, said(one, "topic"), "\n".join(filter(None, (who, role)))
    return Row(cells, record=record(one))
