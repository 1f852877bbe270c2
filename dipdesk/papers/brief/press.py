"""The press in a brief: what it is invited to, who sees to it, and of whom no photos may be published."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.model import ProgrammeItem
from dipdesk.papers.blocks import Block, Callout, Column, Heading, Row, Status, Table
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.logistics.trip import span
from dipdesk.papers.reading import record, said


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The items with the press, and who refused photos; nothing if there is neither."""
    items = [
        one
        for one in dossier.all(
            ProgrammeItem, ProgrammeItem.visit_id == dossier.visit.id, order=(ProgrammeItem.starts,)
        )
        if one.press or one.kind == "press"
    ]
    refused = [] if dossier.options.public else _refused(dossier)
    if not items and not refused:
        return
    yield Heading(_("Press"))
    if items:
        heads = Column(_("When"), 2), Column(_("Item"), 4), Column(_("Place"), 3), Column(_("Responsible"), 2)
        yield Table(heads, tuple(_row(dossier, one) for one in items))
    if refused:
        yield Callout(Status.AMBER, _("No photos to be published of"), "\n".join(refused))


def _row(dossier: Dossier, one: ProgrammeItem) -> Row:
    who = one.responsible.full_name() if one.responsible and not dossier.options.public else ""
    return Row((span(one.starts, one.ends), said(one, "title"), said(one, "place"), who), record=record(one))


def _refused(dossier: Dossier) -> list[str]:
    """Members who do not want photos of themselves to be published."""
    return [
        one.person.title()
        for delegation in dossier.delegations
        for one in dossier.people[delegation.id]
        if one.member.photo_consent == "no"
    ]
