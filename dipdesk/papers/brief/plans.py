"""The plans of a brief: who sits and signs where, and the rows of flags, of all ceremonies of the visit."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.papers.blocks import Block, Heading, Paragraph, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.ceremony import flag_plan, seating
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.reading import record


def seats(dossier: Dossier) -> Iterator[Block]:
    """The seating plans, those of signings among them, as drawings; nothing if nobody is seated.

    The list of seats is a paper of its own; what was wished and broken stays in the office.
    """
    options = seating.SeatingOptions(seats=False, public=not dossier.is_inside)
    halls = [hall for hall in dossier.halls if hall.seating_plans]
    drawn = [(hall, tuple(seating.plans(hall, options, only_seated=True))) for hall in halls]
    if any(blocks for _hall, blocks in drawn):
        yield Heading(_("Seating and signing plans"))
    for hall, blocks in drawn:
        if blocks:
            yield _about(hall)
        yield from blocks


def flags(dossier: Dossier) -> Iterator[Block]:
    """The rows of flags as drawings, with what must be fetched; nothing if there is none."""
    halls = [hall for hall in dossier.halls if hall.flag_plans]
    if halls:
        yield Heading(_("Flag plan"))
    for hall in halls:
        yield _about(hall)
        yield from flag_plan.rows(hall)


def _about(hall: Hall) -> Paragraph:
    return Paragraph(" · ".join(hall.about()), Tone.MUTED, record=record(hall.ceremony))
